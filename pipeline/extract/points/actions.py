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

from pipeline.latvian.names.tokens import LATIN
from pipeline.records.model import Action

_OFFICE = (r"(?:vadītāj|direktor|izpilddirektor|priekšsēdētāj|vietniek|vietniec|speciālist|nodaļ|pārvald|dienest|komisij"
           r"|aģentūr|departament|jurist|pārvaldniek|pārvaldniec|administrācij|iestād|komitej|centr|sekretār|grāmatved|inspektor|policij)")
#: An office or body in the dative that opens the point: it is told to do what follows.
_DATIVE_LEADS = re.compile(rf"(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])[^.;:\n]{{0,120}}?\b(?i:{_OFFICE})\w{{0,3}}(?:am|ai|ei|im|iem|ām|ēm)\b")
#: A word that may say what is done: an infinitive, told by its end; `atbildīga`.
_VERB = re.compile(rf"\b(?:[Aa]tbild\w*|[{LATIN}]{{4,}}+\b(?:(?<=[āēīoūklrsmpgņ]t)|(?<=\w\w[klrsmpgņ][td]t)|(?<=\w\wiet)"
                   r"|(?<=\w\wties)))")
_CONTROL = re.compile(r"\b[Kk]ontrol\w+")
_FAR = 600


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
    if text.find("ontrol", 0, _FAR) >= 0 and (control := _CONTROL.search(text)) and (found := _row(control[0].lower(), text)):
        return found
    first: Action | None = None
    verb = _VERB.search(text, 0, _FAR)
    while verb and first is None:
        word = verb[0].lower()
        first = _row(word, text) or (None if word.startswith("atbild") else "other")
        if first is None:
            verb = _VERB.search(text, verb.end(), _FAR)
    if first == "entrust":
        return first
    # whoever leads stands before the verb, so only the words before it are read
    limit = verb.start() - 1 if verb else len(text) if text.endswith(":") else 0
    return "entrust" if limit > 0 and _DATIVE_LEADS.match(text, 0, limit) else first


def _row(word: str, text: str) -> Action | None:
    """The action of the first row that the word fits: whole for an infinitive, by its beginning for other words."""
    for stem, needs, action in _rows().get(word[:4], ()):
        fits = word == stem if stem.endswith("t") else word.startswith(stem)
        if fits and (needs is None or needs.search(text)):
            return action
    return None
