"""The resolution: its operative word and the tree of its points."""
from __future__ import annotations

from pipeline.extract.references import References
from pipeline.records import Resolution
from pipeline.segment import Part


def read_resolution(part: Part, references: References, date: str | None) -> Resolution:
    """Stub. Points carry references (indexes), annexes, deadlines, amounts, action."""
    return Resolution(verb=None, points=[])
