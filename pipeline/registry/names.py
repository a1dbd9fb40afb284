"""What a person types for an act, read: `MK 483/2024`, `MK Nr. 483`, `MK 2024-07-16/483`, `Pašvaldību likums`."""
from __future__ import annotations

import re

from pipeline.registry.entry import Entry
from pipeline.registry.store import Registry

_SHORT = {"mk": "mk_noteikumi", "mkr": "mk_rikojums", "mki": "mk_instrukcija"}
_NUMBERED = re.compile(
    r"^\s*(mkr|mki|mk)\b[:\s]*(?:noteikumi|rīkojums|instrukcija)?\s*(?:(\d{4}-\d\d-\d\d)/)?(?:nr\.?\s*)?([\w-]+?)"
    r"(?:/(\d{4}))?\s*$", re.IGNORECASE)


def find(words: str, registry: Registry) -> list[Entry]:
    """The acts a person means: by number (and year or date) for the Cabinet's, else by title."""
    match = _NUMBERED.match(words)
    if match:
        short, date, number, year = match.groups()
        found = registry.numbered(_SHORT[short.casefold()], number)
        return [e for e in found if (not date or e.date == date) and (not year or (e.date or "").startswith(year))]
    title = words.removeprefix("likums:").strip(" “”„\"")
    return [e for kind in ("likums", "mk_noteikumi", "mk_rikojums", "mk_instrukcija") for e in registry.titled(kind, title)]
