"""Patterns that `re` finds quickly in a long text.

`re` leaps to the next place where a pattern can begin only when every branch begins with a plain letter; a look-behind or `\\b`
in front makes it try each character in turn. So what must stand before a word is asked behind its first letter.

    words(r"\b", ["nolemj", "nolēma", "LEMJ"])      → (?:n(?<=\bn)(?:olemj|olēma)|L(?<=\bL)(?:EMJ))
"""
from __future__ import annotations

from collections.abc import Iterable


def branches(choices: Iterable[str]) -> str:
    """The source of a pattern for any of `choices`, one branch a first letter: what begins with none fails at one look.

    Each choice begins with a plain letter; of two that fit, the first one holds.

        branches(["pirm", "otr", "piekt"])      → (?:p(?:irm|iekt)|o(?:tr))
    """
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in _by_letter(choices).items()) + ")"


def words(before: str, choices: Iterable[str]) -> str:
    """The source of a pattern for any of `choices` behind `before`: branches of a look-behind, parted by `|`.

    Each choice is the source of a pattern too, beginning with a plain letter; of two that fit, the first one holds.
    """
    rests = _by_letter(choices)
    return "(?:" + "|".join(f"{letter}{_behind(before, letter)}(?:{'|'.join(rest)})" for letter, rest in rests.items()) + ")"


def _by_letter(choices: Iterable[str]) -> dict[str, list[str]]:
    rests: dict[str, list[str]] = {}
    for choice in choices:
        rests.setdefault(choice[0], []).append(choice[1:])
    return rests


def _behind(before: str, letter: str) -> str:
    branches = [f"(?<={branch}{letter})" for branch in before.split("|")]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
