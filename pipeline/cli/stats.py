"""`lemumi stats`: figures over the corpus."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.corpus.stats import Statistics


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
    years = sorted({year for _, year, _ in found.by_municipality if year})
    counts = {(name, year): n for name, year, n in found.by_municipality}
    names = list(dict.fromkeys(name for name, _, _ in found.by_municipality))
    table = Table("municipality", *(str(year) for year in years), "undated", "all", title="Decisions")
    for name in names:
        row = [counts.get((name, year), 0) for year in (*years, None)]
        table.add_row(name or "–", *(str(n or "") for n in row), str(sum(row)))
    console.print(table)
    coverage = Table("field", "decisions that hold it", title="Coverage")
    for name, share in found.coverage.items():
        coverage.add_row(name, f"{share:.1%}")
    console.print(coverage)
    findings = Table("finding", "severity", "findings", "decisions", title="Findings")
    for code, severity, n, decisions in found.findings:
        findings.add_row(code, severity, str(n), str(decisions))
    console.print(findings)
