"""Cardinal numbers written as words, in every case and gender: `triju` → 3, `vienas` → 1, `divdesmit piecām` → 25.

    viena mēneša laikā      → 1
    uz trim lapām           → 3
    divdesmit piecu dienu   → 25
"""
from __future__ import annotations

_ONES = {"vien": 1, "div": 2, "tr": 3, "četr": 4, "piec": 5, "seš": 6, "septiņ": 7, "astoņ": 8, "deviņ": 9}
_ENDINGS = frozenset(("", "s", "a", "u", "am", "ai", "ā", "i", "us", "as", "iem", "ām", "os", "ās",
                      "is", "īs", "iju", "im", "ijiem", "ijām", "ijos", "ijās", "ejiem", "eju"))
#: Where `tr` ends in one of the last row, all others in one of the first.
_THREE = frozenset(("is", "īs", "iju", "im", "ijiem", "ijām", "ijos", "ijās", "ejiem", "eju"))
_TENS = {"desmit": 10, "simt": 100}
#: Source of a pattern for one number in words (checked by `cardinal`).
CARDINAL = (r"(?:(?:div|trīs|četr|piec|seš|septiņ|astoņ|deviņ)?(?:desmit|simt)\w{0,4}(?: |\b))?"
            r"(?:(?:vien|div|trīs|tri|trej|četr|piec|seš|septiņ|astoņ|deviņ|desmit|simt)\w{0,8})?")


def cardinal(words: str) -> int | None:
    """The number up to 999 that the words name; None when they name none."""
    total = 0
    parts = words.casefold().split()
    for part in parts:
        value = _word(part)
        if value is None:
            return None
        total = total * value if value == 100 and 0 < total < 10 else total + value
    return total if parts and total else None


def _word(word: str) -> int | None:
    for stem, value in _ONES.items():
        if not word.startswith(stem):
            continue
        rest = word[len(stem):]
        if rest in _ENDINGS and (rest in _THREE) == (value == 3):
            return value
        if value == 3 and rest.startswith("īs"):
            rest = rest[2:]
        if rest.startswith("padsmit"):
            return 10 + value
        for tens, times in _TENS.items():
            if rest.startswith(tens):
                return value * times
    if word.startswith("padsmit"):
        return None
    return next((times for tens, times in _TENS.items() if word.startswith(tens) and len(word) <= len(tens) + 3), None)
