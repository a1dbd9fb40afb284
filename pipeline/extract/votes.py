"""Every vote of one part, and the one that carries the decision."""
from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Vote
from pipeline.segment import Part


@dataclass(frozen=True, slots=True)
class Votes:
    vote: Vote | None = None
    rounds: tuple[Vote, ...] = ()


def read_votes(part: Part) -> Votes:
    """Stub."""
    return Votes()
