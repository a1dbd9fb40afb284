"""How minutes number their items: every style in one grammar.

    1. § · § 1. · 1.§ Par īri · I.§                      → the section sign
    1. p. · 1.punkts · 2. jautājums: · Darba kārtības 1. jautājums · Jautājums Nr. 3   → said to be an item
    Nr. 1 · Nr.1. Par īri                                → numbered
    1. · 1.1. · 1) · I. Par īri                          → a bare number: a point of a resolution looks the same
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sign = Literal["section", "item", "number", "bare"]

NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_STYLE = re.compile(
    r"^(?P<lead>(?i:(?:(?:darba|dienas) kārtības )?(?:(?:jautājums|punkts) )?(?P<nr>nr\.? ?)?)|§ ?)"
    rf"(?P<number>{NUMBER}|{_ROMAN}(?=[.)]| ?[§¤]))(?P<stop>\.?\)?)"
    r"(?P<sign> ?[§¤]| ?(?i:(?:(?:darba|dienas) kārtības )?(?:punkts|jautājums|jaut\b|lēmums|p(?=[.:]|\s*$))))?"
    r"[.:]?[ \t]*(?:[–-] )?")
_LETTERS = dict(zip("IVX", (1, 5, 10), strict=True))
_FIRST = frozenset("0123456789§")
#: What else an item's number may begin with; quick to tell.
_WORD_FIRST = re.compile(r"[IVX]{1,6}(?:[.)]| ?[§¤])|[Nn][Rr]\b|(?i:darba kārt|dienas kārt|(?:jautājums|punkts) (?:\d|nr))")


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """The number a line begins with: as printed, to compare by, how it is said to be an item's, where the title begins."""

    printed: str
    key: tuple[int, ...]
    sign: Sign
    end: int


def item_number(line: str) -> ItemNumber | None:
    """The item's number that the line begins with; None when it begins with none."""
    if line[:1] not in _FIRST and not _WORD_FIRST.match(line):
        return None
    match = _STYLE.match(line)
    if not match:
        return None
    sign, lead = (match["sign"] or "").strip(), match["lead"]
    kind: Sign
    if sign in ("§", "¤") or lead.startswith("§"):
        kind = "section"
    elif sign or (lead and not match["nr"]) or lead.lower().startswith(("darba", "dienas", "jautājums", "punkts")):
        kind = "item"
    elif match["nr"]:
        kind = "number"
    elif match["stop"]:
        kind = "bare"
    else:
        return None
    return ItemNumber(match["number"], key_of(match["number"]), kind, match.end())


def key_of(printed: str) -> tuple[int, ...]:
    """`2.10` → (2, 10); `IV` → (4,)."""
    if printed.isdigit():
        return (int(printed),)
    if printed[0].isdigit():
        return tuple(int(part) for part in printed.split("."))
    values = [_LETTERS[letter] for letter in printed]
    return (sum(-value if value < max(values[index:]) else value for index, value in enumerate(values)),)
