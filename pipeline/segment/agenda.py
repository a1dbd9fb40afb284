"""The agenda of a session: what will be dealt with, before it is.

    Darba kārtība: / 1. Par ielas nosaukumu. / 2. Par īri.   → {"1": "Par ielas nosaukumu", "2": "Par īri"}
    DARBA KĀRTĪBĀ / Par budžetu / Par īri                    → {"1": …, "2": …}, counted
    Sēdes vadītājs aicina balsot par darba kārtību.          → no agenda
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.clean.text import Text
from pipeline.latvian.speech import SPEAKER
from pipeline.segment import marks
from pipeline.segment.numbering import key_of

_HEADING = re.compile(
    r"^(?:(?:Kārtējās |Ārkārtas )?(?:Domes |Padomes |Komitejas )?[Ss]ēdes )?(?:darba"
    r"|dienas)\s+kārtīb[aā]\w*(?: [a-zāēīū]+){0,3} ?[:.]?$"
    r"|^(?:izskatāmie|sēdē izskatāmie) jautājumi ?:?$", re.IGNORECASE)
_ENTRY = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})?|[IVX]{1,6}(?=\.))(?:\.(?: ?[§¤]\.?)?|\)| ?[§¤]\.?)?"
    r"\s*(?P<title>[^\W\d].{3,600}"
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
    """The entries below the agenda's heading: all numbered, or none of them."""
    first = text.text[text.paragraphs[start].start:text.paragraphs[start].end] if start < len(text.paragraphs) else ""
    return _numbered(text, start) if _ENTRY.match(first) else _counted(text, start)


def _numbered(text: Text, start: int) -> Agenda:
    titles: dict[str, str] = {}
    last: tuple[int, ...] = (0,)
    index = start
    for index in range(start, len(text.paragraphs) + 1):
        line = _line(text, index)
        match = _ENTRY.match(line)
        if match:
            number = key_of(match["number"])
            if titles and number <= last:
                break
            last = number
            titles[match["number"]] = bare(match["title"])
        elif not (SPEAKER.match(line) and titles and len(line) < 160):
            break
    return Agenda(titles, index)


def _counted(text: Text, start: int) -> Agenda:
    """Titles without numbers: they run to the first line that is none; the first item's own heading may follow at once.

    Such a heading is told from a last entry that repeats the first by what stands below: every entry has a heading there.
    """
    found: list[tuple[int, str]] = []
    index = start
    while marks.TITLE.match(_line(text, index)):
        found.append((index, bare(_line(text, index))))
        index += 1
        while SPEAKER.match(_line(text, index)) and len(_line(text, index)) < 160:
            index += 1
    if len(found) > 1 and found[-1][1] == found[0][1] and text.paragraphs[found[-1][0]].blank_before:
        listed = sum(title == found[0][1] for _, title in found)
        if sum(bare(_line(text, below)) == found[0][1] for below in range(index, len(text.paragraphs))) < listed:
            index = found.pop()[0]
    return Agenda({str(number): title for number, (_, title) in enumerate(found, 1)}, index)


def _line(text: Text, index: int) -> str:
    if index >= len(text.paragraphs):
        return ""
    return text.text[text.paragraphs[index].start:text.paragraphs[index].end]


def bare(title: str) -> str:
    """A title without the full stop, speaker and decision number behind it."""
    return re.sub(r"\s*(?:\((?:[Zz]iņo|lēmums|Lēmums)[^)]{0,120}\))?\s*[.;]?$", "", title).strip()


def alike(a: str, b: str) -> float:
    """Share of the shorter title's words that the other holds, 0..1; 0 when one is far longer."""
    left, right = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
    if not left or not right or max(len(left), len(right)) > 2 * min(len(left), len(right)) + 3:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def same(a: str, b: str) -> bool:
    """Two printings of one title: the same words but for a few, beginning alike."""
    left, right = _WORD.findall(a.casefold()), _WORD.findall(b.casefold())
    if not left or not right or left[0] != right[0]:
        return False
    return len(set(left) & set(right)) >= 0.85 * len(set(left) | set(right))
