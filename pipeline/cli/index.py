"""`lemumi index`: the database that search, statistics, exports and pages use."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

#: Unreadable records named one by one.
SHOWN = 20


def index(
    folder: Annotated[Path, typer.Argument(help="The records: `data/parsed`.")] = Path("data/parsed"),
    database: Annotated[Path | None, typer.Option(help="Where the database goes; default: FOLDER/corpus.sqlite.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Build the whole database again.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing when all is well.")] = False,
) -> None:
    """Brings the database up to date with the records; only what changed is read."""
    import sqlite3

    from pipeline.corpus.folder import NoRecords
    from pipeline.corpus.index import NAME, build_index
    from pipeline.run.exits import Exit, RunError
    every = 1000 if not quiet and sys.stderr.isatty() else 0

    def progress(done: int, of: int) -> None:
        if every and (done % every == 0 or done == of):
            typer.echo(f"\r{done} of {of}", nl=done == of, err=True)

    try:
        done = build_index(folder, database, anew, progress)
    except NoRecords as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    except RunError as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(error.exit) from error
    except (OSError, sqlite3.Error) as error:
        typer.echo(f"lemumi: {database or folder / NAME}: {error}; the database is as it was", err=True)
        raise typer.Exit(Exit.ENVIRONMENT) from error
    if not quiet:
        what = "built anew" if done.anew else f"{done.added} new, {done.changed} changed, {done.removed} gone"
        typer.echo(f"{done.records} decisions in {database or folder / NAME}: {what}; {done.seconds:.1f} s")
    if done.unreadable:
        for line in done.unreadable[:SHOWN]:
            typer.echo(f"lemumi: {line}", err=True)
        typer.echo(f"lemumi: {len(done.unreadable)} records could not be read; parse their documents again", err=True)
        raise typer.Exit(Exit.SOME_FAILED)
