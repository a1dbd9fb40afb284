"""Is it a decision at all? A letter, a news item, a contract has date, number and points as well; a decision decides.

    LĒMUMS Nr. 5 … · Ministru kabineta noteikumi Nr. 40 …      → names its kind of act: a decision
    Par ceļu / Saskaņā ar likuma 3. pantu / 1. Slēgt ceļu.      → no head, but a basis and an infinitive: a decision
    Par pārskatu / Lūdzam: / 1. Iesniegt pārskatu.              → a letter
"""
from __future__ import annotations

import re

from pipeline.records.model import Decision
from pipeline.segment.kinds import named_type

#: Letters that Latvian has and its neighbours in Latin script have not, or rarely: Estonian none, Lithuanian ė ų, Polish ł.
_LATVIAN = re.compile(r"[āēīģķļņĀĒĪĢĶĻŅ]")
_LETTER = re.compile(r"[^\W\d_]")
_HEAD = 2_000
#: Of 1,000 letters of ordinary Latvian some 80 are of that class; 15 leaves room for tables and foreign names.
SHARE = 0.015
#: The first point of a resolution says what is to be done: `1. Piešķirt …`, `Izdarīt …`.
_INFINITIVE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*)?[A-ZĀČĒĢĪĶĻŅŠŪŽ]?[a-zāčēģīķļņšūž]{2,}(?:t|ties)\b")
#: Other things that councils write, and laws, by words a decision does not begin with.
_OTHER_KIND = re.compile(
    r"^\s*(?:PAZIŅOJUMS|SLUDINĀJUMS|IESNIEGUMS|PILNVARA|(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]+ )*LĪGUMS|APLIECINĀJUMS|IZZIŅA|RĒĶINS|LIKUMS)\b"
    r"|\bizsludina šādu likumu\b|^\s*(?:Ar cieņu|Cienījam|Labdien)|\b(?:Lūdzam|Informējam|Atbildot uz (?:Jūsu|iesniegumu))\b",
    re.MULTILINE)


def is_decision(record: Decision) -> bool:
    """True for a text that decides: an item of minutes, an act that names its kind, an operative word in a document that has
    more of a decision than that word, or points in the infinitive under a legal basis or title.
    """
    if record.document_type == "minutes_item":
        return True
    if named_type(record.text[:_HEAD].split("\n")) and (record.number or record.date or record.institution):
        return True
    zones = {zone.kind for zone in record.zones}
    told = sum((bool(record.title), bool(record.number), bool(record.date), bool(record.signatories), "basis" in zones,
                record.vote is not None, bool(record.references)))
    if "operative" in zones:
        return told >= 1
    if _OTHER_KIND.search(record.text[:_HEAD]):
        return False
    first = next((zone for zone in record.zones if zone.kind == "resolution"), None)
    decides = first is not None and _INFINITIVE.match(record.text, first.start) is not None
    return decides and ("basis" in zones or (bool(record.title) and told >= 2 and bool(record.signatories)))


def no_decision(text: str) -> tuple[str, str]:
    """Why a text without a decision has none: failure code and message."""
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    if letters and len(_LATVIAN.findall(sample)) < SHARE * letters:
        return "not_latvian", "Hardly a letter in it is Latvian."
    return "no_decision", "No type of act, no operative word, no points under a legal basis."
