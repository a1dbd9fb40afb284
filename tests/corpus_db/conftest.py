"""A small corpus: the written decisions of tests/corpus/dev as records in a folder, indexed once for tests that only read."""
from __future__ import annotations

import copy
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from bench.generate_records import written_records
from pipeline.corpus.index import build_index
from pipeline.corpus.search import open_corpus
from pipeline.run.store import file_of

Record = dict[str, Any]


def write(folder: Path, records: list[Record]) -> None:
    """Each record as its own file, as a run leaves them."""
    for record in records:
        path = folder / file_of(record["id"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(orjson.dumps(record) + b"\n")


@pytest.fixture
def records() -> list[Record]:
    return copy.deepcopy(written_records())


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, written_records())
    build_index(folder)
    return folder


@pytest.fixture
def db(corpus: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_corpus(corpus)) as connection:
        yield connection


def dump(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table for people, with decisions and persons named by file and key instead of by number."""
    from pipeline.corpus.schema import TABLES
    with closing(open_corpus(folder)) as connection:
        files = dict(connection.execute("SELECT decision, file FROM decisions"))
        keys = dict(connection.execute("SELECT person, key FROM persons"))
        numbers = {"ref", "point", "vote", "parent", "antecedent"}

        def named(table: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple(files.get(v) if c == "decision" else keys.get(v) if c == "person"
                         else (files[v // 100_000], v % 100_000) if c in numbers and v is not None else v
                         for c, v in zip(table.names, row, strict=True))

        return {table.name: sorted((named(table, row) for row in connection.execute(f'SELECT * FROM "{table.name}"')), key=repr)
                for table in TABLES}
