"""The head of a session's minutes.

    DOBELES NOVADA DOMES / SĒDES PROTOKOLS Nr. 3 / Dobelē / 2022. gada 24. februārī   → 3, Dobele, 2022-02-24
    2023. gada 27. aprīlī<TAB>Nr. 6                                                   → 6
    IZRAKSTS NO DOMES SĒDES PROTOKOLA Nr. 12                                          → 12
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.head.date import find_date
from pipeline.extract.head.institution import find_institution
from pipeline.extract.head.number import find_number
from pipeline.extract.head.place import find_place, labelled_place
from pipeline.extract.head.protocol import find_protocol
from pipeline.records import Institution, Span

_HEAD_LINES = 20
_BODY = re.compile(r"(?P<body>[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+ (?:novada|pilsētas|valstspilsētas|pagasta"
    r"|rajona)(?: pašvaldības)? (?:dome|padome))\s+(?i:nolemj|nolēma)")


@dataclass(frozen=True, slots=True)
class SessionHead:
    date: str | None
    place: str | None
    institution: Institution | None
    number: str | None


def session_head(text: str, end: int) -> SessionHead:
    """Read from the lines of `text[:end]` that stand above the opening of the session."""
    spans = _head(text, end)
    number = find_protocol(text, spans)
    plain = find_number(text, spans)
    date = find_date(text, spans)
    place = find_place(text, spans) or labelled_place(text, end)
    body = find_institution(text, spans, [], [])
    if body is None or (body.value.kind == "municipal_council" and "dome" not in body.value.name):
        spoken = _BODY.search(text, end)
        if spoken:
            body = find_institution(text, spans, [spoken.span("body")], [])
    return SessionHead(
        date=date.value if date else None, place=place.value if place else None, institution=body.value if body else None,
        number=number.value.number if number else (plain.value if plain else None))


def _head(text: str, end: int) -> list[Span]:
    stop = re.search(r"\n(?=[^\n]{0,60}(?:[Ss]ēd[ie] (?:sasaukta|atklāj|tiek|vada|sāk)|SĒDI|[Pp]iedalās"
        r"|[Dd]arba kārtīb|DARBA KĀRTĪB|Protokolē))", text[:end])
    limit = stop.start() if stop else end
    lines = text[:limit].split("\n")[:_HEAD_LINES]
    return [(0, min(limit, sum(len(line) + 1 for line in lines)))]
