"""Who signed, with the role as printed."""
from __future__ import annotations

from pipeline.clean.text import Text
from pipeline.records import Signatory, Span


def read_signatories(text: Text, zones: list[Span]) -> list[Signatory]:
    """The signatures that stand in the given zones of `text` (usually one `signature` zone), in printed order. Stub."""
    return []
