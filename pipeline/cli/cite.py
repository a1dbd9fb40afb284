"""`lemumi cite`: what is read in a sentence."""

from __future__ import annotations

from typing import Annotated

import typer


def cite(
    sentence: Annotated[str, typer.Argument(help="Any Latvian text; `-` reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="The references as JSON.")] = False,
) -> None:
    """Prints every legal reference of a sentence: which act, where in it, and the words that say so."""
    import json
    import sys

    from pipeline.extract.references import find_references

    text = sys.stdin.read() if sentence == "-" else sentence
    found = find_references(text)
    if as_json:
        typer.echo(json.dumps([r.model_dump() for r in found], ensure_ascii=False, indent=2))
        return
    for reference in found:
        places = "; ".join(", ".join(f"{unit} {value}" for unit, value in p.items()) for p in reference.pinpoints)
        typer.echo(f"{reference.act}\t{reference.form}\t{places or '–'}\t{text[slice(*reference.span)]}")
    if not found:
        typer.echo("no reference", err=True)
