"""Where in a text a vote may stand, told by cheap marks: stretches to read, so that the rest is never looked at word by word.

    … atklāti balsojot: PAR – 9 (…), PRET – nav, …      → from the beginning of that sentence to a little behind the last mark
    atbalsts, atbalstīt                                 → no mark
"""
from __future__ import annotations

import re

from pipeline.records import Span

#: Where a vote may be told of: a word's own letters (of words in capitals the first, which is quicker to find), and what must
#: stand there for it to be a mark.
_MARKS: tuple[tuple[str, re.Pattern[str] | None], ...] = (
    ("bals", re.compile(r"(?<!at)bals(?!t)")), ("B", re.compile(r"Bals|(?<!AT)BALS(?!T)")),
    ("ttur", re.compile(r"(?<=[aA])ttur[aāeo]")), ("T", re.compile(r"(?<=A)TTUR")),
    ("pret", re.compile(r"(?<!\w)pret[”“\"»'’`]{0,2} ?(?:[–:=/-]|\d|nav|bija|balso)")),
    ("P", re.compile(
        r"(?<!\w)PRET\b|Pret[”“\"»'’`]{0,2} ?(?:[–:=/\t-]|\d|nav|bija|balso)"
        r"|(?<!\w)Par[”“\"]?\s?[–—:=-]\s?\d|(?<!\w)PAR[”“\"]?\s?[–—:-]?\s?(?:\d|visi)")),
    ("vienprātīgi", None), ("epiedaloties", None),
    ("tstat", re.compile(r"(?<=[aA])tstat(?:ās|ījās|oties)")),
    ("tbalst", re.compile(r"tbalst(?:a|īja) (?:tikai )?(?:\d+|[a-zāčēģīķļņšūž]+[sima]) (?:deputāt|balss)")))
_OPERATIVE = re.compile(r"\b(?:nolemj|NOLEMJ|nolēma|NOLĒMA|NOLEMTS)\b")
_LISTED = re.compile(
    r"(?:\d{1,3}[.)]?\s*)?[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ][.\w]*(?:[ .-]{1,3}[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ][\w.-]*){0,4}"
    r"(?:[ \t–—:-]{0,4}[“\"„]?(?:par|pret|attur\w+|nebalso\w*|nepiedal\w+|balsojumā nepiedal\w+|nav|klāt nav|[+xX–-])[”\"“]?)?"
    r"[ .,;]*$|(?:kopā )?(?:par|pret|attur\w+|nebalso\w*)\b.{0,20}$", re.IGNORECASE)
#: How far apart two marks of one vote may be (names stand between), and how much is read round them.
_GAP, _BEFORE, _AFTER = 1500, 300, 260


def windows(text: str, start: int, end: int) -> list[Span]:
    """Stretches of `text[start:end]` to read, in order, without overlap."""
    found: list[list[int]] = []
    for mark in _marks(text, start, end):
        if found and mark - found[-1][1] <= _GAP and not _new_matter(text, found[-1][1], mark):
            found[-1][1] = mark
        else:
            found.append([mark, mark])
    spans: list[Span] = []
    floor = start
    for first, last in found:
        left = max(floor, _begin(text, max(floor, first - _BEFORE), first))
        right = _finish(text, last, end)
        if spans and left < spans[-1][1]:
            left = spans[-1][1]
        if right > left:
            spans.append((left, right))
            floor = right
    return spans


def _marks(text: str, start: int, end: int) -> list[int]:
    found: list[int] = []
    for letters, pattern in _MARKS:
        at = text.find(letters, start, end)
        while at >= 0:
            if pattern is None or pattern.match(text, at, end):
                found.append(at)
            at = text.find(letters, at + 1, end)
    return sorted(found)


def _new_matter(text: str, last: int, mark: int) -> bool:
    """Prose of several lines between two marks: they are two votes' or nobody's."""
    return mark - last > 700 and text.count("\n", last, mark) > 3 and bool(_OPERATIVE.search(text, last, mark))


def _begin(text: str, left: int, first: int) -> int:
    """The beginning of the paragraph, with the councillors listed one a line above it."""
    line = text.rfind("\n", left, first)
    if line < 0:
        sentence = text.rfind(". ", left, max(left, first - 60))
        return left if sentence < 0 or not text[sentence - 2:sentence].islower() else sentence + 2
    begin = line + 1
    if first - begin < 80:
        above = text.rfind("\n", left, line)
        if text[line - 1:line] not in ".!?" and above != line:
            begin = above + 1 if above >= 0 else left
    while begin > 1:
        above = text.rfind("\n", max(0, begin - 120), begin - 1)
        if (above < 0 and begin > 120) or not _LISTED.match(text, above + 1, begin - 1):
            break
        begin = above + 1
    return begin


def _finish(text: str, last: int, end: int) -> int:
    """A little behind the last mark, not into the resolution; lists one a line belong to it."""
    limit = min(end, last + _AFTER)
    operative = _OPERATIVE.search(text, last, limit)
    right = operative.end() if operative else limit
    if not operative:
        line = text.find("\n", last, limit)
        if line >= 0 and text[line - 1:line] in ".;" and not _is_list(text, line + 1, end):
            return line
        line = text.find("\n", last, end)
        while 0 <= line < end and _is_list(text, line + 1, end):
            right = max(right, line)
            line = text.find("\n", line + 1, end)
            right = max(right, line if line >= 0 else end)
    return min(right, end)


def _is_list(text: str, line: int, end: int) -> bool:
    stop = text.find("\n", line, min(end, line + 160))
    stop = stop if stop >= 0 else min(end, line + 160)
    return stop > line and bool(_LISTED.match(text, line, stop))
