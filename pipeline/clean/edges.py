"""Where lines end on paper, for sources that say: whether a line was full when the next one began.

    justified text: a line that stops short of the right edge is its paragraph's last, however little is missing
    ragged text:    a line is full when the next line's first word had no room on it

Columns of characters cannot tell: in proportional letters a line of 84 may be as wide as one of 92.
"""
from __future__ import annotations

from collections import Counter

from pipeline.clean.lines import Line
from pipeline.read.source import Line as Printed
from pipeline.read.source import Source

LONG = 45         # characters: shorter lines say nothing about the right edge
FEW = 6           # long lines: with fewer a page takes the document's edge
PLAY = 0.3        # of the letter size: how far a justified line may miss the edge (recognised boxes are rough)


def mark_full(source: Source, lines: list[Line]) -> None:
    """Sets `room` on every line whose place on paper is known: how many characters more it could have held; 0.0 when it
    reaches the edge of a justified page, and -1.0 when it stops short of one."""
    if not source.lines:
        return
    printed = {line.start: line for line in source.lines}
    known = [(line, printed[line.start]) for line in lines if line.start in printed]
    document = edge_of([place for line, place in known if long(line)])
    if document is None:
        return
    pages: dict[int, list[Printed]] = {}
    for line, place in known:
        if long(line):
            pages.setdefault(place.page, []).append(place)
    edges = {page: edge_of(places) or document for page, places in pages.items() if len(places) >= FEW}
    for line, place in known:
        edge, justified = edges.get(place.page, document)
        missing = edge - place.box[2]
        width = max(1.0, (place.box[2] - place.box[0]) / max(1, len(line.body)))
        if not justified:
            line.room = max(0.0, missing / width)
        elif place.box[2] <= edge + 2:
            line.room = 0.0 if missing < PLAY * (place.size or 11) else -1.0


def long(line: Line) -> bool:
    return len(line.body) >= LONG and not line.gap


def edge_of(lines: list[Printed]) -> tuple[float, bool] | None:
    """The right edge of long lines in points, and whether most of them reach it."""
    if len(lines) < 3:
        return None
    ends = Counter(round(line.box[2]) for line in lines)
    usual, _ = max(ends.items(), key=lambda item: (item[1] + ends[item[0] - 1] + ends[item[0] + 1], item[0]))
    near = sum(abs(line.box[2] - usual) < PLAY * (line.size or 11) for line in lines)
    if near >= 0.5 * len(lines):
        return float(usual), True
    return max(line.box[2] for line in lines), False
