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
    """Given name → how common it is, on a log scale: 0 among the 100 most common, -1 in the calendar, -2.5 in the long list."""
    weights = {"traditional": -1.0, "extended": -2.5}
    found = {row["name"]: weights[row["tier"]] for row in rows("given_names.tsv")}
    found.update((row["name"], 0.0) for row in rows("given_common.tsv"))
    return found


@cache
def surnames() -> dict[tuple[str, str], float]:
    """(Surname, gender) → weight, for the surnames that a list vouches for; 0 is the most common."""
    found = {(row["name"], "m"): -1.0 for row in rows("surnames_masculine_a_e.tsv")}
    found.update(((row["name"], row["gender"].lower()), 0.0) for row in rows("surnames_common.tsv"))
    return found


@cache
def surname_endings() -> dict[tuple[str, str], float]:
    """(Ending of the nominative, gender) → weight to add."""
    return {(row["ending"], row["gender"]): float(row["weight"]) for row in rows("surname_endings.tsv")}
