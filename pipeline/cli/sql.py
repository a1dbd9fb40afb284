"""`lemumi sql`: one SELECT on the tables of docs/CORPUS.md."""
from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.corpus.sql import Answer

SHOWN = 1000


def sql(
    statement: Annotated[str | None, typer.Argument(help="A SELECT; `-`: from standard input; none: lists the tables.")] = None,
    folder: Annotated[Path, typer.Option("--in", help="The records, or the database itself.")] = Path("data/parsed"),
    form: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
    time_limit: Annotated[float, typer.Option(min=0.01, help="Seconds the statement may take.")] = 10.0,
) -> None:
    """Asks the database in SQL. It is opened for reading only; the tables are described in docs/CORPUS.md."""
    from pipeline.corpus.sql import NoRecords, SqlError, ask, open_reading
    from pipeline.run.exits import Exit
    if form not in {"table", "json", "csv"}:
        typer.echo("lemumi: --format is table, json or csv", err=True)
        raise typer.Exit(Exit.USAGE)
    given = sys.stdin.read() if statement == "-" else statement or (
        "SELECT table_name, group_concat(column_name, ', ') AS columns FROM _columns GROUP BY table_name ORDER BY min(rowid)")
    try:
        _show(ask(open_reading(folder), given, time_limit), form)
    except (SqlError, NoRecords) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error


def _show(answer: Answer, form: str) -> None:
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
    elif form == "json":
        import orjson
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        sys.stdout.write(orjson.dumps(rows, option=orjson.OPT_INDENT_2, default=repr).decode() + "\n")
    else:
        from rich.console import Console
        from rich.markup import escape
        from rich.table import Table
        table = Table(*(escape(name) for name in answer.columns))
        more = False
        for n, row in enumerate(answer.rows):
            if n >= SHOWN:
                more = True
                break
            table.add_row(*("" if value is None else escape(str(value)) for value in row))
        Console().print(table)
        if more:
            typer.echo(f"the first {SHOWN} rows; --format csv gives all", err=True)
