"""The decision's number, without `Nr.`.

    LĒMUMS Nr.750                              → 750
    2006.gada 26.oktobrīNr.612                 → 612
    (prot. Nr. 22, 9. p., lēmums Nr. 481)      → 481
    (prot. Nr. 3, 6. §) · Reģ. Nr. 90000099101 → none
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.records import Span

_NUMBER = re.compile(
    # The first letter, then what must stand before it: so `re` leaps to where a number can begin.
    r"[Nn№](?:(?:(?<![a-zāčēģīķļņšūžA-ZĀČĒĢĪĶĻŅŠŪŽ].)|(?<=[īā].))(?:(?<=N)[rRоo]|(?<=n)(?:r|umurs))\b(?:\."
    r"|:)?[ \t]{0,3}:?[ \t]?(?P<number>\d*[\w/\-–.]*\d[\w/\-–]*|[A-Z]{1,6}(?:/[\w-]+)+)"
    r"|(?<=№) ?(?P<sign>[\w/-]*\d[\w/-]*))")
_ADOPT = re.compile(r"(?:1\. ?)?[Pp]ieņemt (?:domes |pievienoto )?lēmumu Nr\. ?(?P<number>\d[\w/-]*)[ ,.]*[“„\"(]")
# What a number right behind these words counts is not the decision.
_OTHER = re.compile(
    r"(?:prot\w*\.?|pvn|protokol\w*|sēd\w+|[Rr]eģ\w*\.?|reģistrācijas|kods|konta|tālr\w*\.?|lietas?|[Ll]iet[āa]|kadastra|dzīvok\w+|dz\.|iesniegum\w*"
    r"|atzinum\w*|līgum\w*|projekt\w*|sertifikāt\w*|pielikum\w*|noteikum(?:iem|u|os)|zemes vienīb\w+|eks\.|eksemplārs"
    r"|tāmi|dok\.)\s*[(,]?\s*$", re.IGNORECASE)
#: Numbers of registers, taxpayers, accounts and cadastres are long.
_REGISTERED = re.compile(r"(?:[A-Z]{2})?\d{9,}$|[A-Z]{2}\d\d[A-Z]{4}")
_ACT = re.compile(r"(?:lēmum\w*|rīkojum\w*|noteikumi|pavēle|nolikums|instrukcija|spriedums)\s*[(,:]?\s*$", re.IGNORECASE)
#: `APSTIPRINĀTI ar domes 28.04.2022. lēmumu Nr. 431`: the act that approved this one.
_APPROVED_BY = re.compile(r"(?:lēmumu|rīkojumu|pavēli|lēmumam|rīkojumam)\s*[(,:]?\s*$", re.IGNORECASE)
_TYPE = re.compile(r"(?:lēmums|rīkojums|noteikumi|nolikums|instrukcija|pavēle|spriedums)\s*:?\s*$", re.IGNORECASE)
_DATE_BEFORE = re.compile(r"(?:[īā]|\d{4}\.?)[ \t,]{0,90}$")


def find_number(text: str, spans: list[Span]) -> Found[str] | None:
    """The number in the head zones: behind the type word first, then on the date line, then anywhere in the head."""
    best: tuple[int, Found[str]] | None = None
    for start, end in spans:
        for match in _NUMBER.finditer(text, start, end):
            rank = _rank(text, match, start)
            if rank and (best is None or rank > best[0]):
                group = "number" if match["number"] else "sign"
                value = match[group].rstrip(".-–/")
                if value:
                    best = (rank, Found(value, (match.start(group), match.start(group) + len(value))))
    return best[1] if best else None


def adopted_number(text: str, resolution: list[Span]) -> Found[str] | None:
    """`nolemj: pieņemt lēmumu Nr. 101 “Par īri”`: the decision whose text stands elsewhere."""
    match = _ADOPT.match(text, *resolution[0]) if resolution else None
    return Found(match["number"], match.span("number")) if match else None


def _rank(text: str, match: re.Match[str], start: int) -> int:
    line = text.rfind("\n", start, match.start()) + 1
    before = text[max(start, line, match.start() - 60):match.start()]
    if _OTHER.search(before) or _REGISTERED.match(match["number"] or ""):
        return 0
    if _APPROVED_BY.search(before):
        return 2
    if _ACT.search(before):
        return 5 if _TYPE.search(before) else 4
    if not before.strip() or before.endswith("\t"):
        return 3 if len(match[0]) < 40 else 1
    if _DATE_BEFORE.search(before):
        return 3
    return 1
