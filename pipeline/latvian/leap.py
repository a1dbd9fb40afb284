"""Patterns that `re` finds quickly in a long text.

`re` leaps to the next place where a pattern can begin only when every branch begins with a plain letter; a look-behind or `\\b`
in front makes it try each character in turn. So what must stand before a word is asked behind its first letter.

    words(r"\b", ["nolemj", "nolēma", "LEMJ"])      → (?:no(?<=\bno)(?:lemj|lēma)|LE(?<=\bLE)(?:MJ))

Behind two letters, rather: so many words begin with the same letter that asking behind one would be asking too often.

    any_case("nolēma")                              → no(?i:lēma), No(?i:lēma), NO(?i:lēma)

A pattern that asks for no case cannot leap; these three that begin with letters as they are printed can.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator


def branches(choices: Iterable[str]) -> str:
    """The source of a pattern for any of `choices`, one branch a first letter: what begins with none fails at one look.

    Each choice begins with a plain letter; of two that fit, the first one holds.

        branches(["pirm", "otr", "piekt"])      → (?:p(?:irm|iekt)|o(?:tr))
    """
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in _by_lead(choices, 1).items()) + ")"


def words(before: str, choices: Iterable[str]) -> str:
    """The source of a pattern for any of `choices` behind `before`: branches of a look-behind, parted by `|`.

    Each choice is the source of a pattern too, beginning with a plain letter, better two; of two that fit, the first one
    holds.
    """
    rests = _by_lead(choices, 2)
    return "(?:" + "|".join(f"{lead}{_behind(before, lead)}(?:{'|'.join(rest)})" for lead, rest in rests.items()) + ")"


def _by_lead(choices: Iterable[str], letters: int) -> dict[str, list[str]]:
    rests: dict[str, list[str]] = {}
    for choice in choices:
        lead = _lead(choice)[:letters]
        rests.setdefault(lead, []).append(choice[len(lead):])
    return rests


def any_case(*choices: str) -> Iterator[str]:
    """Each choice as it begins in small letters, with a capital and in capitals; what follows in letters of any kind."""
    for choice in choices:
        lead = _lead(choice)
        for printed in dict.fromkeys((lead, lead.capitalize(), lead.upper())):
            yield f"{printed}(?i:{choice[len(lead):]})"


def _lead(choice: str) -> str:
    return choice[:2] if choice[:2].isalpha() else choice[0]


def _behind(before: str, lead: str) -> str:
    if not before:
        return ""
    branches = [f"(?<={branch}{lead})" for branch in before.split("|")]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
