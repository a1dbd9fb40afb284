"""Where zones begin, collected in any order; the zones they make."""
from __future__ import annotations

from pipeline.records import ZoneKind
from pipeline.segment.part import Zone


class Cuts:
    """Where zones begin: `(offset, kind)`, collected in any order."""

    def __init__(self) -> None:
        self._at: dict[int, ZoneKind] = {}

    def add(self, offset: int, kind: ZoneKind) -> None:
        self._at[offset] = kind

    def kind_before(self, offset: int) -> ZoneKind | None:
        """The kind of the zone that reaches up to `offset`."""
        earlier = [at for at in self._at if at < offset]
        return self._at[max(earlier)] if earlier else None

    def zones(self, text: str) -> tuple[Zone, ...]:
        """The zones, neighbours of one kind made one, white space between zones left out."""
        starts = sorted(self._at)
        found: list[Zone] = []
        for index, start in enumerate(starts):
            limit = starts[index + 1] if index + 1 < len(starts) else len(text)
            piece = text[start:limit]
            left = start + len(piece) - len(piece.lstrip())
            right = start + len(piece.rstrip())
            kind = self._at[start]
            if right <= left:
                continue
            if found and found[-1].kind == kind:
                left = found.pop().start
            found.append(Zone(kind, left, right))
        return tuple(found)
