"""Numbers of points that recognition garbled, told by their neighbours and their place.

    2.1. nomas termiņu          2. Noteikt, ka
    24,  samaksas kārtību  →    did  daudzbērnu ģimenēm    →  2.1.
    3. Ja nomnieks              3. Atzīt

    1.  …  9  …  3.  …  7;     →  2.  and  7.        numbers that stand alone in mid-line over their items

A short word apart from its line, at the height of the indent where a number stands, is the number that its place calls
for: under the one before when it stands further in, beside it when it stands as far in; and the number after it must then
be next. What was inferred so is marked doubtful.
"""
from __future__ import annotations

import re

from pipeline.read.layout import Piece, rows_of

LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.(?= |$)")
MARK = re.compile(r"[a-zāčēģīķļņšūž]\)|[-–—•*·]|\S* \S*")     # marks of their own, and words
LONE = re.compile(r"(\d{1,3})\.")
LONGEST = 6      # letters of a garbled number
ALIGNED = 6.0    # points: numbers of one level stand this near to one line

Path = list[int]


def relabelled(pieces: list[Piece]) -> dict[int, str]:
    """Index of a piece → the number it must be."""
    index = {id(piece): number for number, piece in enumerate(pieces)}
    found = {index[id(piece)]: f"{number}." for piece, number in lone_numbers(pieces)}
    last: tuple[Path, float] | None = None
    ancestors: list[tuple[Path, float]] = []
    waiting: list[tuple[int, Path]] = []
    for row in rows_of(pieces):
        first = row[0]
        label = LABEL.match(first.text)
        if label:
            path = [int(part) for part in label[1].split(".")]
            if waiting and path in follows(waiting[-1][1]):
                found.update((number, ".".join(map(str, made)) + ".") for number, made in waiting)
            waiting = []
            last = (path, first.x0)
            ancestors = [one for one in ancestors if len(one[0]) < len(path)] + [last]
        elif last and len(row) > 1 and len(first.text) <= LONGEST and not MARK.fullmatch(first.text):
            made = called_for(first.x0, last, ancestors)
            if made is None:
                last, waiting = None, []
                continue
            waiting.append((index[id(first)], made))
            last = (made, first.x0)
            ancestors = [one for one in ancestors if len(one[0]) < len(made)] + [last]
    return found


def lone_numbers(pieces: list[Piece]) -> list[tuple[Piece, int]]:
    """Garbled numbers that stand alone on their lines, centred like the others: as many as the numbers around them lack."""
    alone = [row[0] for row in rows_of(pieces) if len(row) == 1 and len(row[0].text) <= LONGEST]
    sure = [piece for piece in alone if LONE.fullmatch(piece.text)]
    if len(sure) < 2:
        return []
    middle = sorted(center(piece) for piece in sure)[len(sure) // 2]
    found: list[tuple[Piece, int]] = []
    waiting: list[Piece] = []
    last: int | None = None
    for piece in alone:
        if abs(center(piece) - middle) > ALIGNED:
            continue
        label = LONE.fullmatch(piece.text)
        if not label:
            waiting.append(piece)
            continue
        number = int(label[1])
        if last is not None and number - last == len(waiting) + 1:
            found += zip(waiting, range(last + 1, number), strict=True)
        last, waiting = number, []
    if last is not None and waiting and waiting[0].text[:-1] == str(last + 1):      # `7;` after 6.
        found.append((waiting[0], last + 1))
    return found


def center(piece: Piece) -> float:
    return (piece.x0 + piece.x1) / 2


def called_for(x0: float, last: tuple[Path, float], ancestors: list[tuple[Path, float]]) -> Path | None:
    """The number that stands at `x0` after `last`."""
    path, at = last
    if x0 > at + ALIGNED:
        return [*path, 1]
    for beside, where in reversed(ancestors):
        if abs(x0 - where) <= ALIGNED:
            return [*beside[:-1], beside[-1] + 1]
    return None


def follows(path: Path) -> list[Path]:
    """The numbers that may come next in a list."""
    return [[*path, 1], *([*path[:depth], path[depth] + 1] for depth in range(len(path)))]
