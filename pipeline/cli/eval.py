"""`lemumi eval`: how right the records are."""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of documents, each with NAME.gold.json beside it.")],
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Every difference.")] = False,
    write: Annotated[Path | None, typer.Option(help="Rewrite this report, e.g. docs/ACCURACY.md.")] = None,
    heldout: Annotated[Path | None, typer.Option(help="A second folder, of decisions no rule was developed on.")] = None,
) -> None:
    """Parses the gold documents and scores every field: exact match for single values, F1 for sets."""
    from pipeline.eval.report import report, table
    from pipeline.eval.score import score_folder
    from pipeline.run.exits import Exit
    try:
        scores = score_folder(gold)
        unseen = score_folder(heldout) if heldout else None
    except (OSError, ValueError) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    if verbose:
        for document in scores.documents:
            for line in document.wrong:
                typer.echo(f"{document.name}: {line}")
    typer.echo(table(scores.tallies))
    if unseen:
        typer.echo(f"\n{heldout}\n{table(unseen.tallies)}")
    if write:
        write.write_text(report(scores, unseen), encoding="utf-8")
