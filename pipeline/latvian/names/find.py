"""Personal names in running text, in any case.

    … vadītāju Sarmīti KĻAVIŅU par …      → Sarmīti KĻAVIŅU   (a known given name in some case, then a capitalised word)
    … daļas vadītājai M.Ķirsonei līdz …   → M.Ķirsonei        (initials and a surname)
    … Rīgā, K. Barona ielā 5 …            → nothing           (a street)
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.latvian.names.data import given_names, rows
from pipeline.latvian.names.paradigms import CASES, readings
from pipeline.latvian.names.tokens import INITIAL_REST, PLAIN_REST, PLAIN_WORD, UPPER

Span = tuple[int, int]

#: A capital, no letter before it, and then what makes it an initial or the first of several capitalised words.
_CANDIDATE = re.compile(
    rf"[{UPPER}](?<![^\W_].)(?:(?P<initials>{INITIAL_REST}(?:[{UPPER}]{INITIAL_REST}){{0,2}}{PLAIN_WORD})"
    rf"|{PLAIN_REST}(?:[ ]{PLAIN_WORD}){{1,5}})(?![^\W_])")
_HYPHEN = re.compile(r"[-‐‑–]")
#: What a person gave the name to: `Raiņa iela`, `A. Upīša Skrīveru vidusskola`, `J. Kalna prēmija`.
_THING = re.compile(
    r"[\"”“]?\s*(?:iel[auās]|bulvār|prospekt|laukum|gatv|ceļ[šau]|skol|vidusskol|pamatskol|ģimnāzij|sākumskol|muzej|prēmij|fond|park[sāa]\b"
    r"|piemiņ|vārdā|nam[asāu]\b)", re.IGNORECASE)


@cache
def _stop() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("not_names.tsv"))


@lru_cache(maxsize=32768)
def given_cases(word: str) -> frozenset[tuple[str, str]]:
    """(gender, case) of every reading of the word as a listed given name; empty when it is none. Takes normal capitals."""
    known = given_names()
    found: set[tuple[str, str]] | None = None
    for part in word.split("-"):
        cases: set[tuple[str, str]] = {
            (r.gender, r.case) for r in readings(part)
            if r.nominative in known and _declines_so(r.nominative, r.paradigm.id)}
        found = cases if found is None else found & cases
    return frozenset(found or ())


def _declines_so(nominative: str, paradigm: str) -> bool:
    """Given names in -a and -e are women's; only names that cannot decline stand unchanged in every case."""
    if paradigm in ("0m", "0f"):
        return nominative[-1] not in "aesš"
    return paradigm in ("1", "1š", "2", "2h", "3", "4f", "5f")


@lru_cache(maxsize=32768)
def _surname_cases(word: str) -> frozenset[tuple[str, str]]:
    """(gender, case) of every declined reading of a word as a surname."""
    cases: set[tuple[str, str]] = {
        (r.gender, r.case) for r in readings(word.split("-")[-1]) if r.paradigm.declines and r.paradigm.prior > -7}
    if word[-1:] in "oiīuūēāy":
        cases |= {(gender, case) for gender in "mf" for case in CASES}
    return frozenset(cases)


def _folded(word: str) -> str:
    if word.isalpha():
        return word[0] + word[1:].lower() if word.isupper() else word
    return "-".join(part[0] + part[1:].lower() if part.isupper() else part for part in _HYPHEN.split(word) if part)


def find_names(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of personal names in `text[start:end]`, in order. Names of streets, schools and the like are passed over.

    A full name needs a given name of the list, or a capitalised word with a surname in CAPITALS behind it.
    """
    end = len(text) if end is None else end
    for found in like_names(text, start, end):
        if not gave_name(text, found, end):
            yield found


def like_names(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of what is written like a name, in order: those that `find_names` gives for any part, and things that bear one."""
    for match in _CANDIDATE.finditer(text, start, end):
        found = match.span() if match.lastgroup else _in_run(match.group(), match.start(), text)
        if found:
            yield found


def gave_name(text: str, name: Span, end: int) -> bool:
    """Whether what follows the name in `text[:end]` shows that a street, a school or the like bears it."""
    return _THING.match(text, name[1], min(end, name[1] + 40)) is not None


def _in_run(run: str, start: int, text: str) -> Span | None:
    """The name inside a run of capitalised words: from the first given name that agrees with what follows."""
    printed = run.split(" ")
    words: list[Span] = []
    for word in printed:
        words.append((start, start + len(word)))
        start += len(word) + 1
    folded = [_folded(word) for word in printed]
    stop = _stop()
    for index in range(len(words) - 1):
        first = folded[index]
        if first in stop:
            continue
        cases = given_cases(first)
        if not cases:
            if _capital_pair(text, words, index):
                return words[index][0], words[index + 1][1]
            if index + 2 == len(words) and given_cases(folded[-1]) & _surname_cases(first) and folded[-1] not in stop:
                return words[index][0], words[-1][1]
            continue
        last = index
        for other in range(index + 1, min(len(words), index + 4)):
            if folded[other] in stop:
                break
            agreed = cases & (given_cases(folded[other]) | _surname_cases(folded[other]))
            if not agreed:
                break
            cases, last = agreed, other
            # A surname ends the name, unless a second surname in the same capitals follows.
            if not given_cases(folded[other]) and not _same_manner(text, words, other):
                break
        if last > index:
            return words[index][0], words[last][1]
    return None


def _same_manner(text: str, words: list[Span], index: int) -> bool:
    if index + 1 >= len(words):
        return False
    return text[slice(*words[index])].isupper() and text[slice(*words[index + 1])].isupper()


def _capital_pair(text: str, words: list[Span], index: int) -> bool:
    """`Dzīlāra KALNA`: a given name that no list knows shows by the capitals of the surname behind it."""
    first, second = text[slice(*words[index])], text[slice(*words[index + 1])]
    return not first.isupper() and len(first) > 2 and second.isupper() and len(second) > 3 and _folded(second) not in _stop()
