"""A point of the tree while it is read.

    1. Izveidot komisiju: / 1) Jānis …     → `1`, its own words `Izveidot komisiju:`, one child `1`
"""
from __future__ import annotations

from pipeline.extract.points.markers import Marker, Value
from pipeline.records import Span


class Node:
    """One point: its mark (None without a number), the pieces of text that are its own, and what hangs below it."""

    __slots__ = ("children", "counted", "marker", "pieces", "start")

    def __init__(self, marker: Marker | None, start: int) -> None:
        self.marker, self.start = marker, start
        self.pieces: list[Span] = []
        self.children: list[Node] = []
        self.counted: Value = (0, 0)        # of the last decimal child

    @property
    def number(self) -> str | None:
        return self.marker.printed if self.marker else None

    @property
    def end(self) -> int:
        """Where the point ends, everything below it included. Points nest in text order: the last piece or child is last."""
        end = self.marker.end if self.marker else self.start
        if self.pieces:
            end = max(end, self.pieces[-1][1])
        return max(end, self.children[-1].end) if self.children else end

    def text(self, words: str) -> str:
        return " ".join(" ".join([words[start:end] for start, end in self.pieces]).split())
