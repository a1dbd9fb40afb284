"""Persons: the list, and each one's page: votes, agreement with others, other parts."""
from __future__ import annotations

import sqlite3
from typing import Any

from pipeline.corpus.lemmas import fold
from pipeline.corpus.schema import SIDES
from pipeline.serve.pages import PAGE_ROWS, Asked, Page, dicts, of_rows, one, pager, pairs

#: Sides that express a will: only these tell whether two voted alike.
_WILL = "('for', 'against', 'abstain')"
_LIST = ("name", "institution", "votes", "key")
_RECORD = ("date", "institution", "number", "title", "side", "outcome", "file")


def persons(db: sqlite3.Connection, asked: Asked) -> Page:
    """Those who voted most first; `name`: a part of the name, `institution`: its slug."""
    name, institution = asked.given.get("name", "").strip(), asked.given.get("institution", "")
    where, values = ["1"], list[Any]()
    for word in fold(name.lower()).split()[:5]:
        where.append("p.folded LIKE ?")
        values.append(f"%{word.replace('%', '').replace('_', '')}%")
    if institution:
        where.append("p.institution_slug = ?")
        values.append(institution)
    condition = " AND ".join(where)
    total = int(db.execute(f"SELECT count(*) FROM persons p WHERE {condition}", values).fetchone()[0])
    rows = dicts(db, "SELECT p.key, p.name, p.institution, "
                     "(SELECT count(*) FROM vote_names n WHERE n.person = p.person) AS votes "
                     f"FROM persons p WHERE {condition} ORDER BY votes DESC, p.key LIMIT ? OFFSET ?",
                 [*values, PAGE_ROWS, asked.offset])
    institutions = dicts(db, "SELECT DISTINCT institution_slug AS slug, institution AS name FROM persons "
                             "WHERE institution IS NOT NULL ORDER BY 2")
    given = {k: v for k, v in (("name", name), ("institution", institution)) if v}
    facts = {"given": given, "persons": rows, "institutions": institutions, "pager": pager(asked, total)}
    return Page("persons.html", facts, _LIST, of_rows(rows, _LIST))


def person(db: sqlite3.Connection, asked: Asked) -> Page:
    """`?side=against` narrows the list of votes. Raises `NoSuchPage`."""
    found = one(db, "SELECT * FROM persons WHERE key = ? ORDER BY person LIMIT 1", [asked.named()])
    number, side = found["person"], asked.given.get("side", "")
    sides = dict.fromkeys(SIDES, 0) | dict(pairs(
        db, "SELECT side, count(*) FROM vote_names WHERE person = ? AND deciding = 1 GROUP BY 1", [number]))
    inside, values = (" AND n.side = ?", [number, side]) if side in SIDES else ("", [number])
    record = dicts(db, "SELECT d.date, d.institution, d.number, d.title, d.file, d.outcome, n.side FROM vote_names n "
                       f"JOIN decisions d USING (decision) WHERE n.person = ? AND n.deciding = 1{inside} "
                       "ORDER BY d.date DESC, d.decision LIMIT ? OFFSET ?", [*values, PAGE_ROWS, asked.offset])
    facts: dict[str, Any] = {
        "person": found, "sides": sides, "votes": sum(sides.values()), "record": record,
        "given": {"side": side} if side in SIDES else {},
        "pager": pager(asked, sides[side] if side in SIDES else sum(sides.values())),
        "years": _years(db, number), "agreement": agreement(db, number), "roles": _roles(db, number),
        "attendance": dict(pairs(db, "SELECT CASE present WHEN 1 THEN 'present' ELSE 'absent' END, count(*) FROM attendance "
                                     "WHERE person = ? GROUP BY 1", [number])),
    }
    return Page("person.html", facts, _RECORD, of_rows(record, _RECORD))


def agreement(db: sqlite3.Connection, number: int) -> list[dict[str, Any]]:
    """With whom a person voted, how often, and how often alike; who shared most votes first."""
    return dicts(db, f"""
        SELECT p.key, p.name, count(*) AS votes, sum(o.side = m.side) AS alike
        FROM vote_names m JOIN vote_names o ON o.vote = m.vote AND o.person != m.person JOIN persons p ON p.person = o.person
        WHERE m.person = ? AND m.deciding = 1 AND m.side IN {_WILL} AND o.side IN {_WILL}
        GROUP BY o.person ORDER BY votes DESC, alike DESC, p.key LIMIT 40""", [number])


def _years(db: sqlite3.Connection, number: int) -> list[tuple[Any, int]]:
    return pairs(db, "SELECT d.year, count(*) FROM vote_names n JOIN decisions d USING (decision) "
                     "WHERE n.person = ? AND n.deciding = 1 AND d.year IS NOT NULL GROUP BY 1 ORDER BY 1", [number])


def _roles(db: sqlite3.Connection, number: int) -> list[dict[str, Any]]:
    """Where else decisions name the person: signed, appointed or made responsible, did not take part, stood for election."""
    found = []
    for what, table, role in (("signatory", "signatories", "x.role"), ("appointed", "assignments", "x.role"),
                              ("recusals", "recusals", "x.reason"), ("candidates", "candidates", "x.votes_for")):
        found += dicts(db, f"SELECT '{what}' AS part, {role} AS role, count(*) AS times, max(d.date) AS last, d.file "
                           f"FROM {table} x JOIN decisions d USING (decision) WHERE x.person = ? "
                           "GROUP BY 2 ORDER BY times DESC LIMIT 10", [number])
    return found
