"""The body a bracketed name stands for: `Uzdot Domes Finansu nodaļai (I.Komisare)` → Domes Finansu nodaļa."""
from __future__ import annotations

import re

from pipeline.extract.people.clauses import verb_of

_QUOTED = re.compile(r"([^():;,.\n]{0,60}[“„«\"][^“”„«»\"\n]{1,80}[”“»\"])\s?\($")
_BODY = re.compile(r"([^():;,\n]{3,120})\s\($")
_WORDS = re.compile(r"\S+")
#: Dative singular → nominative, of nouns and of the definite adjectives before them.
_NOUN = (("ai", "a"), ("ei", "e"), ("jam", "js"), ("ņam", "ņš"), ("am", "s"), ("um", "us"), ("im", "is"))
_ADJECTIVE = (("ajam", "ais"), ("ajai", "ā"), ("ējai", "ējā"))
#: Dative singular → genitive.
_NOUN_OF = (("ai", "as"), ("ei", "es"), ("jam", "ja"), ("am", "a"), ("um", "us"))
_ADJECTIVE_OF = (("ajam", "ā"), ("ajai", "ās"), ("ējai", "ējās"))


def body_before(text: str, start: int, name: int, genitive: bool = False) -> str | None:
    """The body in the dative right before the bracket that `name` (or an office) opens, nominative or genitive; else None."""
    quoted = _QUOTED.search(text[max(start, name - 140):name]) if genitive else None
    if quoted:
        return " ".join(_after_verb(_WORDS.findall(quoted.group(1))))
    match = _BODY.search(text[max(start, name - 140):name])
    if not match:
        return None
    words = _after_verb(_WORDS.findall(match.group(1)))
    if not words:
        return None
    last = _swap(words[-1], _NOUN_OF if genitive else _NOUN)
    if last is None:
        return None
    return " ".join([_swap(word, _ADJECTIVE_OF if genitive else _ADJECTIVE) or word for word in words[:-1]] + [last])


def _after_verb(words: list[str]) -> list[str]:
    """What stands behind the last verb or preposition; `un` parts two bodies, unless it joins genitives."""
    for index in range(len(words) - 1, -1, -1):
        word = words[index].lower()
        joins = word == "un" and index and words[index - 1][-1] in "su" and words[index - 1][0].isupper()
        if verb_of(words[index].strip(",.")) or (word in ("par", "un", "ar") and not joins):
            return words[index + 1:]
    return words


def _swap(word: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    return next((word[:-len(a)] + b for a, b in pairs if word.endswith(a) and len(word) > len(a) + 2), None)
