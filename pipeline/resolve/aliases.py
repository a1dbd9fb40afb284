"""Short forms: what `(turpmāk – X)` defines, and where X is used later, in any case.

(turpmāk – Noteikumi)          … Noteikumu 12. punktu          → the act that defined it
(turpmāk – MK noteikumi 809)   … MK noteikumu 809 4. punkts
APL 62. panta                                                  → Administratīvā procesa likums, defined or not
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.latvian.quotes import QUOTES

#: Nominative ending → the endings a later use may have.
_ENDINGS = (
    ("likums", "likum", "s|a|am|u|ā|i|iem|os|us"),
    ("umi", "um", "i|u|iem|us|os"),
    ("ums", "um", "s|a|am|u|ā|i|iem|us|os"),
    ("ība", "īb", "a|as|ai|u|ā"),
    ("iņš", "iņ", "š|a|am|u|ā"),
    ("ais", "", "ais|ā|ajam|o|ajā|ie|ajiem|os|ajos"),
    ("ie", "", "ie|o|ajiem|os|ajos"),
    ("i", "", "i|u|iem|us|os"),
    ("is", "", "is|a|im|i|ī"),
    ("s", "", "s|a|am|u|ā|i|iem|us|os"),
    ("a", "", "a|as|ai|u|ā|ām|ās"),
    ("e", "", "e|es|ei|i|ē|u|ēm|ēs"),
)
_HEADS = re.compile(
    r"(?:likum|kodeks|noteikum|rīkojum|instrukcij|lēmum|nolikum|regul|direktīv|spriedum|kārtīb|satversm|statūt|reglament|plān|līgum)",
    re.IGNORECASE,
)


def alias_source(alias: str) -> str:
    """Source of a pattern that matches a short form in every case."""
    words = alias.split()
    heads = [i for i, word in enumerate(words) if _HEADS.match(word)] or [i for i, word in enumerate(words) if word.isalpha()][
        -1:
    ]
    head = heads[0] if heads else -1
    parts = []
    for index, word in enumerate(words):
        if (index == head and not word.isupper()) or (
            index < head and word.casefold().endswith(("ie", "ais", "šie")) and word.isalpha()
        ):
            parts.append(_declined(word))
        elif re.match(r"(?i)nr\.?\d", word):
            parts.append(r"[Nn]r\.?\s?" + re.escape(re.sub(r"(?i)^nr\.?", "", word)))
        elif word.casefold() in ("nr.", "nr"):
            parts.append(r"[Nn]r\.?")
        else:
            parts.append(re.escape(word))
    joined = parts[0] if parts else ""
    if words and words[0][0].isalpha() and not words[0].isupper() and joined.startswith(words[0][0]):
        joined = f"[{words[0][0].upper()}{words[0][0].lower()}]{joined[1:]}"
    for previous, part in zip(words, parts[1:], strict=False):
        joined += (r"\s*" if previous.casefold().startswith("nr") else r"\s+") + part
    return joined


def _declined(word: str) -> str:
    for ending, keep, cases in _ENDINGS:
        if word.casefold().endswith(ending) and len(word) > len(ending):
            stem = word[: len(word) - len(ending)] + keep
            return f"{re.escape(stem)}(?:{cases})"
        if word.casefold() == ending:
            return f"{re.escape(word[: len(keep)] or word[:-1])}(?:{cases})"
    return re.escape(word)


def alias_pattern(aliases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all short forms, the longest first; group `aN` tells which. The caller looks at the letter before."""
    sources = [
        f"(?P<a{i}>{alias_source(alias)})"
        for i, alias in sorted(enumerate(aliases), key=lambda p: -len(p[1]))
        if alias.strip(QUOTES)
    ]
    return re.compile(rf"(?:{'|'.join(sources)})(?![\w-])") if sources else None
