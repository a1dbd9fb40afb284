"""Popolo: the specification's shape, and every vote of the corpus in it."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from pipeline.export.popolo import OPTIONS, export_popolo

#: What popoloproject.com/specs asks of each class, as far as we write it.
_ID = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
_OPTION = {"enum": ["yes", "no", "abstain", "absent", "not voting", "paired"]}


def _list(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "required": required, "additionalProperties": False,
                                       "properties": properties}}


SPECIFICATION = {
    "type": "object", "required": ["organizations", "persons", "memberships", "motions", "vote_events", "votes"],
    "additionalProperties": False,
    "properties": {
        "organizations": _list(["id", "name"], id=_ID, name=_ID, classification=_ID, area={"type": "object"}),
        "persons": _list(["id", "name"], id=_ID, name=_ID, given_name=_ID, family_name=_ID),
        "memberships": _list(["id", "person_id", "organization_id"], id=_ID, person_id=_ID, organization_id=_ID,
                             start_date=_DAY, end_date=_DAY),
        "motions": _list(["id"], id=_ID, organization_id=_ID, identifier=_ID, text=_ID, classification=_ID, date=_DAY,
                         result={"enum": ["pass", "fail"]}, sources={"type": "array"}),
        "vote_events": _list(["id", "motion_id"], id=_ID, identifier=_ID, motion_id=_ID, organization_id=_ID, start_date=_DAY,
                             result={"enum": ["pass", "fail"]},
                             counts=_list(["option", "value"], option=_OPTION, value={"type": "integer", "minimum": 0})),
        "votes": _list(["vote_event_id", "voter_id", "option"], vote_event_id=_ID, voter_id=_ID, option=_OPTION),
    },
}


@pytest.fixture
def popolo(corpus: Path, tmp_path: Path) -> dict[str, Any]:
    count = export_popolo(corpus, tmp_path)
    read: dict[str, Any] = json.loads((tmp_path / "popolo.json").read_text(encoding="utf-8"))
    assert count == sum(len(things) for things in read.values())
    return read


def test_it_has_the_shape_of_the_specification(popolo: dict[str, Any]) -> None:
    jsonschema_rs.validate(SPECIFICATION, popolo)


def test_every_identifier_is_one_thing_and_every_pointer_arrives(popolo: dict[str, Any]) -> None:
    known = {}
    for name in ("organizations", "persons", "motions", "vote_events"):
        known[name] = [thing["id"] for thing in popolo[name]]
        assert len(set(known[name])) == len(known[name])
    for vote in popolo["votes"]:
        assert vote["vote_event_id"] in known["vote_events"] and vote["voter_id"] in known["persons"]
    for event in popolo["vote_events"]:
        assert event["motion_id"] in known["motions"]
    for membership in popolo["memberships"]:
        assert membership["person_id"] in known["persons"] and membership["organization_id"] in known["organizations"]


def test_every_vote_is_there(popolo: dict[str, Any], db: sqlite3.Connection) -> None:
    told = db.execute("SELECT side, count(*) FROM vote_names GROUP BY side ORDER BY side").fetchall()
    counted = {side: sum(vote["option"] == OPTIONS[side] for vote in popolo["votes"]) for side, _ in told}
    assert told and counted == dict(told)
    assert len(popolo["vote_events"]) == db.execute("SELECT count(*) FROM votes").fetchone()[0]
    rubenis = [v for v in popolo["votes"] if v["voter_id"] == "aizkraukles-novada-dome/ugis-rubenis"]
    assert [v["option"] for v in rubenis] == ["yes"]
