"""`lemumi export FORMAT`: the corpus for other programs."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

FORMATS = ("parquet", "csv", "popolo", "akn", "bagit", "opensearch", "docbin")


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(FORMATS))],
    folder: Annotated[Path, typer.Option("--in", help="The records.")] = Path("data/parsed"),
    out: Annotated[Path | None, typer.Option(help="A folder to make; default: data/export/FORMAT.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder when it is there.")] = False,
    originals: Annotated[Path | None, typer.Option(help="bagit: where the documents are now, if they moved.")] = None,
    source: Annotated[str | None, typer.Option("--source-organization", help="bagit: who hands the bag over.")] = None,
    validate: Annotated[bool, typer.Option("--validate", help="akn: hold each file against the official XSD.")] = False,
) -> None:
    """Writes the whole corpus as Parquet, CSV, Popolo, Akoma Ntoso, a BagIt bag, OpenSearch bulk files or spaCy DocBin."""
    from pipeline.corpus.folder import NoRecords
    from pipeline.corpus.index import build_index
    from pipeline.export.common import ExportError, whole
    from pipeline.run.exits import Exit, RunError
    if form not in FORMATS:
        typer.echo(f"lemumi: no format `{form}`; there are {', '.join(FORMATS)}", err=True)
        raise typer.Exit(Exit.USAGE)
    target = out or Path("data/export") / form
    try:
        build_index(folder)
        with whole(target, force) as draft:
            count = _writer(form, originals, source, validate)(folder, draft)
    except (NoRecords, ExportError) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    except RunError as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(error.exit) from error
    except OSError as error:
        typer.echo(f"lemumi: {target}: {error}", err=True)
        raise typer.Exit(Exit.ENVIRONMENT) from error
    typer.echo(f"{count} {_COUNTED[form]} in {target}")


_COUNTED = {"parquet": "rows", "csv": "rows", "popolo": "things", "akn": "documents", "bagit": "files",
            "opensearch": "documents", "docbin": "documents"}


def _writer(form: str, originals: Path | None, source: str | None, validate: bool) -> Callable[[Path, Path], int]:
    from functools import partial
    if form in ("parquet", "csv"):
        from pipeline.export.tables import export_csv, export_parquet
        return export_parquet if form == "parquet" else export_csv
    if form == "popolo":
        from pipeline.export.popolo import export_popolo
        return export_popolo
    if form == "akn":
        from pipeline.export.akn import export_akn
        return partial(export_akn, validate=validate)
    if form == "bagit":
        from pipeline.export.bag import export_bagit
        return partial(export_bagit, originals=originals, info={"Source-Organization": source} if source else None)
    if form == "opensearch":
        from pipeline.export.opensearch import export_opensearch
        return export_opensearch
    from pipeline.export.docbin import export_docbin
    return export_docbin
