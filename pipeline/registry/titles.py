"""Are two titles the same title? Comparison that survives case, quotes, dashes, spacing, truncation and inflection.

    Publiskas personas mantas iznomāšanas noteikumi ~ PUBLISKAS PERSONAS MANTAS IZNOMĀŠANAS NOTEIKUMIEM   same
    Kārtība, kādā atsavināma publiskas personas     ~ Kārtība, kādā atsavināma publiskas personas manta   same, cut short
    Adresācijas noteikumi                           ~ Adresācijas kārtība                                 differs

Why words and not a similarity score: in the shipped registry the nearest titles of two different regulations are alike
to 0.98 of their letters (they differ in one year or one word), so that no threshold on letters can tell a slip of the
pen from another act. Words can: `scripts/measure_titles.py` prints both distributions (docs/AUDIT.md).
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
#: Case endings of nouns and adjectives, longest first; what is left is compared.
_ENDINGS = tuple(sorted((
    "iem", "ajiem", "ajām", "ajām", "ajam", "ajai", "ajos", "ajās", "ajā", "ais", "ām", "am", "ai", "as", "os", "us", "is",
    "ās", "ēs", "īs", "es", "ie", "ei", "ij", "ēm", "im", "um", "īm", "u", "a", "e", "i", "s", "š", "ā", "ē", "ī", "ū", "o",
), key=len, reverse=True))
#: Consonants that palatalise before an ending (lācis / lāča, brīdis / brīža); folded so that both forms agree.
_SOFT = str.maketrans({"ņ": "n", "ļ": "l", "š": "s", "ž": "d", "č": "c", "ķ": "k", "ģ": "g"})
#: A cited title shorter than this many words is never taken for another title cut short.
SHORTEST_CUT = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """`same`: the two name one act. `cut`: one is the beginning of the other. `differs`: the words in doubt, for a person."""

    same: bool
    cut: bool = False
    differs: str = ""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its case ending, hard and soft consonants alike; numbers as they are."""
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] + word[-1:].translate(_SOFT)


def words(title: str) -> list[str]:
    """The title's words, lower case, NFC, without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFC", title).casefold())


def fold(title: str) -> str:
    """A key under which every inflection and punctuation of one title meets."""
    return " ".join(stem(word) for word in words(title))


def compare(cited: str, known: str, *, known_cut: bool = False) -> Comparison:
    """Whether `cited` names the act whose title is `known`. `known_cut`: the registry's own title is incomplete."""
    a, b = words(cited), words(known)
    left, right = [stem(w) for w in a], [stem(w) for w in b]
    if left == right or "".join(left) == "".join(right):
        return Comparison(same=True)
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    may_cut = len(shorter) >= SHORTEST_CUT or known_cut or cited.rstrip().endswith(("…", ".."))
    if may_cut and longer[: len(shorter)] == shorter and (shorter is left or known_cut):
        return Comparison(same=True, cut=True)
    wrong, right_words = [], []
    slips = 0
    for tag, i, j, k, m in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and j - i == m - k and all(_slip(x, y) for x, y in zip(left[i:j], right[k:m], strict=True)):
            slips += j - i
            continue
        wrong += a[i:j]
        right_words += b[k:m]
    if not wrong and not right_words and slips <= 1 + len(right) // 8:
        return Comparison(same=True)
    return Comparison(same=False, differs=f"cited: {' '.join(wrong) or '–'}; registry: {' '.join(right_words) or '–'}")


def _slip(a: str, b: str) -> bool:
    """One letter wrong, missing, doubled or without its diacritic in a word of five letters or more; never in a number."""
    if min(len(a), len(b)) < 5 or a[0] != b[0] or a.isdigit() or b.isdigit():
        return _plain(a) == _plain(b) and not a.isdigit()
    if _plain(a) == _plain(b):
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    same = sum(block.size for block in SequenceMatcher(a=a, b=b, autojunk=False).get_matching_blocks())
    return same >= max(len(a), len(b)) - 1


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
