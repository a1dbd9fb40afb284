"""The appeal notice: where, and within what term.

    Lēmumu var pārsūdzēt Administratīvajā rajona tiesā viena mēneša laikā no tā spēkā stāšanās dienas.
        → Administratīvā rajona tiesa; "viena mēneša laikā no tā spēkā stāšanās dienas"
    … pārsūdzēt Administratīvās rajona tiesas Rīgas tiesu namā mēneša laikā …   → Administratīvās rajona tiesas Rīgas tiesu nams
    … pārsūdzēt LR Valsts kontroles padomē mēneša laikā …                       → LR Valsts kontroles padome
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.latvian.cardinals import CARDINAL
from pipeline.records import Appeal, Span
from pipeline.segment import Part

_WORDS = re.compile(r"pārsūdz(?:ēt|ams|ama|ēšan|īb)|apstrīd(?:ēt|ams|ama|ēšan)", re.IGNORECASE)
#: A court or body in the locative, or in the dative (`iesniedzot sūdzību tiesai`).
_COURT = re.compile(
    r"(?=[A-ZĀČĒĢĪĶĻŅŠŪŽrp])(?P<court>(?:Administratīv(?:aj)?ā rajona tiesā(?:,? [A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+ tiesu namā)?"
    r"|Administratīvās rajona tiesas(?:,? (?:attiecīgajā )?(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+ )?tiesu namā)"
    r"|Administratīv(?:aj)?ā apgabaltiesā|Administratīv(?:aj)?ā tiesā|Satversmes tiesā"
    r"|(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+ ){0,3}(?:rajona|pilsētas|priekšpilsētas) tiesā|Augstākās tiesas Senātā|Augstākajā tiesā"
    r"|(?:(?:LR|Latvijas Republikas) )?(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]+(?: [\w-]+){0,4}? )(?:padomē|domē|ministrijā|komisijā"
    r"|kolēģijā|departamentā|dienestā|birojā"
    r"|inspekcijā|pašvaldībā)))\b")
_TERM = re.compile(
    r"(?=[\d\sadgmnpstvč])"      # how a number or unit begins
    rf"(?:(?:\d{{1,3}}(?:\s?\([\w ]{{3,30}}\))?|{CARDINAL})\s?)?(?:darba dien|darbdien|dien|nedēļ|mēneš|mēnes"
    rf"|gad)\w{{1,3}} laikā"
    r"(?:,? (?:skaitot )?(?:no|pēc|kopš) (?:[^,.;:()\n]{3,100}?\b(?:dienas|brīža)\b|[^,.;:()\n]{3,60}))?", re.IGNORECASE)
_WITHIN = re.compile("laikā", re.IGNORECASE)
_BEFORE_WITHIN = 90      # characters, at most, of a term before its `laikā`
_NOMINATIVE = ((re.compile(r"^Administratīv(?:aj)?ā (rajona |apgabal)?tiesā"), r"Administratīvā \1tiesa"),
               (re.compile(r"^Augstākajā tiesā$"), "Augstākā tiesa"), (re.compile(r" namā$"), " nams"),
               (re.compile(r"(tiesu|Senāt|departament|dienest|biroj)ā$"), r"\1s"), (re.compile(r"tiesā$"), "tiesa"),
               (re.compile(r"(padom|dom)ē$"), r"\1e"), (re.compile(r"(ministrij|komisij|kolēģij|inspekcij"
                           r"|pašvaldīb)ā$"), r"\1a"))


def read_appeal(part: Part) -> Appeal | None:
    """The notice in its own zone, or as the last numbered point; None when the decision has none."""
    text = part.text.text
    if "sūdz" not in text and "strīd" not in text:
        return None
    for start, end in _places(part):
        found = _WORDS.search(text, start, end)
        if found is None:
            continue
        court = _COURT.search(text, found.start(), end) or _COURT.search(text, start, end)
        term = _term(text, found.start(), end) or _term(text, start, end)
        return Appeal(court=nominative(court["court"]) if court else None,
                      term=" ".join(term[0].split()) if term else None, span=(start, end))
    return None


def _term(text: str, start: int, end: int) -> re.Match[str] | None:
    within = _WITHIN.search(text, start, end)
    return _TERM.search(text, max(start, within.start() - _BEFORE_WITHIN), end) if within else None


def _places(part: Part) -> Iterator[Span]:
    yield from part.zones_of("appeal")
    text = part.text.text
    for start, end in part.zones_of("resolution"):
        at = text.rfind("\n", start, end) + 1 or start
        if re.search(r"\b(?:[Ll]ēmum|[Rr]īkojum|[Aa]ktu|noteikum)", text[at:end][:200]):
            yield at, end


def nominative(court: str) -> str:
    """`Administratīvajā rajona tiesā` → `Administratīvā rajona tiesa`."""
    words = " ".join(court.split())
    for pattern, written in _NOMINATIVE:
        words = pattern.sub(written, words)
    return words
