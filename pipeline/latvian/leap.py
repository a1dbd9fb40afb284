"""Patterns that `re` finds quickly in a long text.

`re` leaps to the next place where a pattern can begin only when every branch begins with a plain letter; a look-behind or `\\b`
in front makes it try each character in turn. So what must stand before a word is asked behind its first letter.

    words(r"\\b", ["nolemj", "LEMJ"])      → (?:n(?<=\\bn)olemj|L(?<=\\bL)EMJ)
"""
from __future__ import annotations

from collections.abc import Iterable


def words(before: str, choices: Iterable[str]) -> str:
    """The source of a pattern for any of `choices` behind `before`: branches of a look-behind, parted by `|`.

    Each choice is the source of a pattern too, beginning with a plain letter.
    """
    return "(?:" + "|".join(f"{word[0]}(?:{_behind(before, word[0])}){word[1:]}" for word in choices) + ")"


def _behind(before: str, letter: str) -> str:
    return "|".join(f"(?<={branch}{letter})" for branch in before.split("|"))
