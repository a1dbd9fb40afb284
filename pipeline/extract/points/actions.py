"""What a point does, from its verb.

    Uzdot Finanšu nodaļai sagatavot līgumu      → entrust
    Atzīt par spēku zaudējušu lēmumu Nr. 71     → repeal
    Nodaļas vadītājai Z. Irbei reģistrēt …      → entrust: an office in the dative leads
    Kontroli par lēmuma izpildi uzdot …         → control
"""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pipeline.records.model import Action

_WORD = re.compile(r"[^\W\d_]{4,}")
_DATIVE_LEADS = re.compile(
    r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][^.;:\n]{0,90}?\b(?:vadītāj|direktor|izpilddirektor|priekšsēdētāj|vietniek|vietniec|speciālist|nodaļ|pārvald|dienest|komisij"
    r"|aģentūr|departament|jurist|pārvaldniek|pārvaldniec|administrācij|iestād|komitej|centr|sekretār|grāmatved)\w{0,3}(?:am|ai|ei|im|iem|ām|ēm)\b")
_INFINITIVE = re.compile(r"\b[^\W\d_]{2,}(?:āt|ēt|īt|ot|kt|rt|st|ūt|lt|mt|pt|gt|dt|ņemt|ties)\b")


@cache
def _rows() -> dict[str, list[tuple[str, re.Pattern[str] | None, Action]]]:
    """By the first four letters of the stem."""
    lines = (Path(__file__).parent / "data" / "actions.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[tuple[str, re.Pattern[str] | None, Action]]] = {}
    for line in [line for line in lines if line and not line.startswith("#")][1:]:
        stem, needs, action = line.split("\t")
        found.setdefault(stem[:4], []).append((stem, re.compile(needs) if needs else None, action))  # type: ignore[arg-type]
    return found


def action_of(text: str) -> Action | None:
    """The action of a point's own words; `other` for a verb that is none of ours, None without a verb."""
    rows = _rows()
    first: Action | None = None
    for match in _WORD.finditer(text):
        word = match.group().lower()
        for stem, needs, action in rows.get(word[:4], ()):
            if word.startswith(stem) and (needs is None or needs.search(text)) and _is_verb(stem, word):
                if action == "control" or first is None:
                    first = action
                break
        if first == "control" or match.start() > 600:
            break
    dative = _DATIVE_LEADS.match(text)
    if dative and first not in ("control", "entrust"):
        return "entrust" if _INFINITIVE.search(text, dative.end()) else first
    if first is None and _INFINITIVE.search(text):
        return "other"
    return first


def _is_verb(stem: str, word: str) -> bool:
    """The infinitive itself; shorter stems stand for a family of words."""
    return word == stem or not stem.endswith("t") or len(stem) < 4
