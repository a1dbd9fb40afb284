"""How good a reading is as a given name or as a surname: lists first, then the paradigm and the shape of the ending."""
from __future__ import annotations

from functools import lru_cache

from pipeline.latvian.names.data import adjectives, given_names, mens_names, surname_endings, surnames
from pipeline.latvian.names.forward import keeps_consonant
from pipeline.latvian.names.paradigms import Reading


def given_score(reading: Reading) -> float:
    """How good a given name the reading makes; 0 is best."""
    weight = given_names().get(reading.nominative)
    id_ = reading.paradigm.id
    if weight is None:
        return surname_score(reading) - 6.0
    if not reading.paradigm.declines:
        # `Ivo` and `Eli` do not decline; a listed name that could is not taken for one that does not.
        last = reading.nominative[-1]
        if last in "aesš":
            return weight - 8.0
        return weight - (0.0 if (reading.gender == "m") == (last in "ou") else 1.5)
    if reading.nominative in mens_names():
        return weight - (0.0 if id_ in ("4m", "5m") else 4.0)
    if id_ in ("4m", "5m", "3f", "6f", "2n", "am", "ajm", "af", "ajf"):
        return weight - 6.0
    # Two-syllable given names in -tis and -dis keep their consonant: Gatis – Gata, Uldis – Ulda; longer ones do not.
    if reading.case == "genitive" and id_ in ("2", "2h") and reading.nominative.endswith(("tis", "dis")):
        return weight - (0.0 if keeps_consonant(reading.nominative, given=True) == (id_ == "2h") else 2.0)
    return weight


@lru_cache(maxsize=32768)
def _shape(nominative_: str, gender: str) -> float:
    """The weight of the longest known ending."""
    endings = surname_endings()
    lowered = nominative_.lower()
    return next((endings[key] for n in range(6, 0, -1) if (key := (lowered[-n:], gender)) in endings), 0.0)


def surname_score(reading: Reading) -> float:
    """How good a surname the reading makes; 0 is best."""
    listed = surnames().get((reading.nominative, reading.gender))
    score = reading.paradigm.prior + _shape(reading.nominative, reading.gender)
    if reading.paradigm.id in ("am", "ajm", "af", "ajf") and _adjective(reading):
        score = -0.5
    if reading.case == "genitive" and reading.paradigm.id == "2h" and reading.nominative.endswith(("dis", "tis")):
        score -= 2.0
    score = min(score, 0.5)
    if listed is not None and reading.paradigm.declines:
        return max(score, listed + 1.5)
    return score


def _adjective(reading: Reading) -> bool:
    return reading.nominative[:-len(reading.paradigm.endings[0])] in adjectives()
