"""Words that the line end hyphenated.

    novērtē- / šanai             → novērtēšanai
    Ķigure- / Sala               → Ķigure-Sala     (a capital follows)
    skola- / kopiena             → skola-kopiena   (printed so elsewhere in the text)
"""
from __future__ import annotations

import re
from collections.abc import Iterator

_HARD = "-\u2010\u2011"
_SOFT = "\u00ad¬"
#: What a line ends in that may not stay as it is; every other line goes over into the next with a space.
LINE_END = frozenset(_HARD + _SOFT + "–—")
# First members that Latvian joins with a hyphen when the second member is a common word.
_FIRST_MEMBERS = frozenset(
    ["sociāli", "latviešu", "krievu", "angļu", "vācu", "franču", "zviedru", "igauņu", "lietuviešu", "poļu", "informatīvi",
     "administratīvi", "materiāli", "organizatoriski", "juridiski", "finansiāli", "zinātniski", "sanitāri", "inženier"])
_LAST_WORD = re.compile(r"[^\W_]+$")
_JOINERS = "-‐‑–"
_LONGEST = 60
_FIRST_WORD = re.compile(r"[^\W_]+")


class Joints:
    """How the lines of one text go over into each other. Compounds that it prints with their hyphen elsewhere keep it."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._compounds: dict[str, set[str]] | None = None

    def joint(self, before: str, after: str) -> tuple[int, str]:
        """How line `before`, whose last is in `LINE_END`, goes over into line `after`: (characters to drop from its end,
        what to put between)."""
        last = before[-1]
        if last in _SOFT:
            return 1, ""
        left = _last_word(before, len(before) - 1)
        right = _FIRST_WORD.match(after)
        if not left or not right:
            return (0, "") if left and last in "–—" and not after[0].isspace() and after[0].isalnum() else (0, " ")
        if last in "–—":
            return 0, ""
        head, tail = left[0], right[0]
        if not tail[0].islower() or len(head) == 1 or head[-1].isdigit() or (head.isupper() and len(head) > 1):
            return 0, ""
        if head.casefold() in _FIRST_MEMBERS or self._printed(head.casefold(), tail[:max(4, len(tail) - 2)].casefold()):
            return 0, ""
        return 1, ""

    def _printed(self, head: str, tail: str) -> bool:
        if self._compounds is None:
            self._compounds = {}
            for at in _joiners(self._raw):
                first = _last_word(self._raw, at)
                second = _FIRST_WORD.match(self._raw, at + 1)
                if first and second:
                    self._compounds.setdefault(first[0].casefold(), set()).add(second[0].casefold())
        return any(printed.startswith(tail) for printed in self._compounds.get(head, ()))


def _last_word(text: str, end: int) -> re.Match[str] | None:
    """The word that ends at `end`."""
    floor = max(0, end - _LONGEST)
    return _LAST_WORD.search(text, max(floor, text.rfind(" ", floor, end)), end)


def _joiners(raw: str) -> Iterator[int]:
    """Where a hyphen stands between two letters or figures."""
    for joiner in _JOINERS:
        at = raw.find(joiner, 1)
        while at >= 0:
            if raw[at - 1].isalnum() and raw[at + 1:at + 2].isalnum():
                yield at
            at = raw.find(joiner, at + 1)
