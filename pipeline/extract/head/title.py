"""The title, as printed, white space folded.

    Par sadarbību ar … centru / 4.2.3.1. projekta …    → one line
    Grozījumi … lēmumā Nr.410 “Par …”                  → as it stands
    Par budžetu.                                        → without the full stop
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.latvian.quotes import quoted
from pipeline.records import Span

_TAIL = re.compile(r"\s*[(/\[]?\s*(?:[Zz]iņo|ziņotāj)\b.*$|(?<=[^\d.])(?<![\s.][A-ZĀČĒĢĪĶĻŅŠŪŽ])\.$|[;:]$", re.DOTALL)
#: What a title with a tail ends in, when nobody is said to report on it.
_MARKS = (".", ";", ":", ".\n", ";\n", ":\n")


def find_title(text: str, spans: list[Span]) -> Found[str] | None:
    """The first title zone."""
    if not spans:
        return None
    start, end = spans[0]
    words = text[start:end]
    tail = _TAIL.search(words) if "iņo" in words or words.endswith(_MARKS) else None
    if tail and tail.start() > 3:
        words = words[:tail.start()]
    folded = _without_outer(" ".join(words.split()))
    return Found(folded, (start, start + len(words.rstrip()))) if folded else None


def _without_outer(title: str) -> str:
    """The title without marks around all of it: `„LĪČUPES NOVADA PAŠVALDĪBAS NOLIKUMS”`."""
    inner = quoted(title, 0)
    return title[inner[0]:inner[1]] if inner and inner[2] == len(title) else title
