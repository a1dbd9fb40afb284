"""A name as it stands in keys and file names: `Cēsu novada dome` → `cesu-novada-dome`."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Lower case, Latvian letters without diacritics, words joined by `-` (RECORD.md, "Keys")."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return _NOT_WORD.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
