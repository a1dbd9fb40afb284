"""The body a bracketed name stands for: `Uzdot Domes Finansu nodaļai (I.Komisare)` → Domes Finansu nodaļa."""
from __future__ import annotations

import re

from pipeline.extract.people.clauses import verb_of

_BODY = re.compile(r"([^():;,\n]{3,120})\s\($")
_WORDS = re.compile(r"\S+")
#: Dative singular → nominative, of nouns and of the definite adjectives before them.
_NOUN = (("ai", "a"), ("ei", "e"), ("jam", "js"), ("ņam", "ņš"), ("am", "s"), ("um", "us"), ("im", "is"))
_ADJECTIVE = (("ajam", "ais"), ("ajai", "ā"), ("ējai", "ējā"))


def body_before(text: str, start: int, name: int) -> str | None:
    """The body in the dative right before the bracket that `name` opens, nominative; None when there is none."""
    match = _BODY.search(text[max(start, name - 140):name])
    if not match:
        return None
    words = _WORDS.findall(match.group(1))
    for index in range(len(words) - 1, -1, -1):
        if verb_of(words[index].strip(",.")) or words[index].lower() in ("par", "un", "ar"):
            words = words[index + 1:]
            break
    if not words:
        return None
    last = _swap(words[-1], _NOUN)
    if last is None:
        return None
    return " ".join([_swap(word, _ADJECTIVE) or word for word in words[:-1]] + [last])


def _swap(word: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    return next((word[:-len(a)] + b for a, b in pairs if word.endswith(a) and len(word) > len(a) + 2), None)
