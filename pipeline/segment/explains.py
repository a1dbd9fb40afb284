"""How well headings explain minutes: what stands between them should be items, each of the agenda's among them.

    Par adresi<TAB>§1 … dome nolemj …            → an item of the agenda that ends in a decision: speaks for the headings
    1. Atbrīvot J. Kalnu. 2. Ievēlēt I. Liepu.     → pieces that end in nothing: points of one resolution, no items
"""
from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.clean.text import Text
from pipeline.segment import marks
from pipeline.segment.agenda import Agenda
from pipeline.segment.operative import may_decide
from pipeline.segment.undecided import said

_WORD = re.compile(r"\w+")
_MARKS = " \t\n.–-"
_ENTRY = 2      # weight of an entry of the agenda found where an item begins
_BESIDE = 80    # characters in which a title may stand behind its number, a speaker or a section


def explains(text: Text, agenda: Agenda, starts: list[tuple[int, str | None, int]], end: int) -> tuple[int, bool]:
    """Weight of the items that begin at paragraphs `starts` (with their numbers, and the offsets where those end) and run to
    paragraph `end`; whether they explain all: the whole agenda, or each begins with a title and ends as items do."""
    paras, words = text.paragraphs, text.text
    offsets = [paras[index].start for index, _, _ in starts]
    limit = paras[end - 1].end if end else len(words)
    below = [number or "" for _, number, _ in starts[1:]] + [""]
    weight = entries = 0
    for (_, number, behind), following, at, stop in zip(starts, below, offsets, [*offsets[1:], limit], strict=True):
        titles = [agenda.titles[number]] if number in agenda.titles else agenda.titles.values()
        known = _opens_with(words, at, stop, titles)
        entries += known
        ends = may_decide(words, at, stop) or said(words, at, stop)
        section = number is not None and following.startswith(number + ".")
        titled = _titled(words, behind, stop)
        weight += _ENTRY * known + (1 + titled if ends else 0 if known or section else -1)
    return weight, entries >= len(agenda.titles) if agenda.titles else weight == 2 * len(starts) > 2


def _titled(words: str, start: int, end: int) -> bool:
    """A title stands right behind the number that ends at `start`, or behind the decision's number there."""
    for line in words[start:min(end, start + 2 * _BESIDE)].lstrip(_MARKS).split("\n", 2)[:2]:
        heard = marks.HEARD.match(line)
        if marks.TITLE.match(line[heard.end():] if heard else line):
            return True
        if not heard and not (marks.may_type(line) and marks.TYPE_LINE.match(line)):
            return False
    return False


def _opens_with(words: str, start: int, end: int, titles: Iterable[str]) -> bool:
    """One of the titles stands at the beginning of `words[start:end]`."""
    for title in titles:
        wanted = set(_WORD.findall(title.casefold()))
        found = set(_WORD.findall(words[start:min(end, start + len(title) + _BESIDE)].casefold()))
        if wanted and len(wanted & found) >= 0.8 * len(wanted):
            return True
    return False
