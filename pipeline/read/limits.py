"""Every limit on what one document may cost, in one place; docs/LIMITS.md is written from here.

The figures are far above any real decision: the longest session minutes seen have some 300 pages and 2 MB of text.
Time and memory of a whole document are limited by the run, which stops the one document alone.
"""
from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


def limit(most: int, of: str, code: str) -> Any:
    """A limit: the most, of what, and the failure above it."""
    return field(default=most, metadata={"of": of, "code": code})


@dataclass(frozen=True, slots=True)
class Limits:
    """Largest sizes a reader accepts."""

    input_bytes: int = limit(500_000_000, "bytes of a file; larger ones are not loaded", "too_large")
    text_chars: int = limit(20_000_000, "characters of one document", "too_large")
    pages: int = limit(5_000, "pages of one PDF", "too_large")
    ocr_pages: int = limit(1_000, "pages to recognise in one document: at 2 s a page half an hour", "too_large")
    image_pixels: int = limit(120_000_000, "pixels of an image; A3 at 600 dpi has 70 million", "too_large")
    members: int = limit(5_000, "members of one container", "too_large")
    depth: int = limit(3, "containers in containers", "unsafe")
    unpacked_bytes: int = limit(1_000_000_000, "bytes of everything in one container, counted while unpacking", "bomb")
    ratio: int = limit(200, "times that a member larger than `ratio_from` may grow when unpacked", "bomb")
    ratio_from: int = limit(5_000_000, "bytes: smaller members of plain text may well grow a thousandfold", "bomb")
    xml_bytes: int = limit(100_000_000, "bytes of one XML part of an office file, or of an HTML page", "too_large")
    ocr_seconds: int = limit(120, "seconds to recognise one page", "ocr_failed")


LIMITS = Limits()


def rows() -> list[tuple[str, int, str, str]]:
    """Name, most, of what, and failure of every limit."""
    return [(one.name, getattr(LIMITS, one.name), one.metadata["of"], one.metadata["code"]) for one in fields(LIMITS)]
