"""What a person types for a citation, as acts of the database and a place in them.

    MK 483/2024 2. punkts          → every act mk:2024-…/483, {"punkts": "2"}
    MK Nr. 483                     → number 483 of whatever year, also where a decision leaves the date out
    Pašvaldību likums 4. pants     → likums:pašvaldību likums, {"pants": "4"}

Everything that a decision may write is read by the same grammar as decisions are; only the short `MK 483/2024` is our own.
"""
from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from pipeline.corpus.query import QueryError
from pipeline.corpus.schema import UNITS

_SHORT = re.compile(
    r"^\s*(mkr|mki|mk)(?:\s+(noteikum|rīkojum|instrukcij)\w{0,8})?\s*(?:nr\.?\s*)?(\d{1,5}[a-z]?(?:-\d{1,3})?)"
    r"(?:\s*/\s*(\d{4})|\s*\((\d{4})\))?(?=\s|$)(.{0,200})$", re.IGNORECASE | re.DOTALL)
_KIND = {"mk": "mk_noteikumi", "mkr": "mk_rikojums", "mki": "mk_instrukcija",
         "noteikum": "mk_noteikumi", "rīkojum": "mk_rikojums", "instrukcij": "mk_instrukcija"}
_KEY = re.compile(r"^(?:mk|mkr|mki|likums|sn|lemums|rik|es|tiesa|cits):\S.*$|^satversme$")


@dataclass(frozen=True, slots=True)
class Citation:
    """`acts`: canonical keys that the database holds; `place`: units that a pinpoint must have."""

    acts: tuple[str, ...]
    place: dict[str, str]


def read_citation(typed: str, db: sqlite3.Connection) -> Citation:
    """Raises `QueryError` when it cannot be read as a citation."""
    typed = typed.strip()
    if _KEY.match(typed.casefold()):
        return Citation(_acts(db, "act = ?", typed.casefold()), {})
    short = _SHORT.match(typed)
    if short:
        prefix, word, number, year, bracketed, rest = short.groups()
        kind = _KIND[(word or prefix).casefold()]
        place = _place(f"Ministru kabineta noteikumu Nr. {number} {rest}") if rest.strip() else {}
        if rest.strip() and not place:
            raise QueryError(f"`{rest.strip()}` is no place in an act; for example `2. punkts`")
        told = year or bracketed
        if told:
            return Citation(_acts(db, "kind = ? AND number = ? AND year = ?", kind, number, int(told)), place)
        return Citation(_acts(db, "kind = ? AND number = ?", kind, number), place)
    return _full(typed, db)


def _full(typed: str, db: sqlite3.Connection) -> Citation:
    from pipeline.extract.references import find_references
    found = find_references(typed)
    if not found:
        alike = _acts(db, "title = ? COLLATE NOCASE", typed.strip("“”„\"«» "))
        if alike:
            return Citation(alike, {})
        raise QueryError(f"`{typed}` is no citation; for example `MK 483/2024 2. punkts` or `Pašvaldību likums 4. pants`")
    one = found[0]
    place = {str(unit): value for unit, value in one.pinpoints[0].items()} if one.pinpoints else {}
    prefix, _, tail = one.act.partition(":")
    if tail.startswith("?/") and one.number:  # no date typed: any date
        return Citation(_acts(db, "kind = ? AND number = ?", one.kind, one.number), place)
    return Citation(_acts(db, "act = ?", f"{prefix}:{tail}" if tail else prefix), place)


def _place(words: str) -> dict[str, str]:
    from pipeline.extract.references import find_references
    found = find_references(words)
    return {str(unit): value for unit, value in found[0].pinpoints[0].items()} if found and found[0].pinpoints else {}


def _acts(db: sqlite3.Connection, where: str, *values: Any) -> tuple[str, ...]:
    return tuple(str(act) for (act,) in db.execute(f"SELECT act FROM acts WHERE {where} ORDER BY act", values))


def condition(citation: Citation) -> tuple[str, list[Any]]:
    """A subquery for the decisions that cite it."""
    marks = ",".join("?" * len(citation.acts))
    if not citation.place:
        return f"SELECT decision FROM refs WHERE act IN ({marks})", list(citation.acts)
    units = [unit for unit in UNITS if unit in citation.place]
    return (f"SELECT decision FROM pinpoints WHERE act IN ({marks}) AND " + " AND ".join(f"{unit} = ?" for unit in units),
            [*citation.acts, *(citation.place[unit] for unit in units)])
