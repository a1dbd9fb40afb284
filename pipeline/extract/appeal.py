"""The appeal notice: court and term."""
from __future__ import annotations

from pipeline.records import Appeal
from pipeline.segment import Part


def read_appeal(part: Part) -> Appeal | None:
    """Stub."""
    return None
