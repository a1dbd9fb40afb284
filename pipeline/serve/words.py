"""The words of the pages in both languages (`words.tsv`), and how values are written in each.

    Words("lv").day("2024-10-17")                       → 17.10.2024.
    Words("en").day("2024-10-17")                       → 17 October 2024
    Words("lv").pinpoint({"pants": "10", "dala": "1"})  → 10. pants, 1. daļa
    Words("en").pinpoint({"pants": "10", "dala": "1"})  → article 10, part 1
"""
from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["lv", "en"]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
#: A thin space that no line breaks at: between the thousands of a figure.
_THIN = "\u202f"


@lru_cache(maxsize=1)
def table() -> dict[str, dict[Language, str]]:
    """Key → language → words."""
    lines = (files("pipeline.serve") / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line)
    return {key: {"lv": latvian, "en": english} for key, latvian, english in rows}


class Words:
    """One language. `words["search"]` raises KeyError for a key that `words.tsv` does not have."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._of = {key: both[language] for key, both in table().items()}

    def __getitem__(self, key: str) -> str:
        return self._of[key]

    def of(self, group: str, value: str | None) -> str:
        """The word of a closed vocabulary: `of("side", "for")`; the value itself when the vocabulary has grown since."""
        return "" if value is None else self._of.get(f"{group}_{value}", value)

    def day(self, date: str | None) -> str:
        """An ISO date for a reader; empty for None."""
        if not date or len(date) != 10:
            return date or ""
        year, month, day = date.split("-")
        if self.language == "lv":
            return f"{day}.{month}.{year}."
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else date

    def figure(self, value: int) -> str:
        """`12 345`, with a thin space."""
        return f"{value:,}".replace(",", _THIN)

    def money(self, decimal: str, currency: str) -> str:
        """`30 100,00 EUR` or `EUR 30,100.00`."""
        whole, _, cents = decimal.partition(".")
        grouped = f"{int(whole):,}" if whole.lstrip("-").isdigit() else whole
        if self.language == "lv":
            return f"{grouped.replace(',', _THIN)},{cents or '00'} {currency}"
        return f"{currency} {grouped}.{cents or '00'}"

    def pinpoint(self, place: Mapping[str, str]) -> str:
        """One place in an act."""
        if self.language == "lv":
            return ", ".join(f"{value}. {self.of('unit', unit)}" if value[-1:].isdigit() else f"{value} {self.of('unit', unit)}"
                             for unit, value in place.items())
        return ", ".join(f"{self.of('unit', unit)} {value}" for unit, value in place.items())

    def term(self, term: Mapping[str, Any]) -> str:
        """A term that runs from an event: `1 mēn. no lēmuma spēkā stāšanās`."""
        return " ".join(filter(None, (str(term["amount"]), self.of("term", term["unit"]), term.get("event"))))

    def counted(self, count: int) -> str:
        """`21 lēmums`, `12 lēmumi`: Latvian counts 21 and 31 as one, but not 11."""
        one = count % 10 == 1 and count % 100 != 11 if self.language == "lv" else count == 1
        return f"{self.figure(count)} {self['found_1' if one else 'found_n']}"


@lru_cache(maxsize=2)
def words_of(language: Language) -> Words:
    """The words of a language, made once."""
    return Words(language)
