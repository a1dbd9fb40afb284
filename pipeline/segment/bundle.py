"""One file, several single decisions one after another, or the minutes (or excerpts) of several sessions.

    … Domes priekšsēdētājs A. Ozols / LĪČUPES NOVADA DOME / LĒMUMS / … Nr. 13 / Par … / NOLEMJ: …
                                      └ the next decision begins with its letterhead
    … Protokoliste I. Liepa / IZRAKSTS PAREIZS / LĪČUPES PAGASTA PADOME / PROTOKOLA IZRAKSTS / … Nr. 6
                                                 └ the next session
"""
from __future__ import annotations

import re
from itertools import pairwise

from pipeline.clean.text import Text
from pipeline.segment import marks
from pipeline.segment.headings import is_foot_date, is_head_line
from pipeline.segment.kinds import type_word
from pipeline.segment.operative import find_operative
from pipeline.segment.tail import signature_block

_MINUTES_WORD = re.compile(r"\b(?:PROTOKOLS|PROTOKOLA|[Pp]rotokola|IZRAKSTS|[Ii]zraksts)\b")
_LAST_LINES = 25  # lines above a letterhead in which the one before is signed


def decision_starts(text: Text, lines: list[str]) -> list[int]:
    """Paragraph indexes where decisions begin: `[0]` for a single one. `lines` are the paragraphs' words."""
    paras, words = text.paragraphs, text.text
    typed = [index for index, line in enumerate(lines) if marks.may_type(line) and _deciding(type_word(line))]
    starts = [0]
    if len(typed) < 2:
        return starts
    bounds = [*(paras[index].start for index in typed), len(words)]
    decides = [find_operative(words, start, end) is not None for start, end in pairwise(bounds)]
    previous, decided = typed[0], decides[0]    # whether anything was decided from `previous` on
    for index, following, own in zip(typed[1:], [*typed[2:], len(paras)], decides[1:], strict=True):
        decided, before = decided or own, decided
        if not own or not before:
            continue
        start = _letterhead(lines, index, previous)
        signed = any(signature_block(lines, i, start) for i in range(max(previous, start - 25), start))
        if signed and _titled(lines, index, following) and not _inside_annex(lines, start, previous):
            starts.append(start)
            previous = index
    return starts


def _deciding(word: str | None) -> bool:
    return word is not None and (word.startswith("lēm") or word == "rīkojums")


def session_starts(text: Text) -> list[int]:
    """Paragraph indexes where the minutes of one session begin: `[0]` for a single one."""
    if len(_MINUTES_WORD.findall(text.text)) < 2:
        return [0]
    lines = [text.text[p.start:p.end] for p in text.paragraphs]
    starts, previous = [0], None
    for index, line in enumerate(lines):
        if len(line) > marks.LONGEST_MINUTES_LINE or not _MINUTES_WORD.search(line):
            continue
        if not marks.minutes_line(line, "".join(lines[index + 1:index + 2])):
            continue
        if previous is not None:
            start = _letterhead(lines, index, previous)
            if any(marks.CLOSING.match(lines[i]) or signature_block(lines, i, start)
                   for i in range(max(previous + 1, start - _LAST_LINES), start)):
                starts.append(start)
        previous = index
    return starts


def _letterhead(lines: list[str], index: int, previous: int) -> int:
    start = index
    while start - 1 > previous and index - start < 9 and is_head_line(lines[start - 1]) \
            and not marks.DISTRIBUTION.match(lines[start - 1]) and not signature_block(lines, start - 1, index) \
            and not (start - 2 > previous and (signature_block(lines, start - 2, start) == start
                                               or _certified(lines, start - 1))):
        start -= 1
    return start


def _certified(lines: list[str], index: int) -> bool:
    """The date below who certified the copy: `IZRAKSTS PAREIZS / Sekretāre I. Liepa / 2004.gada 20.februārī`."""
    return is_foot_date(lines[index]) and bool(
        marks.DISTRIBUTION.match(lines[index - 1]) or signature_block(lines, index - 1, index))


def _titled(lines: list[str], index: int, end: int) -> bool:
    return any(marks.TITLE.match(line) for line in lines[index + 1:min(index + 14, end)])


def _inside_annex(lines: list[str], start: int, previous: int) -> bool:
    return any(marks.ANNEX_HEAD.match(line) for line in lines[max(previous, start - 3):start])
