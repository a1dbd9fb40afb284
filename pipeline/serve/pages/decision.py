"""A decision: its text with everything marked, and each thing that was found, told apart from it."""
from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from pipeline.corpus.people import keys_of
from pipeline.corpus.rows import rounds
from pipeline.corpus.schema import SIDES
from pipeline.corpus.search import record_json
from pipeline.serve.address import decision_file
from pipeline.serve.marks import marks_of, paragraphs, person_address
from pipeline.serve.page_image import boxed_pages
from pipeline.serve.pages import Asked, NoSuchPage, Page, dicts

_COLUMNS = ("kind", "note", "words", "start", "end")
_BRIEF = "d.file, d.title, d.date, d.institution, d.number, d.document_type, d.outcome"


def decision(db: sqlite3.Connection, asked: Asked) -> Page:
    """The JSON is the whole record as its file has it; the CSV has a row for each thing that was extracted."""
    row, body = _find(db, asked.named())
    record = orjson.loads(body) | {"person_keys": keys_of(db, row["decision"])}
    marks = marks_of(record, asked.words)
    text = record["text"]
    rows = [(mark.kind, mark.note, text[mark.start:mark.end], mark.start, mark.end) for mark in marks]
    prefix = "/en" if asked.words.language == "en" else ""
    acts = _acts(db, row["decision"], record, asked)
    facts: dict[str, Any] = {
        "row": row, "record": record, "marks": marks, "paragraphs": paragraphs(record, marks, asked.words, prefix),
        "votes": [_vote(vote, record) for vote in rounds(record)], "points": numbered(record["resolution"]["points"]),
        "acts": acts, "titles": {one["act"]: one["title"] for one in acts},
        "kinds": sorted({kind for mark in marks for kind in mark.kind.split()[:1]}),
        "same_id": dicts(db, "SELECT file, source_path FROM decisions WHERE id = ? AND decision != ? ORDER BY file LIMIT 20",
                         [row["id"], row["decision"]]),
        "cited_by": _cited_by(db, row), "same_day": _same_day(db, row),
        "person_address": lambda name: person_address(record, name), "pages": boxed_pages(asked.raw, record, marks),
    }
    return Page("decision.html", facts, _COLUMNS, rows, body=body)


def source_of(db: sqlite3.Connection, key: str) -> dict[str, Any]:
    """A record's `source`. Raises `NoSuchPage`."""
    return orjson.loads(_find(db, key)[1])["source"]  # type: ignore[no-any-return]


def _find(db: sqlite3.Connection, key: str) -> tuple[dict[str, Any], bytes]:
    """By the record's file, else by its id, so that an id can be put into an address as it stands."""
    for column, value in (("file", decision_file(key)), ("id", key)):
        found = dicts(db, f"SELECT * FROM decisions WHERE {column} = ? ORDER BY decision LIMIT 1", [value])
        if found:
            return found[0], record_json(db, found[0]["decision"])
    raise NoSuchPage


def _vote(vote: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    sides = [{"side": side, **(vote.get(side) or {})} for side in SIDES]
    told = [one for one in sides if one.get("count") is not None or one.get("names")]
    return {**vote, "sides": told, "deciding": vote == record["vote"],
            "most": max((len(one.get("names") or ()) for one in told), default=0)}


def numbered(points: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The tree laid flat, each point with its depth and its place in the text, which marks and anchors count from 1."""
    found: list[dict[str, Any]] = []
    waiting = [(point, 0) for point in reversed(points)]
    while waiting:
        point, depth = waiting.pop()
        found.append({**point, "n": len(found) + 1, "depth": min(depth, 6), "children": []})
        waiting += [(child, depth + 1) for child in reversed(point.get("children") or ())]
    return found


def _acts(db: sqlite3.Connection, number: int, record: Mapping[str, Any], asked: Asked) -> list[dict[str, Any]]:
    """The cited acts in the order of their first mention, with every place and role."""
    known = {row["act"]: row for row in dicts(
        db, "SELECT a.act, a.kind, a.title, a.number, a.date, a.url FROM acts a WHERE a.act IN "
            "(SELECT act FROM refs WHERE decision = ?)", [number])}
    found: dict[str, dict[str, Any]] = {}
    for reference in record["references"]:
        act = reference["act"]
        had = found.setdefault(act, {"act": act, "kind": reference["kind"], "title": reference.get("title"), "number": None,
                                     "date": None, "url": None, **known.get(act, {}), "places": {}, "roles": {}, "mentions": 0})
        had["mentions"] += 1
        had["places"] |= {asked.words.pinpoint(place): None for place in reference.get("pinpoints") or ()}
        had["roles"] |= {reference.get("role", "mentions"): None}
    for one in found.values():
        one["places"], roles = list(one["places"]), list(one["roles"])
        one["roles"] = [role for role in roles if role != "mentions"] or roles
    return list(found.values())


def _cited_by(db: sqlite3.Connection, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Decisions that cite this one, as its institution, date and number would be cited."""
    if not (row["institution_slug"] and row["number"]):
        return []
    kind = {"binding_regulation": "sn", "order": "rik"}.get(row["document_type"], "lemums")
    keys = [f"{kind}:{row['institution_slug']}/{date}/{row['number']}" for date in (row["date"], "?") if date]
    marks = ",".join("?" * len(keys))
    return dicts(db, f"SELECT {_BRIEF} FROM decisions d WHERE d.decision != ? AND d.decision IN "
                     f"(SELECT decision FROM refs WHERE act IN ({marks})) ORDER BY d.date DESC LIMIT 50",
                 [row["decision"], *keys])


def _same_day(db: sqlite3.Connection, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What else the institution decided that day, in the order of the minutes."""
    if not (row["institution_slug"] and row["date"]):
        return []
    return dicts(db, f"SELECT {_BRIEF} FROM decisions d WHERE d.institution_slug = ? AND d.date = ? AND d.decision != ? "
                     "ORDER BY CAST(d.protocol_item AS INTEGER), CAST(d.number AS INTEGER), d.decision LIMIT 60",
                 [row["institution_slug"], row["date"], row["decision"]])

