"""Are two printed names one person? For comparisons within one document; no name is made whole by guessing.

    J.Sproģis · Jānis Sproģis · SPROĢIS Jānis      → may be one person
    J. Kalniņš · Ivars Kalniņš                      → two
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)  # every name of a vote is compared with every other
def key(name: str) -> tuple[str, ...]:
    """The words of a name, lower case; initials are words of one or two letters."""
    return tuple(_WORD.findall(name.casefold()))


def same_person(one: str, other: str) -> bool:
    """All words of the shorter name find a word of the other that they are or begin; at least one is a whole surname."""
    return _same(key(one), key(other))


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if set(a).isdisjoint(b):
        return False
    if a == b or sorted(a) == sorted(b):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    left = list(long)
    whole = 0
    for word in sorted(short, key=len, reverse=True):
        match = next((w for w in left if w == word), None)
        if match is not None:
            whole += len(word) > 2
        else:
            match = next((w for w in left if _initial(word, w)), None)
        if match is None:
            return False
        left.remove(match)
    return whole > 0


def _initial(a: str, b: str) -> bool:
    """`j` of `jānis`, `dz` of `dzintra`, in either direction."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return len(short) <= 2 and long.startswith(short) and short != long


def matching(name: str, others: Iterable[str]) -> list[str]:
    """The names of `others` that may be the same person."""
    own = key(name)
    return [other for other in others if _same(own, key(other))]


_SHORT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\.")


def is_short(name: str) -> bool:
    """Whether initials stand for given names: `J. Bērziņš`, `Bērziņš J.`."""
    return _SHORT.search(name) is not None


def stands_for(short: str, full: str) -> bool:
    """Whether a name with initials is that of `full`: the surnames are the same, each initial begins a given name in its place.

    `J. Bērziņš` may be `Jānis Bērziņš` or `Jānis Oto Bērziņš`; `J. O. Bērziņš` only the second.
    """
    initials = [found[:-1] for found in _SHORT.findall(short.casefold())]
    surname = key(_SHORT.sub(" ", short.casefold()))
    words = key(full)
    given = words[:len(words) - len(surname)]
    return (bool(surname) and words[len(given):] == surname and 0 < len(initials) <= len(given)
            and all(name.startswith(initial) for initial, name in zip(initials, given, strict=False)))


def the_one(short: str, names: Iterable[str]) -> str | None:
    """The full name that a name with initials stands for: the only one that fits; None for nobody, and for two."""
    fits: dict[tuple[str, ...], str] = {}
    for name in names:
        if not is_short(name) and stands_for(short, name):
            fits.setdefault(key(name), name)
    return next(iter(fits.values())) if len(fits) == 1 else None
