"""Writes `pipeline/grammar/data/laws.tsv`: the registry's titles of laws that have their head noun in them, so that the
grammar knows where their names begin. Run after the registry has changed: `python scripts/make_law_titles.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.registry.store import load

TARGET = Path(__file__).parent.parent / "pipeline/grammar/data/laws.tsv"
HEAD = """# Titles of laws with their head noun in them; they only help to tell where a name begins.
# Made by scripts/make_law_titles.py.
# Facts, taken from pipeline/registry/data (see SOURCES.md there).
"""
_NOTE = re.compile(r"\s*\((?:Likuma nosaukums|Likums \d).*")
_NAMED = re.compile(r"\s(?:likums|kodekss)$|\slikums par ", re.IGNORECASE)


def titles() -> list[str]:
    """Each title once, without the publisher's notes, in the alphabet's order."""
    found = {_NOTE.sub("", entry.title).strip() for entry in load().entries if entry.type == "likums"}
    named = [title for title in found if _NAMED.search(title) and not title.casefold().startswith(("par ", "likums"))]
    return sorted(title.capitalize() if title.isupper() else title for title in named)


if __name__ == "__main__":
    TARGET.write_text(HEAD + "\n".join(titles()) + "\n", encoding="utf-8")
