"""PDF → Source: the page as it looks, through PDFium.

Most of a page's time is PDFium's own; ours is kept under half of that by asking for boxes only at the ends of lines
and at the gaps between words (docs/FORMATS_READ.md has the measurements).
"""
from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from pipeline.read.failures import failure
from pipeline.read.layout import COLUMN_GAP, Grid, Piece, Placed, grid_of, place
from pipeline.read.limits import LIMITS
from pipeline.read.margins import take_margins
from pipeline.read.pdfium import Box, Document, PageText, open_pdf
from pipeline.read.source import Aside, Line, Source, SourcePage

#: PDFium writes a hyphen at a line's end as U+FFFE and leaves the line break out.
LINE = re.compile("[^\r\n\ufffe]*\ufffe|[^\r\n\ufffe]+")
GAP = re.compile(r"(?<=\S)[ \u00a0\t]+(?=\S)")
FIGURES = re.compile(r"[0-9]+")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
ODD = re.compile("[\u00ad\ufb00-\ufb06\x00-\x08\x0b\x0e-\x1f\ufffe]")


def read_pdf(data: bytes, path: str, password: str | None = None) -> Source:
    """The document as it looks on its pages. Raises `encrypted`, `damaged`, `too_large`, `empty`."""
    with open_pdf(data, password) as document:
        if document.pages > LIMITS.pages:
            raise failure("too_large", f"{document.pages} pages")
        sheets = [read_sheet(document, index) for index in range(document.pages)]
    pages, asides = take_margins([(sheet.pieces, sheet.height) for sheet in sheets])
    grid = grid_of(pages)
    placed = [place(page, grid, number) for number, page in enumerate(pages, 1)]
    return assemble(data, path, placed, [*asides, *(stamp for sheet in sheets for stamp in sheet.stamps)])


def assemble(data: bytes, path: str, placed: list[Placed], asides: list[Aside]) -> Source:
    """The pages' texts put after each other, with a form feed between."""
    pages: list[SourcePage] = []
    lines: list[Line] = []
    at = 0
    for number, page in enumerate(placed, 1):
        pages.append(SourcePage(number, at, at + len(page.text)))
        lines.extend(Line(line.start + at, line.end + at, line.page, line.box, line.bold, line.size) for line in page.lines)
        at += len(page.text) + 1
    raw = "\f".join(page.text for page in placed)
    if len(raw) > LIMITS.text_chars:
        raise failure("too_large", f"{len(raw)} characters")
    return Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="application/pdf", raw=raw,
                  pages=tuple(pages), paged=True, lines=tuple(lines), asides=tuple(asides))


class Sheet(NamedTuple):
    """One page as PDFium gives it."""

    pieces: list[Piece]
    height: float
    stamps: list[Aside]


def read_sheet(document: Document, index: int) -> Sheet:
    with document.page(index) as page:
        if page is None:
            return Sheet([], 842.0, [])
        stamps = upright(page, index + 1)
        return Sheet(pieces_of(page), page.height, stamps)


def upright(page: PageText, number: int) -> list[Aside]:
    """Turns a page whose text runs up or down, and takes out the lines that run otherwise than the rest (stamps)."""
    starts = [(match.start(), match.end()) for match in LINE.finditer(page.text) if not match[0].isspace()]
    turns = [page.turns(start) for start, _ in starts]
    if not any(turns):
        return []
    weight = [0, 0, 0, 0]
    for (start, end), turn in zip(starts, turns, strict=True):
        weight[turn] += end - start
    usual = weight.index(max(weight))
    stamps = []
    characters = list(page.text)
    for (start, end), turn in zip(starts, turns, strict=True):
        if turn != usual:
            stamps.append(Aside("stamp", page.text[start:end].strip(), number))
            characters[start:end] = " " * (end - start)
    page.text = "".join(characters)
    page.turn(usual)
    return stamps


def pieces_of(page: PageText) -> list[Piece]:
    """The page's text cut at line ends and column gaps."""
    found: list[Piece] = []
    text = page.text
    for match in LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.extend(cut_line(page, start, end))
    return found


def cut_line(page: PageText, start: int, end: int) -> list[Piece]:
    """One of PDFium's lines as pieces: cut where a gap is a column's, and around raised figures."""
    text, box = page.text, page.box
    first = box(start)
    size = first[3] - first[1]
    gaps: list[tuple[float, int, int, float, float]] = []
    for match in GAP.finditer(text, start, end):
        left, right = box(match.start() - 1)[2], box(match.end())[0]
        gaps.append((right - left, match.start(), match.end(), left, right))
    usual = sorted(gap[0] for gap in gaps)[(len(gaps) - 1) // 3] if len(gaps) > 1 else 0.0
    limit = max(COLUMN_GAP * size, 2.2 * usual)
    cuts = [gap for gap in gaps if gap[0] > limit or gap[0] < -2 * size]
    text = raise_figures(page, text, start, end, first)
    pieces: list[Piece] = []
    bold = page.bold(start)
    at, x0 = start, first[0]
    for _, left, right, x1, nx in cuts:
        pieces.append(Piece(x0, x1, first[3], size, tidy(text[at:left]), at, bold))
        at, x0 = right, nx
    last = box(end - 1)
    pieces.append(Piece(x0, last[2], first[3], size, tidy(text[at:end]), at, bold))
    return pieces


def raise_figures(page: PageText, text: str, start: int, end: int, first: Box) -> str:
    """`14.1 panta` whose 1 stands smaller and higher is `14.¹ panta`; `m2` is `m²`. Indexes stay as they are."""
    size, base = first[3] - first[1], first[3]
    limit = base - 0.12 * size
    raised: list[int] = []
    for match in FIGURES.finditer(text, start, end):
        a, b = match.span()
        if a == start or text[a - 1] == " ":
            if b - a < 2:
                continue
            probe = b - 1
        else:
            probe = a
        for index in (probe, *((b - 1,) if probe == a and b - a > 1 else ())):
            box = page.box(index)
            if box[3] < limit and box[3] - box[1] < 0.82 * size:
                raised.extend(i for i in range(a, b) if i >= probe == a or page.box(i)[3] < limit)
                break
    if not raised:
        return text
    characters = list(text)
    for index in raised:
        characters[index] = characters[index].translate(SUPERSCRIPT)
    return "".join(characters)


def tidy(words: str) -> str:
    """Ligatures as letters, PDFium's marks as the hyphens they stand for, soft hyphens only where they are printed."""
    if not ODD.search(words):
        return words
    words = words.translate(LIGATURES).replace("\ufffe", "-").replace("\x02", "-")
    return re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", re.sub("\u00ad(?!$)", "", words)).replace("\u00ad", "-")


__all__ = ["Grid", "read_pdf"]
