"""Normal capitals: `BAJINSKIS` → `Bajinskis`, `DZ.KURŠINSKA` → `Dz.Kuršinska`; what is not in capitals stays."""
from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"[^\W\d_]{2,}")
_PARTICLES = frozenset({"DE", "DA", "DI", "DU", "FON", "VAN", "VON", "LA", "LE", "DER", "DEN", "BIN", "EL", "AL"})


@lru_cache(maxsize=8192)
def capitals(name: str) -> str:
    """The name in normal capitals. Initials, hyphens, apostrophes and spaces stay as printed."""
    return _RUN.sub(_fold, name)


def _fold(match: re.Match[str]) -> str:
    word = match.group()
    if not word.isupper():
        return word
    # A nobiliary particle never begins a name and never stands in a hyphenated one.
    if word in _PARTICLES and match.start() and match.string[match.start() - 1] == " " and match.end() < len(match.string):
        return word.lower()
    return word[0] + word[1:].lower()
