"""Pieces of text with boxes → the page as it looks, in characters. Shared by PDF and OCR.

    Domes priekšsēdētājs                    Leons Līdums
    two pieces on one height, a wide gap: one printed line, the gap as spaces

Heights and sizes are in points; a column of characters is as wide as the page's average letter.
"""
from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from pipeline.read.source import Line

COLUMN_GAP = 0.95     # of the letter size: wider than any justified space beside narrower ones
WORD_GAP = 0.14       # of the letter size: narrower gaps between pieces are kerning, not a space
SAME_LINE = 0.45      # of the smaller letter size: heights closer than this are one line
WIDEST = 300          # columns: no page is wider, whatever its file says
RAISED = re.compile(r"[0-9]{1,3}\)?\.?$")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LABEL = re.compile(r"(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zāčēģīķļņšūž]|[IVX]{1,5})[.)\]]{1,2}|[-–—•▪●◦*])$")
SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?![^\s:.,])")


class Piece(NamedTuple):
    """Text without a column gap inside. `first` is the reader's own index of its first character."""

    x0: float
    x1: float
    base: float      # lower edge of the letters' box
    size: float      # height of the letters
    text: str
    first: int = 0
    bold: bool = False
    letter: float = 0.0     # size of the letters when the format says it; `size` is the height of their boxes


@dataclass(frozen=True, slots=True)
class Placed:
    """A page in characters. Offsets are from the page's start; `origins` lead pieces back to the reader's indexes."""

    text: str
    lines: tuple[Line, ...]
    origins: tuple[tuple[int, int, int], ...]   # (start, length, first)


class Grid(NamedTuple):
    """Where column 0 stands and how wide a column is, in points."""

    left: float
    cell: float


def grid_of(pages: list[list[Piece]]) -> Grid:
    """One grid for a whole document, from its long pieces: so that indents compare across pages."""
    long = [piece for page in pages for piece in page if len(piece.text) >= 25]
    if not long:
        some = [piece for page in pages for piece in page]
        return Grid(min((p.x0 for p in some), default=0.0), 0.45 * median([p.size for p in some] or [11.0]))
    cell = median((piece.x1 - piece.x0) / len(piece.text) for piece in long)
    lefts = sorted(piece.x0 for piece in long)
    return Grid(lefts[len(lefts) // 20], max(cell, 1.0))


def place(pieces: list[Piece], grid: Grid, page: int, *, exact: bool = True) -> Placed:
    """The page's text, one printed line a line, with the box of each. Not `exact`: boxes tell of ink, not of letter size."""
    rows = rows_of(pieces)
    leading = leading_of(rows)
    out: list[str] = []
    lines: list[Line] = []
    origins: list[tuple[int, int, int]] = []
    at = 0
    previous: float | None = None
    for row in rows:
        left, top, right, base, size = frame_of(row)
        if previous is not None:
            empty = min(3, int((base - previous) / leading - 0.35)) if base - previous > leading * 1.35 else 0
            out.append("\n" * empty)
            at += empty
        previous = base
        text, starts = write_row(row, grid, exact=exact)
        for piece, start in zip(row, starts, strict=True):
            origins.append((at + start, len(piece.text), piece.first))
        begin = at + len(text) - len(text.lstrip(" "))
        box = round(left, 1), round(top, 1), round(right, 1), round(base, 1)
        lines.append(Line(begin, at + len(text), page, box, row[0].bold, round(size, 1)))
        out.append(text + "\n")
        at += len(text) + 1
    return Placed("".join(out), tuple(lines), tuple(origins))


def frame_of(row: list[Piece]) -> tuple[float, float, float, float, float]:
    """Left, top, right and lower edge of a row, and the size of its largest letters."""
    first = row[0]
    if len(row) == 1:
        return first.x0, first.base - first.size, first.x1, first.base, first.size
    return (first.x0, min(piece.base - piece.size for piece in row), max(piece.x1 for piece in row),
            max(piece.base for piece in row), max(piece.size for piece in row))


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces of one height together, from the top; inside a row from the left."""
    rows: list[list[Piece]] = []
    last = None     # the largest piece of the row
    for piece in sorted(pieces, key=lambda piece: piece.base):
        if last is not None:
            row = rows[-1]
            if abs(piece.base - last.base) < SAME_LINE * min(piece.size, last.size) or _raised_on(piece, last):
                row.append(piece)
                last = piece if piece.size > last.size else last
                continue
        rows.append([piece])
        last = piece
    rows = _lift(rows)
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.x0)
    return rows


def _raised_on(piece: Piece, line: Piece) -> bool:
    """A small piece whose box lies within the larger one's height."""
    return piece.size < 0.8 * line.size and line.base - 0.75 * line.size < piece.base < line.base + 0.25 * line.size


def _lift(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows of nothing but small raised pieces join the row just under them, whose heights cover them."""
    out: list[list[Piece]] = []
    for row in rows:
        if out:
            big = row[0] if len(row) == 1 else max(row, key=lambda piece: piece.size)
            above = out[-1]
            if _raised_on(above[0], big) and all(_raised_on(piece, big) for piece in above):
                row.extend(out.pop())
        out.append(row)
    return out


def leading_of(rows: list[list[Piece]]) -> float:
    """The usual distance between lines: the median of the small ones."""
    bases = [row[0].base if len(row) == 1 else max(piece.base for piece in row) for row in rows]
    steps = sorted(b - a for a, b in itertools.pairwise(bases) if b - a > 1)
    size = median([piece.size for row in rows for piece in row] or [11.0])
    usual = [step for step in steps if step < 2.6 * size]
    return max(median(usual) if usual else 1.3 * size, 0.9 * size)


def write_row(row: list[Piece], grid: Grid, *, exact: bool) -> tuple[str, list[int]]:
    """One printed line, and where each piece starts in it."""
    if len(row) == 1:
        text = " " * min(max(0, round((row[0].x0 - grid.left) / grid.cell)), WIDEST)
        return text + row[0].text, [len(text)]
    text = ""
    starts: list[int] = []
    big = max(piece.size for piece in row)
    for index, piece in enumerate(row):
        words = piece.text
        column = min(max(0, round((piece.x0 - grid.left) / grid.cell)), WIDEST)
        if index == 0:
            text = " " * column
        else:
            before = row[index - 1]
            gap = piece.x0 - before.x1
            size = min(piece.size, before.size)
            if gap > COLUMN_GAP * size and not (index == 1 and LABEL.match(before.text) and gap < 5 * size):
                text += " " * max(3, column - len(text))
            elif gap > WORD_GAP * size:
                text += " "
        raised = exact and piece.size < 0.8 * big and piece.base < max(p.base for p in row) - 0.12 * big
        if raised and RAISED.match(words) and text.strip():
            words = words.translate(SUPERSCRIPT)
        starts.append(len(text))
        text += words
    return text, starts


def close_up(words: str) -> str:
    """Letters set apart for emphasis are one word: `N O L E M J :` is `NOLEMJ:`."""
    return SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), words)
