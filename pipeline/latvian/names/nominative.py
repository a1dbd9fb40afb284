"""A printed personal name, in any case, to the nominative.

    Sarmīti KĻAVIŅU   → Sarmīte Kļaviņa
    Uldim RIEKSTIŅAM  → Uldis Riekstiņš
    Jāņa Lāča         → Jānis Lācis

Every word of the name is read in every way its ending allows (`paradigms.readings`); the words must agree in gender and case;
lists of names, endings and what the caller knows (gender of the office, case that the construction asks for, nominatives
printed elsewhere in the document) choose. Where two readings come out close, the answer says so.
"""
from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from pipeline.latvian.names.capitals import capitals
from pipeline.latvian.names.data import given_names
from pipeline.latvian.names.paradigms import CASES, PARTICLES, Case, Gender, Reading, readings
from pipeline.latvian.names.scores import given_score, surname_score

#: How likely a name stands in a case when nothing tells; names in lists, votes and signatures are nominatives.
CASE_PRIOR: dict[Case, float] = {"nominative": 0.0, "genitive": -1.5, "dative": -1.0, "accusative": -1.5, "locative": -5.0}
#: What a hint that does not fit costs: much, yet a given name that only fits another case wins over a wrong hint.
WRONG_CASE, WRONG_GENDER = -4.0, -5.0
#: What a nominative printed elsewhere in the document is worth: the whole name, the surname with a fitting initial.
SEEN, SEEN_SURNAME = 20.0, 8.0
#: Two readings that are closer than this are both possible.
MARGIN = 2.0

_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.[ ]?-?){1,3}")
_SPACES = re.compile(r"\s+")
_HYPHEN = re.compile(r"\s*[-‐‑–]\s*")

Ranked = tuple[float, str, Gender | None, Case]


class Name(NamedTuple):
    """A name in the nominative. `gender` and `case` (of the printed form) are those of the reading chosen; gender None: both.

    `ambiguous`: Latvian allows the `alternatives` as well and nothing known decides.
    """

    text: str
    gender: Gender | None
    case: Case | None
    ambiguous: bool = False
    alternatives: tuple[str, ...] = ()


def nominative(printed: str, *, seen: Collection[str] = (), gender: Gender | None = None, case: Case | None = None) -> Name:
    """The nominative of `printed`, in normal capitals, as complete as printed (`J.Sproģim` → `J.Sproģis`).

    `seen`: names in the nominative that stand in the same document; `gender`: of the office the person holds; `case`: what the
    construction asks for. Hints are weighed, not obeyed: a name that fits in no way keeps its own reading.
    """
    ranked = _ranked(printed, gender, case)
    if isinstance(ranked, Name):
        return ranked
    if seen:
        keys, shorts = _index(frozenset(seen))
        weights = [_seen_weight(entry[1], keys, shorts) for entry in ranked]
        if any(weights):
            ranked = tuple(sorted([(entry[0] + weight, *entry[1:]) for entry, weight in zip(ranked, weights, strict=True)],
                                  key=_by_score))
    best, text, told, stands = ranked[0]
    others = tuple(other for score, other, _, _ in ranked[1:6] if best - score < MARGIN)
    return Name(text, told, stands, bool(others), others)


def _by_score(entry: Ranked) -> float:
    return -entry[0]


@lru_cache(maxsize=32768)
def _ranked(printed: str, gender: Gender | None, case: Case | None) -> Name | tuple[Ranked, ...]:
    """Every nominative with its score, gender and case, best first; the name itself where nothing can decline."""
    name = _SPACES.sub(" ", _HYPHEN.sub("-", capitals(printed.strip(" ,;:\t\n"))))
    initials = _INITIAL.match(name)
    head, body = (name[:initials.end()], name[initials.end():]) if initials and initials.end() < len(name) else ("", name)
    words = body.split()
    if not any(len(word) > 2 for word in words):
        return Name(name, gender, None)
    scored: dict[str, dict[Gender, tuple[float, Reading]]] = {}
    for score, text, reading in _combinations(tuple(words), bool(head)):
        score += CASE_PRIOR[reading.case] if case is None else 0.0 if reading.case == case else WRONG_CASE
        if gender and reading.gender != gender:
            score += WRONG_GENDER
        text = head + text
        known = scored.setdefault(text, {})
        if reading.gender not in known or known[reading.gender][0] < score:
            known[reading.gender] = score, reading
    if not scored:
        return Name(name, gender, None)
    return tuple(sorted((_best(text, known) for text, known in scored.items()), key=lambda entry: -entry[0]))


def _best(text: str, known: dict[Gender, tuple[float, Reading]]) -> Ranked:
    """`A. Liepa` is a man or a woman: the gender is told only where the other one is clearly behind."""
    (score, reading), *rest = sorted(known.values(), key=lambda entry: -entry[0])
    open_ = bool(rest) and score - rest[0][0] < MARGIN
    return score, text, None if open_ else reading.gender, reading.case


@lru_cache(maxsize=16384)
def _combinations(words: tuple[str, ...], initials: bool) -> tuple[tuple[float, str, Reading], ...]:
    """(score, nominative, a reading that tells gender and case) for each way the words agree."""
    kinds = _kinds(words, initials)
    columns = [_column(word, kind) for word, kind in zip(words, kinds, strict=True)]
    found: list[tuple[float, str, Reading]] = []
    if not any(columns):
        return ()
    for gender in ("m", "f"):
        for case in CASES:
            cells = [column.get((gender, case)) if column else [(0.0, word, None)]
                     for word, column in zip(words, columns, strict=True)]
            if any(not cell for cell in cells):
                continue
            rows = [cell for cell in cells if cell]
            best = [row[0] for row in rows]
            reading = next(r for _, _, r in reversed(best) if r)
            total = sum(score for score, _, _ in best)
            found.append((total, " ".join(text for _, text, _ in best), reading))
            for index, row in enumerate(rows):
                for score, text, _ in row[1:4]:
                    other = " ".join(text if i == index else b[1] for i, b in enumerate(best))
                    found.append((total - best[index][0] + score, other, reading))
    return tuple(found)


def _kinds(words: tuple[str, ...], initials: bool) -> list[str]:
    """What each word is: all but the last are given names, unless the surname stands first (`Blūma Inita`)."""
    if initials:
        return ["surname"] * len(words)
    if len(words) == 1:
        return ["either"]
    if _given_weight(words[-1]) > -2 and _given_weight(words[0]) < -4 and _given_weight(words[-2]) < -4:
        return ["surname"] * (len(words) - 1) + ["given"]
    return ["given", *["either"] * (len(words) - 2), "surname"]


@lru_cache(maxsize=16384)
def _given_weight(word: str) -> float:
    known = given_names()
    return max((known.get(reading.nominative, -9.0) for part in word.split("-") for reading in readings(part)), default=-9.0)


Cell = list[tuple[float, str, Reading | None]]


@lru_cache(maxsize=16384)
def _column(word: str, kind: str) -> dict[tuple[str, str], Cell] | None:
    """For each gender and case the nominatives of one word, best first; None for a particle, which does not decline."""
    if word.casefold() in PARTICLES or not word[0].isalpha():
        return None
    found: dict[tuple[str, str], Cell] = {}
    parts = word.split("-")
    if any(len(part) < 2 for part in parts):
        return None
    columns = [_part(part, kind) for part in parts]
    for key in columns[0]:
        rows = [column.get(key) for column in columns]
        kept = [row for row in rows if row]
        if len(kept) < len(rows):
            continue
        cell: Cell = kept[0]
        for row in kept[1:]:
            cell = [(a + b, f"{x}-{y}", r) for a, x, r in cell[:3] for b, y, _ in row[:3]]
        found[key] = sorted(cell, key=lambda entry: -entry[0])[:4]
    return found


def _part(part: str, kind: str) -> dict[tuple[str, str], Cell]:
    best: dict[tuple[str, str, str], tuple[float, Reading]] = {}
    for reading in readings(part):
        if kind == "given":
            score = given_score(reading)
        elif kind == "surname":
            score = surname_score(reading)
        else:
            score = max(given_score(reading), surname_score(reading) - 1.0)
        key = (reading.gender, reading.case, reading.nominative)
        if key not in best or best[key][0] < score:
            best[key] = score, reading
    found: dict[tuple[str, str], Cell] = {}
    for (gender, case, text), (score, reading) in best.items():
        found.setdefault((gender, case), []).append((score, text, reading))
    for cell in found.values():
        cell.sort(key=lambda entry: -entry[0])
    return found


@lru_cache(maxsize=16384)
def _key(name: str) -> str:
    return re.sub(r"\s*([.\-])\s*", r"\1", name).casefold()


@lru_cache(maxsize=256)
def _index(seen: frozenset[str]) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Keys of the names that were seen; (first letter, surname) of each."""
    keys = frozenset(_key(capitals(name)) for name in seen)
    return keys, frozenset(_short(key) for key in keys)


@lru_cache(maxsize=16384)
def _short(key: str) -> tuple[str, str]:
    return key[:1], re.split(r"[ .]", key)[-1]


def _seen_weight(text: str, keys: frozenset[str], shorts: frozenset[tuple[str, str]]) -> float:
    key = _key(text)
    return SEEN if key in keys else SEEN_SURNAME if _short(key) in shorts else 0.0
