"""A page of the original PDF as an image, and where the record's marks stand on it."""
from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.read.pdfium import LOCK, Box, PageText, open_pdf
from pipeline.read.source import ReadError
from pipeline.serve.marks import Mark
from pipeline.serve.original import is_pdf, original

#: Dots per inch: sharp on a screen of twice the usual density, about 150 kB a page.
DPI = 144
MOST_PIXELS = 12_000_000
#: Kinds that cover whole paragraphs, or nothing that a reader looks for on the page.
_UNBOXED = {"vote", "appeal"}


@dataclass(frozen=True, slots=True)
class BoxedPage:
    """`boxes`: (number of the mark, its kind, x, y, width, height) in PDF points from the page's top left corner."""

    number: int
    width: float
    height: float
    boxes: list[tuple[int, str, float, float, float, float]]


def page_png(raw: Path | None, source: Mapping[str, Any], number: int) -> bytes | None:
    """Page `number` (from 1) of a record's source; None when that is no PDF, not at hand any more, or has no such page."""
    data = original(raw, source) if is_pdf(source) else None
    return _png(data, number) if data is not None else None


@lru_cache(maxsize=32)
def _png(data: bytes, number: int) -> bytes | None:
    import pypdfium2
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(DPI / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            image = page.render(scale=scale).to_pil()
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()
    buffer = io.BytesIO()
    image.convert("P", palette=1, colors=64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def boxed_pages(raw: Path | None, record: Mapping[str, Any], marks: Sequence[Mark]) -> list[BoxedPage]:
    """The pages that the record stands on, with the boxes of its marks; empty when the PDF is not at hand."""
    source = record["source"]
    data = original(raw, source) if is_pdf(source) else None
    if data is None:
        return []
    numbered = [(n, mark) for n, mark in enumerate(marks) if not _UNBOXED & set(mark.kind.split())]
    found = []
    try:
        with open_pdf(data) as document:
            for page in record["pages"]:
                if 1 <= page["number"] <= document.pages:
                    with document.page(page["number"] - 1) as text:
                        if text is not None:
                            boxes = list(_boxes(text, record, page["number"], numbered))
                            found.append(BoxedPage(page["number"], round(text.width, 1), round(text.height, 1), boxes))
    except ReadError:
        return []
    return found


def _boxes(
    page: PageText, record: Mapping[str, Any], number: int, marks: Sequence[tuple[int, Mark]],
) -> Iterator[tuple[int, str, float, float, float, float]]:
    lines = [line for line in record.get("layout") or () if line["page"] == number]
    if not lines:
        return
    first, last = min(line["start"] for line in lines), max(line["end"] for line in lines)
    marks = [(n, mark) for n, mark in marks if mark.start < last and mark.end > first]
    edges = _edges(page, lines, record["text"])
    for line, edge in zip(lines, edges, strict=True):
        _, top, _, bottom = line["box"]
        for n, mark in marks:
            start, end = max(mark.start, line["start"]), min(mark.end, line["end"])
            if start < end:
                left, right = edge[start - line["start"]][0], edge[end - line["start"] - 1][1]
                if right > left:
                    yield n, mark.kind, round(left, 1), round(top - 1, 1), round(right - left, 1), round(bottom - top + 2, 1)


def _edges(page: PageText, lines: Sequence[Mapping[str, Any]], text: str) -> list[list[tuple[float, float]]]:
    """For each line, the left and right edge of every character.

    From the page's own characters where they are the line's; else (recognised text, a repaired word) the line's box in equal
    shares, which is right to about a word.
    """
    inside: list[list[tuple[str, Box]]] = [[] for _ in lines]
    order, last = list(range(len(lines))), 0  # characters come line by line: the last one's line is asked first
    for index, character in enumerate(page.text):
        if not character.isspace() and character.isprintable():
            box = page.box(index)
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            for at in (last, *order):
                x0, y0, x1, y1 = lines[at]["box"]
                if x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1:
                    inside[at].append((character, box))
                    last = at
                    break
    return [_line_edges(text[line["start"]:line["end"]], line["box"], found)
            for line, found in zip(lines, inside, strict=True)]


def _line_edges(words: str, box: Sequence[float], found: Sequence[tuple[str, Box]]) -> list[tuple[float, float]]:
    solid = [at for at, character in enumerate(words) if not character.isspace()]
    letters = "".join(words[at] for at in solid)
    if "".join(character for character, _ in found).rstrip("-\u00ad\u2010") != letters.rstrip("-\u00ad\u2010"):
        share = (box[2] - box[0]) / max(1, len(words))
        return [(box[0] + share * at, box[0] + share * (at + 1)) for at in range(len(words))]
    edges = [(0.0, 0.0)] * len(words)
    right = box[0]
    for at, (_, own) in zip(solid, found, strict=False):
        edges[at] = own[0], own[2]
    for at, edge in enumerate(edges):
        if edge == (0.0, 0.0):
            edges[at] = right, right
        right = edges[at][1]
    return edges
