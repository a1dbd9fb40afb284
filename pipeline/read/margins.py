"""What stands in a page's margins and is no running text: page numbers, running heads and feet, text along the edge.

    bottom 8 % of the page, alone on its height: `- 2 -`, `2 (3)`, `2. lpp.`     → page_number
    the same words at the same height on two pages or more, digits aside         → header, footer
    small letters alone above or below where text may stand, on one page         → header, footer

Where a thing stands on paper tells more than its words do, so what can be told here is told here.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from statistics import median
from typing import Literal

from pipeline.read.layout import Piece
from pipeline.read.source import Aside

SHEET = 0.062  # of the page's height: nearer to the edge no regulation lets running text stand
EDGE = 0.085   # of the page's height: the margins of Cabinet Regulation 558 (20 mm of 297) and a line more
NUMBER = re.compile(
    r"[-–—]? ?(?:\d{1,4}(?: ?\( ?\d{1,4} ?\)| ?/ ?\d{1,4}| no \d{1,4})?)\.? ?[-–—]?"
    r"|(?:lapa|lpp\.?|lappuse|page) ?\d{1,4}(?: ?(?:no|of|/) ?\d{1,4})?|\d{1,4}\.? ?(?:lpp|lapa|lappuse)\.?", re.IGNORECASE)
SIGNED = re.compile(r"(?:elektronisk|laika zīmog)", re.IGNORECASE)
SELF = re.compile(r"(?:lēmum|protokol|rīkojum|noteikum)[a-zāē]{1,4} Nr\. ?\S{1,20}$")
DIGITS = re.compile(r"\d+")

Kind = Literal["header", "footer", "e_signature"]
Sized = tuple[list[Piece], float]   # a page's pieces and its height


def take_margins(pages: list[Sized]) -> tuple[list[list[Piece]], list[Aside]]:
    """The pages without their furniture, and the furniture."""
    repeated = repeated_keys(pages)
    numbers = page_numbers(pages)
    asides: list[Aside] = []
    kept_pages: list[list[Piece]] = []
    for number, (pieces, height) in enumerate(pages, 1):
        edge = [piece for piece in pieces if piece.base < EDGE * height or piece.base > (1 - EDGE) * height]
        gone: set[int] = set()
        for piece in edge:
            top = piece.base < height / 2
            if id(piece) in numbers:
                asides.append(Aside("page_number", piece.text, number))
            elif key_of(piece) in repeated or small_print(piece, pieces, height, number):
                kind: Kind = "e_signature" if SIGNED.search(piece.text) else "header" if top else "footer"
                asides.append(Aside(kind, piece.text, number))
            else:
                continue
            gone.add(id(piece))
        kept_pages.append([piece for piece in pieces if id(piece) not in gone] if gone else pieces)
    return kept_pages, asides


def page_numbers(pages: list[Sized]) -> set[int]:
    """Of each page the number nearest to its edge, when it counts as pages do: a point's `3.` left alone at the foot of
    a page does not. Pages are told apart from points by the distance of number and page, the same on most pages."""
    candidates: list[tuple[int, Piece, int]] = []
    for number, (pieces, height) in enumerate(pages, 1):
        edge = [piece for piece in pieces if (piece.base < EDGE * height or piece.base > (1 - EDGE) * height)
                and NUMBER.fullmatch(piece.text.strip()) and alone(piece, pieces)]
        if edge:
            outermost = min(edge, key=lambda piece: min(piece.base, height - piece.base))
            candidates.append((number, outermost, int(DIGITS.findall(outermost.text)[0]) - number))
    usual = Counter(offset for _, _, offset in candidates).most_common(1)
    agreed = usual[0][0] if usual and usual[0][1] > 1 else 0
    return {id(piece) for _, piece, offset in candidates
            if offset == agreed or (not piece.text.strip().endswith(".") and (len(candidates) == 1 or offset > 0))}


def small_print(piece: Piece, pieces: list[Piece], height: float, number: int) -> bool:
    """A line outside the type area, apart from the text: at the foot in smaller letters, at the head the same from the
    second page on; on the first only when it is the document's own name. Heads of annexes stay."""
    low, high = piece.base > (1 - SHEET) * height, piece.base < SHEET * height
    if not (low or high) or len(piece.text) > 160 or "pielikum" in piece.text.casefold():
        return False
    others = [other for other in pieces if abs(other.base - piece.base) > 0.5 * piece.size]
    inner = [other for other in others if SHEET * height <= other.base <= (1 - SHEET) * height]
    if not inner or min(abs(other.base - piece.base) for other in inner) < 1.5 * piece.size:
        return False
    if high and number == 1:
        return SELF.search(piece.text.strip()) is not None
    usual = median(other.letter or other.size for other in inner)
    return (piece.letter or piece.size) < 0.93 * usual or SELF.search(piece.text.strip()) is not None


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
