"""Every limit on what one document may cost, in one place (docs/FAILURES.md explains them to users).

The figures are far above any real decision: the longest session minutes seen have some 300 pages and 2 MB of text.
Time and memory of a whole document are limited by the run, which stops the one document alone.
"""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Largest sizes a reader accepts; above one of them it raises `ReadError("too_large")` or a more telling code."""

    input_bytes: int = 500_000_000       # of a file; larger ones are not loaded
    text_chars: int = 20_000_000         # of one document
    pages: int = 5_000                   # of one PDF or multi-page image
    ocr_pages: int = 1_000               # of one document: at 2 s a page half an hour
    image_pixels: int = 120_000_000      # A3 at 600 dpi is 70 million
    members: int = 5_000                 # of one container
    depth: int = 3                       # containers in containers
    unpacked_bytes: int = 1_000_000_000  # of one container, everything inside it together
    ratio: int = 200                     # unpacked : packed of one member larger than `ratio_from`
    ratio_from: int = 5_000_000          # bytes; small members of plain text may well shrink a thousandfold
    xml_bytes: int = 100_000_000         # of one XML part of an office file
    ocr_seconds: int = 120               # for one page


LIMITS = Limits()
