"""Writes the tables of docs/CORPUS.md anew from the schema: `python scripts/build_corpus_docs.py`."""
from __future__ import annotations

from pathlib import Path

from pipeline.corpus.schema import documentation

PAGE = Path(__file__).resolve().parent.parent / "docs" / "CORPUS.md"
START, END = "<!-- tables: written by scripts/build_corpus_docs.py -->", "<!-- end of tables -->"


def page(had: str) -> str:
    """The page with the tables as the schema has them."""
    before, after = had.split(START)[0], had.split(END)[1]
    return f"{before}{START}\n\n{documentation()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
