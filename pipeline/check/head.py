"""What the head of a decision lacks, or says twice differently.

    no number and no item of a session             → head.no_number
    2023. gada 25. maijā … 2023. gada 26. maijā     → head.date_differs: two lines of place and date
    annex: “… 31.05.2023. lēmumam Nr. 12”           → head.date_differs when decision Nr. 12 is of 30.05.2023.
    annex: “… 30.05.2023. lēmumam Nr. 13”           → head.number_differs when the decision of that day is Nr. 12
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.codes import CODES
from pipeline.latvian.dates import DATE, date_of, find_dates
from pipeline.records import Decision, Finding, Span
from pipeline.segment.headings import is_foot_date

_TO_DECISION = re.compile(
    rf"{DATE}\s*(?:sēdes\s+)?(?:lēmum(?:am|a)|rīkojum(?:am|a))\s*(?:Nr|N)\.?\s*"
    r"(?P<number>[^\s,;()“„\"]{1,30}[^\s,;()“„\".])", re.IGNORECASE)
#: What every date has: a year, or `š.g.`. Each branch begins with a sign to leap to.
_YEAR = re.compile(r"1[89]\d\d|20\d\d|[Šš][.āĀ]")
#: An annex says whose it is within so many characters of its heading.
_OWNER = 400
_DECIDES = frozenset({"decision", "minutes_item", "order"})


def check_head(decision: Decision) -> Iterator[Finding]:
    """The `head.*` findings. An item of minutes needs no number of its own; regulations and rulings are not held to this."""
    if decision.document_type in _DECIDES:
        item = decision.protocol is not None and decision.protocol.item is not None
        if decision.number is None and not item:
            yield _finding("head.no_number", "Neither a number nor the item of a session's minutes is printed.", None)
        for code, value in (("head.no_date", decision.date), ("head.no_title", decision.title),
                            ("head.no_institution", decision.institution)):
            if value is None:
                yield _finding(code, CODES[code][1], None)
    yield from _dates(decision)
    yield from _annexes(decision)


def _dates(decision: Decision) -> Iterator[Finding]:
    """Lines of place and date that give another day than the record's."""
    if decision.date is None:
        return
    own = decision.spans.get("date", (0, 0))
    for zone in decision.zones:
        if zone.kind != "head":
            continue
        stop = zone.start
        for year in _YEAR.finditer(decision.text, zone.start, zone.end):
            if year.start() < stop or own[0] <= year.start() < own[1]:
                continue       # in a line that was looked at, or in the record's date
            at = max(zone.start, decision.text.rfind("\n", zone.start, year.start()) + 1)
            stop = decision.text.find("\n", year.start(), zone.end)
            stop = zone.end if stop < 0 else stop
            line = decision.text[at:stop]
            for found in find_dates(line) if is_foot_date(line) else ():
                if found.value != decision.date and found.span:
                    span = (at + found.span[0], at + found.span[1])
                    yield _finding("head.date_differs", f"{found.value} is printed beside {decision.date}.", span)


def _annexes(decision: Decision) -> Iterator[Finding]:
    """Annexes that name the decision they belong to by another date or number."""
    if decision.date is None or decision.number is None:
        return
    for annex in decision.annexes:
        if annex.text_span is None:
            continue
        start, end = annex.text_span
        match = _TO_DECISION.search(decision.text, start, min(end, start + _OWNER))
        date = date_of(match) if match else None
        if match is None or date is None:
            continue
        same = match["number"].casefold() == decision.number.casefold()
        if same and date != decision.date:
            yield _finding("head.date_differs", f"The annex dates the decision {date}, the head {decision.date}.", match.span())
        elif not same and date == decision.date:
            yield _finding("head.number_differs", f"The annex is to decision {match['number']}, the head says "
                           f"{decision.number}.", match.span())


def _finding(code: str, message: str, span: Span | None) -> Finding:
    return Finding(code=code, severity=CODES[code][0], message=message, span=span)
