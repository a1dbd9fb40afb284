"""What is known of every file ever parsed into an output folder: one SQLite file, `.lemumi/ledger.sqlite`.

A file's row and the names of its records change in one transaction, after the records are on the disk.
"""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from pipeline.run.discover import Input
from pipeline.run.version import tools

#: A file, its sha256, its key (`version.file_key`), status, row in run.json, and its records: file under the output, part, id.
Entry = tuple[Input, str | None, str | None, str, dict[str, Any], list[tuple[str, int, str]]]

SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
  name TEXT PRIMARY KEY, location TEXT NOT NULL, root TEXT NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
  sha256 TEXT, key TEXT, status TEXT NOT NULL, tools TEXT NOT NULL DEFAULT '',
  present INTEGER NOT NULL DEFAULT 1, row BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS records (
  file TEXT PRIMARY KEY, name TEXT NOT NULL, part INTEGER NOT NULL, id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_of_file ON records (name, part);
CREATE INDEX IF NOT EXISTS records_of_id ON records (id);
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds of one file."""

    name: str
    location: str
    root: str
    size: int
    stamp: str
    sha256: str | None
    key: str | None
    status: str
    tools: str


class Ledger:
    """Open for one run; a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=FULL")
        self.db.executescript(SCHEMA)
        #: Nothing stands in it yet: it need not be asked.
        self.blank = self.db.execute("SELECT 1 FROM files LIMIT 1").fetchone() is None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def begin(self) -> None:
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        if self.db.in_transaction:
            self.db.execute("COMMIT")

    def state(self, key: str) -> str | None:
        found = self.db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    def set_state(self, key: str, value: str) -> None:
        self.db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    def known(self, name: str) -> Known | None:
        if self.blank:
            return None
        found = self.db.execute(
            "SELECT name, location, root, size, stamp, sha256, key, status, tools FROM files WHERE name = ?",
            (name,)).fetchone()
        return Known(*found) if found else None

    def write(self, entries: list[Entry]) -> None:
        """Files anew, each with exactly the records given."""
        had, self.blank = tools(), False
        self.db.executemany("INSERT OR REPLACE INTO files VALUES (?,?,?,?,?,?,?,?,?,1,?)", [
            (one.name, one.location, one.root, one.size, one.stamp, sha256, key, status, had, orjson.dumps(row))
            for one, sha256, key, status, row, _ in entries])
        self.db.executemany("DELETE FROM records WHERE name = ?", [(one.name,) for one, *_ in entries])
        self.db.executemany("INSERT OR REPLACE INTO records VALUES (?,?,?,?)", [
            (file, one.name, part, id) for one, *_, records in entries for file, part, id in records])

    def restamp(self, one: Input) -> None:
        """The same content under a new time stamp or in a moved folder."""
        self.db.execute("UPDATE files SET location = ?, root = ?, size = ?, stamp = ?, present = 1 WHERE name = ?",
                        (one.location, one.root, one.size, one.stamp, one.name))

    def mark_present(self, name: str) -> None:
        self.db.execute("UPDATE files SET present = 1 WHERE name = ? AND present = 0", (name,))

    def row_of(self, name: str) -> bytes:
        """The file's row in run.json, as JSON."""
        found = self.db.execute("SELECT row FROM files WHERE name = ?", (name,)).fetchone()
        return bytes(found[0])

    def forget(self, name: str) -> None:
        self.db.execute("DELETE FROM files WHERE name = ?", (name,))
        self.db.execute("DELETE FROM records WHERE name = ?", (name,))

    def mark_removed(self, roots: list[str], found: set[str]) -> None:
        """Files of these roots that are no longer there keep their row and records, marked."""
        for name, root in self.db.execute("SELECT name, root FROM files WHERE present = 1").fetchall():
            if root in roots and name not in found:
                self.db.execute("UPDATE files SET present = 0 WHERE name = ?", (name,))

    def files_of(self, name: str) -> list[str]:
        return [str(r[0]) for r in self.db.execute("SELECT file FROM records WHERE name = ? ORDER BY part, file", (name,))]

    def owner(self, file: str) -> str | None:
        found = self.db.execute("SELECT name FROM records WHERE file = ?", (file,)).fetchone()
        return str(found[0]) if found else None

    def rows(self) -> Iterator[tuple[str, str, str | None, bool, bytes]]:
        """(name, status, sha256, present, the row in run.json as JSON) of every file, by name."""
        for name, status, sha256, present, row in self.db.execute(
                "SELECT name, status, sha256, present, row FROM files ORDER BY name"):
            yield name, status, sha256, bool(present), row

    def record_files(self) -> Iterator[str]:
        """Every record file in the order of the corpus: by source name, then part."""
        for (file,) in self.db.execute("SELECT file FROM records ORDER BY name, part, file"):
            yield str(file)

    def shared_ids(self) -> dict[str, list[tuple[str, str]]]:
        """Ids that several records claim: id → (source name, file), by source name and part."""
        found: dict[str, list[tuple[str, str]]] = {}
        query = ("SELECT id, name, file FROM records WHERE id IN (SELECT id FROM records GROUP BY id HAVING count(*) > 1) "
                 "ORDER BY id, name, part, file")
        for id, name, file in self.db.execute(query):
            found.setdefault(str(id), []).append((str(name), str(file)))
        return found
