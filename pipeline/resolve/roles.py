"""What a citation is for, told by the words that govern it in its sentence.

Pamatojoties uz Pašvaldību likuma 10. pantu, …           → legal_basis
Atzīt par spēku zaudējušu … lēmumu Nr. 71                → repeals
Izdarīt … lēmumā Nr. 57 šādus grozījumus / svītrot …     → amends
Apstiprināt … saistošos noteikumus Nr. 9/2024            → approves
"""

from __future__ import annotations

import re
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
#: How far a governing phrase goes that begins right before a citation.
_LONGEST = 60
#: Kinds of acts that a council's own title approves, amends or repeals.
_RULED_IN_TITLES = ("lemums", "saistosie_noteikumi", "cits", "mk_noteikumi", "rikojums", "mk_rikojums")


class Cues:
    """The governing words of a text, read forward, and only as far back from each citation as they count for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = 0  # nothing that begins before is looked for again
        self._last = -1
        self._role: ReferenceRole = "mentions"

    def before(self, start: int, floor: int) -> ReferenceRole | None:
        """The role that the last governing word in `[floor, start)` gives; citations are asked for in text order."""
        for match in _CUE.finditer(self._text, max(self._read, floor), start + _LONGEST):
            if match.start() >= start:
                break
            self._last, self._role = match.start(), cast(ReferenceRole, match.lastgroup)
            self._read = match.end()
        self._read = max(self._read, start)
        return self._role if floor <= self._last < start else None


def role_of(text: str, start: int, end: int, kind: str, floor: int, cues: Cues) -> ReferenceRole:
    """The role of the citation `[start, end)`; `floor`: where its paragraph begins."""
    role = cues.before(start, max(floor, start - _LOOK))
    if role == "legal_basis":
        return "legal_basis"
    if role and (kind not in ("likums", "satversme", "es_akts", "tiesas_nolemums") or role == "amends"):
        return role
    if kind in _RULED_IN_TITLES and text.startswith(("Par ", "PAR ", "par "), floor):
        after = _AFTER.match(text, end, min(len(text), end + 200))
        if after:
            return after.lastgroup  # type: ignore[return-value]
    return "mentions"
