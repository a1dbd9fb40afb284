"""`segment`: Text → Minutes (its parts and the items without a decision)."""
from __future__ import annotations

from pipeline.clean.text import Text
from pipeline.segment.part import Minutes, Part, Zone


def segment(text: Text) -> Minutes:
    """Stub: the whole text is one decision with one zone."""
    return Minutes((Part(text, (Zone("other", 0, len(text.text)),), "decision"),))
