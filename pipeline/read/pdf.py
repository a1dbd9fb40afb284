"""PDF → Source: the page as it looks, through PDFium; pages without a usable text layer through recognition.

Most of a page's time is PDFium's own; ours is kept under half of that by asking for boxes only at the ends of lines
and at the gaps between words (docs/FORMATS_READ.md has the measurements).
"""
from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.read.failures import failure
from pipeline.read.layout import COLUMN_GAP, Piece
from pipeline.read.limits import LIMITS
from pipeline.read.ocr import read_images
from pipeline.read.options import ReadOptions
from pipeline.read.pades import read_pdf_signatures
from pipeline.read.pages import ReadPage, assemble
from pipeline.read.pdfium import Box, Document, PageText, open_pdf
from pipeline.read.quality import Verdict, judge, misread, repair
from pipeline.read.source import Aside, Source
from pipeline.read.tesseract import missing

MEDIA_TYPE = "application/pdf"
#: PDFium writes a hyphen at a line's end as U+FFFE and leaves the line break out.
LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
GAP = re.compile(r"[ \u00a0\t](?<=\S[ \u00a0\t])[ \u00a0\t]*(?=\S)")
FIGURES = re.compile(r"[0-9]+")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
ODD = re.compile("[\u00ad\ufb00-\ufb06\x00-\x08\x0b\x0e-\x1f\ufffe]")


def read_pdf(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Source:  # noqa: B008
    """The document as it looks on its pages. Raises `encrypted`, `damaged`, `too_large`, `empty`, `needs_ocr`."""
    with open_pdf(data, options.password) as document:
        if document.pages > LIMITS.pages:
            raise failure("too_large", f"{document.pages} pages")
        sheets = [read_sheet(document, index) for index in range(document.pages)]
        pages = recognised(document, sheets, options)
    source = assemble(data, path, MEDIA_TYPE, pages)
    if not re.search(r"\w", source.raw):
        raise failure("empty")
    return replace(source, e_signatures=read_pdf_signatures(data))


class Sheet(NamedTuple):
    """One page as PDFium gives it, and what its text layer is worth."""

    page: ReadPage
    verdict: Verdict


def read_sheet(document: Document, index: int) -> Sheet:
    with document.page(index) as page:
        if page is None:
            return Sheet(ReadPage([], 842.0, notes=("the page is broken and could not be read",)), "good")
        notes: tuple[str, ...] = ()
        if misread(page.text):
            page.text = repair(page.text)
            notes = ("its letters were in Windows-1257 read as Latin-1, and were put right",)
        verdict = judge(page.text)
        if (verdict == "empty" and not page.has_picture()) or (verdict == "unmarked" and not page.is_picture()):
            verdict = "good"
        stamps = upright(page, index + 1)
        return Sheet(ReadPage(pieces_of(page), page.height, tuple(stamps), notes=notes), verdict)


def recognised(document: Document, sheets: list[Sheet], options: ReadOptions) -> list[ReadPage]:
    """The pages, those without a usable text layer recognised from their image."""
    bad = [index for index, sheet in enumerate(sheets) if sheet.verdict != "good"]
    if not bad:
        return [sheet.page for sheet in sheets]
    lack = missing() if options.ocr else "recognition is switched off"
    if lack or len(bad) > LIMITS.ocr_pages:
        if len(bad) > LIMITS.ocr_pages:
            raise failure("too_large", f"{len(bad)} pages to recognise")
        if not any(sheet.verdict in ("good", "unmarked") and sheet.page.pieces for sheet in sheets):
            raise failure("needs_ocr", lack or "")
        return [replace(sheet.page, notes=(*sheet.page.notes, *unread_note(sheet.verdict))) for sheet in sheets]
    made = dict(zip(bad, read_images([document.picture(index, options.ocr_dpi) for index in bad], options), strict=True))
    pages = []
    for index, sheet in enumerate(sheets):
        ocr = made.get(index)
        if ocr is None or (not ocr.pieces and sheet.verdict != "broken"):
            pages.append(sheet.page)
        else:
            pages.append(replace(sheet.page, pieces=ocr.pieces, ocr=ocr, stamps=()))
    return pages


def unread_note(verdict: Verdict) -> tuple[str, ...]:
    if verdict == "good":
        return ()
    return ("is an image and was not recognised",) if verdict == "empty" else ("its text layer is not to be trusted",)


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
    """One of PDFium's lines as pieces: cut where a gap is a column's, and around raised figures. None for words that the
    file sets beside its page, where nobody sees them."""
    text, box = page.text, page.box
    first = box(start)
    size = first[3] - first[1]
    widths: list[float] = []
    cuts: list[tuple[float, int, int, float, float]] = []
    least, most, gap = -2 * size, COLUMN_GAP * size, page.gap
    for match in GAP.finditer(text, start, end):
        before, after = match.span()
        left, right = gap(before - 1, after)
        width = right - left
        widths.append(width)
        if width > most or width < least:
            cuts.append((width, before, after, left, right))
    if cuts and len(widths) > 1:      # beside wide gaps between words only wider ones are a column's
        usual = 2.2 * sorted(widths)[(len(widths) - 1) // 3]
        cuts = [cut for cut in cuts if cut[0] > usual or cut[0] < least]
    text = raise_figures(page, text, start, end, first)
    pieces: list[Piece] = []
    bold, letter = page.bold(start), page.letter(start)
    at, x0 = start, first[0]
    for _, left, right, x1, nx in cuts:
        pieces.append(Piece(x0, x1, first[3], size, tidy(text[at:left]), at, bold, letter))
        at, x0 = right, nx
    last = box(end - 1)
    pieces.append(Piece(x0, last[2], first[3], size, tidy(text[at:end]), at, bold, page.letter(at) if cuts else letter))
    return pieces if all(page.holds(piece.x0, piece.base) for piece in pieces) else []


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
