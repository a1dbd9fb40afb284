"""By when a point is to be done.

    līdz 2023. gada 18. augustam iesniegt        → 2023-08-18
    līdz š.g. 15.jūnijam noslēgt                 → in the decision's year
    piecu darbdienu laikā pēc līguma noslēgšanas → 5 working days from "līguma noslēgšanas"
    no 2021. gada 1. marta līdz 30. jūnijam      → none: a span of time
"""
from __future__ import annotations

import re

from pipeline.latvian.cardinals import CARDINAL, cardinal
from pipeline.latvian.dates import DATE, date_of
from pipeline.records import RelativeDeadline

_UNTIL = re.compile(     # a letter in front, where `re` leaps to it
    r"[lLtTnN](?:(?<=\b[lL])(?i:īdz)|(?<=\b[tT])(?i:ermiņš?:?(?: ?[–-])?(?: līdz)?)|(?<=[nN])(?i:e vēlāk kā(?: līdz)?))"
    rf"\s+(?i:{DATE})")
_CUE = re.compile(r"[lL]īdz [\dšŠ]|ermiņ|vēlāk")
#: Right before `līdz`: it ends a span of time, or says how long something lasts.
_SPAN_OF_TIME = re.compile(
    rf"(?:\bno\s+(?:{DATE})(?:\s*\([^()]{{0,30}}\))?\s*,?\s*(?:plkst\.?\s?[\d.:]+\s*)?"
    r"|\b(?:uz laiku|nomas termiņ\w*|īres termiņ\w*|laikposmā|laika periodā|periodā|darbības laik\w*|nomā|īrē|spēkā"
    r"|pilnvaru laik\w*"
    r"|ir|bija|tika|ierīkoti|kas)\b[^.;\n]{0,25})$", re.IGNORECASE)
#: `nomas termiņš līdz …` says how long.
_LASTS = re.compile(r"\b(?:nomas|īres|līguma|pilnvaru|darbības|aizņēmuma|patapinājuma) $", re.IGNORECASE)
_TERM = re.compile(
    rf"(?P<amount>\b\d{{1,3}}\b(?:\s?\([\w ]{{3,40}}\))?|\b{CARDINAL})\s?(?P<unit>darba ?dien|darbdien"
    rf"|kalendār\w* dien|dien|nedēļ|mēneš|mēnes|gad)"
    r"(?P<case>\w{1,3})\s+$", re.IGNORECASE)
#: What `_TERM` ends with; most words `pēc` and `pirms` have none before them.
_UNIT = re.compile(r"(?:dien|nedēļ|mēne[šs]|gad)\w{1,3}\s+$", re.IGNORECASE)
_WITHIN_WORD = re.compile(r"laikā\b(?<=\blaikā)|p(?<=\bp)(?:ēc|irms)\b")
#: The event ends with the day it is counted from, else with the clause.
_EVENT = re.compile(r"\s*(?P<word>no|pēc|kopš|pirms)\s+"
                    r"(?P<event>[^,.;:()\n]{3,90}?\b(?:dienas|brīža|datuma)\b|[^,.;:()\n]{3,120})")
_INFINITIVE = re.compile(r"\s+\w+(?:āt|ēt|īt|ot|kt|rt|st|ūt|lt|mt|pt|gt|dt|iet|ties)\b.*$", re.DOTALL)
_UNITS = {"darb": "working_day", "kale": "day", "dien": "day", "nedē": "week", "mēne": "month", "gad": "year"}


def find_deadline(text: str, start: int, end: int, date: str | None) -> str | None:
    """The ISO date until which `text[start:end]` is to be done; the first one, not before the decision's own `date`."""
    if not _CUE.search(text, start, end):
        return None
    year = int(date[:4]) if date else None
    for match in _UNTIL.finditer(text, start, end):
        lasts = _LASTS if match[0][0] in "tT" else _SPAN_OF_TIME
        if lasts.search(text, max(start, match.start() - 60), match.start()):
            continue
        value = date_of(match, year)
        if value and (date is None or value >= date):
            return value
    return None


def find_relative_deadline(text: str, start: int, end: int) -> RelativeDeadline | None:
    """The first term counted from an event, `viena mēneša laikā no …`."""
    for within in _WITHIN_WORD.finditer(text, start, end):
        at = within.start()
        if not _UNIT.search(text, max(start, at - 20), at) or not (match := _TERM.search(text, max(start, at - 70), at)):
            continue
        words = match["amount"].split("(")[0].strip()
        amount = int(words) if words.isdigit() else cardinal(words) if words else 1
        if not amount:
            continue
        unit = next(value for key, value in _UNITS.items() if match["unit"].lower().startswith(key))
        stop = within.end()
        if within[0] == "laikā":
            event = _EVENT.match(text, stop, end)
        elif words:      # `10 dienas pēc …`, not `gada pēc`
            event = _EVENT.match(text, within.start() - 1, end)
            if event is None:
                continue
        else:
            continue
        name = None
        if event:
            name = _INFINITIVE.sub("", event["event"]).strip()
            stop = event.start("event") + len(name)
            if event["word"].lower() == "pirms":
                name = f"pirms {name}"
        return RelativeDeadline(amount=amount, unit=unit, event=name or None, span=(match.start(), stop))  # type: ignore[arg-type]
    return None
