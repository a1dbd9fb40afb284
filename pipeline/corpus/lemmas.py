"""A word in any Latvian form → the one key it is indexed under.

    kopienām → kopien, kopiena → kopien              (lemma from simplemma's dictionary, then without its ending)
    ierobežojumiem → ierobežojum                     (a productive suffix, data/suffixes.tsv, before the dictionary)
    Rubenim, Rubeņa → ruben                          (in no dictionary: the ending and the softening come off)

Numbers and words of one or two letters stay as they are. Why lemma and stem both: of the pairs of forms that one noun has in
a treebank (LVTB 2.17, dev), simplemma's lemma brings 85 % together, this key 98 %; of names 53 % and 97 %
(`scripts/measure_lemmas.py`). `LEMMAS_VERSION` changes whenever any key may.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

#: Part of the database's identity: an index made with other keys is made anew.
LEMMAS_VERSION = "1"

#: A word, or a number with its inner points: `kopiena`, `4.2.3.1`, `2024/16`, `30100,00`.
TOKEN = re.compile(r"[^\W_]+(?:(?<=\d)[.,/-](?=\d)[^\W_]+)*")

_MIN_STEM = 3
#: Softened consonants at a stem's end, as the other cases have them: `Kļaviņa` : `Kļavina` differ in nothing else.
_HARD = {"ļ": "l", "ņ": "n", "č": "c"}
_SOFT_LABIALS = ("bj", "mj", "pj", "vj")


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text, lower case, with where it stands."""
    for match in TOKEN.finditer(text):
        yield match.group().lower(), match.start(), match.end()


def fold(word: str) -> str:
    """A word without diacritics: `skolēnu` → `skolenu`."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=1_000_000)
def lemma(word: str) -> str:
    """The key of a lower-case word."""
    if len(word) < _MIN_STEM or not word.isalpha():
        return word
    return stem(_by_suffix(word) or _by_dictionary(word))


def stem(word: str) -> str:
    """A word without its case ending and softening."""
    for ending in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            word = word[:-len(ending)]
            break
    if word[-1] in _HARD:
        return word[:-1] + _HARD[word[-1]]
    return word[:-1] if word.endswith(_SOFT_LABIALS) and len(word) > _MIN_STEM else word


def _lines(name: str) -> list[str]:
    body = files("pipeline.corpus").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in body.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _endings() -> list[str]:
    return sorted(" ".join(_lines("endings.txt")).split(), key=lambda e: (-len(e), e))


@lru_cache(maxsize=1)
def _suffixes() -> list[tuple[re.Pattern[str], str]]:
    rows = (line.split("\t") for line in _lines("suffixes.tsv"))
    return [(re.compile(f"({end})(?:{'|'.join(endings.split())})$"), lemma_end) for end, endings, lemma_end, _ in rows]


def _by_suffix(word: str) -> str | None:
    for pattern, lemma_end in _suffixes():
        found = pattern.search(word, max(0, len(word) - 12))
        if found and found.start() >= _MIN_STEM - 1:
            return word[:found.start()] + lemma_end.replace("*", found[1][0])
    return None


@lru_cache(maxsize=1)
def _dictionary() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy
    return DictionaryLookupStrategy()


def _by_dictionary(word: str) -> str:
    """simplemma's lemma. What it only guesses (compounds taken apart) counts when no more than the word's end changes."""
    known = _dictionary().get_lemma(word, "lv")
    if known:
        return str(known).lower()
    from simplemma import lemmatize
    guess = str(lemmatize(word, "lv")).lower()
    shared = next((i for i, (a, b) in enumerate(zip(guess, word, strict=False)) if a != b), min(len(guess), len(word)))
    return guess if guess.isalpha() and shared >= max(3, len(word) - 4) and abs(len(guess) - len(word)) <= 4 else word
