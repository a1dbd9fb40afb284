"""Everyone the resolution appoints, elects, entrusts or makes responsible."""
from __future__ import annotations

from pipeline.records import Attendance, Person, Resolution, Signatory, Vote
from pipeline.segment import Part


def read_persons(
    part: Part, resolution: Resolution, vote: Vote | None, signatories: list[Signatory], attendance: Attendance | None,
) -> list[Person]:
    """Listed once a record. Nominatives seen elsewhere (vote, signature, attendance) decide doubtful ones. Stub."""
    return []
