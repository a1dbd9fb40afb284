"""How minutes number their items: every style in one grammar.

    1. § · § 1. · 1.§ Par īri · I.§                      → the section sign
    1. p. · 1.punkts · 2. jautājums: · Darba kārtības 1. jautājums · Jautājums Nr. 3   → said to be an item
    Nr. 1 · Nr.1. Par īri                                → numbered
    Pirmais jautājums: · Par 1. darba kārtības jautājumu –                             → said to be an item
    1. · 1.1. · 1) · I. Par īri                          → a bare number: a point of a resolution looks the same
    Par īri<TAB>§ 1 · Par īri<TAB>1. punkts · Par īri (1. §)   → the number behind the title
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.latvian.ordinals import ORDINAL, ordinal

Sign = Literal["section", "item", "number", "bare"]

NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_STYLE = re.compile(
    r"^(?P<lead>(?i:(?:(?:darba|dienas) kārtības )?(?:(?:jautājums|punkts) )?(?P<nr>nr\.? ?)?)|§ ?)"
    rf"(?P<number>{NUMBER}|{_ROMAN}(?=[.)]| ?[§¤]))(?P<stop>\.?\)?)"
    r"(?P<sign> ?[§¤]| ?(?i:(?:(?:darba|dienas) kārtības )?(?:punkts|jautājums|jaut\b|lēmums|p(?=[.:]|\s*$))))?"
    r"[.:]?[ \t]*(?:[–-] )?")
#: Spoken: `Pirmais jautājums:`, `Darba kārtības otrais punkts`, `Par 3. darba kārtības jautājumu –`.
_SPOKEN = re.compile(
    rf"^(?i:(?P<about>par )?(?:(?:darba|dienas) kārtības )?(?:(?P<figure>\d{{1,3}})\. ?|(?P<word>{ORDINAL}) )"
    r"(?:(?:darba|dienas) kārtības )?(?:jautājum|punkt)(?:s|u|ā)\b)\.? ?(?:[:–—-] ?|$|\t|(?=[(“„\"]|Par |PAR ))")
_SPEAKS = re.compile(r"jautājum|punkt", re.IGNORECASE)
#: Behind the title, parted from it by a gap, a bracket or the section sign itself.
_BEHIND = re.compile(
    rf"(?P<gap>\t| )(?P<open>\()?(?:§ ?(?P<section>{NUMBER})|(?P<number>{NUMBER})\.? ?(?:(?P<sign>[§¤])"
    r"|(?i:(?:darba kārtības )?(?:punkts|jautājums)|p\.)))(?(open)\))\.?$")
_BEHIND_LAST = frozenset("0123456789§¤s.)")
_LONGEST_BEHIND = 40    # characters
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
        return _spoken(line)
    match = _STYLE.match(line)
    if not match:
        return _spoken(line)
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


def _spoken(line: str) -> ItemNumber | None:
    """The number a line says in words or in a sentence."""
    match = _SPOKEN.match(line) if _SPEAKS.search(line, 0, 60) else None
    if not match or (match["figure"] and not match["about"]):
        return None
    number = match["figure"] or str(ordinal(match["word"]))
    return ItemNumber(number, key_of(number), "item", match.end())


def number_alone(line: str) -> ItemNumber | None:
    """The number of an item that is all the line holds: `1. punkts`, `§ 4`; not a bare `1.`."""
    number = item_number(line) if len(line) <= _LONGEST_BEHIND else None
    return number if number and number.sign in ("section", "item") and number.end == len(line) else None


def number_behind(line: str) -> tuple[str, ItemNumber] | None:
    """The title and the item's number behind it; None when none stands there."""
    if line[-1:] not in _BEHIND_LAST or line[:1].isdigit():
        return None
    match = _BEHIND.search(line, max(0, len(line) - _LONGEST_BEHIND))
    if not match or not (match["gap"] == "\t" or match["open"] or match["section"] or match["sign"]):
        return None
    title = line[:match.start()].rstrip()
    printed = match["section"] or match["number"]
    sign: Sign = "section" if match["section"] or match["sign"] else "item"
    return (title, ItemNumber(printed, key_of(printed), sign, len(line))) if title else None


def key_of(printed: str) -> tuple[int, ...]:
    """`2.10` → (2, 10); `IV` → (4,)."""
    if printed.isdigit():
        return (int(printed),)
    if printed[0].isdigit():
        return tuple(int(part) for part in printed.split("."))
    values = [_LETTERS[letter] for letter in printed]
    return (sum(-value if value < max(values[index:]) else value for index, value in enumerate(values)),)
