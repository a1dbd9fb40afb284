"""`lemumi schema`: the JSON Schema of a record."""
from __future__ import annotations

import typer


def schema() -> None:
    """Prints the JSON Schema (draft 2020-12) that every emitted record is checked against."""
    from pipeline.records.schema import schema_text
    typer.echo(schema_text(), nl=False)
