"""The paragraphs of the zones that decide, and which of them are inside a quotation or a table.

    1.1. izteikt 2. punktu šādā redakcijā: / “2. Noteikt maksu: / 2.1. pieaugušajiem – 3 EUR;” / 1.2. svītrot …
        → the two lines between hold new wording; their numbers are not the decision's
    Nr.<TAB>Pakalpojums<TAB>Cena   → a table's row
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extract.points.markers import BULLET, Marker, read_marker
from pipeline.latvian.quotes import QUOTES, is_opening
from pipeline.records import Span

_QUOTE = re.compile(f"[{QUOTES}]")
_OPENS = re.compile(rf"[:–-] ?[{QUOTES}]")
_CLOSED = re.compile(rf"[{QUOTES}][.;,)]{{0,3}}$")
#: A quotation is not looked for beyond so many lines.
_FAR = 300


@dataclass(slots=True)
class Line:
    """`[start, end)` of one paragraph, its opening mark, and what the lines around make of it."""

    start: int
    end: int
    marker: Marker | None
    row: bool = False        # cells parted by tabs
    quoted: bool = False     # goes on with a quotation that began above


def read_lines(text: str, zones: Iterable[Span]) -> list[Line]:
    """Every paragraph of the zones, in order."""
    lines: list[Line] = []
    for start, end in zones:
        tabs = text.find("\t", start, end) >= 0
        at = start
        while at < end:
            stop = text.find("\n", at, end)
            stop = end if stop < 0 else stop
            if not text[at].isspace() or text[at:stop].strip():
                marker = _marker(text, at, stop)
                lines.append(Line(at, stop, marker, tabs and text.find("\t", marker.end if marker else at, stop) >= 0))
            at = stop + 1
    _mark_quotations(text, lines)
    return lines


def _marker(text: str, start: int, end: int) -> Marker | None:
    """The mark that opens the line, a bullet before it left out (`– 1. Noteikt`)."""
    marker = read_marker(text, start, end)
    if marker is None and not text[start].isalpha():
        bullet = BULLET.match(text, start, end)
        if bullet and text[bullet.end():bullet.end() + 1].isdigit():
            marker = read_marker(text, bullet.end(), end)
            return marker if marker and marker.dotted and not marker.doubtful else None
    return marker


def _mark_quotations(text: str, lines: list[Line]) -> None:
    """Marks the lines that go on with a quotation of several lines."""
    index = 0
    for quote in _QUOTE.finditer(text, lines[0].start, lines[-1].end) if lines else ():
        at = quote.start()
        while index < len(lines) and lines[index].end <= at:
            index += 1
        if index == len(lines):
            return
        if at < lines[index].start:
            continue       # in a line that was looked at, or in none
        last = _quotation(text, lines, index) if _opens(text, lines, index) else index
        for inner in lines[index + 1:last + 1]:
            inner.quoted = True
        index = last + 1


def _opens(text: str, lines: list[Line], index: int) -> bool:
    """A quotation begins on this line, in its first letter below a colon or behind a colon, and is not closed on it."""
    line = lines[index]
    if text[line.start] in QUOTES:
        if index == 0 or not text[lines[index - 1].start:lines[index - 1].end].rstrip().endswith((":", "–", "-")):
            return False
    elif not _OPENS.search(text, line.start, line.end):
        return False
    return _net(text, line) > 0


def _net(text: str, line: Line) -> int:
    """Opening marks less closing ones."""
    return sum(1 if is_opening(text, match.start()) else -1 for match in _QUOTE.finditer(text, line.start, line.end))


def _quotation(text: str, lines: list[Line], first: int) -> int:
    """The last line of the quotation that line `first` opens; `first` itself when nothing closes it.

    A closing mark may be lost on the way: then the first line that ends in one, with a full stop or semicolon behind, closes.
    """
    depth = 0
    likely = None
    for index in range(first, min(len(lines), first + _FAR)):
        line = lines[index]
        depth += _net(text, line)
        if not _CLOSED.search(text, max(line.start, line.end - 6), line.end):
            continue
        if depth <= 0:
            return index
        if likely is None and text[line.end - 1] in ".;" and (index + 1 == len(lines) or lines[index + 1].marker):
            likely = index
    return first if likely is None else likely
