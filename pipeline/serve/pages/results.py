"""Found decisions: words, filters, facets."""
from __future__ import annotations

import dataclasses
import sqlite3
from typing import Any

from pipeline.corpus.filters import Filters
from pipeline.corpus.query import QueryError
from pipeline.corpus.search import Found, search
from pipeline.serve.pages import Asked, Page, of_rows, pager

PAGE_HITS = 20
#: Hits in one CSV or JSON answer.
MOST_ROWS = 10_000
#: Parameter of the address → field of `Filters`; the same names as the options of `lemumi search`.
FILTERS = {"municipality": "municipality", "institution": "institution", "from": "date_from", "to": "date_to",
           "person": "person", "finding": "finding", "type": "document_type", "action": "action"}
_SORTS = ("best", "newest", "oldest")
COLUMNS = ("id", "date", "institution", "number", "title", "outcome", "document_type", "municipality", "file")


def results(db: sqlite3.Connection, asked: Asked) -> Page:
    """Raises `QueryError` for a filter that cannot be read."""
    given = asked.given
    sort = given.get("sort", "best")
    limit = _limit(given.get("limit"))
    found = search(db, given.get("q", ""), filters(asked), limit=limit, offset=(asked.number - 1) * limit,
                   sort=sort if sort in _SORTS else "best", facets=True)  # type: ignore[arg-type]
    hits = [_hit(hit) for hit in found.hits]
    asks = {name: value for name, value in given.items() if value and name not in ("p", "lang")}
    facts: dict[str, Any] = {
        "query": given.get("q", ""), "given": asks, "total": found.total, "milliseconds": round(found.milliseconds, 1),
        "hits": hits, "facets": _facets(found),
        "pager": {**pager(asked, found.total), "last": max(1, -(-found.total // limit))},
    }
    return Page("results.html", facts, COLUMNS, of_rows(hits, COLUMNS))


def filters(asked: Asked) -> Filters:
    """The filters that an address asks for. Raises `QueryError`."""
    given = asked.given
    named: dict[str, Any] = {field: given[name] for name, field in FILTERS.items() if given.get(name)}
    for name in ("cites", "voted"):
        if given.get(name):
            named[name] = (given[name],)
    if given.get("amount_over"):
        try:
            named["amount_over"] = float(given["amount_over"].replace(" ", "").replace(",", "."))
        except ValueError:
            raise QueryError(f"`{given['amount_over']}` is no amount") from None
    return Filters(**named)


def _limit(typed: str | None) -> int:
    if typed and typed.isascii() and typed.isdigit() and len(typed) < 7:
        return min(max(1, int(typed)), MOST_ROWS)
    return PAGE_HITS


def _facets(found: Found) -> dict[str, list[tuple[Any, int]]]:
    facets = {name: [(value, n) for value, n in rows if value is not None] for name, rows in found.facets.items()}
    facets["year"] = sorted(facets.get("year", []), reverse=True)
    return facets


def _hit(hit: Any) -> dict[str, Any]:
    row = {name: getattr(hit, name) for name in COLUMNS}
    return {**row, "title_pieces": [dataclasses.astuple(piece) for piece in hit.title_pieces],
            "snippet": [dataclasses.astuple(piece) for piece in hit.snippet]}
