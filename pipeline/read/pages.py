"""Pages as pieces → one Source: margins taken out, one grid for all, raw text, line boxes, doubts."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from pipeline.read.failures import failure
from pipeline.read.footnotes import take_footnotes
from pipeline.read.layout import Piece, grid_of, place
from pipeline.read.limits import LIMITS
from pipeline.read.margins import take_margins
from pipeline.read.ocr import OcrPage
from pipeline.read.source import Aside, Doubtful, Line, Source, SourcePage


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page before it is put into characters."""

    pieces: list[Piece]
    height: float
    stamps: tuple[Aside, ...] = ()
    ocr: OcrPage | None = None
    notes: tuple[str, ...] = field(default=())


def assemble(data: bytes, path: str, media_type: str, pages: list[ReadPage]) -> Source:
    """The pages' texts put after each other, with a form feed between. Raises `too_large`."""
    kept, asides = take_margins([(page.pieces, page.height) for page in pages])
    for number, page in enumerate(pages, 1):
        if page.ocr is None:
            kept[number - 1], notes = take_footnotes(kept[number - 1], number)
            asides += notes
    grid = grid_of(kept)
    texts: list[str] = []
    spans: list[SourcePage] = []
    lines: list[Line] = []
    doubtful: list[Doubtful] = []
    at = 0
    for number, (page, pieces) in enumerate(zip(pages, kept, strict=True), 1):
        placed = place(pieces, grid, number, exact=page.ocr is None)
        texts.append(placed.text)
        spans.append(SourcePage(number, at, at + len(placed.text), "ocr" if page.ocr else "native",
                                page.ocr.confidence if page.ocr else None))
        lines.extend(placed.lines if at == 0 else [
            Line(line.start + at, line.end + at, line.page, line.box, line.bold, line.size) for line in placed.lines])
        if page.ocr:
            starts = {first: start for start, _, first in placed.origins}
            doubtful.extend(
                Doubtful(at + starts[d.piece] + d.offset, at + starts[d.piece] + d.offset + len(d.text), round(d.confidence, 2))
                for d in page.ocr.doubts if d.piece in starts)
        at += len(placed.text) + 1
        if at > LIMITS.text_chars:
            raise failure("too_large", "its text")
    return Source(
        path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type=media_type, raw="\f".join(texts),
        pages=tuple(spans), paged=True, lines=tuple(lines), text_source=kind_of(pages), ocr_confidence=confidence_of(pages),
        asides=(*asides, *(stamp for page in pages for stamp in page.stamps)), doubtful=tuple(sorted(doubtful)),
        notes=tuple(f"page {number}: {note}" for number, page in enumerate(pages, 1) for note in page.notes))


def kind_of(pages: list[ReadPage]) -> Literal["native", "ocr", "mixed"]:
    recognised = sum(page.ocr is not None for page in pages)
    if not recognised:
        return "native"
    return "mixed" if any(page.ocr is None and page.pieces for page in pages) else "ocr"


def confidence_of(pages: list[ReadPage]) -> float | None:
    """Mean confidence of the recognised pages, weighed by their letters."""
    weighed = [(page.ocr.confidence, sum(len(piece.text) for piece in page.pieces))
               for page in pages if page.ocr and page.ocr.confidence is not None]
    total = sum(weight for _, weight in weighed)
    return round(sum(confidence * weight for confidence, weight in weighed) / total, 3) if total else None
