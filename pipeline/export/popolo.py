"""Popolo (popoloproject.com): organizations, persons, motions, vote events, counts and votes, as one JSON file.

A decision that records a vote is a motion; each of its votes is a vote event. Sides become the options of the specification.
"""
from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from pipeline.corpus.schema import SIDES
from pipeline.corpus.search import open_corpus
from pipeline.export.common import unique_id

OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain", "not_voting": "not voting", "absent": "absent"}
RESULTS = {"adopted": "pass", "rejected": "fail"}
Thing = dict[str, Any]


def export_popolo(corpus: Path, out: Path) -> int:
    """`popolo.json`, a line a thing, written as it is read. Returns the number of things."""
    count = 0
    with contextlib.closing(open_corpus(corpus)) as db, (out / "popolo.json").open("wb") as stream:
        sections = {"organizations": _organizations, "persons": _persons, "memberships": _memberships, "motions": _motions,
                    "vote_events": _vote_events, "votes": _votes}
        stream.write(b"{")
        for n, (name, things) in enumerate(sections.items()):
            stream.write((b",\n" if n else b"\n") + orjson.dumps(name) + b": [")
            for m, thing in enumerate(things(db)):
                stream.write((b",\n " if m else b"\n ") + orjson.dumps(_told(thing)))
                count += 1
            stream.write(b"\n]")
        stream.write(b"\n}\n")
    return count


def _told(thing: Thing) -> Thing:
    """Without what nobody states."""
    return {key: value for key, value in thing.items() if value not in (None, [])}


def _organizations(db: sqlite3.Connection) -> Iterator[Thing]:
    for slug, name, kind, area in db.execute(
            "SELECT institution_slug, min(institution), min(institution_kind), min(municipality) FROM decisions "
            "WHERE institution_slug IS NOT NULL GROUP BY 1 ORDER BY 1"):
        yield {"id": slug, "name": name, "classification": kind, "area": {"name": area} if area else None}


def _persons(db: sqlite3.Connection) -> Iterator[Thing]:
    for key, name in db.execute("SELECT key, name FROM persons ORDER BY key"):
        given, _, family = name.rpartition(" ")
        yield {"id": key, "name": name, "given_name": given or None, "family_name": family or None}


def _memberships(db: sqlite3.Connection) -> Iterator[Thing]:
    """Who is on a side of a body's votes was a member of it, at least from the first to the last of them."""
    for key, slug, first, last in db.execute(
            "SELECT p.key, p.institution_slug, min(d.date), max(d.date) FROM vote_names n "
            "JOIN persons p ON p.person = n.person JOIN decisions d ON d.decision = n.decision "
            "WHERE p.institution_slug IS NOT NULL GROUP BY 1, 2 ORDER BY 1"):
        yield {"id": f"{key}#member", "person_id": key, "organization_id": slug, "start_date": first, "end_date": last}


def _motions(db: sqlite3.Connection) -> Iterator[Thing]:
    for file, slug, identifier, title, kind, date, outcome, path in db.execute(
            "SELECT file, institution_slug, id, title, document_type, date, outcome, source_path FROM decisions d "
            "WHERE decision IN (SELECT decision FROM votes) ORDER BY file"):
        yield {"id": unique_id(file), "organization_id": slug, "identifier": identifier, "text": title, "classification": kind,
               "date": date, "result": RESULTS.get(outcome), "sources": [{"url": path}]}


def _vote_events(db: sqlite3.Connection) -> Iterator[Thing]:
    counts = ", ".join(f"v.{side}_count" for side in SIDES)
    for file, slug, date, number, subject, outcome, *figures in db.execute(
            f"SELECT d.file, d.institution_slug, d.date, v.round, v.subject, v.outcome, {counts} FROM votes v "
            "JOIN decisions d ON d.decision = v.decision ORDER BY d.file, v.round"):
        yield {"id": f"{unique_id(file)}#vote-{number}", "identifier": subject, "motion_id": unique_id(file),
               "organization_id": slug, "start_date": date, "result": RESULTS.get(outcome),
               "counts": [{"option": OPTIONS[side], "value": n} for side, n in zip(SIDES, figures, strict=True)
                          if n is not None]}


def _votes(db: sqlite3.Connection) -> Iterator[Thing]:
    for file, number, key, side in db.execute(
            "SELECT d.file, v.round, p.key, n.side FROM vote_names n JOIN votes v ON v.vote = n.vote JOIN decisions d "
            "ON d.decision = n.decision JOIN persons p ON p.person = n.person ORDER BY d.file, v.round, n.rowid"):
        yield {"vote_event_id": f"{unique_id(file)}#vote-{number}", "voter_id": key, "option": OPTIONS[side]}
