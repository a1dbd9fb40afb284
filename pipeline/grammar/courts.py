"""Rulings of courts, by case number or by court and date.

Augstākās tiesas Senāta 2018. gada 7. marta spriedumā lietā Nr. SKA-313/2018   → tiesa:ska-313/2018
sprieduma lietā Nr. A420234420 12. un 13. punktā                               → tiesa:a420234420
1999.gada 31.maijā Zemgales apgabaltiesas Civillietu kolēģija nosprieda        → tiesa:<court>/1999-05-31
"""

from __future__ import annotations

import re

from pipeline.grammar.mention import Mention
from pipeline.grammar.tail import read_tail
from pipeline.latvian.bodies import body_before, nominative, without_state
from pipeline.latvian.dates import ACT_DATE, date_of

#: Cases of the Union's courts go without `Nr.`: `lietā C-440/13`.
_NUMBER = re.compile(r"\s*(?:[Nn]r\.?\s*|(?=[CTF][-‑–]\d))(?P<number>[\w\[\]][\w\[\]/.‑–-]*[\w\]])")
_SENATE = re.compile(r"(?P<number>SK[ACKS]\s?[-‑–]\s?(?:\[?\w+\]?|\d+)/\d{4})")
_SHAPE = re.compile(r"(?:SK\w[-‑–]|[ACKP]\d{6,}|\d{4}[-‑–]\d{2,3}[-‑–]\d+|\d{6,})")
_RULING = re.compile(
    r"(?P<word>(?:spriedum|lēmum|rīcības\s+sēdes\s+lēmum)\w{1,4})\s*\(?\s*(?:administratīvajā\s+|civil|krimināl)?$",
    re.IGNORECASE,
)
_CASE_BEFORE = re.compile(r"liet\w{1,2}\s+$")
#: The other numbers of the same ruling: `(ECLI:LV:AT:2021:0416.A420223817.12.S)`, `(arhīva Nr. A42751608)`, `(AA43-0123-15/4)`.
_ALSO = re.compile(
    r",?\s{0,2}(?:[(\[](?:ECLI\b|(?:[^\W\d_]{1,12}\s){0,2}(?:Nr\.?\s?)?[A-Z]{1,4}\d{2,12}\b)(?:(?!,?\s?turpm)[^()\[\]\n]){0,60}"
    r"(?:[)\]]|(?=,\sturpmāk))|ECLI:[\w:.]{4,60}\w)"
)
_DATE_END = re.compile(rf"{ACT_DATE}\s*$", re.IGNORECASE)
_HYPHENS = re.compile(r"\s?[‑–-]\s?")
_VERB = re.compile(r"(?:nosprieda|nolēma|atzina|lēma)\b")
_CASE_LATER = re.compile(r"[^\n;]{0,260}?\bliet\w{1,2}\s+Nr")
_NEAR = re.compile(r"ties[aāuī]|tiesas|senāt|spriedum", re.IGNORECASE)


def read_case(text: str, start: int, stop: int, floor: int, year: int | None) -> Mention | None:
    """The ruling that `lietā Nr.` (its noun at `text[start:stop]`) stands in; None when it is no court case."""
    number = _NUMBER.match(text, stop)
    if not number:
        return None
    ruling = _RULING.search(text, max(floor, start - 60), start)
    if not ruling and text[start - 1 : start].isalpha():
        return None  # krimināllieta Nr. 11815001020
    if not ruling and not _SHAPE.match(number["number"]) and not _NEAR.search(text, max(floor, start - 40), start):
        return None
    begin, date, issuer = _court(text, ruling.start("word") if ruling else start, floor, year)
    return _mention(text, begin, number.end(), number["number"], date, issuer)


def read_case_number(text: str, start: int, floor: int, year: int | None) -> Mention | None:
    """A Senate case number that stands by itself: `SKA-950/2016`."""
    number = _SENATE.match(text, start)
    if not number:
        return None
    case = _CASE_BEFORE.search(text, max(floor, start - 24), start)
    ruling = _RULING.search(text, max(floor, case.start() - 60), case.start()) if case else None
    begin, date, issuer = _court(text, ruling.start("word"), floor, year) if ruling else (start, None, None)
    return _mention(text, begin, number.end(), number["number"], date, issuer)


def read_ruling(text: str, start: int, stop: int, floor: int, year: int | None) -> Mention | None:
    """A ruling named by court and date, without a case number: `Rīgas apgabaltiesas 10.09.1999. spriedumu`."""
    begin, date, issuer = _court(text, start, floor, year)
    if issuer is None or date is None or not _NEAR.search(issuer):
        return None
    return _mention(text, begin, stop, None, date, issuer)


def read_verdict(text: str, start: int, floor: int, year: int | None) -> Mention | None:
    """A court that `nosprieda` (the verb at `start`): `1999.gada 31.maijā Zemgales apgabaltiesas … kolēģija nosprieda`."""
    verb = _VERB.match(text, start)
    if _CASE_LATER.match(text, start, start + 300):
        return None  # the case number names it
    begin = start
    when = _DATE_END.search(text, max(floor, start - 34), start)
    if when:
        begin = when.start()
    span = body_before(text, begin, nominative_case=True)
    if not verb or span is None or span[0] < floor:
        return None
    name = without_state(" ".join(text[span[0] : span[1]].split()))
    if not _NEAR.search(name):
        return None
    begin = span[0]
    if when is None:
        when = _DATE_END.search(text, max(floor, begin - 34), begin)
        begin = when.start() if when else begin
    if when is None and verb[0] != "nosprieda":
        return None
    name = name[:1].upper() + name[1:]
    return Mention("tiesas_nolemums", "spriedums", begin, verb.end(), date=date_of(when, year) if when else None, issuer=name)


def _court(text: str, begin: int, floor: int, year: int | None) -> tuple[int, str | None, str | None]:
    when = _DATE_END.search(text, max(floor, begin - 34), begin)
    date = date_of(when, year) if when else None
    begin = when.start() if when else begin
    span = body_before(text, begin)
    if span and span[0] >= floor:
        return span[0], date, without_state(nominative(" ".join(text[span[0] : span[1]].split())))
    return begin, date, None


def _mention(text: str, begin: int, end: int, number: str | None, date: str | None, issuer: str | None) -> Mention:
    also = _ALSO.match(text, end)
    tail = read_tail(text, also.end() if also else end, law=True)
    return Mention(
        "tiesas_nolemums",
        "spriedums",
        begin,
        tail.end,
        title=tail.title,
        number=_HYPHENS.sub("-", number) if number else None,
        date=date,
        issuer=issuer,
        alias=tail.alias,
        alias_span=tail.alias_span,
        pinpoints=tail.pinpoints,
    )
