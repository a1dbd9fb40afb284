"""Short forms: what `(turpmāk – X)` defines, and where X is used later, in any case.

(turpmāk – Noteikumi)          … Noteikumu 12. punktu          → the act that defined it
(turpmāk – MK noteikumi 809)   … MK noteikumu 809 4. punkts
APL 62. panta                                                  → Administratīvā procesa likums, defined or not
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

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
    ("ā", "", "ā|ās|ajai|o|ajā"),
    ("i", "", "i|u|iem|us|os"),
    ("is", "", "is|a|im|i|ī"),
    ("s", "", "s|a|am|u|ā|i|iem|us|os"),
    ("a", "", "a|as|ai|u|ā|ām|ās"),
    ("e", "", "e|es|ei|i|ē|u|ēm|ēs"),
)
_JOINED = re.compile(r"[\w-]")
_HEADS = re.compile(
    r"(?:likum|kodeks|noteikum|rīkojum|instrukcij|lēmum|nolikum|regul|direktīv|spriedum|kārtīb|satversm|statūt|reglament|plān|līgum)",
    re.IGNORECASE,
)
#: The same, whole and in the nominative: `Regulatoru likums`, `Plānošanas noteikumi` bend in these, not in their first words.
_WHOLE_HEADS = re.compile(
    r"(?:likum[si]|kodekss|noteikumi|rīkojums|instrukcija|lēmums|nolikums|regula|direktīva|spriedums|kārtība|satversme|statūti"
    r"|reglaments|plāns|līgums)$",
    re.IGNORECASE,
)


def alias_source(alias: str) -> str:
    """Source of a pattern that matches a short form in every case."""
    words = alias.split()
    whole = [i for i, word in enumerate(words) if _WHOLE_HEADS.match(word)]
    heads = whole or [i for i, word in enumerate(words) if _HEADS.match(word)]
    heads = heads or [i for i, word in enumerate(words) if word.isalpha()][-1:]
    head = heads[0] if heads else -1
    parts = []
    for index, word in enumerate(words):
        if (index == head and not word.isupper()) or (
            index < head and word.casefold().endswith(("ie", "ais", "šie", "ā")) and word.isalpha()
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


@lru_cache(maxsize=4096)
def _form(alias: str) -> tuple[str, int, re.Pattern[str]]:
    """Letters that every use has, how far behind its start they stand, and the pattern of a use."""
    source = alias_source(alias)
    same = re.match(r"(?P<first>\[\w{2}\])?(?P<letters>\w*)(?![*+?])", source)
    letters, first = (same["letters"], same["first"]) if same else ("", None)
    return letters, 1 if first else 0, re.compile(rf"{source}(?![\w-])")


def find_uses(text: str, aliases: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Every use of the short forms, in text order, the longest where several begin: which of `aliases`, and the match."""
    uses: list[tuple[int, int, int, re.Match[str]]] = []
    for index, alias in enumerate(aliases):
        if not alias.strip(QUOTES):
            continue
        letters, before, pattern = _form(alias)
        at = text.find(letters, before)
        while at >= 0 and letters:
            match = pattern.match(text, at - before)
            if match and not (match.start() and _JOINED.match(text, match.start() - 1)):
                uses.append((match.start(), -match.end(), index, match))
            at = text.find(letters, at + 1)
    end = 0
    for start, _, index, match in sorted(uses, key=lambda use: use[:3]):
        if start >= end:
            yield index, match
            end = match.end()
