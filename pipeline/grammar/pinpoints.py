"""Where in an act: articles, parts, points, in lists, ranges and mixed levels.

    4. panta pirmās daļas 8. punkta "a" apakšpunktu    → {pants 4, dala 1, punkts 8, apakspunkts a}
    54.panta pirmo, trešo un piekto daļu, 61.pantu     → {pants 54, dala 1} {… 3} {… 5} {pants 61}
    5.–7. punkts                                       → {punkts 5} {punkts 6} {punkts 7}

A list of values and a unit make a group. A group followed by another with nothing between is its parent; after a comma or
`un` the next group hangs on the parents that rank above it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from pipeline.latvian.leap import branches
from pipeline.latvian.ordinals import ORDINAL, ORDINAL_STEMS, SMALL_ORDINAL, ordinal
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
_UNIT_WORD = branches(pattern for _, _, pattern in UNITS)
#: `5`, `14.1`, `14.¹`, and `14. 1 pants`, where a raised figure fell beside the number.
_NUMBER = (
    r"\d{1,5}(?:\.\d{1,3}){0,4}(?:\.?\s?[⁰¹²³⁴-⁹]{1,2}|\.\s\d{1,2}(?=\s(?:pant|daļ|punkt)|$))?\.?(?!\d)"
)
_LETTER = rf"(?:[{QUOTES}'’‘][a-zāčēģīķļņšūž][{QUOTES}'’‘]|\(?[a-zāčēģīķļņšūž]\))"
_ROMAN = r"(?-i:[IVXL]{1,6}\b\.?)"
_VALUE = rf"(?:\({_NUMBER}\)|{_NUMBER}\)?|{_LETTER}|{ORDINAL}|{_ROMAN})"
_UNIT_ALONE = re.compile(_UNIT, re.IGNORECASE)
_ROMAN_ALONE = re.compile(r"[IVXL]{1,6}\.?")
_SEP = r"\s{0,2}(?:(?:,\s?)?(?:un|vai|kā\s+arī|līdz)|,|–|—|-|‑)\s{0,2}"
_SEP_BEGINS = r"\s{0,2}[,uvkl–—‑-]"
_GROUP = re.compile(rf"(?:no\s)?(?P<values>{_VALUE}(?:{_SEP}{_VALUE}){{0,40}}),?\s{{0,2}}(?:{_UNIT})\b", re.IGNORECASE)
#: A unit in the genitive governs the one that follows, even behind a comma: `10.panta, 1.daļas, 3.punktu`.
_GOVERNS = re.compile(r"(?:\w+[kt]a|pielikuma|(?:daļ|nodaļ|sadaļ)as)\Z", re.IGNORECASE)
_REVERSE = re.compile(
    rf"(?:{_UNIT})\s+(?:[Nn]r\.?\s?)?(?P<values>{_NUMBER}(?:{_SEP}{_NUMBER}){{0,40}})(?!\.?(?:\s*(?:pant|daļ|punkt|apakšp)|{_SEP}\d))(?=[\s,;.)]|$)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?P<values>\(?\d{1,4}(?:\.\d{1,2})?\.?\)?(?:(?:\s?(?:,|un)\s?|[–-])\d{1,4}(?:\.\d{1,2})?\.?){0,8})"
    r"\s?(?P<unit>pk?t?|pnkt|punkt?|pant?|d|daļ|pp|apakšpk?t?|ppkt|nod|teik)\.",
    re.IGNORECASE,
)
_SHORT_UNITS: dict[str, PinpointUnit] = {
    "p": "pants", "pan": "pants", "pant": "pants", "d": "dala", "daļ": "dala", "pk": "punkts", "punk": "punkts",
    "punkt": "punkts", "pt": "punkts", "pkt": "punkts", "pnkt": "punkts", "pp": "apakspunkts",
    "ppkt": "apakspunkts", "apakšp": "apakspunkts", "apakšpk": "apakspunkts", "apakšpt": "apakspunkts",
    "apakšpkt": "apakspunkts", "nod": "nodala", "teik": "teikums",
}  # fmt: skip
_UNIT_LETTERS = tuple("padnsrtPADNSRT")
_PART_NEXT = re.compile(r"\s?\(?\d{1,2}(?:\.\d)?\.?\)?\s?d\.")
#: `21.p.17.p.`: the second p. is the point of the first.
_POINT_NEXT = re.compile(r"\s?\d{1,2}(?:\.\d)?\.?\s?p\.")
_RANGE = "[–—‑-]|līdz"
_ITEM = re.compile(rf"(?P<value>{_VALUE})|(?P<range>{_RANGE})", re.IGNORECASE)
_TRANSITIONAL = re.compile(r"pārejas\s+noteikum\w{1,3}\s+", re.IGNORECASE)
_AND = r"\s{0,2}(?:un|vai|kā\s+arī|kā\s+ari|arī)(?=[\s\d])"
_BETWEEN = rf"\s{{0,2}}(?P<mark>[,;](?:{_AND})?|{_AND})?\s{{0,4}}"
_JOIN = re.compile(_BETWEEN)
_FIGURE = r"\d{1,5}(?:\.\d{1,3}){0,4}"
_PLAIN_ITEM = re.compile(rf"(?P<value>{_FIGURE}|{SMALL_ORDINAL})|(?P<range>{_RANGE})")
#: What a group may begin with.
_BEGINS = (
    rf"[\d(]|(?-i:[IVXL]{{1,6}}\b)|[{QUOTES}'’‘]\w[{QUOTES}'’‘]|[a-zāčēģīķļņšūž]\)|"
    + branches((r"no\s\d", "pārejas", "ievad", "pielik", "apakš", "pant", "daļ", "punkt", "nodaļ", "sadaļ", "rindk", "teik"))
    + "|"
    + branches(ORDINAL_STEMS)
)
#: First letters of those.
_FIRST_LETTERS = frozenset("0123456789('’‘IVXLivxlNnPpAaDdSsRrTt" + QUOTES) | {
    letter for stem in ORDINAL_STEMS for letter in (stem[0], stem[0].upper())
}
#: Most groups are figures or ordinals with their unit, in small letters: read whole, up to the next. Of others, only that
#: one may begin.
_STEP = re.compile(
    rf"(?:(?P<number>{_FIGURE})\.?|(?P<ordinal>{SMALL_ORDINAL}))"
    rf"(?:(?={_SEP_BEGINS})(?P<more>(?:{_SEP}(?:{_FIGURE}\.?|{SMALL_ORDINAL})){{1,12}}))?"
    rf"\s{{0,2}}(?P<unit>{_UNIT_WORD})\b{_BETWEEN}"
    rf"|(?i:(?={_BEGINS}))"
)
_ANNEX_BARE = re.compile(r"pielikum\w{1,3}\s+(?=\d)", re.IGNORECASE)
#: The words that open a part: the part itself is meant.
_OPENING = re.compile(r"ievaddaļ\w{1,2}\b", re.IGNORECASE)
#: Of a decision, the part that decides: `lēmuma lemjošās daļas 2. punkts`. Its points are the decision's.
_DECIDING_PART = re.compile(r"\s?(?:(?:no)?lemjošās|rezolutīvās|rezolūcijas)\s+daļas\s+(?=\d)", re.IGNORECASE)
#: The line broke between the name and the article.
_NEXT_LINE = re.compile(r"[ ,]{0,2}\n[ ]{0,3}(?=\d{1,4}(?:\.\d)?\.?\s?pant)")
_GAPS = frozenset(" \t,\n")
_DECIDES = frozenset("nlrNLR")
_OUTSIDE_TRANSITIONAL = frozenset({"pants", "nodala", "sadala", "pielikums"})

Pinpoint = dict[PinpointUnit, str]
Level = tuple[PinpointUnit, list[str]]
#: Unit, values, where it ends, the unit's word as printed.
Group = tuple[PinpointUnit, list[str], int, str]


def read_pinpoints(text: str, start: int, *, articles: bool = True) -> tuple[list[Pinpoint], int]:
    """Everything that follows the name of an act at `start`, and where it ends; nothing when nothing does.

    `articles`: the act has articles, so that a bare `5.p.` is one; otherwise it is a point.
    """
    levels = _Levels()
    end, at = start, _begin(text, start)
    marked = transitional = False
    before = ""  # the unit's word of the group before
    for _ in range(200):
        begin = at
        if text[at : at + 1] not in _FIRST_LETTERS and not text.startswith(")", at + 1):
            break
        step = _STEP.match(text, at)
        if step is None:
            break
        number, named, more, word, mark = step.groups()
        if word is not None:
            values = _values(text[at : step.end("more")], _PLAIN_ITEM) if more else [number or str(ordinal(named))]
            unit, stop, at = unit_named(word), step.end("unit"), step.end()
        else:
            words = _TRANSITIONAL.match(text, at) if text[at] in "pP" else None
            transitional = words is not None or transitional
            group = _group(text, words.end() if words else at)
            if group is None:
                if levels.pending and (opening := _OPENING.match(text, at)):
                    levels.open()
                    mark, at = _join(text, end := opening.end())
                    marked = mark is not None
                elif not marked and (annex := _ANNEX_BARE.match(text, at)):
                    at = annex.end()
                else:
                    break
                continue
            unit, values, stop, word = group
            mark, at = _join(text, stop)
            if word == "p." and not _PART_NEXT.match(text, stop) and not (articles and _POINT_NEXT.match(text, stop)):
                listed = levels.pending is not None and levels.pending[0] == "punkts" and before == "p."
                # 15.p.1.d.3.p.: the first p. is the article, a later one the point; `1.d. un 87.p.` is an article again
                if not articles or (words is None and levels.in_article() and (not marked or listed)):
                    unit = "punkts"
        if transitional:
            transitional = unit not in _OUTSIDE_TRANSITIONAL
            unit = "parejas" if unit == "punkts" else unit
        if levels.pending and not marked and len(values) > 1:
            values = levels.complete(text, begin, stop, unit, values, before)
        governed = not marked or (text[end] == "," and _GOVERNS.match(before) is not None)
        levels.add(unit, values, governed=governed, marked=marked)
        end, before, marked = stop, word, mark is not None
    return levels.close(), end


class _Levels:
    """What has been read of one citation: the places that are whole, and the levels that the next value may hang under."""

    def __init__(self) -> None:
        self.found: list[Pinpoint] = []
        self.parents: list[Level] = []  # each ranks above the next, and all above the pending one
        self.pending: Level | None = None

    def add(self, unit: PinpointUnit, values: list[str], *, governed: bool, marked: bool) -> None:
        """One group. `governed`: the unit before may stand above it; `marked`: a comma or `un` parts the two."""
        rank = _RANK[unit]
        if self.pending and governed and rank > _RANK[self.pending[0]]:
            self.parents = [*self.parents, self.pending]
        else:
            if self.pending:
                self.found += _spell(self.parents, self.pending)
            if self.parents:
                self.parents = [level for level in self.parents if _RANK[level[0]] < rank]
        if unit == "apakspunkts":
            values = self._sub_points(values, marked)
        self.pending = (unit, values)

    def _sub_points(self, values: list[str], marked: bool) -> list[str]:
        if marked and "." in values[0] and self.parents and self.parents[-1][0] == "punkts" \
                and not values[0].startswith(tuple(f"{value}." for value in self.parents[-1][1])):
            self.parents = self.parents[:-1]  # 20. punkta otro teikumu un 5.2. apakšpunktu: of another point
        if not self.parents and len(values) > 1:
            whole = [value for value in values if "." not in value]
            if whole and whole[0].isdigit() and len(whole) < len(values):
                self.found += _spell([], ("punkts", whole))  # 2., 3. un 18.1. apakšpunkts: only 18.1 is one
                return [value for value in values if "." in value]
        return values

    def complete(self, text: str, at: int, stop: int, unit: PinpointUnit, values: list[str], before: str) -> list[str]:
        """Gives the values at the head of a group the unit that is only printed behind it; the rest of the values."""
        if self.pending is None:
            return values
        left_out = _left_out(text, at, stop, self.pending[0], unit, before)
        below = _unit_below(text, at, stop, self.pending[0]) if left_out else None
        if below is None:
            return values
        self.found += _spell([*self.parents, self.pending], (below, values[:left_out]))
        self.pending = None
        return values[left_out:]

    def open(self) -> None:
        """The words that open the pending part are meant, and what follows hangs under it."""
        if self.pending:
            self.found += _spell(self.parents, self.pending)
            self.parents, self.pending = [*self.parents, self.pending], None

    def in_article(self) -> bool:
        return (self.pending is not None and self.pending[0] == "pants") or any(level[0] == "pants" for level in self.parents)

    def close(self) -> list[Pinpoint]:
        """All places of the citation."""
        if self.pending:
            self.found += _spell(self.parents, self.pending)
        return self.found


def _begin(text: str, start: int) -> int:
    """Where the first value may stand."""
    at = start + 1 if text.startswith(" ", start) else start
    if text[at : at + 1] in _GAPS:
        at = _skip(text, start)
    part = _DECIDING_PART.match(text, start) if text[at : at + 1] in _DECIDES else None
    return part.end() if part else at


def _left_out(text: str, at: int, stop: int, above: PinpointUnit, unit: PinpointUnit, before: str) -> int:
    """How many values at the head of the group have a unit that is only printed further on.

    5.panta pirmās daļas 2. | un otrās daļas 3.punktu     → 1: the point of the first part
    42.panta otrajā | un 42.1 panta trešajā daļā          → 1: the part of the first article
    """
    if _RANK[unit] > _RANK[above] or not _GOVERNS.match(before):
        return 0
    kinds = [item["value"][:1].isdigit() if item["value"] else None for item in _ITEM.finditer(text, at, stop)]
    kinds = kinds[: kinds.index(None)] if None in kinds else kinds
    head = next((index for index, kind in enumerate(kinds) if kind != kinds[0]), len(kinds) - 1)
    return max(head, 0)


def _unit_below(text: str, start: int, stop: int, above: PinpointUnit) -> PinpointUnit | None:
    """The unit, lower than `above`, that the groups from `stop` on come to without a mark between.

    None when its values are written otherwise than the one at `start`: `21. panta 17. un 61. panta trešo daļu` is a slip.
    """
    for _ in range(4):
        marked, at = _join(text, stop)
        group = None if marked else _group(text, at)
        if group is None or _RANK[group[0]] > _RANK[above]:
            return group[0] if group and text[at].isdigit() == text[start].isdigit() else None
        stop = group[2]
    return None


def _join(text: str, at: int) -> tuple[str | None, int]:
    """The comma or `un` that follows, if one does, and where the next group may begin."""
    join = _JOIN.match(text, at)
    assert join is not None
    return join["mark"], join.end()


def _skip(text: str, at: int) -> int:
    """Past white space and one closing mark before the first value."""
    stop = at
    while stop < at + 4 and text[stop : stop + 1] in (" ", "\t", ","):
        stop += 1
    broken = _NEXT_LINE.match(text, at) if text.startswith("\n", stop) else None
    return broken.end() if broken else stop


@lru_cache(maxsize=512)
def unit_named(word: str) -> PinpointUnit:
    """`panta` → pants, `apakšpunktā` → apakspunkts."""
    match = _UNIT_ALONE.match(word)
    assert match is not None
    return cast(PinpointUnit, match.lastgroup)


def _group(text: str, at: int) -> Group | None:
    """Unit, values, end, and the unit's word of the group that begins at `at`."""
    first = text[at : at + 1]
    match = _GROUP.match(text, at, at + 400)
    if match:
        unit = _unit_of(match)
        return unit, _values(match["values"]), match.end(), match[unit]
    if first.isdigit() or first == "(":
        short = _SHORT.match(text, at, at + 60)
        if short:
            sign = short["unit"].casefold()
            return _SHORT_UNITS[sign], _values(short["values"]), short.end(), "p." if sign == "p" else ""
    elif first in _UNIT_LETTERS:
        match = _REVERSE.match(text, at, at + 200)
        if match:
            return _unit_of(match), _values(match["values"]), match.end(), ""
    return None


def _unit_of(match: re.Match[str]) -> PinpointUnit:
    """The unit whose word the match has, before or behind the values."""
    if match.lastgroup != "values":
        return cast(PinpointUnit, match.lastgroup)
    return next(unit for unit, _, _ in UNITS if match[unit])


def _spell(parents: list[Level], last: Level) -> list[Pinpoint]:
    """Each value of each level with each of the others."""
    if not parents:
        unit, values = last
        return [{unit: value} for value in values]
    levels = [*parents, last]
    if len(parents) > 4 and sum(len(values) > 1 for _, values in levels) > 1:
        return []
    spelled: list[Pinpoint] = [{}]
    for unit, values in levels:
        if len(values) == 1:
            for above in spelled:
                above[unit] = values[0]
        else:
            spelled = [{**above, unit: value} for above in spelled for value in values]
    return spelled


def _values(printed: str, item: re.Pattern[str] = _ITEM) -> list[str]:
    """The values of a list; `item`: the pattern of each."""
    found: list[str] = []
    open_range = False
    for match in item.finditer(printed):
        if match.lastgroup == "range":
            open_range = True
            continue
        value = _value(match[0])
        if open_range and found:
            found[-1:] = spell_range(found[-1], value)
        else:
            found.append(value)
        open_range = False
    return found


def _value(printed: str) -> str:
    plain = printed.rstrip(".")
    if plain.isdecimal():
        return plain
    number = ordinal(printed) if printed[0].isalpha() and len(printed) > 3 else None
    if number is not None:
        return str(number)
    if _ROMAN_ALONE.fullmatch(printed):
        return str(_roman(printed.rstrip(".")))
    plain = re.sub(r"\.\s(?=\d)", ".", printed.strip(QUOTES + "'’‘()."))
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
