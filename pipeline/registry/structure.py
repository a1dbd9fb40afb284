"""Does the cited article, part or point exist in a law?

The registry holds the articles of the law's text of 2026. A number beyond the last one of its kind cannot have stood
there; a gap between two numbers may be an article that has been deleted since, so it is only remarked upon.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipeline.registry.entry import Entry

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Missing:
    """`certain`: beyond every number the act has; otherwise a gap that a deletion may explain."""

    certain: bool
    reason: str


def missing_pinpoint(entry: Entry, pinpoint: Mapping[str, str]) -> Missing | None:
    """What the act lacks of a cited place; None when it has it, or when the registry cannot tell."""
    if "parejas" in pinpoint:
        return _lacks("transitional provision", pinpoint["parejas"], entry.transitional)
    if not entry.articles or "pants" not in pinpoint or any(key in pinpoint for key in ("nodala", "sadala", "pielikums")):
        return None
    article = pinpoint["pants"]
    if article not in entry.articles:
        return _lacks("article", article, entry.articles)
    parts = entry.articles[article]
    numbered = [part for part in parts if part]
    part = pinpoint.get("dala")
    if part and len(numbered) > 1 and part not in parts and part != "1":
        return _lacks(f"part in article {article}", part, ["1", *numbered])
    point = pinpoint.get("punkts")
    points = parts.get(part or "", []) if part or not numbered else []
    if point and part and len(points) > 1 and point not in points and _in_order(points):
        return _lacks(f"point in part {part} of article {article}", point, points)
    return None


def _in_order(points: list[str]) -> bool:
    """Whether the points are one list; two lists run together (unnumbered parts) prove nothing."""
    keys = [_key(point) for point in points if _NUMBER.fullmatch(point)]
    return all(a < b for a, b in pairwise(keys))


def _lacks(what: str, number: str, known: Iterable[str]) -> Missing | None:
    keys = sorted(_key(k) for k in known if _NUMBER.fullmatch(k))
    if not keys or not _NUMBER.fullmatch(number) or number in set(known):
        return None
    key = _key(number)
    span = f"exists: {_show(keys[0])}–{_show(keys[-1])}"
    if key[0] > keys[-1][0]:
        return Missing(True, f"no {what} with number {number}; {span}")
    return Missing(False, f"no {what} with number {number} in the text of 2026; it may have been deleted since ({span})")


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _show(key: tuple[int, ...]) -> str:
    return ".".join(map(str, key))
