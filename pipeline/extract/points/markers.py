"""The mark that opens a point: its number, letter or bullet.

    1.2.3. malkas šķūņa …     → decimal (1, 2, 3), printed `1.2.3`
    2) paskaidrojuma raksts   → paren (2), printed `2`
    b) nodibinājumam …        → letter (b)
    II. Noteikt               → roman (2)
    2024. gadā – 5 000 EUR    → no mark: a year
    15. maijam                → no mark: a day
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Style = Literal["decimal", "paren", "letter", "capital", "roman", "small_roman"]
#: One level's value: the figure and its index (`2.¹` is (2, 1), `2.` is (2, 0)).
Value = tuple[int, int]

#: No document numbers deeper; longer chains of figures are codes.
DEEPEST = 6
_INDEX = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FIGURES = re.compile(
    r"(?P<figures>\d{1,3}(?:\.\d{1,3}){0,7})(?!\d)(?:\.?(?P<index>[¹²³⁴-⁹][⁰¹²³⁴-⁹]?))?"
    r"(?P<stop> ?\.\)|\.|\)| \.(?= )|(?= )|(?=\t))(?:\s?§\.?(?=\s))?(?P<space>\s*)")
_BRACKETED = re.compile(r"\((?P<word>\d{1,2}|[a-zāčēģīķļņšūž]|[ivx]{1,4})\)\s*")
_ROMAN = re.compile(r"(?P<word>[IVX]{1,5})(?P<stop>\.|\)|(?=\s))\s*")
_LETTER = re.compile(r"(?P<word>[ivx]{2,4}|[a-zāčēģīķļņšūžA-Z])(?P<stop>\)|\.(?= [a-zāčēģīķļņšūž“„\"]))\s*")
BULLET = re.compile(r"(?:[•▪●○◦■□➢✓*·\uf0b7\uf0a7]|[-–—])\s+")
_MONTH = r"(?:janv|febr|mart[as]|aprī|maij|jūnij|jūlij|august[as]|sept|okt|nov(?:\.|embr)|dec(?:\.|embr))"
_DAY = re.compile(rf"{_MONTH}|(?:gad(?:a|ā|am|u|s|os|iem)|g\.)(?=\W)")
#: A number before one of these is a citation's or goes on with its sentence.
_CITED = re.compile(
    r"(?:pant|punkt|apakšpunkt|daļ(?:a|as|u|ā|ai)\b|pielikum|teikum|rindkop|p\.|apakšp|lpp|gs\b)"
    rf"|(?:un|vai|līdz)\s\d{{1,3}}(?!\d)(?!\.?\s?{_MONTH})|[§%/°–—-]|[,.]\s?\d")
#: Before one of these it may be a point's or its sentence's; the order of the points decides.
_DOUBT = re.compile(
    r"(?:nodaļ|klas|kurs|stāv|kārt|pakāp|iel|gadsimt|lapa|lp\b|dien|kategorij|grup|datum|kv\b|nr\b|vidusskol|pamatskol|arodvidusskol"
    r"|posm|lot|iepirkuma daļ|instanc|līmeņ|reiz|personai\b)|(?:gab|ha|m2|m²|km|kg|t|st|min|x)\b|[€]|EUR\b|euro\b")
_UPPER = frozenset("AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽQWXY“„\"«([")
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzāčēģīķļņšūžABCDEFGHIJKLMNOPQRSTUVWXYZ")
_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(slots=True)
class Marker:
    """`[start, end)` covers the mark and the space behind it; `path` holds every level's value."""

    style: Style
    path: tuple[Value, ...]
    printed: str
    start: int
    end: int
    alone: bool = False      # nothing else on its line
    dotted: bool = True      # closed by a full stop or bracket
    cited: bool = False      # a citation's number, by the word behind it
    doubtful: bool = False   # may be a number of the sentence
    upper: bool = False      # a capital or quotation mark follows
    tabbed: bool = False     # a gap between columns follows

    @property
    def last(self) -> Value:
        return self.path[-1]


def read_marker(text: str, start: int, end: int) -> Marker | None:
    """The mark at `start` of a line that ends at `end`; None when the line opens with none."""
    sign = text[start:start + 1]
    if sign in _DIGITS:
        match = _FIGURES.match(text, start, end)
        return _figures(text, match, end) if match else None
    if sign in _LETTERS:
        match = (_ROMAN if sign in _VALUES else _LETTER).match(text, start, end)
        return _lettered(text, match, end) if match else None
    if sign == "(" and (match := _BRACKETED.match(text, start, end)):
        word = match["word"]
        return _made(text, match, end, "paren", int(word), word) if word.isdigit() else _small(text, match, end)
    return None


def _lettered(text: str, match: re.Match[str], end: int) -> Marker | None:
    word, stop = match["word"], match["stop"]
    if match.re is _ROMAN:
        if stop == "" and not _chapter(text, match.end(), end):
            return None
        value = roman_value(word)
        return _made(text, match, end, "roman", value, word) if value else None
    if word.isupper():
        return None if stop == "." else _made(text, match, end, "capital", ord(word.lower()), word)
    return _small(text, match, end)


def _small(text: str, match: re.Match[str], end: int) -> Marker | None:
    """`b)`, `(b)`; of several letters `iv)`, `(iv)`."""
    word = match["word"]
    if len(word) == 1:
        return _made(text, match, end, "letter", ord(word), word)
    value = roman_value(word.upper())
    return _made(text, match, end, "small_roman", value, word) if value else None


def _figures(text: str, match: re.Match[str], end: int) -> Marker | None:
    figures, index, stop, space = match.group("figures", "index", "stop", "space")
    path = levels_of(figures)
    if path is None:
        return None
    at = match.end()
    sign = text[at:at + 1]
    stop = stop.strip()
    single = len(path) == 1
    upper = sign in _UPPER
    if not stop and ((single and not upper) or not sign):
        return None
    cited = doubtful = False
    if not upper or sign == "E":       # `EUR`; no other capital begins a word of citations, days or units
        follows = text[at:at + 24]
        if single and (_DAY.match(follows) or (stop == "." and not space and sign == "-")):
            return None
        cited = bool(_CITED.match(follows))
        doubtful = cited or bool(_DOUBT.match(follows))
    printed = figures
    if index:
        value = int(index.translate(_INDEX))
        path = (*path[:-1], (path[-1][0], value))
        printed = f"{figures}.{value}" if value else figures
    return Marker("paren" if single and stop == ")" else "decimal", path, printed, match.start(), at,
                  at >= end, stop != "", cited, doubtful, upper, "\t" in space)


@lru_cache(maxsize=1024)
def levels_of(figures: str) -> tuple[Value, ...] | None:
    """`1.2` → ((1, 0), (2, 0)); None for a date, a sum or a code."""
    levels = figures.split(".")
    if len(levels) == 2 and levels[1] == "0":      # `2.0.` numbers as `2.` does
        del levels[1]
    if len(levels) > DEEPEST or ("0" in figures and _ill_formed(levels)):
        return None
    return tuple([(int(level), 0) for level in levels])


def _ill_formed(levels: list[str]) -> bool:
    """A level that begins with 0, as in a date or a sum (`01.02`, `0.5`)."""
    return levels[0] == "0" or any(level != "0" and level.startswith("0") for level in levels)


def _made(text: str, match: re.Match[str], end: int, style: Style, value: int, printed: str) -> Marker:
    return Marker(style, ((value, 0),), printed, match.start(), match.end(), alone=match.end() >= end,
                  upper=text[match.end():match.end() + 1] in _UPPER)


def _chapter(text: str, start: int, end: int) -> bool:
    """What follows a Roman figure without a full stop is a heading: short, a capital first."""
    return end - start < 90 and text[start:start + 1].isupper() and not text[start:end].rstrip().endswith((".", ";", ","))


def roman_value(figure: str) -> int | None:
    """`IV` → 4; None when it is not written as Roman figures are."""
    total = previous = 0
    for sign in reversed(figure):
        value = _VALUES[sign]
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total if 0 < total < 40 and to_roman(total) == figure else None


def to_roman(value: int) -> str:
    """4 → `IV`; up to 39."""
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


#: Letters in the two orders that lists use: with and without the Latvian letters.
_ORDERS = tuple({ord(letter): place for place, letter in enumerate(order)}
                for order in ("abcdefghijklmnoprstuvz", "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", "abcdefghijklmnopqrstuvwxyz",
                              "abcčdefgģhijkķlļmnņoprsštuvzž"))


def follows(style: Style, before: Value, value: Value) -> bool:
    """`value` comes right after `before` in its style: 3 after 2, `2.¹` after 2, `č` or `d` after `c`."""
    if style in ("letter", "capital"):
        return any(before[0] in order and order.get(value[0]) == order[before[0]] + 1 for order in _ORDERS)
    return value == (before[0] + 1, 0) or value == (before[0], before[1] + 1)


def is_first(style: Style, value: Value) -> bool:
    """1, `a`, `I`."""
    return value == ((ord("a"), 0) if style in ("letter", "capital") else (1, 0))
