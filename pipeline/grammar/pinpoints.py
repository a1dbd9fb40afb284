"""Where in an act: articles, parts, points, in lists, ranges and mixed levels.

    4. panta pirmās daļas 8. punkta "a" apakšpunktu    → {pants 4, dala 1, punkts 8, apakspunkts a}
    54.panta pirmo, trešo un piekto daļu, 61.pantu     → {pants 54, dala 1} {… 3} {… 5} {pants 61}
    5.–7. punkts                                       → {punkts 5} {punkts 6} {punkts 7}

A list of values and a unit make a group. A group followed by another with nothing between is its parent; after a comma or
`un` the next group hangs on the parents that rank above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from pipeline.latvian.ordinals import ORDINAL, ordinal
from pipeline.latvian.quotes import QUOTES
from pipeline.records.model import PinpointUnit

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: Unit → (rank, pattern). Higher ranks hang on lower ones.
UNITS: tuple[tuple[PinpointUnit, int, str], ...] = (
    ("apakspunkts", 6, r"apakšpunkt\w{0,4}"),
    ("pielikums", 0, r"pielikum\w{0,3}"),
    ("sadala", 1, r"sadaļ\w{1,3}"),
    ("nodala", 2, r"nodaļ\w{1,3}"),
    ("pants", 3, r"pant\w{1,3}"),
    ("dala", 4, r"daļ\w{1,3}"),
    ("punkts", 5, r"punkt\w{1,3}"),
    ("rindkopa", 7, r"rindkop\w{1,3}"),
    ("teikums", 8, r"teikum\w{1,3}"),
)
_RANK = {unit: rank for unit, rank, _ in UNITS} | {"parejas": 3}
_UNIT = "|".join(f"(?P<{unit}>{pattern})" for unit, _, pattern in UNITS)
_NUMBER = r"\d{1,5}(?:\.\d{1,3}){0,4}(?:\.?\s?[⁰¹²³⁴-⁹]{1,2})?\.?(?!\d)"
_LETTER = rf"(?:[{QUOTES}][a-zāčēģīķļņšūž][{QUOTES}]|[a-zāčēģīķļņšūž]\))"
_ROMAN = r"(?-i:[IVXL]{1,6}\b\.?)"
_VALUE = rf"(?:\({_NUMBER}\)|{_NUMBER}|{_LETTER}|{ORDINAL}|{_ROMAN})"
_ROMAN_ALONE = re.compile(r"[IVXL]{1,6}\.?")
_SEP = r"\s{0,2}(?:(?:,\s?)?(?:un|vai|kā\s+arī|līdz)|,|–|—|-|‑)\s{0,2}"
_GROUP = re.compile(rf"(?P<values>{_VALUE}(?:{_SEP}{_VALUE}){{0,40}}),?\s{{0,2}}(?:{_UNIT})\b", re.IGNORECASE)
_REVERSE = re.compile(
    rf"(?:{_UNIT})\s+(?P<values>{_NUMBER}(?:{_SEP}{_NUMBER}){{0,40}})(?!\s*(?:pant|daļ|punkt|apakšp))(?=[\s,;.)]|$)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?P<values>\d{1,4}(?:\.\d{1,2})?)\.\s?(?P<unit>p|d|pk|apakšp)\.", re.IGNORECASE)
_ITEM = re.compile(rf"(?P<value>{_VALUE})|(?P<range>\s*(?:–|—|-|‑|līdz)\s*)", re.IGNORECASE)
_TRANSITIONAL = re.compile(r"pārejas\s+noteikum\w{1,3}\s+", re.IGNORECASE)
_JOIN = re.compile(r"\s{0,2}(?P<mark>[,;]?\s{0,2}(?:(?:un|vai|kā\s+arī|kā\s+ari|arī)(?=[\s\d]))?)\s{0,2}")
_ANNEX_BARE = re.compile(r"pielikum\w{1,3}\s+(?=\d)", re.IGNORECASE)

Pinpoint = dict[PinpointUnit, str]


@dataclass(frozen=True, slots=True)
class Pinpoints:
    """What was read, and where it ends in the text."""

    items: tuple[Pinpoint, ...]
    end: int


def read_pinpoints(text: str, start: int) -> Pinpoints:
    """Everything that follows the name of an act at `start`; no items when nothing does."""
    found: list[Pinpoint] = []
    parents: list[tuple[PinpointUnit, list[str]]] = []
    pending: tuple[PinpointUnit, list[str]] | None = None
    end = start
    at = _skip(text, start)
    marked = False
    abbreviated = False
    for _ in range(200):
        transitional = _TRANSITIONAL.match(text, at)
        group = _group(text, transitional.end() if transitional else at, abbreviated)
        if group is None:
            bare = _ANNEX_BARE.match(text, at)
            if bare and not marked:
                at = bare.end()
                continue
            break
        unit, values, stop, abbreviated = group
        if transitional:
            unit = "parejas"
        rank = _RANK[unit]
        if pending is not None:
            if not marked and rank > _RANK[pending[0]]:
                parents = [p for p in parents if _RANK[p[0]] < _RANK[pending[0]]] + [pending]
            else:
                found += _spell(parents, pending)
        parents = [p for p in parents if _RANK[p[0]] < rank]
        pending = (unit, values)
        end = stop
        join = _JOIN.match(text, stop)
        assert join is not None
        marked = bool(join["mark"].strip())
        at = join.end()
    if pending is not None:
        found += _spell(parents, pending)
    return Pinpoints(tuple(found), end)


def _skip(text: str, at: int) -> int:
    """Past white space and one closing mark before the first value."""
    stop = at
    while stop < len(text) and stop < at + 4 and (text[stop] in "  \t,"):
        stop += 1
    return stop


def _group(text: str, at: int, abbreviated: bool) -> tuple[PinpointUnit, list[str], int, bool] | None:
    match = _GROUP.match(text, at, at + 400)
    if match:
        unit = next(u for u, _, _ in UNITS if match[u])
        return unit, _values(match["values"], unit), match.end(), False
    short = _SHORT.match(text, at, at + 20)
    if short:
        # 15.p.1.d.3.p.: the first p. is the article, a later one the point
        name: PinpointUnit = (
            "dala"
            if short["unit"].casefold() == "d"
            else "apakspunkts"
            if short["unit"].casefold() == "apakšp"
            else "punkts"
            if abbreviated or short["unit"].casefold() == "pk"
            else "pants"
        )
        return name, [short["values"]], short.end(), True
    match = _REVERSE.match(text, at, at + 200)
    if match:
        unit = next(u for u, _, _ in UNITS if match[u])
        return unit, _values(match["values"], unit), match.end(), False
    return None


def _spell(parents: list[tuple[PinpointUnit, list[str]]], last: tuple[PinpointUnit, list[str]]) -> list[Pinpoint]:
    levels = [*parents, last]
    if sum(len(values) > 1 for _, values in levels) > 1 and len(parents) > 4:
        return []
    return [
        dict(zip((unit for unit, _ in levels), combination, strict=True))
        for combination in product(*(values for _, values in levels))
    ]


def _values(printed: str, unit: PinpointUnit) -> list[str]:
    found: list[str] = []
    open_range = False
    for match in _ITEM.finditer(printed):
        if match["range"] is not None:
            open_range = True
            continue
        value = _value(match["value"])
        if open_range and found:
            found[-1:] = spell_range(found[-1], value)
        else:
            found.append(value)
        open_range = False
    return found


def _value(printed: str) -> str:
    number = ordinal(printed) if printed[0].isalpha() and len(printed) > 3 else None
    if number is not None:
        return str(number)
    if printed[-1] == ")" and printed[0].isalpha():
        return printed[0]
    if _ROMAN_ALONE.fullmatch(printed):
        return str(_roman(printed.rstrip(".")))
    plain = printed.strip(QUOTES + "().")
    cut = next((i for i, c in enumerate(plain) if c in "⁰¹²³⁴⁵⁶⁷⁸⁹"), None)
    if cut is not None:
        plain = plain[:cut].rstrip(". ") + "." + plain[cut:].translate(_SUPERSCRIPT)
    return plain.casefold() if plain.isalpha() else plain


def _roman(printed: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in printed]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))


def spell_range(first: str, last: str) -> list[str]:
    """`5`, `7` → 5 6 7; `14.1`, `14.3` → 14.1 14.2 14.3; what cannot be spelled out stays one: `2-12.2`."""
    head, _, a = first.rpartition(".")
    other, _, b = last.rpartition(".")
    if head == other and a.isdigit() and b.isdigit() and 0 <= int(b) - int(a) <= 300:
        return [f"{head}.{n}" if head else str(n) for n in range(int(a), int(b) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and first < last:
        return [chr(c) for c in range(ord(first), ord(last) + 1)]
    return [f"{first}-{last}"]
