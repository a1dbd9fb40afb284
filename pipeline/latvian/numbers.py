"""Cardinal numbers in words, in every case: `divām balsīm` → 2, `vienam deputātam` → 1, `divdesmit viens` → 21."""
from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "numbers.tsv"


@cache
def number_words() -> dict[str, int]:
    """Each word with its value, lower case; compounds (`divdesmit viens`) are two of them."""
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {form: int(value) for value, forms in (line.split("\t") for line in lines[1:]) for form in forms.split()}


def cardinal(words: str) -> int | None:
    """The number that one or two words name; None when they name none up to 99."""
    known = number_words()
    values = [known.get(word) for word in words.casefold().split()]
    if len(values) == 1:
        return values[0]
    if len(values) == 2 and values[0] in range(20, 100, 10) and values[1] in range(1, 10):
        return values[0] + values[1]  # type: ignore[operator]
    return None
