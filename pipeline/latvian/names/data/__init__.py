"""The name tables, read when first asked for. Each file says its source and licence in its first lines."""
from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table: tab-separated, `#` lines are comments, the first other line names the columns."""
    lines = [line for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


@cache
def given_names() -> dict[str, float]:
    """Given name → how common it is, on a log scale: 0 among the 100 most common, -0.5 when usual,
    -1 in the calendar, -2.5 in the long list."""
    weights = {"traditional": -1.0, "extended": -2.5}
    found = {row["name"]: weights[row["tier"]] for row in rows("given_names.tsv")}
    found.update((row["name"], -0.5) for row in rows("given_usual.tsv"))
    found.update((row["name"], 0.0) for row in rows("given_common.tsv"))
    return found


@cache
def mens_names() -> frozenset[str]:
    """Given names in -a that are men's."""
    return frozenset(row["name"] for row in rows("given_masculine_a.tsv"))


@cache
def surnames() -> dict[tuple[str, str], float]:
    """(Surname, gender) → weight, for the surnames that a list vouches for; 0 is the most common.

    A list that has one spouse has the other: where only `Rozenberga` is listed, `Rozenbergs` counts as listed.
    """
    words = [(row["name"], row["gender"]) for row in rows("surname_words.tsv")]
    listed = [(row["name"], row["gender"].lower()) for row in rows("surnames_common.tsv")]
    found = {(name, "m"): -1.0 for name, _ in words}
    found.update(((name, "f"), -1.0) for name, gender in words if gender == "f")
    found.update((other, -1.0) for name, gender in words if gender == "m" for other in counterparts(name, "m"))
    same = {name for name, _ in words} | {name for name, gender in listed if (name, "m" if gender == "f" else "f") in listed}
    found.update((other, 0.0) for name, gender in listed if name not in same for other in counterparts(name, gender))
    found.update((one, 0.0) for one in listed)
    return found


def counterparts(surname: str, gender: str) -> list[tuple[str, str]]:
    """The surname of the other gender: `Ozoliņš` → `Ozoliņa`, `Jansone` → `Jansons`; none for names that both bear."""
    own, other = (0, 1) if gender == "m" else (1, 0)
    for row in rows_of_spouses():
        if surname.endswith(row[own]):
            return [(surname[:len(surname) - len(row[own])] + row[other], "mf"[other])]
    return []


@cache
def rows_of_spouses() -> tuple[tuple[str, str], ...]:
    """(Masculine ending, feminine ending), longest first."""
    return tuple((row["masculine"], row["feminine"]) for row in rows("surname_spouses.tsv"))


@cache
def adjectives() -> frozenset[str]:
    """Stems of the adjectives that surnames are made of: `Sarkan` of `Sarkanais`."""
    return frozenset(row["stem"] for row in rows("surnames_adjectives.tsv"))


@cache
def surname_endings() -> dict[tuple[str, str], float]:
    """(Ending of the nominative, gender) → weight to add."""
    return {(row["ending"], row["gender"]): float(row["weight"]) for row in rows("surname_endings.tsv")}
