"""Footnotes at the foot of a page → asides, and their marks out of the running text, as other formats have it.

    ¹ Telpu noslodzes grafiks …      small letters under everything else, begun by a number
    … trešdienās ir brīva.¹          the same number, raised, in the text above: without one nothing is a footnote
"""
from __future__ import annotations

import re
from statistics import median

from pipeline.read.layout import SUPERSCRIPT, Piece
from pipeline.read.source import Aside

SMALL = 0.92      # of the page's letters
NOTE = re.compile(r"([0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\.? ?(?=\S)")
RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]")
PLAIN = {raised: plain for plain, raised in SUPERSCRIPT.items()}


def take_footnotes(pieces: list[Piece], page: int) -> tuple[list[Piece], list[Aside]]:
    """The page without its footnotes, and those."""
    if len(pieces) < 4 or not any(RAISED.search(piece.text) for piece in pieces):
        return pieces, []
    usual = SMALL * median(letters(piece) for piece in pieces)
    body = max((p.base for p in pieces if letters(p) > usual and not RAISED.fullmatch(p.text)), default=0.0)
    foot = sorted((p for p in pieces if p.base > body and letters(p) <= usual), key=lambda p: (round(p.base), p.x0))
    notes: list[list[Piece]] = []
    marks: list[str] = []
    above = [piece for piece in pieces if piece.base <= body]
    for piece in foot:
        begins = NOTE.match(piece.text)
        number = begins[1].translate(PLAIN) if begins else ""
        if begins and any(mark_of(number, other.text) >= 0 for other in above):
            notes.append([])
            marks.append(number)
        if not notes:
            return pieces, []
        notes[-1].append(piece)
    gone = {id(piece) for note in notes for piece in note}
    kept = [piece for piece in pieces if id(piece) not in gone]
    for number in marks:
        index = next((i for i, piece in enumerate(kept) if mark_of(number, piece.text) >= 0), None)
        if index is not None:
            text, at = kept[index].text, mark_of(number, kept[index].text)
            kept[index] = kept[index]._replace(text=text[:at] + text[at + len(number):])
    return kept, [Aside("footnote", NOTE.sub("", " ".join(piece.text for piece in note), count=1), page) for note in notes]


def letters(piece: Piece) -> float:
    return piece.letter or piece.size


def mark_of(number: str, text: str) -> int:
    """Where the raised number stands behind a word or mark (not `m²`, not `14.¹ pants`); -1 when it does not."""
    raised = number.translate(SUPERSCRIPT)
    at = text.find(raised)
    while at >= 0:
        before, after = text[max(0, at - 2):at], text[at + len(raised):at + len(raised) + 2]
        index = before[-1:] == "m" or (before[-1:] == "." and before[:1].isdigit()) or before[-1:].isdigit()
        if before and not index and not RAISED.match(after) and not after[:1].isalnum():
            return at
        at = text.find(raised, at + 1)
    return -1
