"""Annexes: listed, cited, and those whose text follows in the same file."""
from __future__ import annotations

from pipeline.records import Annex, Resolution
from pipeline.segment import Part


def read_annexes(part: Part, resolution: Resolution) -> list[Annex]:
    """Stub."""
    return []
