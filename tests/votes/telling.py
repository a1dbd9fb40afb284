"""Votes and attendance in one line, for tables that people read."""
from __future__ import annotations

from pipeline.records import Attendance, Attendee, Vote

SIDES = (("for_", "for"), ("against", "against"), ("abstain", "abstain"), ("not_voting", "not voting"), ("absent", "absent"))


def told(vote: Vote) -> str:
    """`open; for 13 [A. Ozols, B. Egle]; against 0; unanimous`. A count made from names alone stands in brackets."""
    parts = [vote.method] if vote.method else []
    for field, name in SIDES:
        side = getattr(vote, field)
        if side.count is None and not side.names:
            continue
        count = str(side.count) if side.declared is not None else f"({side.count})"
        parts.append(f"{name} {count}" + (f" [{', '.join(side.names)}]" if side.names else ""))
    if vote.unanimous:
        parts.append("unanimous")
    if vote.total is not None:
        parts.append(f"of {vote.total}")
    if vote.invalid:
        parts.append(f"invalid {vote.invalid}")
    parts += [f"{one.name} since “{one.reason}”" for one in vote.recusals if one.reason]
    parts += [f"{one.name}: {one.votes_for}" + (f"/{one.votes_against}" if one.votes_against is not None else "")
              for one in vote.candidates]
    if vote.subject:
        parts.append(f"on “{vote.subject}”")
    if vote.outcome != "unknown":
        parts.append(vote.outcome)
    return "; ".join(parts)


def told_all(votes: list[Vote]) -> str:
    return " || ".join(map(told, votes)) or "–"


def attended(found: Attendance | None) -> str:
    """`present A. Ozols (15:40–), B. Egle; absent C. Liepa (slimības dēļ); chair …; secretary …; seats 15`."""
    if found is None:
        return "–"
    parts = []
    for field in ("present", "absent"):
        people = getattr(found, field)
        if people:
            parts.append(f"{field} " + ", ".join(map(_attendee, people)))
    parts += [f"{field} {value}" for field in ("chair", "secretary", "seats") if (value := getattr(found, field)) is not None]
    return "; ".join(parts)


def _attendee(one: Attendee) -> str:
    hours = f" {one.arrived or ''}–{one.left or ''}" if one.arrived or one.left else ""
    return one.name + hours + (f" ({one.note})" if one.note and not hours else "")
