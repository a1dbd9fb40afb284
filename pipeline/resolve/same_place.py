"""A place named by the place cited before it: `tā paša panta piektās daļas 2. punkts`.

Būvniecības likuma 18.panta otrā daļa …, bet tā paša panta piektās daļas 2.punkts     → pants 18, dala 5, punkts 2
Meža likuma 4. panta 2. punktu un minētā panta trešo daļu                              → pants 4, dala 3
5. panta otrās daļas 1. punkts un tās pašas daļas 3. punkts                            → pants 5, dala 2, punkts 3
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.grammar.mention import Mention
from pipeline.grammar.pinpoints import Pinpoint, read_pinpoints
from pipeline.records.model import PinpointUnit

_SAME = re.compile(
    r"(?:(?P<pants>(?:tā\s+paša|minētā)\s+panta)|(?P<dala>tās\s+pašas\s+daļas)|(?P<punkts>tā\s+paša\s+punkta))\s+",
    re.IGNORECASE,
)
#: Found by the noun, then by what stands before it: most nouns stand behind a figure.
_NOUNS = (" panta ", " daļas ", " punkta ")
_LAST_LETTERS = frozenset({"paša", "nētā", "ašas"})
_BACK = re.compile(r"(?<!\w)(?:minētā|tā\s+paša|tās\s+pašas)$", re.IGNORECASE)
_LEVELS: tuple[PinpointUnit, ...] = ("pants", "dala", "punkts")
#: So far behind the mention that it points to, in characters, and in the same paragraph.
_NEAR = 400


def same_places(text: str, kept: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """A relative mention for each place that goes on further down, and the mention (of `kept`, in text order) it points to."""
    starts = [mention.start for mention in kept]
    for at in _places(text):
        match = _SAME.match(text, at)
        source = kept[bisect_right(starts, at) - 1] if starts and starts[0] <= at else None
        if not match or source is None or not source.end <= at <= source.end + _NEAR or "\n" in text[source.end : at]:
            continue
        above = _above(source, _LEVELS[(match.lastindex or 1) - 1])
        places, end = read_pinpoints(text, match.end()) if above else ([], 0)
        if above and places:
            items = [place if "pants" in place else above | place for place in places]
            mention = Mention(source.kind, source.group, at, end, form="relative", pinpoints=items)
            yield mention, source


def _places(text: str) -> Iterator[int]:
    """Where a word that points back begins, in text order."""
    found = []
    for noun in _NOUNS:
        at = text.find(noun)
        while at >= 0:
            back = _BACK.search(text, max(0, at - 12), at) if text[at - 4 : at].casefold() in _LAST_LETTERS else None
            if back:
                found.append(back.start())
            at = text.find(noun, at + 1)
    yield from sorted(found)


def _above(source: Mention, unit: PinpointUnit) -> Pinpoint:
    """The last place that the mention cites, down to `unit`; empty when it does not go so far."""
    last = source.pinpoints[-1] if source.pinpoints else {}
    return {level: last[level] for level in _LEVELS[: _LEVELS.index(unit) + 1] if level in last} if unit in last else {}
