"""What a citation is for, told by the words that govern it in its sentence.

Pamatojoties uz Pašvaldību likuma 10. pantu, …           → legal_basis
Atzīt par spēku zaudējušu … lēmumu Nr. 71                → repeals
Izdarīt … lēmumā Nr. 57 šādus grozījumus / svītrot …     → amends
Apstiprināt … saistošos noteikumus Nr. 9/2024            → approves
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.records.model import ReferenceRole

#: Role → the words that govern it; the group is where they begin. Each pattern begins with a letter that is rare, so that `re`
#: leaps, and looks back from there.
_GOVERNING: dict[ReferenceRole, tuple[str, ...]] = {
    "repeals": (r"zī(?<=([Aa]tzī))[tš]\w{0,16}\s+par\s+spēku\s+zaud", r"cel(?<=([Aa]tcel))(?:t\b|šan)"),
    "amends": (
        r"zī(?<=([Gg]rozī))(?:jum|t\b)",
        r"zdarīt(?<=([Ii]zdarīt))\b",
        r"zteikt(?<=([Ii]zteikt))\b",
        r"zstāt(?<=([Aa]izstāt))\b",
        r"vītrot(?<=([Ss]vītrot))\b",
        r"pildināt(?<=([Pp]apildināt))\b",
    ),
    "approves": (r"pstiprinā(?<=([Aa]pstiprinā))(?:t\b|šan)",),
    "legal_basis": (
        r"joties(?<=([Pp]amatojoties))\s+uz",
        r"jot(?<=([Ii]evērojot))",
        r"jot(?<=([Pp]iemērojot))",
        r"zdot(?<=([Ii]zdot))[isa]\s",
        r"bilst(?<=([Aa]tbilst))(?:oši|īgi)",
        r"ņā(?<=([Ss]askaņā))\s+ar",
        r"ņemot(?<=(ņemot))\s+vērā",
        r"Ņemot(?<=(Ņemot))\s+vērā",
    ),
}
_CUE = re.compile("|".join(source for sources in _GOVERNING.values() for source in sources))
#: The role of each group of that.
_ROLES = tuple(role for role, sources in _GOVERNING.items() for _ in sources)
_AFTER = re.compile(
    r"[^.\n]{0,160}?(?P<repeals>atzīšan\w+\s+par\s+spēku|atcelšan)|[^.\n]{0,60}?(?P<amends>šād[ua]s?\s+grozījum|grozīšan)"
    r"|[^.\n]{0,60}?(?P<approves>apstiprināšan)",
    re.IGNORECASE,
)
_LOOK = 700
#: Kinds of acts that a council's own title approves, amends or repeals.
_RULED_IN_TITLES = ("lemums", "saistosie_noteikumi", "cits", "mk_noteikumi", "rikojums", "mk_rikojums")


class Cues:
    """The governing words of a text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._roles: list[ReferenceRole] = []
        for match in _CUE.finditer(text):
            group = match.lastindex or 0
            self._starts.append(match.start(group))
            self._roles.append(_ROLES[group - 1])

    def before(self, start: int, floor: int) -> ReferenceRole | None:
        """The role that the last governing word in `[floor, start)` gives."""
        last = bisect_left(self._starts, start) - 1
        return self._roles[last] if last >= 0 and self._starts[last] >= floor else None


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
