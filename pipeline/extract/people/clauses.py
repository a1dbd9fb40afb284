"""A point cut into clauses, and the verb that governs each place in them.

    Atbrīvot Jāni Kalnu no amata un iecelt Ilzi Bērzu   → atbrīvot (none), iecelt (appoint)
    Kontroli par lēmuma izpildi veikt Uldim RIEKSTIŅAM  → veikt (carry: with a dative it makes responsible)
    1.1. Komisijas priekšsēdētājs – Nauris Āmarts;      → no verb: that of the point above holds
"""
from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from pipeline.latvian.names import Case
from pipeline.latvian.names.tokens import LATIN

Effect = Literal["appoint", "entrust", "ask", "responsible", "carry", "make", "body", "grant", "none", "other"]

#: A full stop ends a clause when a word of three letters or more (no initial, no `p.i.`, no `Nr.`) stands before it.
#: Each branch begins with its mark, so that `re` leaps from mark to mark.
_END = re.compile(r"\.(?<=[^\W\d_]{3}\.)(?=\s|$)|;|\n")
_WORD = re.compile(rf"[{LATIN}]{{4,}}+")
#: What may follow a verb's stem: infinitive, passive participle, present and past.
_REST = re.compile(
    r"(?:[aāeēiīoōuū]?[a-zāčēģīķļņšūž]{0,3}t(?:s|a|i|as|ies)?|u|d|du|dod|dam|o|a|ā|ē|ina|inu|[āēīo]?ju|[āēīo]?jam|cu|cam)?$")
_LABEL = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,4}\.?\)?|[a-zā-ž]\)|[-–•*])\s*")
#: `Atbildīgā …` says who; `atbildīgo personu` is an object among others.
_PREDICATE = re.compile(r"atbildīg(?:s|a|i|as|ais|ā|ie|ās)")
#: `Norīkot komandējumā …`, `nosūtīt uz apmācībām`: a journey is no office.
_TRIP = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}komandējum")
_THAT = re.compile(r"\s*,\s*ka\b")


class Verb(NamedTuple):
    """One governing word. `case` and `other` are what the person stands in; None for a verb that governs no person."""

    effect: Effect
    case: Case | None
    start: int
    end: int
    other: Case | None = None


class Clause(NamedTuple):
    """`[start, end)` with its verbs in order. `after`: the mark that closed the clause before it."""

    start: int
    end: int
    verbs: tuple[Verb, ...]
    after: str


@cache
def _stems() -> dict[str, tuple[tuple[str, Effect, str], ...]]:
    lines = (Path(__file__).parent / "data" / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found: dict[str, list[tuple[str, Effect, str]]] = {}
    for stem, effect, case in rows:
        found.setdefault(stem[:3], []).append((stem, cast(Effect, effect), case))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in found.items()}


@lru_cache(maxsize=16384)
def verb_of(word: str) -> tuple[Effect, Case | None, Case | None] | None:
    """What the word does as a verb, the cases it asks for; None for other words. An infinitive of no known verb is `other`."""
    lowered = word.lower()
    for stem, effect, case in _stems().get(lowered[:3], ()):
        if not lowered.startswith(stem):
            continue
        if effect in ("carry", "make", "responsible"):
            if lowered == stem or (stem == "atbild" and _PREDICATE.fullmatch(lowered)):
                return _told(effect, case)
        elif _REST.fullmatch(lowered[len(stem):]):
            return _told(effect, case)
    if lowered.endswith(("t", "ties")):
        return "other", None, None
    return None


def _told(effect: Effect, cases: str) -> tuple[Effect, Case | None, Case | None]:
    first, _, second = cases.partition("/")
    return effect, cast(Case, first), cast(Case, second) if second else None


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of `text[start:end]`, in order; empty ones left out."""
    found: list[Clause] = []
    label = _LABEL.match(text, start, end)
    left, after = label.end() if label else start, ""
    for match in [*_END.finditer(text, start, end), None]:
        right = match.start() if match else end
        if text[left:right].strip():
            found.append(Clause(left, right, _verbs(text, left, right), after))
        if match:
            left, after = match.end(), match.group()
    return found


def _verbs(text: str, start: int, end: int) -> tuple[Verb, ...]:
    found = []
    for match in _WORD.finditer(text, start, end):
        verb = verb_of(match.group())
        if verb:
            effect, case, other = verb
            if effect == "appoint" and _THAT.match(text, match.end(), end):
                effect, case = "other", None      # `Noteikt, ka …` appoints nobody
            elif effect == "appoint" and _TRIP.match(text, match.end(), end):
                effect = "none"
            found.append(Verb(effect, case, match.start(), match.end(), other))
    return tuple(found)


def leading(verbs: tuple[Verb, ...]) -> Verb | None:
    """The verb that a list below the clause hangs on."""
    strong = [verb for verb in verbs if verb.effect in ("appoint", "entrust", "ask", "body", "responsible")]
    return strong[-1] if strong else next((verb for verb in reversed(verbs) if verb.effect in ("none", "grant")), None)
