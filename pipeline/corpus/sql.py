"""SQL on the database: reading only, and not for ever."""
from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.corpus.folder import NoRecords
from pipeline.corpus.search import open_corpus

#: Virtual machine steps between two looks at the clock.
STEPS = 20_000
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_PRAGMAS = {"data_version", "table_info", "table_xinfo", "index_list", "index_info", "table_list"}


class SqlError(ValueError):
    """A statement that is wrong, not allowed, or took too long; the message says which."""


@dataclass(frozen=True, slots=True)
class Answer:
    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def open_reading(path: str | Path) -> sqlite3.Connection:
    """The database with everything refused but reading: no writing, no attaching of other files. Raises `NoRecords`."""
    db = open_corpus(path)

    def allow(action: int, first: str | None, *_: str | None) -> int:
        fine = ((action in _READING and first != "load_extension")
                or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
                # how FTS5 declares its columns when a query first uses MATCH; the file itself is open for reading only
                or (action == sqlite3.SQLITE_UPDATE and first == "sqlite_master"))
        return sqlite3.SQLITE_OK if fine else sqlite3.SQLITE_DENY

    db.execute("PRAGMA query_only = ON")
    db.set_authorizer(allow)
    return db


def ask(db: sqlite3.Connection, statement: str, seconds: float = 10.0) -> Answer:
    """Runs one SELECT; the rows come as they are read. Raises `SqlError`, also from the rows."""
    until = time.monotonic() + seconds
    late = False

    def look() -> int:
        nonlocal late
        late = time.monotonic() > until
        return int(late)

    def explained(error: sqlite3.Error | sqlite3.Warning) -> SqlError:
        return SqlError(f"not done within {seconds:g} s; --time-limit allows more" if late else str(error))

    db.set_progress_handler(look, STEPS)
    try:
        cursor = db.execute(statement)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise explained(error) from error
    if cursor.description is None:
        raise SqlError("a SELECT is needed")

    def rows() -> Iterator[tuple[Any, ...]]:
        try:
            yield from cursor
        except sqlite3.Error as error:
            raise explained(error) from error

    return Answer(tuple(column[0] for column in cursor.description), rows())


__all__ = ["Answer", "NoRecords", "SqlError", "ask", "open_reading"]
