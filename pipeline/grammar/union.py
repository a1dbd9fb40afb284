"""Acts of the European Union, and what else goes by a number of its own.

Eiropas Parlamenta un Padomes 2016. gada 27. aprīļa Regulas (ES) 2016/679 6. panta 1. punkta c) apakšpunktam  → es:2016/679
Komisijas 2013. gada 18. decembra Regulas (ES) Nr. 1407/2013 (turpmāk – Regula)                               → es:1407/2013
Direktīvas 2014/24/ES 12. pants                                                             → es:2014/24/es
"""

from __future__ import annotations

import re

from pipeline.grammar.mention import Mention
from pipeline.grammar.tail import read_tail
from pipeline.latvian.dates import DATE, date_of

_NUMBER = re.compile(
    r"\s*(?:\((?:ES|EK|EEK|EOTK|EKSG|ES,\s?Euratom|EK,\s?Euratom)\)\s*)?(?:[Nn]r\.?\s*)?(?P<number>\d{1,4}/\d{1,4}(?:/(?:ES|EK|EEK|TI|KĀDP)\b)?)"
)
#: A decision is the Union's only when it says so: councils number theirs `4/12` too.
_OF_UNION = re.compile(r"\((?:ES|EK|EEK)|/(?:ES|EK|EEK)$")
_DATE_END = re.compile(rf"{DATE}\s*$", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?:Eiropas\s+Parlamenta\s+un\s+(?:Eiropas\s+Savienības\s+)?Padomes|(?:Eiropas\s+)?Komisijas(?:\s+(?:Deleģētās|Īstenošanas))?"
    r"|(?:Eiropas\s+Savienības\s+)?Padomes|Eiropas\s+Savienības|ES)\s*$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:Deleģēt\w{1,4}|Īstenošanas)\s+$", re.IGNORECASE)
#: `(2016. gada 27. aprīlis)` behind the number
_SIGNED = re.compile(rf"\s*\({DATE}\)", re.IGNORECASE)
#: Its title, unquoted: `par fizisku personu aizsardzību … un ar ko atceļ Direktīvu 95/46/EK`. What it names is no mention.
_ABOUT = re.compile(
    r",?\s+(?P<title>(?:par|ar\s+ko)\s+(?:(?>Līgum\w{1,2}\s+par\s+Eiropas\s+Savienīb\w{1,2}(?:\s+darbību)?"
    r"(?:\s[\d.,–\sun]{2,40}pant\w{1,3})?)|(?>\((?:ES|EK|EEK)[^()\n]{0,16}\))|(?!Līgum\w{1,2}\s+par\s+Eir)[^\n;()“”„\"]){4,600}?)"
    r"(?=\s*(?:[;\n]|\((?!ES|EK|EEK)|(?<![Nn]r)\.(?:\s|$)|$|,\s(?!(?:un\s+)?ar\s+ko|piemērojot|kas\b|kur)"
    r"|\s(?:un|kā\s+arī)\s[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
    r"|\s\d+\.\s?pant))"
)


def read_union_act(text: str, start: int, stop: int, floor: int, year: int | None) -> Mention | None:
    """The act named by `regula`, `direktīva` or `lēmums` at `text[start:stop]`; None without a number of the Union's kind."""
    number = _NUMBER.match(text, stop)
    if not number or (text[start : start + 1] in "lL" and not _OF_UNION.search(number[0])):
        return None
    begin, date, issuer = start, None, None
    adjective = _ADJECTIVE.search(text, max(floor, begin - 16), begin)
    if adjective:
        begin = adjective.start()
    when = _DATE_END.search(text, max(floor, begin - 34), begin)
    if when:
        begin, date = when.start(), date_of(when, year)
    who = _ISSUER.search(text, max(floor, begin - 60), begin)
    if who:
        begin, issuer = who.start(), " ".join(who[0].split())
    end = number.end()
    signed = _SIGNED.match(text, end)
    if signed:
        date, end = date or date_of(signed, year), signed.end()
    about = _ABOUT.match(text, end)
    tail = read_tail(text, about.end() if about else end, law=True)
    title = " ".join(about["title"].split()) if about else tail.title
    return Mention(
        "es_akts",
        "regula",
        begin,
        max(tail.end, end),
        title=title,
        number=number["number"],
        date=date,
        issuer=issuer,
        alias=tail.alias,
        alias_span=tail.alias_span,
        pinpoints=tail.pinpoints,
        form="full",
    )
