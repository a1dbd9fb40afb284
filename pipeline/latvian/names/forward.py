"""A name in the nominative, declined.

    Sarmīte Kļaviņa, f, accusative  → Sarmīti Kļaviņu
    J. Lācis, m, genitive           → J. Lāča
    Hugo Krastkalns, m, dative      → Hugo Krastkalnam
"""
from __future__ import annotations

import re

from pipeline.latvian.names.data import adjectives
from pipeline.latvian.names.paradigms import PARTICLES, Case, Gender, Paradigm, by_id, decline

_VOWELS = re.compile(r"ie|au|ei|ai|[aeiouāēīū]")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.")
#: Paradigms by gender in the order they are tried; those of definite adjectives hold for listed adjectives only.
_ORDER: dict[Gender, tuple[str, ...]] = {"m": ("ajm", "am", "1", "1š", "2h", "2", "3", "4m", "5m"),
                                         "f": ("ajf", "af", "4f", "5f", "3f", "6f")}


def declined(name: str, gender: Gender, case: Case) -> str:
    """The name in a case. Initials, particles (`de`, `fon`) and words that Latvian does not decline stay."""
    words = name.split(" ")
    # `J.Kalns`: the initials and the surname are one printed word
    return " ".join(_word(word, gender, case, given=index < len(words) - 1) for index, word in enumerate(words))


def _word(word: str, gender: Gender, case: Case, given: bool) -> str:
    initials = re.match(rf"(?:{_INITIAL.pattern}-?)*", word)
    head, body = (word[:initials.end()], word[initials.end():]) if initials else ("", word)
    if not body or body.casefold() in PARTICLES:
        return word
    return head + "-".join(_part(part, gender, case, given) for part in body.split("-"))


def _part(part: str, gender: Gender, case: Case, given: bool) -> str:
    paradigm = paradigm_of(part, gender, given)
    form = decline(part, paradigm, case) if paradigm else None
    return part if form is None else form


def paradigm_of(word: str, gender: Gender, given: bool = False) -> Paradigm | None:
    """How a name in the nominative declines; None when it does not. Takes one word or one part of a hyphenated one."""
    for id_ in _ORDER[gender]:
        paradigm = by_id()[id_]
        if decline(word, paradigm, "nominative") is None:
            continue
        if id_ in ("am", "af", "ajm", "ajf") and word[:-len(paradigm.endings[0])] not in adjectives():
            continue
        if id_ == "2h" and not keeps_consonant(word, given):
            continue
        return paradigm
    return None


def keeps_consonant(word: str, given: bool) -> bool:
    """Whether a name in -is is not palatalised: Kozlovskis – Kozlovska; given names of two syllables: Gatis – Gata."""
    if re.search(r"(?:[jķģrš]|[sc]k|ast)is$", word):
        return True
    return given and word.endswith(("tis", "dis")) and len(_VOWELS.findall(word.lower())) == 2
