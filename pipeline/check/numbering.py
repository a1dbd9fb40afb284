"""Numbers of points that leave one out, come twice, or stand under the wrong point.

    1., 2., 4.               → numbering.gap: 3 is missing
    1., 2., 2.               → numbering.repeated
    2. with 3.1., 3.2. below → numbering.wrong_parent
    1., 2. / I nodaļa / 1.   → nothing: a heading begins the numbers anew
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.codes import CODES
from pipeline.records import Decision, Finding, Point

_FIGURES = re.compile(r"\d+(?:\.\d+)*$")
_LETTERS = ("abcdefghijklmnoprstuvz", "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", "abcčdefgģhijkķlļmnņoprsštuvzž")

Path = tuple[int, ...]


def check_numbering(decision: Decision) -> Iterator[Finding]:
    """The three `numbering.*` findings, each at the number it is about."""
    waiting: list[tuple[list[Point], Point | None]] = [(decision.resolution.points, None)]
    while waiting:
        siblings, above = waiting.pop()
        parent = path(above.number) if above else None
        if len(siblings) > 1:
            yield from _letters(siblings)
        yield from _figures(siblings, parent, goes_on=bool(above and above.number and not parent))
        waiting += [(point.children, point) for point in siblings if point.children]


@lru_cache(maxsize=4096)
def path(number: str | None) -> Path | None:
    """`2.1` → (2, 1); None for letters, Roman figures and points without a number."""
    return tuple(int(level) for level in number.split(".")) if number and _FIGURES.match(number) else None


def _figures(siblings: list[Point], parent: Path | None, *, goes_on: bool) -> Iterator[Finding]:
    """`goes_on`: these stand in a chapter (`II`), whose first point may go on with the numbers of the one before."""
    before: Path | None = None
    anew = True            # the next number may be 1 again
    for point in siblings:
        own = path(point.number)
        if own is None:
            anew = True
            continue
        if parent and own[:-1] != parent and len(own) == len(parent) + 1:
            yield _finding("numbering.wrong_parent", f"Point {point.number} stands under point {_dotted(parent)}.", point)
            own = (*parent, own[-1])
        if before is None or (anew and own[-1] == 1):
            if own[-1] > 1 and not goes_on:
                yield _finding("numbering.gap", f"The first point here is {point.number}.", point)
        elif own[-1] != before[-1] + 1 or own[:-1] != before[:-1]:
            yield from _pair(before, own, point)
        if before and len(own) > len(before):      # 2.1 for `2.¹`, or 3.1 without a point 3
            own = own[:len(before)]
        before, anew = own, False


def _pair(before: Path, own: Path, point: Point) -> Iterator[Finding]:
    """Two neighbours."""
    if len(own) == len(before) + 1:
        if own[:-1] != before:      # 3.1 without a point 3
            yield _finding("numbering.gap", f"Point {_dotted(own[:-1])} is missing; {point.number} stands.", point)
        return
    if own[:-1] != before[:-1] and len(own) == len(before):
        if len(own) > 1:
            yield _finding("numbering.gap", f"Point {point.number} follows {_dotted(before)}.", point)
        return
    step = own[-1] - before[-1]
    if step > 1:
        missing = [_dotted((*own[:-1], number)) for number in range(before[-1] + 1, own[-1])]
        yield _finding("numbering.gap", f"{', '.join(missing[:5])} missing before {point.number}.", point)
    elif step < 1 and len(own) == len(before):
        yield _finding("numbering.repeated", f"{point.number} follows {_dotted(before)}.", point)


def _letters(siblings: list[Point]) -> Iterator[Finding]:
    """`a`, `b`, `d`: a letter left out or used twice."""
    before: str | None = None
    for point in siblings:
        own = point.number
        if not own or not own.islower() or len(own) != 1:
            before = None
            continue
        if before == own:
            yield _finding("numbering.repeated", f"{own} comes twice.", point)
        elif before and not any(before in order and order.find(own) == order.index(before) + 1 for order in _LETTERS):
            yield _finding("numbering.gap", f"{own} follows {before}.", point)
        before = own


def _dotted(own: Path) -> str:
    return ".".join(map(str, own))


def _finding(code: str, message: str, point: Point) -> Finding:
    start = point.span[0]
    return Finding(code=code, severity=CODES[code][0], message=message, span=(start, start + len(point.number or "")))
