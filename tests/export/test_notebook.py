"""The notebook runs from its first cell to its last, and its figures are the database's."""
from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import nbformat
import pytest

from pipeline.corpus.search import open_corpus
from scripts.build_notebook import PAGE, execute, make_parquet, notebook


def outputs(book: Any) -> list[Any]:
    return [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]


def test_the_page_is_what_the_script_writes_and_was_executed() -> None:
    page = nbformat.read(PAGE, as_version=4)
    assert [c.source for c in page.cells] == [c.source for c in notebook().cells], "python scripts/build_notebook.py"
    kinds = [output.output_type for output in outputs(page)]
    assert "error" not in kinds and "stream" not in kinds
    assert kinds.count("display_data") == 4


@pytest.mark.slow
def test_it_runs_and_says_what_the_database_says(tmp_path: Path) -> None:
    parquet = make_parquet(tmp_path, 400)
    book = execute(notebook(), parquet)
    assert "error" not in [output.output_type for output in outputs(book)]
    said = [output.data["text/html"] for output in outputs(book) if output.output_type == "execute_result"]
    with closing(open_corpus(tmp_path)) as db:
        assert said[0].count("<tr") == 2 and "<td>400</td>" in said[0]
        title, count = _most_cited(db)
        assert title[:40] in said[1] and f"<td>{count}</td>" in said[1]


def _most_cited(db: sqlite3.Connection) -> tuple[str, int]:
    title, count = db.execute(
        "SELECT coalesce(a.title, a.act), count(DISTINCT r.decision) AS n FROM refs r JOIN acts a ON a.act = r.act "
        "GROUP BY a.act ORDER BY n DESC, 1 LIMIT 1").fetchone()
    return str(title), int(count)
