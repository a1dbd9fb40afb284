"""What reading gives: raw text of every page, and where its lines stand.

Readers of formats with geometry (PDF, OCR) write `raw` the way the page looks: one printed line a line, left
indentation and gaps between columns as runs of spaces (a gap of a column is three spaces or more), a larger
vertical gap as an empty line. So that the stages after this one need to know one kind of layout only.
Formats without geometry (DOCX, HTML) give one paragraph a line and the cells of a table row joined by tabs.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.records import Container, ESignature

PAGE_BREAK = "\f"


class Line(NamedTuple):
    """One printed line: `[start, end)` in `Source.raw`, its page (from 1) and box in PDF points from the top left."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]
    bold: bool = False
    size: float | None = None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page: `[start, end)` in `Source.raw`."""

    number: int
    start: int
    end: int
    text_source: Literal["native", "ocr"] = "native"
    confidence: float | None = None


class Doubtful(NamedTuple):
    """A word that recognition was not sure of: `[start, end)` in `Source.raw`, and how sure it was, 0..1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Something a reader or cleaner took out of the running text: kept, with why."""

    kind: Literal["header", "footer", "page_number", "e_signature", "stamp", "publisher", "footnote", "other"]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One document as read. `raw` is its characters, pages separated by form feeds."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    raw: str
    pages: tuple[SourcePage, ...] = ()
    paged: bool = False
    lines: tuple[Line, ...] = ()
    text_source: Literal["native", "ocr", "mixed"] = "native"
    ocr_confidence: float | None = None
    container: Container | None = None
    e_signatures: tuple[ESignature, ...] = ()
    asides: tuple[Aside, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    notes: tuple[str, ...] = field(default=(), metadata={"doc": "What the reader noticed; becomes findings."})


class ReadError(Exception):
    """A document that cannot be read. `code` is a row of the failure table (docs/FAILURES.md)."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
