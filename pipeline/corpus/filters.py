"""Filters of a search as SQL conditions on `decisions d`."""
from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.corpus.citations import condition, read_citation
from pipeline.corpus.lemmas import fold
from pipeline.corpus.query import QueryError

#: How a side may be typed.
SIDES = {
    "for": "for", "par": "for", "against": "against", "pret": "against", "abstain": "abstain", "atturas": "abstain",
    "not_voting": "not_voting", "nebalso": "not_voting", "nepiedalās": "not_voting", "absent": "absent", "nav": "absent",
}
_DAY = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")
_PERSON_TABLES = ("vote_names", "assignments", "signatories", "attendance", "recusals", "candidates")


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow a search by; None and empty narrow nothing. Several `cites` or `voted` must all hold.

    `municipality` and `institution` by the beginning of the name; days as `2024`, `2024-05` or `2024-05-31`, both ends count;
    `voted` as `Name:side`; `finding` a code or its beginning, or `any`; `amount_over` in EUR.
    """

    municipality: str | None = None
    institution: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    cites: tuple[str, ...] = ()
    voted: tuple[str, ...] = ()
    person: str | None = None
    finding: str | None = None
    amount_over: float | None = None
    document_type: str | None = None
    action: str | None = None


Condition = tuple[str, list[Any]]


def conditions(filters: Filters, db: sqlite3.Connection) -> list[Condition]:
    """SQL conditions with their values. Raises `QueryError` for a filter that cannot be read or names nobody."""
    return list(_conditions(filters, db))


def _conditions(filters: Filters, db: sqlite3.Connection) -> Iterator[Condition]:
    for column, typed in (("municipality", filters.municipality), ("institution", filters.institution)):
        if typed:
            yield _among(f"d.{column}", _named(db, column, typed))
    if filters.date_from:
        yield "d.date >= ?", [_day(filters.date_from)]
    if filters.date_to:
        yield "d.date <= ?", [_day(filters.date_to) + "\x7f"]
    if filters.document_type:
        yield "d.document_type = ?", [filters.document_type]
    for typed in filters.cites:
        inside, values = condition(read_citation(typed, db))
        yield f"d.decision IN ({inside})", values
    for typed in filters.voted:
        name, _, side = typed.rpartition(":")
        if not name or side.strip().casefold() not in SIDES:
            raise QueryError(f"`{typed}`: write NAME:SIDE, the side being for, against, abstain, not_voting or absent")
        people = find_persons(db, name)
        yield (f"d.decision IN (SELECT decision FROM vote_names WHERE person IN ({_marks(people)}) AND side = ? "
               "AND deciding = 1)", [*people, SIDES[side.strip().casefold()]])
    if filters.person:
        people = find_persons(db, filters.person)
        union = " UNION ".join(f"SELECT decision FROM {table} WHERE person IN ({_marks(people)})" for table in _PERSON_TABLES)
        yield f"d.decision IN ({union})", people * len(_PERSON_TABLES)
    if filters.finding == "any":
        yield "d.decision IN (SELECT decision FROM findings)", []
    elif filters.finding:
        yield "d.decision IN (SELECT decision FROM findings WHERE code >= ? AND code < ?)", [
            filters.finding, filters.finding + "\x7f"]
    if filters.amount_over is not None:
        yield "d.decision IN (SELECT decision FROM amounts WHERE currency = 'EUR' AND value > ?)", [filters.amount_over]
    if filters.action:
        yield "d.decision IN (SELECT decision FROM points WHERE action = ?)", [filters.action]


def find_persons(db: sqlite3.Connection, name: str) -> list[int]:
    """Persons whose name holds every word typed, in the nominative or without diacritics. Raises `QueryError` for nobody."""
    words = fold(name.lower()).split()
    found = [int(number) for number, folded in db.execute("SELECT person, folded FROM persons WHERE folded LIKE ?", (
        f"%{words[0].replace('%', '').replace('_', '')}%" if words else "",)) if set(words) <= set(_names(folded))]
    if not found:
        raise QueryError(f"nobody called `{name.strip()}` is named in these decisions")
    return found


def _names(folded: str) -> list[str]:
    return [*folded.split(), *re.split(r"[\s-]+", folded)]


def _named(db: sqlite3.Connection, column: str, typed: str) -> list[str]:
    """Names that are or begin as typed; the index is skipped through, not scanned."""
    steps = (f"WITH RECURSIVE m(v) AS (SELECT min({column}) FROM decisions UNION ALL "
             f"SELECT (SELECT min({column}) FROM decisions WHERE {column} > m.v) FROM m WHERE m.v IS NOT NULL) "
             "SELECT v FROM m WHERE v IS NOT NULL")
    names = [str(name) for (name,) in db.execute(steps)]
    plain = fold(typed.strip().lower())
    found = [n for n in names if fold(n.lower()) == plain] or [n for n in names if fold(n.lower()).startswith(plain)]
    if not found:
        some = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
        raise QueryError(f"no {column} `{typed}`" + (f"; there are {some}" if names else ": the corpus names none"))
    return found


def _day(typed: str) -> str:
    if not _DAY.match(typed.strip()):
        raise QueryError(f"`{typed}` is no day; write 2024, 2024-05 or 2024-05-31")
    return typed.strip()


def _marks(values: list[int]) -> str:
    return ",".join("?" * len(values))


def _among(column: str, values: list[str]) -> Condition:
    return f"{column} IN ({','.join('?' * len(values))})", list(values)
