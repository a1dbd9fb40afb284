"""How minutes say that an item ended without a decision: the patterns of `data/undecided.tsv`.

    Informācija uzklausīta.                    → heard
    Jautājuma izskatīšana atlikta.             → postponed
    Lēmums nav pieņemts.                       → not adopted
"""
from __future__ import annotations

import re
from itertools import groupby
from typing import Literal

from pipeline.latvian import leap
from pipeline.latvian.tables import table

Reason = Literal["heard", "postponed", "withdrawn", "not adopted", "no decision"]

#: Reason → patterns of what says it; the order of the table is the order of asking.
_SAYINGS: dict[Reason, list[str]] = {
    reason: [row[1] for row in rows]
    for reason, rows in groupby(table("pipeline.segment", "undecided.tsv"), key=lambda row: row[0])}
UNDECIDED = {reason: re.compile("|".join(sayings), re.IGNORECASE) for reason, sayings in _SAYINGS.items()}
#: This one is asked of every item; all its patterns begin with letters.
UNDECIDED["not adopted"] = re.compile(leap.words("", leap.any_case(*_SAYINGS["not adopted"])))


def said(words: str, start: int, end: int) -> bool:
    """Whether `words[start:end]` says that something ended without a decision."""
    return any(pattern.search(words, start, end) for pattern in UNDECIDED.values())
