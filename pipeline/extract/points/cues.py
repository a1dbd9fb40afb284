"""Where the words stand that an amount, a term or an annex cannot be without: a point that has none of them is not searched.

    1. Iznomāt līdz 31. maijam par 5 EUR. / 2. Uzdot nodaļai …   → `until` in point 1, `money` in point 1, nothing in point 2
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.points.amounts import SIGN

#: `līdz 1. maijam`, `termiņš: …`, `ne vēlāk kā …`
_UNTIL = ("īdz ", "ermiņ", "vēlāk")
#: `mēneša laikā`, `10 dienas pēc …`, `… pirms …`
_WITHIN = ("laikā", "pēc", "pirms")
ANNEX = ("ielikum", "IELIKUM")


class Cues(NamedTuple):
    """Sorted offsets, by what they announce."""

    money: list[int]
    until: list[int]
    within: list[int]
    annex: list[int]


def find_cues(text: str, start: int, end: int) -> Cues:
    """The cues of `text[start:end]`, in one pass for each word."""
    money = [match.start() for match in SIGN.finditer(text, start, end)]
    return Cues(money, *(find_words(text, words, start, end) for words in (_UNTIL, _WITHIN, ANNEX)))


def stands(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places is in `[start, end)`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def find_words(text: str, words: Iterable[str], start: int, end: int) -> list[int]:
    """Where any of the words stands in `text[start:end]`, sorted."""
    found: list[int] = []
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1, end)
    return sorted(found)
