"""Rows into an open database: a record put in, or taken out with every row and word it brought."""
from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import orjson

from pipeline.corpus.folder import Listed
from pipeline.corpus.lemmas import fold
from pipeline.corpus.people import TABLES, full_names, persons_of
from pipeline.corpus.rows import Rows, acts_of, person_key, rows_of
from pipeline.corpus.schema import BY_NAME, OWNED
from pipeline.corpus.words import Words
from pipeline.latvian.slug import slug

INSERTS = {name: table.insert() for name, table in BY_NAME.items()}
INSERT_WORDS = "INSERT INTO _words (rowid, title, body, title_exact, body_exact) VALUES (?,?,?,?,?)"
DELETE_WORDS = "INSERT INTO _words (_words, rowid, title, body, title_exact, body_exact) VALUES ('delete',?,?,?,?,?)"

#: Records between two rounds of inserts.
BATCH = 400


class BadRecord(Exception):
    """A record that is no JSON, or lacks what every record has."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record's rows and words, ready to be written."""

    listed: Listed
    body: bytes
    digest: bytes
    decision: int
    rows: Rows
    acts: set[str]
    words: tuple[str, str, str, str]


class Writer:
    """Gathers rows and writes them in rounds; nothing is committed here."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.words = Words()
        self.persons: dict[str, int] = dict(db.execute("SELECT key, person FROM persons"))
        self.full_names = full_names(db)
        self.written: list[int] = []
        self.left: set[int] = set()
        self.acts: set[str] = set()
        self._next_person = max(self.persons.values(), default=0) + 1
        self._next_decision = int(db.execute("SELECT coalesce(max(decision), 0) + 1 FROM _stamps").fetchone()[0])
        self._rows: Rows = defaultdict(list)
        self._words: list[tuple[Any, ...]] = []
        self._stamps: list[tuple[Any, ...]] = []
        self._records: list[tuple[Any, ...]] = []

    def prepare(self, listed: Listed, body: bytes, digest: bytes) -> Prepared:
        """What a record brings; nothing is written yet. Raises `BadRecord`."""
        decision = self._next_decision
        try:
            record = orjson.loads(body)
            rows = rows_of(record, decision, listed.file, listed.removed, self.person)
            prepared = Prepared(listed, body, digest, decision, rows, acts_of(record),
                                self.words.columns(record["title"], record["text"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadRecord(f"{listed.file}: {error!r}") from error
        self._next_decision += 1
        return prepared

    def put(self, prepared: Prepared) -> None:
        """A record that is not in the database."""
        for table, rows in prepared.rows.items():
            self._rows[table] += rows
        self.acts |= prepared.acts
        self.written.append(prepared.decision)
        self._words.append((prepared.decision, *prepared.words))
        self._stamps.append((prepared.decision, prepared.listed.file, stamp_of(prepared.listed), prepared.digest))
        self._records.append((prepared.decision, zlib.compress(prepared.body, 1)))
        if len(self._records) >= BATCH:
            self.flush()

    def take_out(self, decision: int) -> None:
        """Every row and word of a decision. Its acts are remembered, to be looked at again."""
        title, text = self.db.execute("SELECT d.title, t.text FROM decisions d JOIN texts t ON t.decision = d.decision "
                                      "WHERE d.decision = ?", (decision,)).fetchone()
        self.db.execute(DELETE_WORDS, (decision, *self.words.columns(title, text)))
        for table in ("refs", "relations"):
            self.acts |= {act for (act,) in self.db.execute(f"SELECT act FROM {table} WHERE decision = ?", (decision,))}
        self.left |= persons_of(self.db, decision)
        for one in OWNED:
            self.db.execute(f'DELETE FROM "{one.name}" WHERE decision = ?', (decision,))
        for internal in ("_stamps", "_records"):
            self.db.execute(f"DELETE FROM {internal} WHERE decision = ?", (decision,))

    def flush(self) -> None:
        """Writes what was gathered."""
        for table, rows in self._rows.items():
            if rows:
                self.db.executemany(INSERTS[table], rows)
        self._rows.clear()
        self.db.executemany(INSERT_WORDS, self._words)
        self.db.executemany("INSERT INTO _stamps VALUES (?,?,?,?)", self._stamps)
        self.db.executemany("INSERT INTO _records VALUES (?,?)", self._records)
        self.db.executemany("INSERT OR IGNORE INTO _forms VALUES (?,?,?)", self.words.take_new())
        self._words.clear()
        self._stamps.clear()
        self._records.clear()

    def drop_nobodies(self) -> None:
        """Persons whom no row names any more."""
        named = " AND ".join(f'NOT EXISTS (SELECT 1 FROM "{name}" t WHERE t.person = persons.person)' for name in TABLES)
        self.db.execute(f"DELETE FROM persons WHERE {named}")
        self.persons = dict(self.db.execute("SELECT key, person FROM persons"))

    def person(self, institution: str | None, name: str) -> int:
        key = person_key(institution, name)
        known = self.persons.get(key)
        if known is None:
            known = self.persons[key] = self._next_person
            self._next_person += 1
            self._rows["persons"].append(
                (known, key, name, fold(name.lower()), institution, slug(institution) if institution else None))
        return known


def stamp_of(listed: Listed) -> str:
    """The stamp a record is known by; a document that left the input folder changes it too."""
    return f"{listed.stamp}-" if listed.removed else listed.stamp
