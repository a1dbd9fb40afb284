"""The head values of one part: number, date, place, protocol, title, institution."""
from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.found import Found
from pipeline.records import Institution, Protocol
from pipeline.segment import Part


@dataclass(frozen=True, slots=True)
class Head:
    number: Found[str] | None = None
    date: Found[str] | None = None
    place: Found[str] | None = None
    protocol: Found[Protocol] | None = None
    title: Found[str] | None = None
    institution: Found[Institution] | None = None


def read_head(part: Part) -> Head:
    """Stub."""
    return Head()
