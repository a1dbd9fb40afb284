"""How well headings explain minutes: what stands between them should be items, each of the agenda's among them.

    Par adresi<TAB>§1 … dome nolemj …            → an item of the agenda that ends in a decision: speaks for the headings
    1. Atbrīvot J. Kalnu. 2. Ievēlēt I. Liepu.     → pieces that end in nothing: points of one resolution, no items
"""
from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.clean.text import Text
from pipeline.segment.agenda import Agenda
from pipeline.segment.operative import may_decide
from pipeline.segment.undecided import said

_WORD = re.compile(r"\w+")
_ENTRY = 2      # weight of an entry of the agenda found where an item begins
_BESIDE = 80    # characters in which a title may stand behind its number, a speaker or a section


def explains(text: Text, agenda: Agenda, starts: list[tuple[int, str | None]], end: int) -> tuple[int, bool]:
    """Weight of the items that begin at paragraphs `starts` (with their numbers) and run to paragraph `end`; whether the
    whole agenda was found among them."""
    paras, words = text.paragraphs, text.text
    offsets = [paras[index].start for index, _ in starts]
    limit = paras[end - 1].end if end else len(words)
    below = [number or "" for _, number in starts[1:]] + [""]
    weight = entries = 0
    for (_, number), following, at, stop in zip(starts, below, offsets, [*offsets[1:], limit], strict=True):
        titles = [agenda.titles[number]] if number in agenda.titles else agenda.titles.values()
        known = _opens_with(words, at, stop, titles)
        entries += known
        ends = may_decide(words, at, stop) or said(words, at, stop)
        section = number is not None and following.startswith(number + ".")
        weight += _ENTRY * known + (1 if ends else 0 if known or section else -1)
    return weight, bool(agenda.titles) and entries >= len(agenda.titles)


def _opens_with(words: str, start: int, end: int, titles: Iterable[str]) -> bool:
    """One of the titles stands at the beginning of `words[start:end]`."""
    for title in titles:
        wanted = set(_WORD.findall(title.casefold()))
        found = set(_WORD.findall(words[start:min(end, start + len(title) + _BESIDE)].casefold()))
        if wanted and len(wanted & found) >= 0.8 * len(wanted):
            return True
    return False
