"""`segment`: Text → Minutes (its parts and the items without a decision)."""
from __future__ import annotations

from pipeline.clean.text import Text
from pipeline.segment.kinds import document_type
from pipeline.segment.part import Minutes, Part
from pipeline.segment.zones import cut


def segment(text: Text) -> Minutes:
    """One part a decision."""
    kind = document_type(text)
    return Minutes((Part(text, cut(text, kind), kind),))
