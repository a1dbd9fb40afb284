"""Tables of Latvian that stand beside the code as `data/*.tsv`.

    table("pipeline.latvian", "places.tsv")   → [("Aglona", "Aglonas", "Aglonā"), …]

Cells are parted by tabs; lines that begin with `#` and empty lines say something to the reader only.
"""
from __future__ import annotations

from importlib.resources import files


def table(package: str, name: str) -> list[tuple[str, ...]]:
    """The rows of `data/<name>` in a package, in order."""
    lines = files(package).joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
