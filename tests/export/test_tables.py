"""Parquet and CSV, read back by pyarrow, DuckDB and the csv module: every row, every type."""
from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet
import pytest

from pipeline.corpus.schema import TABLES
from pipeline.export.tables import export_csv, export_parquet


def rows(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return db.execute(f'SELECT * FROM "{table}"').fetchall()


def test_parquet_holds_every_row_and_says_what_it_means(corpus: Path, db: sqlite3.Connection, tmp_path: Path) -> None:
    count = export_parquet(corpus, tmp_path)
    assert count == sum(len(rows(db, table.name)) for table in TABLES)
    for table in TABLES:
        read = parquet.read_table(tmp_path / f"{table.name}.parquet")
        assert sorted(map(repr, zip(*(c.to_pylist() for c in read.columns), strict=True))) == sorted(
            map(repr, rows(db, table.name)))
        meanings = {f.name: (f.metadata or {}).get(b"meaning", b"").decode() for f in read.schema}
        assert meanings == {c.name: c.meaning for c in table.columns}


def test_duckdb_answers_what_sqlite_answers(corpus: Path, db: sqlite3.Connection, tmp_path: Path) -> None:
    export_parquet(corpus, tmp_path)
    question = ("SELECT a.act, count(*) AS n FROM {refs} r JOIN {acts} a ON a.act = r.act "
                "GROUP BY a.act ORDER BY n DESC, a.act LIMIT 10")
    asked = duckdb.connect().execute(question.format(refs=f"'{tmp_path}/refs.parquet'", acts=f"'{tmp_path}/acts.parquet'"))
    assert asked.fetchall() == db.execute(question.format(refs="refs", acts="acts")).fetchall()


@pytest.mark.parametrize("group", [1, 7])
def test_row_groups_change_nothing(corpus: Path, tmp_path: Path, group: int, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "many").mkdir()
    export_parquet(corpus, tmp_path / "one")
    monkeypatch.setattr("pipeline.export.tables.GROUP", group)
    export_parquet(corpus, tmp_path / "many")
    for table in TABLES:
        one, many = (parquet.read_table(tmp_path / folder / f"{table.name}.parquet") for folder in ("one", "many"))
        assert one.equals(many)


def test_csv_holds_every_row(corpus: Path, db: sqlite3.Connection, tmp_path: Path) -> None:
    export_csv(corpus, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    for table in TABLES:
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            head, *body = csv.reader(stream)
        assert head == list(table.names) == described[table.name]
        assert sorted(body) == sorted([["" if v is None else str(v) for v in row] for row in rows(db, table.name)])
