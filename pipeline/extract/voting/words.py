"""The vocabulary of votes: data/words.tsv and the numbers in words, as one table."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.latvian.numbers import number_words

_TABLE = Path(__file__).parent / "data" / "words.tsv"


@cache
def vocabulary() -> dict[str, tuple[str, str | int | None]]:
    """Word in lower case → (kind of token, value): `pret` → ("side", "against"), `divām` → ("num", 2)."""
    found: dict[str, tuple[str, str | int | None]] = {word: ("num", value) for word, value in number_words().items()}
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        kind, value, forms = line.split("\t")
        found.update((form, (kind, value or None)) for form in forms.split())
    return found
