"""The session minutes' number and the item in them.

    (protokols Nr. 8, 17. p.)        → 8, 17
    (prot. Nr.3., p.11.)             → 3, 11
    prot. Nr. 6 § 38                 → 6, 38
    (sēdes protokols Nr. 15)         → 15, none
    (prot.Nr.52 (148), 3.p.)         → 52 (148), 3: this year's, and counted since the council was elected
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.records import Protocol, Span

_SIGN = r"(?:§|¤|(?:darba kārtības )?(?:p(?:unkts|unktu|\b)\.?|jautājums)|dk\.?)"
_NUMBER = r"\d+(?:\.\d+)*"
_PROTOCOL = re.compile(
    r"(?:\b[Pp]rot(?:okol[sua]m?|ok)?\b\.?|PROT(?:OKOL[SUA])?\b\.?|\b[Ss]ēdes?(?= ?Nr))"
    # A figure without `Nr.` stands on the same line and begins no date: `PROTOKOLS / 2023. gada 25. maijā | Nr. 8` is 8.
    r"(?:\s*(?:Nr|nr|NR|N)\b\.?\s*|[ \t]*(?=\d)(?!\d{4}\. ?g|\d\d?\.\d\d?\.\d{4}))"
    r"(?P<number>(?:\d[\w/-]*(?:\.\d[\w/-]*)*|[A-Z]+[\w/-]*\d[\w/-]*)(?:\s*\(\d+\))?)\.?(?:\s*\((?:ārkārtas|kārtējā|slēgtā)\)|\s+izraksts)?"
    rf"(?:\s*[,;.]?\s*(?:{_SIGN}\s*(?P<after>{_NUMBER})|(?P<before>{_NUMBER})\.?\s*{_SIGN}"
    rf"|(?<=[;,] )(?P<bare>{_NUMBER})\.(?=\s*\)|\s*$|\n))"
    # two columns: `Līvānos | prot. Nr. 9 / 2026. gada 28. maijā | 12. §`
    rf"|\n[^\n\t]{{1,60}}\t(?P<below>{_NUMBER})\.?\s?{_SIGN}(?=\)?(?:\n|$)))?")
#: What each of these begins with, its first letter aside.
_STEMS = ("rot", "ROT", "ēde")
_ITEM_FIRST = re.compile(rf"(?P<item>{_NUMBER})\.?\s*{_SIGN}[\s,;]{{1,3}}$")


def find_protocol(text: str, spans: list[Span]) -> Found[Protocol] | None:
    """The first protocol reference of the head zones."""
    for start, end in spans:
        stems = [at for stem in _STEMS if (at := text.find(stem, start, end)) >= 0]
        match = _PROTOCOL.search(text, max(start, min(stems) - 1), end) if stems else None
        if match is None:
            continue
        item = match["after"] or match["before"] or match["bare"] or match["below"]
        left = match.start()
        if not item:
            first = _ITEM_FIRST.search(text, max(start, left - 20), left)
            item, left = (first["item"], first.start()) if first else (None, left)
        return Found(Protocol(number=_folded(match["number"]), item=item), (left, match.end()))
    return None


def _folded(number: str) -> str:
    return " ".join(number.split()).rstrip(".")
