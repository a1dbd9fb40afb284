"""`lemumi stats`: figures over the corpus."""
from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.corpus.stats import Statistics


#: Years with a column of their own.
YEARS = 5


def stats(
    folder: Annotated[Path, typer.Argument(help="The records, or the database itself.")] = Path("data/parsed"),
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Decisions by municipality and year, findings, and how much of each field the records hold."""
    from pipeline.corpus.folder import NoRecords
    from pipeline.corpus.search import open_corpus
    from pipeline.corpus.stats import statistics
    from pipeline.run.exits import Exit
    if form not in {"table", "json"}:
        typer.echo("lemumi: --format is table or json", err=True)
        raise typer.Exit(Exit.USAGE)
    try:
        found = statistics(open_corpus(folder))
    except NoRecords as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    if form == "json":
        import orjson
        sys.stdout.write(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        _table(found)


def _table(found: Statistics) -> None:
    from rich.console import Console
    from rich.table import Table
    console = Console()
    console.print(", ".join(f"{n} {name}" for name, n in found.totals.items()), soft_wrap=True)
    years = sorted({year for _, year, _ in found.by_municipality if year}, reverse=True)
    shown, older = years[:YEARS], set(years[YEARS:])
    table = Table("municipality", title="Decisions")
    for head in (*map(str, shown), "before", "undated", "all"):
        table.add_column(head, justify="right", no_wrap=True)
    counts: dict[str | None, Counter[str]] = {}
    for name, year, n in found.by_municipality:
        head = "undated" if year is None else "before" if year in older else str(year)
        counts.setdefault(name, Counter()).update({head: n, "all": n})
    for name, row in counts.items():
        table.add_row(name or "–", *(str(row[h] or "") for h in (*map(str, shown), "before", "undated", "all")))
    console.print(table)
    coverage = Table("field", "decisions that hold it", title="Coverage")
    for name, share in found.coverage.items():
        coverage.add_row(name, f"{share:.1%}")
    console.print(coverage)
    findings = Table("finding", "severity", "findings", "decisions", title="Findings")
    for code, severity, n, decisions in found.findings:
        findings.add_row(code, severity, str(n), str(decisions))
    console.print(findings)
