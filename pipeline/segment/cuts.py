"""Where zones begin, collected in any order; the zones they make."""
from __future__ import annotations

from itertools import pairwise

from pipeline.records import ZoneKind
from pipeline.segment.part import Zone


class Cuts:
    """Where zones begin: `(offset, kind)`, collected in any order."""

    def __init__(self) -> None:
        self._at: dict[int, ZoneKind] = {}
        self._last = -1

    def add(self, offset: int, kind: ZoneKind) -> None:
        self._at[offset] = kind
        if offset > self._last:
            self._last = offset

    def begins(self, offset: int) -> bool:
        """A zone begins at `offset`."""
        return offset in self._at

    def kind_before(self, offset: int) -> ZoneKind | None:
        """The kind of the zone that reaches up to `offset`."""
        if self._last < offset:
            return self._at.get(self._last)
        earlier = [at for at in self._at if at < offset]
        return self._at[max(earlier)] if earlier else None

    def zones(self, text: str) -> tuple[Zone, ...]:
        """The zones, neighbours of one kind made one, white space between zones left out."""
        found: list[tuple[ZoneKind, int, int]] = []
        starts = sorted(self._at)
        for at, limit in pairwise([*starts, len(text)]):
            start, kind = at, self._at[at]
            while start < limit and text[start].isspace():
                start += 1
            while start < limit and text[limit - 1].isspace():
                limit -= 1
            if start == limit:
                continue
            if found and found[-1][0] == kind:
                found[-1] = (kind, found[-1][1], limit)
            else:
                found.append((kind, start, limit))
        return tuple([Zone(*one) for one in found])
