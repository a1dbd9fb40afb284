"""Ordinals written as words, in every case and gender: `pirmās` → 1, `divpadsmito` → 12, `trešā` → 3.

pirmās daļas        → 1
ceturto un piekto   → 4, 5
divdesmit pirmā     → 21
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.latvian.leap import branches

_STEMS = {
    "pirm": 1,
    "otr": 2,
    "treš": 3,
    "ceturt": 4,
    "piekt": 5,
    "sest": 6,
    "septīt": 7,
    "astot": 8,
    "devīt": 9,
    "desmit": 10,
    "vienpadsmit": 11,
    "divpadsmit": 12,
    "trīspadsmit": 13,
    "četrpadsmit": 14,
    "piecpadsmit": 15,
    "sešpadsmit": 16,
    "septiņpadsmit": 17,
    "astoņpadsmit": 18,
    "deviņpadsmit": 19,
    "divdesmit": 20,
    "trīsdesmit": 30,
}
_LONGEST_FIRST = sorted(_STEMS, key=len, reverse=True)
_ENDINGS = branches(
    ["ajam", "ajai", "ajiem", "ajām", "ajā", "ajos", "ajās", "ais", "as", "ās", "am", "ai", "os", "iem", "ām", "ie", "us",
     "s", "ā", "o", "a", "u", "i"]
)
ORDINAL_STEMS = tuple(_STEMS)
_WORDS = rf"(?:(?:div|trīs)desmit\s+)?{branches(_LONGEST_FIRST)}"
#: Source of a pattern for one ordinal word, `divdesmit pirmā` among them. Definite endings are the rule, indefinite ones occur.
ORDINAL = rf"(?:(?i:{_WORDS}){_ENDINGS})\b"
#: The same in small letters only, which `re` reads quicker.
SMALL_ORDINAL = rf"(?:{_WORDS}{_ENDINGS})\b"


@lru_cache(maxsize=2048)
def ordinal(words: str) -> int | None:
    """The number an ordinal names; None when it is no ordinal up to 39."""
    parts = words.casefold().split()
    base = {"divdesmit": 20, "trīsdesmit": 30}.get(parts[0], 0) if len(parts) == 2 else 0
    for stem in _LONGEST_FIRST:
        if parts and parts[-1].startswith(stem):
            return base + _STEMS[stem]
    return None
