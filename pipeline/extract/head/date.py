"""The decision's own date, from its head or, failing that, from the date line at its foot.

    Rīgā, 2021. gada 16. jūnijā                                   → 2021-06-16
    27.04.2023.<TAB>Nr.112                                        → 2023-04-27
    APSTIPRINĀTI / ar … domes 28.10.2021. / … PRECIZĒTI …         → 2021-10-28, the first
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.latvian.dates import find_dates
from pipeline.records import Span
from pipeline.segment.headings import is_foot_date

_STATUS = re.compile(r"^(?:Zaudēj|Mainīt|Grozīt|Grozījum|Stājas spēkā|Spēkā|Publicēt|Precizēt|PRECIZĒT)")
_DIGIT = re.compile(r"\d")


def head_dates(text: str, spans: list[Span]) -> list[Found[str]]:
    """Every date that stands in the head zones as the document's own, best first: date lines, then others, in order."""
    lines: list[Found[str]] = []
    others: list[Found[str]] = []
    for start, end in spans:
        at = start
        for line in text[start:end].split("\n"):
            for found in find_dates(text, at, at + len(line)) if _DIGIT.search(line) else ():
                if _STATUS.match(line):
                    continue
                (lines if is_foot_date(line.split("\t")[0].strip()) or _cell(line, found, at) else others).append(found)
            at += len(line) + 1
    return lines + others


def _cell(line: str, found: Found[str], at: int) -> bool:
    """The date fills a column of the line by itself: `Nr. 5<TAB>2021. gada 3. jūnijā`."""
    span = found.span
    if span is None:
        return False
    left, right = span[0] - at, span[1] - at
    return (left == 0 or line[left - 1] in "\t| ") and (right >= len(line.rstrip(" .")) or line[right:right + 1] in "\t|N" or
                                                        line[right:right + 2] in (" N", ". ", " ("))


def find_date(text: str, spans: list[Span]) -> Found[str] | None:
    dates = head_dates(text, spans)
    return dates[0] if dates else None
