"""Offices: which words name them, whose gender they tell, and an office phrase in the nominative.

    Īpašumu apsaimniekošanas pārvaldes vadītājai   → Īpašumu apsaimniekošanas pārvaldes vadītāja (feminine, dative)
    pašvaldības izpilddirektora vietniecei         → pašvaldības izpilddirektora vietniece
    domes priekšsēdētāja pirmajam vietniekam       → domes priekšsēdētāja pirmais vietnieks (masculine, dative)
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.latvian.names.data import rows
from pipeline.latvian.names.paradigms import CASES, Case, Gender, Paradigm, decline, paradigms

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Office:
    """One reading of an office word: `vadītāja` is a woman's nominative or a man's genitive."""

    masculine: str
    feminine: str
    gender: Gender
    case: Case
    plural: bool = False

    @property
    def nominative(self) -> str:
        return self.masculine if self.gender == "m" else self.feminine


@dataclass(frozen=True, slots=True)
class Role:
    """An office phrase. `text` is nominative; `gender` is None when the phrase does not tell (`priekšsēdētāja p.i.`)."""

    text: str
    gender: Gender | None
    case: Case | None


def _paradigm(word: str, gender: Gender) -> Paradigm | None:
    wanted = ("1", "2h", "2", "am") if gender == "m" else ("4f", "5f", "af")
    by_id = {paradigm.id: paradigm for paradigm in paradigms()}
    return next((by_id[i] for i in wanted if decline(word, by_id[i], "nominative") is not None), None)


def _soft_or_hard(word: str, gender: Gender, case: Case) -> str | None:
    paradigm = _paradigm(word, gender)
    if paradigm and paradigm.id == "2h" and not re.search(r"[jķģrš]is$", word):
        paradigm = next(p for p in paradigms() if p.id == "2")
    return decline(word, paradigm, case) if paradigm else None


def _forms(masculine: str, feminine: str) -> list[tuple[str, Office]]:
    found: list[tuple[str, Office]] = []
    for gender, word in (("m", masculine), ("f", feminine)):
        for case in CASES:
            form = _soft_or_hard(word, gender, case)  # type: ignore[arg-type]
            if form:
                found.append((form, Office(masculine, feminine, gender, case)))  # type: ignore[arg-type]
    return found + _plurals(masculine, feminine)


#: Plural endings by case; the masculine stem is the genitive's (locekļ-i), the feminine the nominative's (locekl-es).
_PLURALS: dict[Gender, tuple[tuple[Case, tuple[str, ...]], ...]] = {
    "m": (("nominative", ("i",)), ("genitive", ("u",)), ("dative", ("iem",)), ("accusative", ("us",))),
    "f": (("nominative", ("as", "es")), ("dative", ("ām", "ēm")), ("accusative", ("as", "es"))),
}


def _plurals(masculine: str, feminine: str) -> list[tuple[str, Office]]:
    genitive = _soft_or_hard(masculine, "m", "genitive") or masculine
    found = []
    for case, endings in _PLURALS["m"]:
        found.append((genitive[:-1] + endings[0], Office(masculine, feminine, "m", case, plural=True)))
    for case, endings in _PLURALS["f"]:
        ending = endings[feminine.endswith("e")]
        found.append((feminine[:-1] + ending, Office(masculine, feminine, "f", case, plural=True)))
    return found


@cache
def _offices() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for row in rows("offices.tsv"):
        for form, office in _forms(row["masculine"], row["feminine"]):
            found.setdefault(form, []).append(office)
    return {form: tuple(offices) for form, offices in found.items()}


@cache
def _suffixes() -> tuple[tuple[str, Office], ...]:
    found = [pair for row in rows("office_suffixes.tsv") for pair in _forms(row["masculine"], row["feminine"])]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=16384)
def offices(word: str) -> tuple[Office, ...]:
    """Every reading of the word as an office; empty when it names none.

    A capitalised word is one only when the list has it: `Mūrnieks`, `Kalējs` and `Rijnieks` are surnames.
    """
    lowered = word.lower()
    listed = _offices().get(lowered)
    if listed or word[:1].isupper():
        return listed or ()
    for size in range(min(len(lowered) - 2, 14), 2, -1):
        ending = lowered[-size:]
        found = tuple(
            Office(lowered[:-size] + office.masculine, lowered[:-size] + office.feminine, office.gender, office.case,
                   office.plural)
            for suffix, office in _suffix_index().get(ending, ()))
        if found:
            return found
    return ()


@cache
def _suffix_index() -> dict[str, tuple[tuple[str, Office], ...]]:
    found: dict[str, list[tuple[str, Office]]] = {}
    for suffix, office in _suffixes():
        found.setdefault(suffix, []).append((suffix, office))
    return {suffix: tuple(pairs) for suffix, pairs in found.items()}
