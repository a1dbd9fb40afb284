"""`lemumi serve`: the corpus in a web browser."""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    folder: Annotated[Path, typer.Argument(help="The records, or the database itself.")] = Path("data/parsed"),
    raw: Annotated[Path, typer.Option(help="The documents the records were read from, for the images of their pages.")] = Path(
        "data/raw"),
    host: Annotated[str, typer.Option(help="Where to listen; anything but this machine only when asked for.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8001,
) -> None:
    """Serves search, decisions, councillors, acts and municipalities as web pages, JSON and CSV. Reads only. Ctrl-C ends it."""
    import socket
    from contextlib import closing

    from pipeline.corpus.folder import NoRecords
    from pipeline.corpus.search import open_corpus
    from pipeline.run.exits import Exit
    try:
        with closing(open_corpus(folder)) as db:
            (decisions,) = db.execute("SELECT count(*) FROM decisions").fetchone()
    except NoRecords as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        typer.echo(f"lemumi: {host}:{port}: {error.strerror}; --port takes another, 0 a free one", err=True)
        raise typer.Exit(Exit.ENVIRONMENT) from error
    address = f"[{host}]" if ":" in host else host
    typer.echo(f"{decisions} decisions at http://{address}:{listener.getsockname()[1]}/  (Ctrl-C ends)")
    import uvicorn

    from pipeline.serve.site import make_site
    site = make_site(folder, raw if raw.is_dir() else None, frozenset((*LOOPBACK, "[::1]")) if host in LOOPBACK else None)
    server = uvicorn.Server(uvicorn.Config(site.app(), log_level="warning", lifespan="on", server_header=False))
    server.run(sockets=[listener])
