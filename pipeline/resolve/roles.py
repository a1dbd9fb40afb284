"""What a citation is for, told by the words that govern it in its sentence.

Pamatojoties uz Pašvaldību likuma 10. pantu, …           → legal_basis
Atzīt par spēku zaudējušu … lēmumu Nr. 71                → repeals
Izdarīt … lēmumā Nr. 57 šādus grozījumus / svītrot …     → amends
Apstiprināt … saistošos noteikumus Nr. 9/2024            → approves
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import cast

from pipeline.records.model import ReferenceRole

_CUE = re.compile(
    r"[AaGgIiSsPpŅņ](?:(?P<repeals>tzī[tš]\w*\s+par\s+spēku\s+zaud|tcelt\b|tcelšan)"
    r"|(?P<amends>rozījum|zdarīt\b|zteikt\b|vītrot\b|apildināt\b|izstāt\b|rozīt\b)"
    r"|(?P<approves>pstiprināt\b|pstiprināšan)"
    r"|(?P<legal_basis>amatojoties\s+uz|askaņā\s+ar|tbilstoši|tbilstīgi|zdot[isa]\s|emot\s+vērā|evērojot|iemērojot))"
)
_AFTER = re.compile(
    r"[^.\n]{0,160}?(?P<repeals>atzīšan\w+\s+par\s+spēku|atcelšan)|[^.\n]{0,60}?(?P<amends>šād[ua]s?\s+grozījum|grozīšan)"
    r"|[^.\n]{0,60}?(?P<approves>apstiprināšan)",
    re.IGNORECASE,
)
_LOOK = 700
#: Kinds of acts that a council's own title approves, amends or repeals.
_RULED_IN_TITLES = ("lemums", "saistosie_noteikumi", "cits", "mk_noteikumi", "rikojums", "mk_rikojums")


Cues = list[tuple[int, ReferenceRole]]


def find_cues(text: str) -> Cues:
    """Where in the text a governing word stands, and which role it gives; read once for all citations."""
    return [(match.start(), cast(ReferenceRole, match.lastgroup)) for match in _CUE.finditer(text)]


def role_of(text: str, start: int, end: int, kind: str, floor: int, cues: Cues) -> ReferenceRole:
    """The role of the citation `[start, end)`; `floor`: where its paragraph begins."""
    index = bisect_left(cues, (start,)) - 1
    if index >= 0 and cues[index][0] >= max(floor, start - _LOOK):
        role = cues[index][1]
        if role == "legal_basis":
            return "legal_basis"
        if kind not in ("likums", "satversme", "es_akts", "tiesas_nolemums") or role == "amends":
            return role
    if kind in _RULED_IN_TITLES and text.startswith(("Par ", "PAR ", "par "), floor):
        after = _AFTER.match(text, end, min(len(text), end + 200))
        if after:
            return after.lastgroup  # type: ignore[return-value]
    return "mentions"
