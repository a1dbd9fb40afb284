"""Search: words and filters in, ranked decisions with the words that answer out. For the command, the pages and programs.

    >>> db = open_corpus("data/parsed")
    >>> search(db, "skolas kopiena", Filters(municipality="Ogre")).hits

Ranking is BM25 with the title's words counting more. Where a query fits more than `RANKED` decisions, its words are so common
that BM25 tells hits apart by little but length: then those with the words in their title come first, by BM25, the rest by
date.
"""
from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline.corpus.filters import Filters, conditions
from pipeline.corpus.folder import NoRecords
from pipeline.corpus.highlight import Highlighter, Piece
from pipeline.corpus.index import NAME
from pipeline.corpus.query import Compiled, Compiler, parse_query
from pipeline.corpus.schema import DATABASE_VERSION

RANKED = 20_000
TITLE_WEIGHT = 8.0
_BM25 = f"bm25(_words, {TITLE_WEIGHT}, 1, {TITLE_WEIGHT}, 1)"

Sort = Literal["best", "newest", "oldest"]
FACETS = ("municipality", "year", "document_type")
_SHOWN = "decision, id, file, document_type, institution, municipality, number, date, title, outcome"


@dataclass(frozen=True, slots=True)
class Hit:
    """One decision that answers. `title_pieces` and `snippet` mark the words that do."""

    decision: int
    id: str
    file: str
    document_type: str
    institution: str | None
    municipality: str | None
    number: str | None
    date: str | None
    title: str | None
    outcome: str | None
    snippet: list[Piece] = field(default_factory=list)
    title_pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """`total` counts every hit, `hits` are the page asked for; `facets`: column → (value, hits), most first."""

    total: int
    hits: list[Hit]
    facets: dict[str, list[tuple[Any, int]]]
    milliseconds: float


def open_corpus(path: str | Path) -> sqlite3.Connection:
    """The database of a records folder (or the file itself), read-only.

    One connection a thread: a search keeps what passes its filters in a temporary table. Raises `NoRecords` when there is no
    database, or one of another version.
    """
    file = Path(path)
    file = file / NAME if file.is_dir() else file
    if not file.is_file():
        raise NoRecords(f"{file}: no database; run `lemumi index` first")
    db = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=10, isolation_level=None,
                         check_same_thread=False)
    try:
        for pragma in ("temp_store = MEMORY", "cache_size = -65536", "mmap_size = 1073741824"):
            db.execute(f"PRAGMA {pragma}")
        version = db.execute("SELECT value FROM _meta WHERE key = 'version'").fetchone()
    except sqlite3.DatabaseError:
        version = None
    if version != (DATABASE_VERSION,):
        db.close()
        raise NoRecords(f"{file}: made by another version; run `lemumi index` again")
    return db


def search(db: sqlite3.Connection, typed: str = "", filters: Filters | None = None, *, limit: int = 20, offset: int = 0,
           sort: Sort = "best", facets: bool = False) -> Found:
    """Decisions that hold what was typed (all decisions when nothing was) and pass the filters. Raises `QueryError`."""
    started = time.perf_counter()
    compiled = Compiler(db, parse_query(typed)).compile() if typed.strip() else None
    selection = _Selection(db, compiled, filters or Filters())
    total = selection.count()
    numbers = selection.page(total, max(0, limit), max(0, offset), sort) if total else []
    hits = _hits(db, numbers, compiled)
    counted = {column: selection.facet(column) for column in FACETS} if facets else {}
    return Found(total, hits, counted, (time.perf_counter() - started) * 1000)


class _Selection:
    """The decisions meant, as SQL: those that match, those that pass.

    Who passes the filters is written down once (`passing`), since counting, ranking and every facet ask for it again.
    """

    def __init__(self, db: sqlite3.Connection, compiled: Compiled | None, filters: Filters) -> None:
        self.db = db
        self.match = compiled.match if compiled else None
        self.takes_away = compiled.takes_away if compiled else False
        found = conditions(filters, db)
        if compiled and compiled.without:
            found.append(("d.decision NOT IN (SELECT rowid FROM _words WHERE _words MATCH ?)", [compiled.without]))
        self.filtered = bool(found)
        if found:
            db.execute("CREATE TEMP TABLE IF NOT EXISTS passing (decision INTEGER PRIMARY KEY)")
            db.execute("DELETE FROM passing")
            where = " AND ".join(sql for sql, _ in found)
            db.execute(f"INSERT INTO passing SELECT d.decision FROM decisions d WHERE {where} ORDER BY d.decision",
                       [value for _, values in found for value in values])

    def _matching(self, match: str) -> tuple[str, list[Any]]:
        """Conditions on `_words`. `+rowid`: the words drive, the filters are looked up; the other way round is slow."""
        inside = " AND +rowid IN (SELECT decision FROM passing)" if self.filtered else ""
        return f"_words MATCH ?{inside}", [match]

    def _one_by_one(self) -> tuple[str, list[Any]]:
        """Conditions on `decisions d`, cheap where most decisions meet them."""
        parts = ["d.decision IN (SELECT decision FROM passing)"] if self.filtered else []
        if self.match:
            parts.append("EXISTS (SELECT 1 FROM _words WHERE _words MATCH ? AND rowid = d.decision)")
        return " AND ".join(parts) or "1", [self.match] if self.match else []

    def count(self) -> int:
        if self.match:
            return self._count(self.match)
        table = "passing" if self.filtered else "decisions"
        return int(self.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _count(self, match: str) -> int:
        where, values = self._matching(match)
        return int(self.db.execute(f"SELECT count(*) FROM _words WHERE {where}", values).fetchone()[0])

    def page(self, total: int, limit: int, offset: int, sort: Sort) -> list[int]:
        if self.match and sort == "best":
            if total <= RANKED:
                return self._best(self.match, limit, offset)
            titled = f"{{title title_exact}} : ({self.match})"
            if self.takes_away:  # what is in the title only must not be taken away from the title only
                titled = f"({titled}) AND ({self.match})"
            count = self._count(titled)
            if count > RANKED:
                return self._dated(limit, offset, "DESC", total)
            first = self._best(titled, limit, offset)
            rest = limit - len(first)
            return first + self._dated(rest, max(0, offset - count), "DESC", total, titled) if rest else first
        return self._dated(limit, offset, "ASC" if sort == "oldest" else "DESC", total)

    def _best(self, match: str, limit: int, offset: int) -> list[int]:
        where, values = self._matching(match)
        return [int(number) for number, _ in self.db.execute(
            f"SELECT rowid, {_BM25} AS score FROM _words WHERE {where} ORDER BY score, rowid LIMIT ? OFFSET ?",
            [*values, limit, offset])]

    def _dated(self, limit: int, offset: int, way: str, total: int, but: str | None = None) -> list[int]:
        """By date. Few hits are gathered and sorted; of many, decisions are tried in the order of their dates."""
        if total <= RANKED:
            table = self._found()
            where, values = f"d.decision IN ({table[0]})", table[1]
        else:
            where, values = self._one_by_one()
        if but:
            where += " AND NOT EXISTS (SELECT 1 FROM _words WHERE _words MATCH ? AND rowid = d.decision)"
            values = [*values, but]
        return [int(number) for (number,) in self.db.execute(
            f"SELECT d.decision FROM decisions d WHERE {where} ORDER BY d.date {way}, d.decision LIMIT ? OFFSET ?",
            [*values, limit, offset])]

    def _found(self) -> tuple[str, list[Any]]:
        """A subquery for every hit."""
        if self.match:
            where, values = self._matching(self.match)
            return f"SELECT rowid FROM _words WHERE {where}", values
        return f"SELECT decision FROM {'passing' if self.filtered else 'decisions'}", []

    def facet(self, column: str) -> list[tuple[Any, int]]:
        inside, values = self._found()
        where = f"WHERE d.decision IN ({inside})" if self.match or self.filtered else ""
        return [(value, int(n)) for value, n in self.db.execute(
            f"SELECT {column}, count(*) FROM decisions d {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100", values)]


def _hits(db: sqlite3.Connection, numbers: Iterable[int], compiled: Compiled | None) -> list[Hit]:
    highlighter = Highlighter(db, compiled) if compiled else None
    hits = []
    for number in numbers:
        row = db.execute(f"SELECT {_SHOWN} FROM decisions WHERE decision = ?", (number,)).fetchone()
        if highlighter is None:
            hits.append(_hit(row, [], [Piece(row[8] or "", False)]))
            continue
        (text,) = db.execute("SELECT text FROM texts WHERE decision = ?", (number,)).fetchone()
        hits.append(_hit(row, highlighter.snippet(text), highlighter.pieces(row[8] or "")))
    return hits


def _hit(row: tuple[Any, ...], snippet: list[Piece], title: list[Piece]) -> Hit:
    return Hit(*(*row, snippet, title))


def record_json(db: sqlite3.Connection, decision: int) -> bytes:
    """A decision's whole record, as its file has it. Raises KeyError."""
    import zlib
    found = db.execute("SELECT json FROM _records WHERE decision = ?", (decision,)).fetchone()
    if found is None:
        raise KeyError(decision)
    return zlib.decompress(found[0])
