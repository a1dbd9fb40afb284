"""Where a point cites an annex of its own decision.

    saskaņā ar 1.pielikumu                     → 1
    (1. un 2. pielikums), (1.–3. pielikums)    → 1, 2 / 1, 2, 3
    izsoles noteikumus (pielikumā)             → an annex without a number
    pielikumā Nr. 2                            → 2
    noteikumu Nr. 483 1. pielikums, līguma 3. pielikums, izteikt 2. pielikumu jaunā redakcijā
                                               → none: another act's, a contract's, the amended act's
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.points.cues import ANNEX, find_words
from pipeline.latvian import leap
from pipeline.records import Span

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_LIST = rf"{_NUMBER}\.?(?:\s?(?:,|un|–|-|—|līdz)\s?{_NUMBER}\.?){{0,20}}"
_ANNEX = re.compile(
    rf"(?P<word>\b[Pp]ielikum(?:s|a|am|u|ā|i|iem|us|os)\b|\bPIELIKUM\w{{1,3}}\b)"
    rf"(?:\s?(?:Nr|N|nr)\.?\s?(?P<after>{_NUMBER}(?:\s?(?:,|un|–|-)\s?(?:Nr\.? ?)?{_NUMBER})*))?")
#: `1. un 2. ` right before the word.
_BEFORE = re.compile(rf"(?<![\d.,/])(?P<numbers>{_LIST})\s?\Z")
_LONGEST = 250      # letters of such a list
_PART = re.compile(rf"(?P<number>{_NUMBER})\.?|(?P<range>–|-|—|līdz)")
_OTHERS = re.compile(leap.words(r"\b", (
    "līguma", "līgumā", "noteikumu", "noteikumiem", "likuma", "nolikuma", "plāna", "plānojuma", "rīkojuma", "instrukcijas",
    "vienošanās", "programmas", "budžeta", "statūtu", "protokola", "tāmes", "stratēģijas", "projekta", "noteikumos",
    "nolikumam", "reglamenta", "kārtības", "regulas", "direktīvas", "iesnieguma", "iesniegumam", "pieteikuma", "Noteikumu",
    "Nolikuma", "Likuma", "Līguma", "Plāna", r"Lēmuma Nr\. ?\S+", r"lēmuma Nr\. ?\S+")) + r"\s(?:Nr\. ?\S+ )?$")
_ITSELF = re.compile(r"\b[Šš](?:ī|ā|o|ajā|iem|im|ajos) (?:lēmum|rīkojum|noteikum|nolikum)\w{1,3} $")
_OWN = re.compile(r"(?:saskaņā ar(?: lēmuma)?|atbilstoši|[(,]) $|\($")
_CHANGES = re.compile(leap.words(r"\b", (
    "izteikt", "Izteikt", "papildināt", "Papildināt", "svītrot", "Svītrot", "aizstāt", "Aizstāt", "grozīt", "Grozīt",
    "precizēt", "Precizēt", "atcelt", "Atcelt", "redakcijā")) + r"\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """One annex cited; `number` None for a bare `(pielikumā)`."""

    number: str | None
    span: Span


def find_citations(text: str, start: int, end: int, references: Sequence[Span] = ()) -> list[Citation]:
    """Every annex that `text[start:end]` cites as the decision's own.

    `references`: spans of cited acts, whose annexes are theirs.
    """
    found: list[Citation] = []
    floor = start
    for place in find_words(text, ANNEX, start, end):
        match = _ANNEX.match(text, place - 1, end) if place > floor else None
        if match is None:
            continue
        at = match.start()
        numbers = _BEFORE.search(text, max(floor, at - _LONGEST), at)
        left = numbers.start() if numbers else at
        floor = match.end()
        if any(a < floor and at < b for a, b in references) or not _own(text, start, left):
            continue
        listed = numbers["numbers"] if numbers else match["after"]
        if listed:
            found += [Citation(number, (left, floor)) for number in spell_out(listed)]
        else:
            found.append(Citation(None, match.span("word")))
    return found


def _own(text: str, start: int, at: int) -> bool:
    """`at`: where the citation begins."""
    before = text[max(start, at - 40):at]
    if before.endswith("("):
        return True
    if _ITSELF.search(before):
        return True
    if _OTHERS.search(before):
        return False
    if before.rstrip().endswith("(") or _OWN.search(before):
        return True
    return not _CHANGES.search(text, max(start, at - 160), at)


def spell_out(listed: str) -> list[str]:
    """`1., 2. un 4.` → 1, 2, 4; `1.–3.` → 1, 2, 3."""
    found: list[str] = []
    until = False
    for match in _PART.finditer(listed):
        if match["range"]:
            until = True
            continue
        number = match["number"]
        if until and found and found[-1].isdigit() and number.isdigit() and 0 < int(number) - int(found[-1]) < 40:
            found += [str(n) for n in range(int(found[-1]) + 1, int(number))]
        found.append(number)
        until = False
    return found
