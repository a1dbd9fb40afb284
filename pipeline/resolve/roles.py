"""What a citation is for, told by the words that govern it in its sentence.

Pamatojoties uz Pašvaldību likuma 10. pantu, …           → legal_basis
Atzīt par spēku zaudējušu … lēmumu Nr. 71                → repeals
Izdarīt … lēmumā Nr. 57 šādus grozījumus / svītrot …     → amends
Apstiprināt … saistošos noteikumus Nr. 9/2024            → approves
"""

from __future__ import annotations

import re

from pipeline.records.model import ReferenceRole

_CUE = re.compile(
    r"(?P<repeals>(?:atzī[tš]\w*\s+par\s+spēku\s+zaud|atcelt\b|atcelšan))|(?P<amends>grozījum|izdarīt\b|izteikt\b|svītrot\b|papildināt\b|aizstāt\b|grozīt\b)"
    r"|(?P<approves>apstiprināt\b|apstiprināšan)"
    r"|(?P<legal_basis>pamatojoties\s+uz|saskaņā\s+ar|atbilstoši|atbilstīgi|izdot[isa]\s|ņemot\s+vērā|ievērojot|piemērojot)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^.\n]{0,160}?(?P<repeals>atzīšan\w+\s+par\s+spēku|atcelšan)|[^.\n]{0,60}?(?P<amends>šād[ua]s?\s+grozījum|grozīšan)"
    r"|[^.\n]{0,60}?(?P<approves>apstiprināšan)",
    re.IGNORECASE,
)
_LOOK = 700


def role_of(text: str, start: int, end: int, kind: str, floor: int) -> ReferenceRole:
    """The role of the citation `[start, end)`; `floor`: where its paragraph begins."""
    cues = list(_CUE.finditer(text, max(floor, start - _LOOK), start))
    if cues:
        role = cues[-1].lastgroup
        if role == "legal_basis":
            return "legal_basis"
        if kind not in ("likums", "satversme", "es_akts", "tiesas_nolemums") or role == "amends":
            return role  # type: ignore[return-value]
    if kind in ("lemums", "saistosie_noteikumi", "cits", "mk_noteikumi", "rikojums", "mk_rikojums"):
        after = _AFTER.match(text, end, min(len(text), end + 200))
        if after and text.startswith(("Par ", "PAR ", "par "), floor):
            return after.lastgroup  # type: ignore[return-value]
    return "mentions"
