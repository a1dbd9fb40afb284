"""Where the shapes of the small charts stand; the templates write them as SVG, with attributes only."""
from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.corpus.schema import SIDES

#: From this many seats on, dots are too small to tell apart.
MOST_SEATS = 120
#: Of one bar and the gap after it.
WIDEST = 38.0


class Seat(NamedTuple):
    """A dot of a half circle: `side` of the vote, `name` when the text gives it."""

    x: float
    y: float
    side: str
    name: str | None


class Bar(NamedTuple):
    """A bar that stands on `y` = 100: its label, value, and left edge and height in hundredths."""

    label: Any
    value: int
    x: float
    width: float
    height: float


def seats(vote: Mapping[str, Any]) -> list[Seat]:
    """A vote as a council chamber, 200 wide and 105 high, from `for` on the left to `absent` on the right.

    Empty when the text gives no figures and no names, or when there are more voters than dots can show.
    """
    voters: list[tuple[str, str | None]] = []
    for side in SIDES:
        told = vote.get(side) or {}
        names = list(told.get("names") or ())
        count = max(len(names), told.get("count") or 0)
        if count > MOST_SEATS:
            return []
        voters += [(side, names[n] if n < len(names) else None) for n in range(count)]
    if not 0 < len(voters) <= MOST_SEATS:
        return []
    places = _chamber(len(voters))
    return [Seat(x, y, side, name) for (x, y), (side, name) in zip(places, voters, strict=True)]


#: Between the rows, by how many there are.
_GAPS = (0.0, 23.0, 19.0, 16.0, 13.0)


def _rows(count: int) -> int:
    return 1 if count <= 9 else 2 if count <= 24 else 3 if count <= 45 else 4 if count <= 75 else 5


def dot(count: int) -> float:
    """The radius of a dot when there are so many."""
    return (8.5, 8.5, 6.8, 5.4, 4.4)[_rows(count) - 1]


def _chamber(count: int) -> list[tuple[float, float]]:
    """Places in rows of a half circle, counted by angle from the left, so that a side sits together."""
    rows = _rows(count)
    radii = [88 - _GAPS[rows - 1] * row for row in range(rows)]
    share = [radius / sum(radii) * count for radius in radii]
    wanted = [math.floor(part) for part in share]
    for row in sorted(range(rows), key=lambda r: wanted[r] - share[r])[:count - sum(wanted)]:
        wanted[row] += 1
    places = []
    for radius, many in zip(radii, wanted, strict=True):
        for n in range(many):
            angle = math.pi * (1 - n / (many - 1) if many > 1 else 0.5)
            places.append((angle, radius))
    places.sort(key=lambda place: (-place[0], place[1]))
    return [(round(100 + radius * math.cos(angle), 1), round(101 - radius * math.sin(angle), 1)) for angle, radius in places]


def bars(rows: Sequence[tuple[Any, int]], width: float = 100) -> list[Bar]:
    """Values side by side over `width`, from the left where they are few; the highest is 100 high."""
    most = max((value for _, value in rows), default=0) or 1
    step = min(width / max(1, len(rows)), WIDEST)
    return [Bar(label, value, round(n * step, 2), round(step * 0.78, 2), round(max(1.5, 100 * value / most), 1))
            for n, (label, value) in enumerate(rows)]


def years(rows: Sequence[tuple[Any, int]]) -> list[tuple[int, int]]:
    """(year, count) with the years between that have none; at most the last 60."""
    known = {int(year): count for year, count in rows if year is not None}
    if not known:
        return []
    last = max(known)
    return [(year, known.get(year, 0)) for year in range(max(min(known), last - 59), last + 1)]


def share(part: int, whole: int) -> float:
    """Hundredths, with one decimal."""
    return round(100 * part / whole, 1) if whole else 0.0
