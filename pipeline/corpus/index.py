"""`corpus.sqlite` from the records: built anew into a draft that takes the old file's place, or mended in one transaction.

Killed at any moment it leaves the database as it was before or as it is after; SQLite's journal undoes half a transaction.
"""
from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.corpus.acts import refresh, refresh_all
from pipeline.corpus.folder import Listed, list_records
from pipeline.corpus.people import join_again, join_all
from pipeline.corpus.schema import BY_NAME, DATABASE_VERSION, INTERNAL, INTERNAL_INDEXES, TABLES, VIEWS
from pipeline.corpus.writer import BadRecord, Prepared, Writer, stamp_of

NAME = "corpus.sqlite"
#: More changed records than this share of the corpus, and building anew is quicker than mending.
SHARE_ANEW = 0.3

Progress = Callable[[int, int], None]  # done, of


@dataclass(slots=True)
class Indexed:
    """What an index run did. `unreadable`: records that could not be read, and why; what the database had of them stays."""

    records: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    unreadable: list[str] = field(default_factory=list)
    anew: bool = False
    seconds: float = 0.0

    @property
    def unchanged(self) -> int:
        return self.records - self.added - self.changed


def build_index(folder: Path, database: Path | None = None, anew: bool = False, progress: Progress | None = None) -> Indexed:
    """Brings the database of a records folder up to date, making it when there is none or it is of another version.

    Raises `NoRecords`, `RunError` (another process is at work on it, or it cannot be written).
    """
    from pipeline.run.lock import locked
    started = time.monotonic()
    target = database or folder / NAME
    listed = list_records(folder)
    with locked(target.parent):
        plan = None if anew else _plan(target, listed)
        done = _build(target, listed, progress) if plan is None else _mend(target, plan, progress)
    done.seconds = time.monotonic() - started
    return done


@dataclass(slots=True)
class _Plan:
    new: list[Listed]
    touched: list[tuple[int, bytes, Listed]]  # decision, digest, the record now
    gone: list[int]
    records: int


def _plan(target: Path, listed: list[Listed]) -> _Plan | None:
    """What must change; None when the database must be made anew."""
    if not target.is_file():
        return None
    try:
        with contextlib.closing(sqlite3.connect(target)) as db:
            version = db.execute("SELECT value FROM _meta WHERE key = 'version'").fetchone()
            known = {file: (decision, stamp, digest) for decision, file, stamp, digest in db.execute(
                "SELECT decision, file, stamp, hash FROM _stamps")}
    except sqlite3.DatabaseError:
        return None
    if version != (DATABASE_VERSION,):
        return None
    plan = _Plan([], [], [], len(listed))
    for one in listed:
        had = known.pop(one.file, None)
        if had is None:
            plan.new.append(one)
        elif had[1] != stamp_of(one):
            plan.touched.append((had[0], had[2], one))
    plan.gone = [decision for decision, _, _ in known.values()]
    changes = len(plan.new) + len(plan.touched) + len(plan.gone)
    return None if changes > max(1000, SHARE_ANEW * len(listed)) else plan


def _mend(target: Path, plan: _Plan, progress: Progress | None) -> Indexed:
    from pipeline.registry.store import load
    done = Indexed(records=plan.records)
    if not (plan.new or plan.touched or plan.gone):
        return done
    of = len(plan.new) + len(plan.touched)
    with contextlib.closing(sqlite3.connect(target, isolation_level=None, timeout=60)) as db:
        db.execute("BEGIN IMMEDIATE")
        writer = Writer(db)
        for decision in plan.gone:
            writer.take_out(decision)
        for n, (decision, digest, one) in enumerate(plan.touched):
            done.changed += _replace(db, writer, decision, digest, one, done)
            if progress:
                progress(n + 1, of)
        for n, one in enumerate(plan.new):
            done.added += _put(writer, one, done)
            if progress:
                progress(len(plan.touched) + n + 1, of)
        writer.flush()
        join_again(db, writer.full_names, writer.written, writer.left, writer.person)
        writer.flush()
        writer.drop_nobodies()
        if writer.acts:
            refresh(db, writer.acts, load())
        db.execute("COMMIT")
    done.removed = len(plan.gone)
    return done


def _replace(db: sqlite3.Connection, writer: Writer, decision: int, digest: bytes, one: Listed, done: Indexed) -> bool:
    """A record whose stamp changed: put in again when its content did."""
    prepared = _prepare(writer, one, done)
    if prepared is None:
        return False
    if prepared.digest == digest:
        db.execute("UPDATE _stamps SET stamp = ? WHERE decision = ?", (stamp_of(one), decision))
        db.execute("UPDATE decisions SET removed = ? WHERE decision = ?", (int(one.removed), decision))
        return False
    writer.take_out(decision)
    writer.put(prepared)
    return True


def _put(writer: Writer, one: Listed, done: Indexed) -> bool:
    prepared = _prepare(writer, one, done)
    if prepared is not None:
        writer.put(prepared)
    return prepared is not None


def _prepare(writer: Writer, one: Listed, done: Indexed) -> Prepared | None:
    try:
        body = one.read()
        return writer.prepare(one, body, _digest(body))
    except OSError as error:
        done.unreadable.append(f"{one.file}: {error.strerror}")
    except BadRecord as error:
        done.unreadable.append(str(error))
    done.records -= 1
    return None


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()


def _build(target: Path, listed: list[Listed], progress: Progress | None) -> Indexed:
    """The whole database into `.corpus.sqlite.part`, which then takes the place of the old one."""
    from pipeline.registry.store import load
    done = Indexed(records=len(listed), anew=True)
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as db:
        for pragma in ("page_size=8192", "journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "locking_mode=EXCLUSIVE"):
            db.execute(f"PRAGMA {pragma}")
        _create(db)
        db.execute("BEGIN")
        writer = Writer(db)
        for n, one in enumerate(listed):
            done.added += _put(writer, one, done)
            if progress:
                progress(n + 1, len(listed))
        writer.flush()
        join_all(db)
        for table in TABLES:
            for statement in table.create_indexes():
                db.execute(statement)
        for statement in INTERNAL_INDEXES:
            db.execute(statement)
        refresh_all(db, load())
        db.execute("INSERT INTO _words (_words) VALUES ('optimize')")
        db.execute("INSERT INTO _meta VALUES ('version', ?)", (DATABASE_VERSION,))
        db.execute("COMMIT")
        db.execute("ANALYZE")
    _take_place(draft, target)
    return done


def _create(db: sqlite3.Connection) -> None:
    for table in TABLES:
        db.execute(table.create())
    for statement in INTERNAL:
        db.execute(statement)
    for name, (_, query) in VIEWS.items():
        db.execute(f'CREATE VIEW "{name}" AS {query}')
    db.execute("CREATE TABLE _columns (table_name TEXT, column_name TEXT, type TEXT, meaning TEXT)")
    db.executemany("INSERT INTO _columns VALUES (?,?,?,?)",
                   [(t.name, c.name, c.type, c.meaning) for t in BY_NAME.values() for c in t.columns])


def _take_place(draft: Path, target: Path) -> None:
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():  # left by a kill; it must not be played back into the new file
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(target)) as old:
            old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        journal.unlink(missing_ok=True)
    draft.replace(target)
