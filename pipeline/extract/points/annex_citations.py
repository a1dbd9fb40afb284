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

from pipeline.records import Span

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_LIST = rf"{_NUMBER}\.?(?:\s?(?:,|un|–|-|—|līdz)\s?{_NUMBER}\.?){{0,20}}"
_ANNEX = re.compile(
    rf"(?=[\dPp])(?:(?<![\d.,/])(?P<before>{_LIST})\s?)?(?P<word>\b[Pp]ielikum(?:s|a|am|u|ā|i|iem|us|os)\b|\bPIELIKUM\w{{1,3}}\b)"
    rf"(?:\s?(?:Nr|N|nr)\.?\s?(?P<after>{_NUMBER}(?:\s?(?:,|un|–|-)\s?(?:Nr\.? ?)?{_NUMBER})*))?")
_PART = re.compile(rf"(?P<number>{_NUMBER})\.?|(?P<range>–|-|—|līdz)")
_OTHERS = re.compile(
    r"\b(?:līguma|līgumā|noteikumu|noteikumiem|likuma|nolikuma|plāna|plānojuma|rīkojuma|instrukcijas|vienošanās|programmas|budžeta|statūtu"
    r"|protokola|tāmes|stratēģijas|projekta|noteikumos|nolikumam|reglamenta|kārtības|regulas|direktīvas|iesnieguma|iesniegumam|pieteikuma"
    r"|Noteikumu|Nolikuma|Likuma|Līguma|Plāna|Lēmuma Nr\. ?\S+|lēmuma Nr\. ?\S+)\s(?:Nr\. ?\S+ )?$")
_ITSELF = re.compile(r"\b[Šš](?:ī|ā|o|ajā|iem|im|ajos) (?:lēmum|rīkojum|noteikum|nolikum)\w{1,3} $")
_OWN = re.compile(r"(?:saskaņā ar(?: lēmuma)?|atbilstoši|[(,]) $|\($")
_CHANGES = re.compile(r"\b(?:[Ii]zteikt|[Pp]apildināt|[Ss]vītrot|[Aa]izstāt|[Gg]rozīt|[Pp]recizēt|[Aa]tcelt)\b|\bredakcijā\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """One annex cited; `number` None for a bare `(pielikumā)`."""

    number: str | None
    span: Span


def find_citations(text: str, start: int, end: int, references: Sequence[Span] = ()) -> list[Citation]:
    """Every annex that `text[start:end]` cites as the decision's own.

    `references`: spans of cited acts, whose annexes are theirs.
    """
    if not names_annex(text, start, end):
        return []
    found: list[Citation] = []
    for match in _ANNEX.finditer(text, start, end):
        if any(a < match.end() and match.start("word") < b for a, b in references) or not _own(text, start, match):
            continue
        listed = match["before"] or match["after"]
        if not listed:
            found.append(Citation(None, match.span("word")))
            continue
        found += [Citation(number, match.span()) for number in spell_out(listed)]
    return found


def names_annex(text: str, start: int, end: int) -> bool:
    """Whether the word stands there at all."""
    return text.find("ielikum", start, end) >= 0 or text.find("IELIKUM", start, end) >= 0


def _own(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - 40):match.start()]
    if _ITSELF.search(before):
        return True
    if _OTHERS.search(before):
        return False
    if before.rstrip().endswith("(") or _OWN.search(before):
        return True
    return not _CHANGES.search(text, max(start, match.start() - 160), match.start())


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
