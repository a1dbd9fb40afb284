"""Figures over the whole corpus: what is in it, what does not add up, how much of each field the records hold."""
from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

#: Field of a record → the condition on `decisions d` that says a record holds it.
FIELDS: dict[str, str] = {
    "institution": "d.institution IS NOT NULL",
    "municipality": "d.municipality IS NOT NULL",
    "number": "d.number IS NOT NULL",
    "date": "d.date IS NOT NULL",
    "place": "d.place IS NOT NULL",
    "protocol": "d.protocol_number IS NOT NULL OR d.protocol_item IS NOT NULL",
    "title": "d.title IS NOT NULL",
    "references": "d.decision IN (SELECT decision FROM refs)",
    "vote": "d.decision IN (SELECT decision FROM votes)",
    "vote with names": "d.decision IN (SELECT decision FROM vote_names)",
    "resolution": "d.points > 0",
    "amounts": "d.decision IN (SELECT decision FROM amounts)",
    "annexes": "d.decision IN (SELECT decision FROM annexes)",
    "signatories": "d.decision IN (SELECT decision FROM signatories)",
    "persons": "d.decision IN (SELECT decision FROM assignments)",
    "appeal": "d.appeal_court IS NOT NULL OR d.appeal_term IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Statistics:
    """`totals`: rows of the main tables; `coverage`: share (0..1) of decisions that hold a field; else (…, decisions)."""

    totals: dict[str, int]
    by_municipality: list[tuple[str | None, int | None, int]]
    by_type: list[tuple[str, int]]
    outcomes: list[tuple[str | None, int]]
    findings: list[tuple[str, str, int, int]]
    coverage: dict[str, float]


def statistics(db: sqlite3.Connection) -> Statistics:
    """`by_municipality` by year; `findings` as (code, severity, findings, decisions)."""
    def rows(statement: str) -> list[Any]:
        return db.execute(statement).fetchall()

    tables = ("decisions", "refs", "acts", "votes", "vote_names", "persons", "points", "amounts", "annexes", "findings")
    totals = {table: int(rows(f"SELECT count(*) FROM {table}")[0][0]) for table in tables}
    every = totals["decisions"] or 1
    return Statistics(
        totals,
        rows("SELECT municipality, year, count(*) FROM decisions GROUP BY 1, 2 ORDER BY 1, 2"),
        rows("SELECT document_type, count(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1"),
        rows("SELECT outcome, count(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1"),
        rows("SELECT code, severity, count(*), count(DISTINCT decision) FROM findings GROUP BY 1, 2 ORDER BY 3 DESC, 1"),
        {name: int(rows(f"SELECT count(*) FROM decisions d WHERE {held}")[0][0]) / every for name, held in FIELDS.items()},
    )
