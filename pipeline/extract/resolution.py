"""The resolution: its operative word and the tree of its points.

    NOLEMJ: / 1. Noteikt: / 1.1. termiņu … / 2. Kontroli …       → 1 (1.1), 2
    nolemj: / piešķirt zemes vienībai adresi “Kadiķi”.          → one point without a number
    1. Izteikt 2. punktu šādā redakcijā: / “2. Noteikt …”.      → 1; the quoted 2 is its wording
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.extract.points.actions import action_of
from pipeline.extract.points.amounts import find_amounts
from pipeline.extract.points.annex_citations import find_citations
from pipeline.extract.points.deadlines import find_deadline, find_relative_deadline
from pipeline.extract.points.lines import read_lines
from pipeline.extract.points.outline import Node, read_outline
from pipeline.extract.references import References
from pipeline.records import Amount, Point, Reference, RelativeDeadline, Resolution, Span
from pipeline.records.model import Action
from pipeline.segment import Part


def read_resolution(part: Part, references: References, date: str | None) -> Resolution:
    """What the part decides. Regulations' text is no resolution: no points. `date` (ISO) of the decision serves `š.g.`."""
    if part.document_type in ("binding_regulation", "other"):
        return Resolution(verb=None, points=[])
    zones = part.zones_of("resolution")
    text = part.text.text
    nodes = read_outline(text, read_lines(text, zones)) if zones else []
    reader = _Reader(text, references.references, date)
    span = (nodes[0].start, nodes[-1].end) if nodes else None
    return Resolution(verb=operative_word(part), points=[reader.point(node, None) for node in nodes], span=span)


def operative_word(part: Part) -> str | None:
    """The word that decides, as printed, without its colon: `NOLEMJ`, `nolēma`, `LĒMUMS`."""
    zones = part.zones_of("operative")
    if not zones:
        return None
    words = part.words(zones[-1]).rstrip(" :\n”\"").split()
    return words[-1] if words else None


class _Reader:
    """Fills the points: what each cites, orders and by when."""

    def __init__(self, text: str, references: tuple[Reference, ...], date: str | None) -> None:
        self.text, self.date = text, date
        self.spans: list[Span] = [reference.span for reference in references]
        self.starts = [start for start, _ in self.spans]

    def point(self, node: Node, above: Action | None) -> Point:
        """One point with its children; `above`: what the point that announces it does, for children without a verb."""
        words = node.text(self.text)
        action = action_of(words) or above
        cited = [index for start, end in node.pieces for index in self._references(start, end)]
        annexes = list(dict.fromkeys(self._annexes(node)))
        amounts: list[Amount] = [amount for start, end in node.pieces for amount in find_amounts(self.text, start, end)]
        deadline = self._deadline(node)
        relative = self._relative_deadline(node) if deadline is None else None
        below = action if words.endswith(":") else None
        return Point(
            number=node.number, text=words, children=[self.point(child, below) for child in node.children],
            span=(node.start, node.end), references=cited, annexes=annexes, deadline=deadline, relative_deadline=relative,
            amounts=amounts, action=action)

    def _deadline(self, node: Node) -> str | None:
        dates = (find_deadline(self.text, start, end, self.date) for start, end in node.pieces)
        return next((date for date in dates if date), None)

    def _relative_deadline(self, node: Node) -> RelativeDeadline | None:
        terms = (find_relative_deadline(self.text, start, end) for start, end in node.pieces)
        return next((term for term in terms if term), None)

    def _references(self, start: int, end: int) -> Iterator[int]:
        index = bisect_left(self.starts, start)
        while index < len(self.starts) and self.starts[index] < end:
            yield index
            index += 1

    def _annexes(self, node: Node) -> Iterator[str]:
        for start, end in node.pieces:
            spans = [self.spans[index] for index in self._references(start, end)]
            for citation in find_citations(self.text, start, end, spans):
                if citation.number:
                    yield citation.number
