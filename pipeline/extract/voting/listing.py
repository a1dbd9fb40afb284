"""Lists whose cells stand one a line: a table that lost its columns in conversion.

    Jānis Bērziņš / Par / Anna Kalniņa / Pret / …      → for Jānis Bērziņš, against Anna Kalniņa
    Par / Jānis Bērziņš / Pret / …                     → none: labels come first, and their names follow
"""
from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.voting import people
from pipeline.extract.voting.people import Voter
from pipeline.extract.voting.words import vocabulary

#: So many pairs of a name and a mark make a list.
ENOUGH = 3
_MARK_LINE = re.compile(
    r"\n[ \t]*[“\"„]?(?:par|pret|atturas|atturējās|nebalso(?:ja)?|nepiedalās|nepiedalījās)[”\"“]?[ \t.,;]*(?=\n|$)",
    re.IGNORECASE)


class Pair(NamedTuple):
    side: str
    voter: Voter
    end: int


def flattened(text: str, start: int, end: int) -> list[Pair]:
    """The pairs of a name line and the mark below it, in order; empty when there are too few to be a list."""
    known = vocabulary()
    found: list[Pair] = []
    for mark in _MARK_LINE.finditer(text, start, end):
        left = text.rfind("\n", start, mark.start()) + 1 or start
        voter = people.one(text, left, mark.start()) if mark.start() - left < 60 else None
        entry = known.get(text[mark.start():mark.end()].strip(" \t\n“”\"„.,;").casefold())
        if voter is None or entry is None or text[left:mark.start()].strip().casefold() in known:
            continue
        found.append(Pair(str(entry[1]), voter, mark.end()))
    return found if len(found) >= ENOUGH else []
