"""The resolution: its operative word and the tree of its points.

    NOLEMJ: / 1. Noteikt: / 1.1. termiņu … / 2. Kontroli …       → 1 (1.1), 2
    nolemj: / piešķirt zemes vienībai adresi “Kadiķi”.          → one point without a number
    1. Izteikt 2. punktu šādā redakcijā: / “2. Noteikt …”.      → 1; the quoted 2 is its wording
"""
from __future__ import annotations

from bisect import bisect_left
from typing import Any

from pipeline.extract.points.actions import action_of
from pipeline.extract.points.amounts import find_amounts
from pipeline.extract.points.annex_citations import find_citations
from pipeline.extract.points.cues import Cues, find_cues, stands
from pipeline.extract.points.deadlines import find_deadline, find_relative_deadline
from pipeline.extract.points.lines import read_lines
from pipeline.extract.points.node import Node
from pipeline.extract.points.outline import read_outline
from pipeline.extract.references import References
from pipeline.records import Amount, Reference, RelativeDeadline, Resolution, Span
from pipeline.records.model import Action
from pipeline.segment import Part


def read_resolution(part: Part, references: References, date: str | None) -> Resolution:
    """What the part decides. Regulations' text is no resolution: no points. `date` (ISO) of the decision serves `š.g.`."""
    if part.document_type in ("binding_regulation", "other"):
        return Resolution(verb=None, points=[])
    zones = part.zones_of("resolution")
    text = part.text.text
    nodes = read_outline(text, read_lines(text, zones)) if zones else []
    if not nodes:
        return Resolution(verb=operative_word(part), points=[], span=None)
    span = (nodes[0].start, nodes[-1].end)
    reader = _Reader(text, find_cues(text, *span), references.references, date)
    points = [reader.point(node, None) for node in nodes]
    return Resolution.model_validate({"verb": operative_word(part), "points": points, "span": span})


def operative_word(part: Part) -> str | None:
    """The word that decides, as printed, without its colon: `NOLEMJ`, `nolēma`, `LĒMUMS`."""
    zones = part.zones_of("operative")
    if not zones:
        return None
    words = part.words(zones[-1]).rstrip(" :\n”\"").split()
    return words[-1] if words else None


class _Reader:
    """Fills the points: what each cites, orders and by when."""

    def __init__(self, text: str, cues: Cues, references: tuple[Reference, ...], date: str | None) -> None:
        self.text, self.cues, self.date = text, cues, date
        self.spans: list[Span] = [reference.span for reference in references]
        self.starts = [start for start, _ in self.spans]

    def point(self, node: Node, above: Action | None) -> dict[str, Any]:
        """The fields of a `Point` and its children: the tree is validated in one go, for two thirds of the time.

        `above`: what the point that announces it does, for children without a verb.
        """
        text, cues, words = self.text, self.cues, node.text(self.text)
        action = action_of(words) or above
        cited: list[int] = []
        annexes: list[str] = []
        amounts: list[Amount] = []
        deadline: str | None = None
        for start, end in node.pieces:
            own = self._references(start, end)
            cited += own
            if cues.annex and stands(cues.annex, start, end):
                for citation in find_citations(text, start, end, self.spans[own.start:own.stop]):
                    if citation.number and citation.number not in annexes:
                        annexes.append(citation.number)
            if cues.money and stands(cues.money, start, end):
                amounts += find_amounts(text, start, end)
            if cues.until and deadline is None and stands(cues.until, start, end):
                deadline = find_deadline(text, start, end, self.date)
        relative = self._relative_deadline(node) if cues.within and deadline is None else None
        below = action if words.endswith(":") else None
        return {
            "number": node.number, "text": words, "children": [self.point(child, below) for child in node.children],
            "span": (node.start, node.end), "references": cited, "annexes": annexes, "deadline": deadline,
            "relative_deadline": relative, "amounts": amounts, "action": action}

    def _relative_deadline(self, node: Node) -> RelativeDeadline | None:
        for start, end in node.pieces:
            if stands(self.cues.within, start, end) and (term := find_relative_deadline(self.text, start, end)):
                return term
        return None

    def _references(self, start: int, end: int) -> range:
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))
