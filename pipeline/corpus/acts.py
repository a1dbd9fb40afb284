"""The table of acts: what most citations say of each, and its address where the registry knows it."""
from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from pipeline.registry.entry import KINDS
from pipeline.registry.store import Registry

_PREFIX = {prefix: kind for kind, prefix in KINDS.items()} | {
    "satversme": "satversme", "lemums": "lemums", "rik": "rikojums", "es": "es_akts", "tiesa": "tiesas_nolemums"}
_DATED = re.compile(r"^\w+:(?:[^/]+/)?(\d{4})-\d\d-\d\d/")
_MOST = "SELECT {0} FROM refs WHERE act = ? AND {0} IS NOT NULL GROUP BY {0} ORDER BY count(*) DESC, {0} LIMIT 1"


def refresh(db: sqlite3.Connection, acts: Iterable[str], registry: Registry) -> None:
    """Makes the rows of these acts anew from the citations that are there now; acts nobody names any more go."""
    for act in acts:
        db.execute("DELETE FROM acts WHERE act = ?", (act,))
        cited = db.execute("SELECT kind FROM refs WHERE act = ? ORDER BY kind LIMIT 1", (act,)).fetchone()
        if not cited and not db.execute("SELECT 1 FROM relations WHERE act = ? LIMIT 1", (act,)).fetchone():
            continue
        title, number, date, issuer = (_most(db, act, what) for what in ("cited_title", "cited_number", "cited_date", "issuer"))
        kind = cited[0] if cited else _PREFIX.get(act.split(":")[0], "cits")
        _insert(db, act, kind, title, number, date, issuer, registry)


def refresh_all(db: sqlite3.Connection, registry: Registry) -> None:
    """The same for every act at once, in one pass over the citations."""
    db.execute("DELETE FROM acts")
    best: dict[str, list[tuple[int, str] | None]] = {}
    kinds: dict[str, str] = {}
    for place, what in enumerate(("cited_title", "cited_number", "cited_date", "issuer")):
        for act, value, count in db.execute(
                f"SELECT act, {what}, count(*) FROM refs WHERE {what} IS NOT NULL GROUP BY act, {what}"):
            had = best.setdefault(act, [None] * 4)[place]
            if had is None or (-count, value) < (-had[0], had[1]):
                best[act][place] = (count, value)
    for act, kind in db.execute("SELECT act, min(kind) FROM refs GROUP BY act"):
        kinds[act] = kind
    for (act,) in db.execute("SELECT DISTINCT act FROM relations").fetchall():
        kinds.setdefault(act, _PREFIX.get(act.split(":")[0], "cits"))
    for act in sorted(kinds):
        title, number, date, issuer = (found[1] if found else None for found in best.get(act, [None] * 4))
        _insert(db, act, kinds[act], title, number, date, issuer, registry)


def _most(db: sqlite3.Connection, act: str, what: str) -> str | None:
    found = db.execute(_MOST.format(what), (act,)).fetchone()
    return str(found[0]) if found else None


def _insert(db: sqlite3.Connection, act: str, kind: str, title: str | None, number: str | None, date: str | None,
            issuer: str | None, registry: Registry) -> None:
    if date is None and (dated := _DATED.match(act)):
        date = act[dated.start(1):dated.start(1) + 10]
    year = int(date[:4]) if date else None
    likumi_id, url = address(kind, act, number, date, registry)
    db.execute("INSERT INTO acts VALUES (?,?,?,?,?,?,?,?,?)", (act, kind, title, number, date, year, issuer, likumi_id, url))


def address(kind: str, act: str, number: str | None, date: str | None,
            registry: Registry) -> tuple[int | None, str | None]:
    """likumi.lv id and address, when exactly one act of the registry fits; never a guess between two."""
    if kind in ("mk_noteikumi", "mk_rikojums", "mk_instrukcija") and number and date:
        found = [e for e in registry.numbered(kind, number) if e.date == date]
    elif kind == "likums":
        found = registry.titled(kind, act.removeprefix("likums:"))
    else:
        return None, None
    known = {(e.likumi_id, e.address) for e in found if e.likumi_id}
    return known.pop() if len(known) == 1 and len(found) == 1 else (None, None)
