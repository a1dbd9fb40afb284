"""The list of annexes under the resolution.

    Pielikumā: 1) Apliecinājums uz 3 lp. / 2) Nolikums uz 2 lp.    → 1 "Apliecinājums", 3 pages; 2 "Nolikums", 2 pages
    1. pielikums – Līguma projekts, 6 lapas.                       → 1 "Līguma projekts", 6 pages
    Pielikums: izvietojuma shēma uz vienas lapas                   → null "izvietojuma shēma", 1 page
    Pielikumā: plāns uz 1 lp. un tāme uz 2 lp.                     → two without a number
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.latvian.cardinals import CARDINAL, cardinal
from pipeline.records import Span

_HEAD = re.compile(r"\s*(?:Lēmuma |Lēmumam |Rīkojuma )?(?:[Pp]ielikum(?:ā|i|os|umā|s)|PIELIKUM(?:Ā|I|OS|S))"
                   r"(?: ?(?:Nr|N)\.? ?(?P<number>\d{1,2}(?:\.\d)?))?(?: kopā)?\s*(?P<mark>[:;.]|[–—-](?=\s))?\s*")
_NUMBERED = re.compile(
    r"\s*(?:(?P<first>\d{1,2}(?:\.\d)?)\. ?[Pp]ielikum[sāui]{1,2}\b\s*[–—:.,-]?|[Pp]ielikum[sā]\s?(?:Nr"
    r"|N)\.? ?(?P<after>\d{1,2}(?:\.\d)?)\b\s*[–—:.,-]?"
    r"|\(?(?P<plain>\d{1,2})(?:\.\)?|\))(?!\d)|(?P<letter>[a-z])\)|(?P<bullet>[-–—•*]))\s*")
#: Inside a line: `… uz 3 lp.; 2) Nolikums`, `… lapām, 2. pielikums – …`, `… uz 1 lp. un tāme uz 2 lp.`
_SHEETS = (r"(?:lpp|lp|lapaspus\w*|lappus\w*|lap(?:a|as|ām|u|ā|ai)?)\b\.?")
_COUNT = rf"(?:(?P<figure>\d{{1,4}})(?:\s?\([\w ]{{3,40}}\))?|(?P<word>{CARDINAL}))"
_PAGES = re.compile(
    rf"(?:\s*[,;(–—-]?\s*(?:kopā\s+)?(?:uz|pavisam)\s+{_COUNT}|\s*[,(–—-]\s*(?P<bare>\d{{1,4}}))\s*(?P<sheets>{_SHEETS})"
    rf"(?:,? (?:\d|vien|div|trīs)\w* eks\w*\.?)?\)?", re.IGNORECASE)
_NEXT = re.compile(r"(?<=[;.,)])\s+(?=(?:\d{1,2}\)|\d{1,2}\. ?(?:[Pp]ielikum|[A-ZĀČĒĢĪĶĻŅŠŪŽ])|[Pp]ielikums? (?:Nr"
                   r"|N)\.? ?\d|[a-z]\) ))")
_TRIM = " \t.,;:–—-"


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry; `ordinal` when its number is only its place in the list (`1)`), `whole` when pages mean printed sides."""

    number: str | None
    title: str | None
    pages: int | None
    span: Span


def read_listing(text: str, start: int, end: int) -> list[Listed]:
    """The entries of one list, in order."""
    found: list[Listed] = []
    for left, right in _entries(text, start, end):
        found.extend(_entry(text, left, right))
    return found


def _entries(text: str, start: int, end: int) -> list[Span]:
    """The list cut at its lines and at marks inside a line; lines that go on are joined."""
    spans: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        cuts = [at, *(match.end() for match in _NEXT.finditer(text, at, stop)), stop]
        for left, right in pairwise(cuts):
            if not text[left:right].strip():
                continue
            first = text[left:right].lstrip()[:1]
            bound = spans and (first.islower() and not _NUMBERED.match(text, left, right)
                               and text[spans[-1][0]:spans[-1][1]].rstrip()[-1:] not in ".;:,")
            if spans and (bound or _PAGES.fullmatch(text, left, right)):
                spans[-1] = (spans[-1][0], right)
            else:
                spans.append((left, right))
        at = stop + 1
    return spans


def _entry(text: str, start: int, end: int) -> list[Listed]:
    """The annexes of one line, its heading `Pielikumā:` taken off."""
    number = None
    at = start
    numbered = _NUMBERED.match(text, at, end)
    if not numbered:
        head = _HEAD.match(text, at, end)
        if head and head.end() > at:
            at, number = head.end(), head["number"]
            numbered = _NUMBERED.match(text, at, end)
    if numbered:
        number = numbered["first"] or numbered["after"] or numbered["plain"] or number
        at = numbered.end()
        inner = _NUMBERED.match(text, at, end)
        if inner and (inner["first"] or inner["after"]):       # `1) 1. pielikums – …`
            number, at = inner["first"] or inner["after"], inner.end()
    found: list[Listed] = []
    for left, right, pages in _parts(text, at, end):
        title = " ".join(text[left:right].strip(_TRIM).split()) or None
        if title or pages is not None or number:
            found.append(Listed(number, title, pages, (start if not found else left, right if title else end)))
        number = None
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int, int | None]]:
    """`plāns uz 1 lp. un tāme uz 2 lp.` in two; a single title with its pages in one."""
    counts = [match for match in _PAGES.finditer(text, start, end) if _pages(match) is not None]
    if not counts:
        return [(start, end, None)] if text[start:end].strip(_TRIM) else []
    first = counts[0]
    if not text[start:first.start()].strip(_TRIM + "("):       # `Pielikumā uz 3 lp.: līguma projekts`
        return [(first.end(), end, _pages(first))]
    parts: list[tuple[int, int, int | None]] = []
    left = start
    for match in counts:
        while text[left:match.start()][:1] in (" ", ",", ";"):
            left += 1
        if text.startswith(("un ", "kā arī "), left):
            left = text.index(" ", left) + 1
        parts.append((left, match.start(), _pages(match)))
        left = match.end()
    return parts


def _pages(match: re.Match[str]) -> int | None:
    figure = match["figure"] or match["bare"]
    return int(figure) if figure else cardinal(match["word"]) if match["word"] else None
