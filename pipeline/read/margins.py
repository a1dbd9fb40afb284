"""What stands in a page's margins and is no running text: page numbers, running heads and feet, text along the edge.

    bottom 8 % of the page, alone on its height: `- 2 -`, `2 (3)`, `2. lpp.`     → page_number
    the same words at the same height on two pages or more, digits aside         → header, footer

Where a thing stands on paper tells more than its words do, so what can be told here is told here.
"""
from __future__ import annotations

import re
from collections import defaultdict

from pipeline.read.layout import Piece
from pipeline.read.source import Aside

EDGE = 0.085   # of the page's height: the margins of Cabinet Regulation 558 (20 mm of 297) and a line more
NUMBER = re.compile(
    r"[-–—]? ?(?:\d{1,4}(?: ?\( ?\d{1,4} ?\)| ?/ ?\d{1,4}| no \d{1,4})?)\.? ?[-–—]?"
    r"|(?:lapa|lpp\.?|lappuse|page) ?\d{1,4}(?: ?(?:no|of|/) ?\d{1,4})?|\d{1,4}\.? ?(?:lpp|lapa|lappuse)\.?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")

Sized = tuple[list[Piece], float]   # a page's pieces and its height


def take_margins(pages: list[Sized]) -> tuple[list[list[Piece]], list[Aside]]:
    """The pages without their furniture, and the furniture."""
    repeated = repeated_keys(pages)
    asides: list[Aside] = []
    kept_pages: list[list[Piece]] = []
    for number, (pieces, height) in enumerate(pages, 1):
        edge = [piece for piece in pieces if piece.base < EDGE * height or piece.base > (1 - EDGE) * height]
        gone: set[int] = set()
        for piece in edge:
            top = piece.base < height / 2
            if NUMBER.fullmatch(piece.text.strip()) and alone(piece, pieces):
                asides.append(Aside("page_number", piece.text, number))
            elif key_of(piece) in repeated:
                asides.append(Aside("header" if top else "footer", piece.text, number))
            else:
                continue
            gone.add(id(piece))
        kept_pages.append([piece for piece in pieces if id(piece) not in gone] if gone else pieces)
    return kept_pages, asides


def key_of(piece: Piece) -> tuple[str, int]:
    return DIGITS.sub("#", piece.text.strip()), round(piece.base / 6)


def alone(piece: Piece, pieces: list[Piece]) -> bool:
    """Nothing else on its height, unless that is in the margin as well (`Lēmums Nr. 5        2`)."""
    beside = [other for other in pieces if other is not piece and abs(other.base - piece.base) < 0.5 * piece.size]
    return len(beside) <= 1


def repeated_keys(pages: list[Sized]) -> set[tuple[str, int]]:
    """What stands at one height of the margin on two pages or more (on a third of them, in long documents)."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (pieces, height) in enumerate(pages):
        for piece in pieces:
            if (piece.base < EDGE * height or piece.base > (1 - EDGE) * height) and len(piece.text) > 3:
                seen[key_of(piece)].add(number)
    return {key for key, where in seen.items() if len(where) >= max(2, len(pages) // 3)}
