"""What segmenting gives: one `Part` a decision, its text cut into zones."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.clean.text import Text
from pipeline.records import Attendance, DocumentType, Institution, Signatory, Span, ZoneKind


class Zone(NamedTuple):
    """`[start, end)` of the part's text. Zones cover the text in order, without overlap."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Session:
    """What all items of one file of minutes share; stands outside the items' own text, so it has no spans there."""

    date: str | None
    place: str | None
    institution: Institution | None
    protocol_number: str | None
    signatories: tuple[Signatory, ...] = ()
    attendance: Attendance | None = None
    method: Literal["open", "secret", "electronic"] | None = None  # voting method stated once for the session


@dataclass(frozen=True, slots=True)
class Part:
    """One decision: its own text (offsets from 0), its zones, and where it stands in the file."""

    text: Text
    zones: tuple[Zone, ...]
    document_type: DocumentType
    index: int = 1
    of: int = 1
    session: Session | None = None     # for minutes items
    item: str | None = None            # agenda item number as printed, without § or point
    item_span: Span | None = None

    def zone(self, kind: ZoneKind) -> Span | None:
        """The first zone of a kind, or None."""
        for own, start, end in self.zones:
            if own == kind:
                return start, end
        return None

    def zones_of(self, *kinds: ZoneKind) -> list[Span]:
        """Every zone of the given kinds, in text order."""
        return [(start, end) for kind, start, end in self.zones if kind in kinds]

    def words(self, span: Span) -> str:
        return self.text.text[span[0]:span[1]]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An agenda item without a decision: named in the run's report."""

    item: str | None
    title: str | None
    reason: Literal["heard", "postponed", "withdrawn", "not adopted", "no decision"]


@dataclass(frozen=True, slots=True)
class Minutes:
    """All of a file: its decisions and the agenda items that had none."""

    parts: tuple[Part, ...]
    skipped: tuple[Skipped, ...] = ()
