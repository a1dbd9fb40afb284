"""Which nominatives a declined word can come from.

    Lāča   → Lācis (masculine genitive), Lāčs …, Lāča (feminine nominative)
    Dacei  → Dace (feminine dative)
    Liepam → Liepa (a man, dative), Lieps (dative)

The paradigms are data (`data/paradigms.tsv`); a reading is made by taking a case ending off and putting the nominative's on.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from pipeline.latvian.names.data import rows

Gender = Literal["m", "f"]
Case = Literal["nominative", "genitive", "dative", "accusative", "locative"]
CASES: tuple[Case, ...] = ("nominative", "genitive", "dative", "accusative", "locative")
#: Words inside a name that do not decline and bear no case.
PARTICLES = frozenset({"de", "da", "di", "du", "fon", "van", "von", "la", "le", "der", "den", "bin", "el", "al", "un"})


@dataclass(frozen=True, slots=True)
class Paradigm:
    """One row of `data/paradigms.tsv`. `endings` in the order of `CASES`; `soft`: the genitive palatalises the stem."""

    id: str
    gender: Gender
    endings: tuple[str, ...]
    soft: bool
    stem: re.Pattern[str]
    prior: float

    @property
    def declines(self) -> bool:
        return any(self.endings)


@dataclass(frozen=True, slots=True)
class Reading:
    """A nominative that the printed word may be a form of."""

    nominative: str
    gender: Gender
    case: Case
    paradigm: Paradigm


@cache
def paradigms() -> tuple[Paradigm, ...]:
    """The table, in its order."""
    found = []
    for row in rows("paradigms.tsv"):
        endings = tuple(row[case] for case in CASES)
        soft = endings[1].startswith("+")
        found.append(Paradigm(row["id"], cast(Gender, row["gender"]), (endings[0], endings[1].lstrip("+"), *endings[2:]),
                              soft, re.compile(f"{row['stem']}$"), float(row["prior"])))
    return tuple(found)


@cache
def by_id() -> dict[str, Paradigm]:
    """The paradigms by their id."""
    return {paradigm.id: paradigm for paradigm in paradigms()}


@cache
def _palatals() -> tuple[tuple[str, str], ...]:
    return tuple((row["hard"], row["soft"]) for row in rows("palatalisation.tsv"))


def soften(stem: str) -> str:
    """`Lāc` → `Lāč`; a stem whose end does not change stays."""
    return next((stem[:-len(hard)] + soft for hard, soft in _palatals() if stem.endswith(hard)), stem)


def harden(stem: str) -> list[str]:
    """Every stem that `soften` turns into this one: `Oš` → `Ot`, `Os`."""
    found = [stem[:-len(soft)] + hard for hard, soft in _palatals() if stem.endswith(soft)]
    return [hard for hard in found if soften(hard) == stem]


def decline(nominative: str, paradigm: Paradigm, case: Case) -> str | None:
    """The form in a case, or None when the word is not of this paradigm. Takes one word or one part of a hyphenated one."""
    ending = paradigm.endings[0]
    if not nominative.endswith(ending):
        return None
    stem = nominative[:len(nominative) - len(ending)]
    if len(stem) < 2 or not paradigm.stem.search(stem):
        return None
    if case == "genitive" and paradigm.soft:
        stem = soften(stem)
    return stem + paradigm.endings[CASES.index(case)]


@cache
def _by_ending() -> dict[str, tuple[tuple[Paradigm, Case], ...]]:
    found: dict[str, list[tuple[Paradigm, Case]]] = {}
    for paradigm in paradigms():
        for case, ending in zip(CASES, paradigm.endings, strict=True):
            found.setdefault(ending, []).append((paradigm, case))
    return {ending: tuple(pairs) for ending, pairs in found.items()}


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Reading, ...]:
    """All nominatives of the word (normal capitals, no hyphen) that some paradigm declines into it, in no order of merit."""
    found = []
    for size in range(min(5, len(word) - 1)):
        stem = word[:len(word) - size]
        for paradigm, case in _by_ending().get(word[len(stem):], ()):
            for base in harden(stem) if case == "genitive" and paradigm.soft else (stem,):
                if paradigm.stem.search(base):
                    found.append(Reading(base + paradigm.endings[0], paradigm.gender, case, paradigm))
    return tuple(found)
