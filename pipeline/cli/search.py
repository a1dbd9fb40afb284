"""`lemumi search`: decisions by words in any Latvian form, and by what they do."""
from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pipeline.corpus.highlight import Piece
    from pipeline.corpus.search import Found, Hit

COLUMNS = ("id", "date", "institution", "number", "title", "outcome", "document_type", "municipality", "file", "snippet")


def search(
    words: Annotated[list[str] | None, typer.Argument(
        help='Words in any form, "exact phrase", AND OR NOT, begin*. None: every decision that passes the filters.')] = None,
    folder: Annotated[Path, typer.Option("--in", help="The records, or the database itself.")] = Path("data/parsed"),
    municipality: Annotated[str | None, typer.Option(help="`Ogres novads` or its beginning.")] = None,
    institution: Annotated[str | None, typer.Option(help="The deciding body, or the beginning of its name.")] = None,
    date_from: Annotated[str | None, typer.Option("--from", help="2024, 2024-05 or 2024-05-31.")] = None,
    date_to: Annotated[str | None, typer.Option("--to", help="The last day meant.")] = None,
    cites: Annotated[list[str] | None, typer.Option(help='An act, and a place in it: "MK 483/2024 2. punkts".')] = None,
    voted: Annotated[list[str] | None, typer.Option(help='"Name:side": for, against, abstain, not_voting, absent.')] = None,
    person: Annotated[str | None, typer.Option(help="Someone the decision names in whatever part.")] = None,
    finding: Annotated[str | None, typer.Option("--has-finding", help="A code or its beginning, or `any`.")] = None,
    amount_over: Annotated[float | None, typer.Option(help="A sum in EUR that some point exceeds.")] = None,
    document_type: Annotated[str | None, typer.Option("--type", help="decision, minutes_item, order, …")] = None,
    action: Annotated[str | None, typer.Option(help="approve, amend, repeal, entrust, allocate, sell, lease, …")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many to show.")] = 20,
    sort: Annotated[str, typer.Option(help="best, newest or oldest.")] = "best",
    form: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
) -> None:
    """Finds decisions. `skolas kopiena` also finds `skolu kopienām`."""
    from pipeline.corpus.filters import Filters
    from pipeline.corpus.folder import NoRecords
    from pipeline.corpus.query import QueryError
    from pipeline.corpus.search import open_corpus
    from pipeline.corpus.search import search as run
    from pipeline.run.exits import Exit
    if form not in {"table", "json", "csv"} or sort not in {"best", "newest", "oldest"}:
        typer.echo("lemumi: --format is table, json or csv; --sort is best, newest or oldest", err=True)
        raise typer.Exit(Exit.USAGE)
    typed = " ".join(words or ())
    filters = Filters(municipality, institution, date_from, date_to, tuple(cites or ()), tuple(voted or ()), person, finding,
                      amount_over, document_type, action)
    try:
        found = run(open_corpus(folder), typed, filters, limit=limit, sort=sort)  # type: ignore[arg-type]
    except (QueryError, NoRecords) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    _SHOW[form](found)


def _plain(pieces: list[Piece], start: str = "", end: str = "") -> str:
    return "".join(f"{start}{p.text}{end}" if p.hit else p.text for p in pieces)


def _row(hit: Hit) -> dict[str, Any]:
    row = {name: getattr(hit, name) for name in COLUMNS}
    return {**row, "snippet": _plain(hit.snippet, "[", "]")}


def _json(found: Found) -> None:
    import orjson
    body = {"total": found.total, "hits": [_row(hit) for hit in found.hits]}
    sys.stdout.write(orjson.dumps(body, option=orjson.OPT_INDENT_2).decode() + "\n")


def _csv(found: Found) -> None:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(hit) for hit in found.hits)
    sys.stdout.write(buffer.getvalue())


def _table(found: Found) -> None:
    from rich.console import Console
    from rich.markup import escape
    console = Console()
    for hit in found.hits:
        head = " · ".join(filter(None, (hit.date, hit.institution, f"Nr. {hit.number}" if hit.number else None, hit.outcome)))
        title = "".join(f"[b]{escape(p.text)}[/b]" if p.hit else escape(p.text) for p in hit.title_pieces) or escape(hit.id)
        console.print(f"{title}\n  [dim]{escape(head)}[/dim]  {escape(hit.id)}", highlight=False, soft_wrap=True)
        if hit.snippet:
            words = "".join(f"[b yellow]{escape(p.text)}[/b yellow]" if p.hit else escape(p.text) for p in hit.snippet)
            console.print(f"  … {words} …", highlight=False, soft_wrap=True)
    typer.echo(f"{found.total} decisions, {len(found.hits)} shown, {found.milliseconds:.0f} ms", err=True)


_SHOW = {"table": _table, "json": _json, "csv": _csv}
