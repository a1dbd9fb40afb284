"""What each page says: a function a page, `(database, what was asked) → Page`. Raises `NoSuchPage`, `QueryError`."""
from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.serve.words import Words

#: Rows on one page of a list.
PAGE_ROWS = 50


class NoSuchPage(Exception):
    """Nothing in the corpus has this key."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`key`: what the address names, None for a list; `given`: the query's parameters, the first of each; `raw`: where the
    documents lie, None when nobody knows."""

    key: str | None
    given: Mapping[str, str]
    words: Words
    raw: Path | None = None

    @property
    def number(self) -> int:
        """The page of a list, from 1."""
        typed = self.given.get("p", "1")
        return min(max(1, int(typed)), 100_000) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1

    @property
    def offset(self) -> int:
        return (self.number - 1) * PAGE_ROWS

    def named(self) -> str:
        """The key. Raises `NoSuchPage` when the address has none."""
        if self.key is None:
            raise NoSuchPage
        return self.key


@dataclass(frozen=True, slots=True)
class Page:
    """`facts` fill the template and are the JSON, unless `body` is; `columns` and `rows` are the CSV."""

    template: str
    facts: dict[str, Any]
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    body: bytes | None = None


def pager(asked: Asked, total: int) -> dict[str, Any]:
    """What the links between the pages of a list need."""
    return {"number": asked.number, "last": max(1, -(-total // PAGE_ROWS)), "total": total}


def dicts(db: sqlite3.Connection, statement: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Rows by column name."""
    cursor = db.execute(statement, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def one(db: sqlite3.Connection, statement: str, values: Sequence[Any] = ()) -> dict[str, Any]:
    """The first row. Raises `NoSuchPage` when there is none."""
    found = dicts(db, statement, values)
    if not found:
        raise NoSuchPage
    return found[0]


def pairs(db: sqlite3.Connection, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, int]]:
    """Rows of two columns: what, how many."""
    return [(what, int(many)) for what, many in db.execute(statement, values)]


def of_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[list[Any]]:
    """Dictionaries as rows of a CSV."""
    return [[row.get(name) for name in columns] for row in rows]
