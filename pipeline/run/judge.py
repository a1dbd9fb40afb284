"""Is it a decision at all? A record in which nothing but text was found is none, and the run says so."""
from __future__ import annotations

import re

from pipeline.records.model import Decision
from pipeline.segment.kinds import named_type

#: Letters that Latvian has and its neighbours in Latin script have not, or rarely: Estonian none, Lithuanian ė ų, Polish ł.
_LATVIAN = re.compile(r"[āēīģķļņĀĒĪĢĶĻŅ]")
_DECIDING = frozenset({"operative", "resolution"})
_HEAD = 2_000
_LETTER = re.compile(r"[^\W\d_]")
#: Of 1,000 letters of ordinary Latvian some 80 are of that class; 15 leaves room for tables and foreign names.
SHARE = 0.015


def is_decision(record: Decision) -> bool:
    """True when the document decides, by its operative word, points or vote, or names its kind of act in a full head.

    Institution, number and date alone are not enough: letters of a council have them as well. Regulations have no points
    that resolve anything (RECORD.md), so `Ministru kabineta noteikumi Nr. 40` is what tells.
    """
    if record.resolution.verb or record.resolution.points or record.vote:
        return True
    if any(zone.kind in _DECIDING for zone in record.zones):
        return True
    if not record.institution or not (record.number or record.date):
        return False
    return named_type(record.text[:_HEAD].split("\n")) is not None


def no_decision(text: str) -> tuple[str, str]:
    """Why a text without a decision has none: failure code and message."""
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    if letters and len(_LATVIAN.findall(sample)) < SHARE * letters:
        return "not_latvian", "Hardly a letter in it is Latvian."
    return "no_decision", "No operative word, no vote, no number with an institution."
