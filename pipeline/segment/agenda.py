"""The agenda of a session: what will be dealt with, before it is.

    Darba kārtība: / 1. Par ielas nosaukumu. / 2. Par īri.   → {"1": "Par ielas nosaukumu", "2": "Par īri"}
    DARBA KĀRTĪBĀ / Par budžetu / Par īri                    → {"1": …, "2": …}, counted
    Sēdes vadītājs aicina balsot par darba kārtību.          → no agenda
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.clean.text import Text
from pipeline.segment import marks

_HEADING = re.compile(
    r"^(?:(?:Kārtējās |Ārkārtas )?(?:Domes |Padomes |Komitejas )?[Ss]ēdes )?(?:darba"
    r"|dienas) kārtīb[aā]\w*(?: [a-zāēīū]+){0,3} ?[:.]?$"
    r"|^(?:izskatāmie|sēdē izskatāmie) jautājumi ?:?$", re.IGNORECASE)
_ENTRY = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})?)(?:\.(?: ?[§¤]\.?)?|\)| ?[§¤]\.?)?\s*(?P<title>[^\W\d].{3,600}"
    r"|[“„\"].{3,600})$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agenda:
    """Titles by number as printed (or counted), and the paragraph after the list."""

    titles: dict[str, str]
    end: int


def read_agenda(text: Text) -> Agenda:
    """The agenda list; empty, ending at paragraph 0, when there is none."""
    paras = text.paragraphs
    for index, para in enumerate(paras[:200]):
        if para.end - para.start < 80 and _HEADING.match(text.text[para.start:para.end]):
            agenda = _entries(text, index + 1)
            if agenda.titles:
                return agenda
    return Agenda({}, 0)


def _entries(text: Text, start: int) -> Agenda:
    titles: dict[str, str] = {}
    last: tuple[int, ...] = (0,)
    counted = 0
    index = start
    while index < len(text.paragraphs):
        para = text.paragraphs[index]
        line = text.text[para.start:para.end]
        match = _ENTRY.match(line)
        if match:
            number = tuple(int(part) for part in match["number"].split("."))
            if titles and number <= last:
                break
            last = number
            titles[match["number"]] = bare(match["title"])
        elif marks.TITLE.match(line) and not counted and titles:
            break
        elif marks.TITLE.match(line) and bare(line) not in titles.values():
            counted += 1
            titles[str(counted)] = bare(line)
        elif not (marks.SPEAKER.match(line) and titles and len(line) < 160):
            break
        index += 1
    return Agenda(titles, index)


def bare(title: str) -> str:
    """A title without the full stop, speaker and decision number behind it."""
    return re.sub(r"\s*(?:\((?:[Zz]iņo|lēmums|Lēmums)[^)]{0,120}\))?\s*[.;]?$", "", title).strip()


def alike(a: str, b: str) -> float:
    """Share of the shorter title's words that the other holds, 0..1; 0 when one is far longer."""
    left, right = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
    if not left or not right or max(len(left), len(right)) > 2 * min(len(left), len(right)) + 3:
        return 0.0
    return len(left & right) / min(len(left), len(right))
