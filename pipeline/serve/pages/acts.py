"""Acts: the list of all that are cited, and each one's page."""
from __future__ import annotations

import sqlite3
from typing import Any

from pipeline.corpus.schema import UNITS
from pipeline.serve.pages import PAGE_ROWS, Asked, Page, dicts, of_rows, one, pager, pairs

_LIST = ("act", "kind", "title", "number", "date", "mentions", "decisions")
_CITING = ("date", "institution", "number", "title", "file", "role", "places", "printed")


def acts(db: sqlite3.Connection, asked: Asked) -> Page:
    """Most cited first; `name`: a part of the title, or a number; `kind`."""
    name, kind = asked.given.get("name", "").strip(), asked.given.get("kind", "")
    where, values = ["1"], list[Any]()
    if name:
        where.append("(a.title LIKE ? ESCAPE '\\' OR a.number = ?)")
        values += ["%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%", name]
    if kind:
        where.append("a.kind = ?")
        values.append(kind)
    condition = " AND ".join(where)
    total = int(db.execute(f"SELECT count(*) FROM acts a WHERE {condition}", values).fetchone()[0])
    rows = dicts(db, f"SELECT a.act, a.kind, a.title, a.number, a.date, a.url, count(r.ref) AS mentions, "
                     f"count(DISTINCT r.decision) AS decisions FROM acts a LEFT JOIN refs r ON r.act = a.act WHERE {condition} "
                     "GROUP BY a.act ORDER BY mentions DESC, a.act LIMIT ? OFFSET ?", [*values, PAGE_ROWS, asked.offset])
    kinds = pairs(db, "SELECT kind, count(*) FROM acts GROUP BY 1 ORDER BY 2 DESC, 1")
    facts = {"given": _given(name=name, kind=kind), "acts": rows, "kinds": kinds, "pager": pager(asked, total)}
    return Page("acts.html", facts, _LIST, of_rows(rows, _LIST))


def act(db: sqlite3.Connection, asked: Asked) -> Page:
    """Who cites it, which places of it, in what role; `?pants=10&dala=1` narrows to a place. Raises `NoSuchPage`."""
    key = asked.named()
    found = one(db, "SELECT * FROM acts WHERE act = ?", [key])
    place = {unit: asked.given[unit] for unit in UNITS if asked.given.get(unit)}
    narrowed = "".join(f" AND p.{unit} = ?" for unit in place)
    inside = f" AND r.ref IN (SELECT p.ref FROM pinpoints p WHERE p.act = r.act{narrowed})" if place else ""
    role = asked.given.get("role", "")
    if role:
        inside += " AND r.role = ?"
    values = [key, *place.values(), *([role] if role else [])]
    total = int(db.execute(f"SELECT count(DISTINCT r.decision) FROM refs r WHERE r.act = ?{inside}", values).fetchone()[0])
    facts: dict[str, Any] = {
        "act": found, "given": {**place, **_given(role=role)}, "pager": pager(asked, total),
        "mentions": int(db.execute("SELECT count(*) FROM refs WHERE act = ?", [key]).fetchone()[0]),
        "years": pairs(db, "SELECT d.year, count(DISTINCT d.decision) FROM refs r JOIN decisions d USING (decision) "
                           "WHERE r.act = ? AND d.year IS NOT NULL GROUP BY 1 ORDER BY 1", [key]),
        "roles": pairs(db, "SELECT role, count(DISTINCT decision) FROM refs WHERE act = ? GROUP BY 1 ORDER BY 2 DESC", [key]),
        "municipalities": pairs(db, "SELECT d.municipality, count(DISTINCT d.decision) FROM refs r JOIN decisions d "
                                    "USING (decision) WHERE r.act = ? AND d.municipality IS NOT NULL GROUP BY 1 "
                                    "ORDER BY 2 DESC, 1 LIMIT 15", [key]),
        "places": _places(db, key),
        "citing": _citing(db, inside, values, asked),
        "alike": dicts(db, "SELECT act, date FROM acts WHERE kind = ? AND number = ? AND act != ? ORDER BY act LIMIT 20",
                       [found["kind"], found["number"], key]) if found["number"] else [],
    }
    return Page("act.html", facts, _CITING, of_rows(facts["citing"], _CITING))


def _places(db: sqlite3.Connection, key: str) -> list[dict[str, Any]]:
    """Places by how many decisions cite them; each with its units, outermost first."""
    units = ", ".join(UNITS)
    rows = dicts(db, f"SELECT {units}, count(DISTINCT decision) AS decisions FROM pinpoints WHERE act = ? GROUP BY {units} "
                     "ORDER BY decisions DESC LIMIT 60", [key])
    return [{"place": {unit: row[unit] for unit in UNITS if row[unit]}, "decisions": row["decisions"]} for row in rows]


def _citing(db: sqlite3.Connection, inside: str, values: list[Any], asked: Asked) -> list[dict[str, Any]]:
    """Decisions, newest first, each with the words that cite and the places they name."""
    rows = dicts(db, "SELECT d.decision, d.file, d.date, d.institution, d.number, d.title, d.outcome FROM decisions d WHERE "
                     f"d.decision IN (SELECT r.decision FROM refs r WHERE r.act = ?{inside}) "
                     "ORDER BY d.date DESC, d.decision LIMIT ? OFFSET ?", [*values, PAGE_ROWS, asked.offset])
    for row in rows:
        mentions = dicts(db, "SELECT r.ref, r.role, r.printed FROM refs r WHERE r.decision = ? AND r.act = ? ORDER BY r.n",
                         [row.pop("decision"), values[0]])
        strongest = next((m["role"] for m in mentions if m["role"] != "mentions"), "mentions")
        units = f"SELECT {', '.join(UNITS)} FROM pinpoints WHERE ref = ?"
        cited = [place for mention in mentions for place in dicts(db, units, [mention["ref"]])]
        told = dict.fromkeys(asked.words.pinpoint({u: v for u, v in place.items() if v}) for place in cited)
        row |= {"role": strongest, "places": "; ".join(told), "printed": mentions[0]["printed"] if mentions else ""}
    return rows


def _given(**typed: str) -> dict[str, str]:
    return {name: value for name, value in typed.items() if value}
