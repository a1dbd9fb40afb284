"""Dates as Latvian acts print them.

    2023. gada 25. maijā         → 2023-05-25   (any case: maijs, maija, maijam, maiju, maijā; glued `2013.gada 5.septembrī`)
    27.04.2023.                  → 2023-04-27   (also `18. 04. 2007.`, `28.10.2021`; `16.08.95.` as the date of an act)
    2001.g. “10.” aprīlī         → 2001-04-10
    š.g. 15. jūnijam             → with `year`: the year given; without: None
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as _date
from functools import lru_cache

from pipeline.extract.found import Found

# The twelve stems; every case ending of the second and third declension follows.
MONTHS = {
    "janvār": 1, "februār": 2, "mart": 3, "aprī": 4, "maij": 5, "jūnij": 6, "jūlij": 7, "august": 8, "septembr": 9,
    "oktobr": 10, "novembr": 11, "decembr": 12,
}
MONTH = rf"(?:{'|'.join(MONTHS)})[lļ]?(?:is|s|am|a|im|ī|ā|i|u)"  # aprīlis, aprīļa
#: Source of a pattern with the named groups y, d, m (words) or D, M, Y (figures).
DATE = (
    rf"(?:(?P<y>(?:1[89]|20)\d\d)\.?\s*g(?:ada|\.)\s*[“„\"]?(?P<d>\d{{1,2}})\.?[”“\"]?\s*(?P<m>{MONTH})"
    r"|(?<![\d.])(?P<D>\d{1,2})\.\s?(?P<M>\d{1,2})\.\s?(?P<Y>(?:1[89]|20)\d\d)(?!\d)\.?"
    rf"|(?P<this>[Šš](?:\.\s?|ā\s+)g(?:\.|ada)\s*)(?P<td>\d{{1,2}})\.?\s*(?P<tm>{MONTH}))"
)
#: With the years of two figures that old acts print as well; only where an act's date stands, for points look alike.
ACT_DATE = rf"(?:{DATE}|(?<![\d.])(?P<sD>[0-3]?\d)\.(?P<sM>[01]\d)\.(?P<sY>\d\d)(?![\d.]?\d)\.?)"
#: `29.12.39.` is of 2039, `29.12.40.` of 1940.
_CENTURY = 40
_DATE = re.compile(rf"(?=[\dŠš]){DATE}", re.IGNORECASE)


def iso(year: int, month: int, day: int) -> str | None:
    """The ISO form, or None when there is no such day."""
    try:
        return _date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=256)
def month_number(word: str) -> int | None:
    """`septembrī` → 9; None when the word is no month."""
    lowered = word.casefold()
    return next((n for stem, n in MONTHS.items() if lowered.startswith(stem)), None)


def date_of(match: re.Match[str], year: int | None = None) -> str | None:
    """The ISO date of a match of `DATE` or `ACT_DATE`; `year` serves `š.g.` dates."""
    if match["y"]:
        month = month_number(match["m"])
        return iso(int(match["y"]), month or 0, int(match["d"]))
    if match["Y"]:
        return iso(int(match["Y"]), int(match["M"]), int(match["D"]))
    if "sY" in match.re.groupindex and match["sY"]:
        short = int(match["sY"])
        return iso(short + (2000 if short < _CENTURY else 1900), int(match["sM"]), int(match["sD"]))
    month = month_number(match["tm"])
    return iso(year, month or 0, int(match["td"])) if year else None


def find_dates(text: str, start: int = 0, end: int | None = None, year: int | None = None) -> Iterator[Found[str]]:
    """Every date in `text[start:end]`, in order, with its span. Impossible dates are passed over."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        value = date_of(match, year)
        if value:
            yield Found(value, match.span())
