"""The first page: what the corpus holds, and ways into it."""
from __future__ import annotations

import sqlite3
from typing import Any

from pipeline.corpus.search import search
from pipeline.serve.pages import Asked, Page, dicts, pairs

_TOTALS = {"decisions": "decisions", "refs": "refs", "acts": "acts", "votes": "votes", "persons": "persons"}


def start(db: sqlite3.Connection, asked: Asked) -> Page:
    """Figures over everything; the site keeps the page until the database changes."""
    facts: dict[str, Any] = {
        "totals": {name: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for name, table in _TOTALS.items()},
        "municipalities": pairs(db, "SELECT municipality, count(*) FROM decisions WHERE municipality IS NOT NULL "
                                    "GROUP BY 1 ORDER BY 2 DESC, 1"),
        "years": pairs(db, "SELECT year, count(*) FROM decisions WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1"),
        "types": pairs(db, "SELECT document_type, count(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1"),
        "findings": dicts(db, "SELECT code, severity, count(DISTINCT decision) AS decisions FROM findings "
                              "GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 12"),
        "acts": dicts(db, "SELECT r.act, a.title, a.number, a.kind, r.mentions FROM "
                          "(SELECT act, count(*) AS mentions FROM refs GROUP BY act ORDER BY 2 DESC, 1 LIMIT 10) r "
                          "JOIN acts a USING (act) ORDER BY r.mentions DESC, r.act"),
        "newest": [_brief(hit) for hit in search(db, sort="newest", limit=8).hits],
    }
    return Page("start.html", facts, ("municipality", "decisions"), facts["municipalities"])


def _brief(hit: Any) -> dict[str, Any]:
    return {name: getattr(hit, name) for name in ("file", "title", "date", "institution", "number", "document_type", "outcome")}
