"""`lemumi audit`: does every cited act match, on the decision's day?"""
from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from pipeline.audit.audit import Audit
    from pipeline.audit.rows import Row

STRICT, BAD_INPUT = 1, 2
SHOWN = 200


def audit(
    folder: Annotated[Path, typer.Argument(help="The records: `data/parsed`, or a .jsonl file.")] = Path("data/parsed"),
    registry: Annotated[Path | None, typer.Option(help="Your own registry (JSONL), laid over the shipped one.")] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json or html.")] = "table",
    out: Annotated[Path | None, typer.Option(help="Where to write csv, json or html; without it: standard output.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when anything but match or unknown remains.")] = False,
    accept: Annotated[Path | None, typer.Option(help="CSV of reviewed exceptions (docs/AUDIT.md).")] = None,
    act: Annotated[str | None, typer.Option(help='Only citations of one act, e.g. "MK 483/2024".')] = None,
) -> None:
    """Holds every cited act against the registry: number, date, title, place, in force on the decision's day."""
    from pipeline.audit.accept import AcceptError, read_accepted
    from pipeline.audit.audit import AuditError, read_records
    from pipeline.audit.audit import audit as run
    from pipeline.registry.store import RegistryError, load
    if form not in {"table", "csv", "json", "html"}:
        typer.echo(f"lemumi: --format {form}: must be table, csv, json or html", err=True)
        raise typer.Exit(BAD_INPUT)
    try:
        known = load(registry)
        result = run(read_records(folder), known, read_accepted(accept) if accept else None)
    except (AuditError, AcceptError, RegistryError) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(BAD_INPUT) from error
    rows = result.rows
    if act:
        from pipeline.registry.names import find
        wanted = {(e.type, e.number, e.date, e.title.casefold()) for e in find(act, known)}
        rows = [r for r in rows if r.act == act or any(_cites(r, w) for w in wanted)]
    _emit(result, rows, form, out)
    if strict and result.open:
        raise typer.Exit(STRICT)


def _cites(row: Row, wanted: tuple[str, str | None, str | None, str]) -> bool:
    kind, number, date, title = wanted
    if row.kind != kind:
        return False
    return (row.cited_number, row.cited_date) == (number, date) if number else row.act == f"likums:{title}"


def _emit(result: Audit, rows: list[Row], form: Literal["table", "csv", "json", "html"] | str, out: Path | None) -> None:
    if form == "table":
        _table(result, rows)
        return
    if form == "csv":
        body = _csv(rows)
    elif form == "json":
        import orjson
        report = {"records": result.records, "counts": result.counts, "rows": rows, "findings": result.findings,
                  "links": result.corpus.links, "absent": result.corpus.absent, "chains": result.corpus.chains}
        body = orjson.dumps(report, option=orjson.OPT_INDENT_2).decode()
    else:
        from dataclasses import replace

        from pipeline.audit.html_report import html_report
        body = html_report(replace(result, rows=rows))
    if out:
        draft = out.with_name(out.name + ".part")
        draft.write_text(body, encoding="utf-8", newline="")
        draft.replace(out)
        typer.echo(f"{len(rows)} citations in {out}", err=True)
    else:
        sys.stdout.write(body)


def _csv(rows: list[Row]) -> str:
    from pipeline.audit.rows import COLUMNS
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.as_dict() for row in rows)
    return buffer.getvalue()


def _table(result: Audit, rows: list[Row]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table
    console = Console()
    summary = Table("verdict", "citations", title=f"{result.records} decisions, {len(result.rows)} citations")
    for verdict, count in result.counts.items():
        summary.add_row(verdict, str(count))
    console.print(summary)
    looked = [r for r in rows if r.verdict not in {"match", "unknown"}] or rows
    detail = Table("verdict", "decision", "words on the page", "reason", show_lines=True)
    for row in looked[:SHOWN]:
        place = f"{row.decision}" + (f", p. {row.page}" if row.page else "")
        verdict = row.verdict + (" (accepted)" if row.accepted else "")
        detail.add_row(verdict, escape(place), escape(row.words), escape(row.reason))
    console.print(detail)
    if len(looked) > SHOWN:
        console.print(f"… and {len(looked) - SHOWN} more: --format csv or html")
    for act, count in result.corpus.absent[:10]:
        console.print(f"cited, not in the corpus: {escape(act)} × {count}", soft_wrap=True)
