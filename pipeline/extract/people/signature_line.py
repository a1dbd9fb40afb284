"""One printed line of a signature block, told apart into offices and names.

    Domes priekšsēdētājs (paraksts*) Velga Aizpure → office `Domes priekšsēdētājs`, name `Velga Aizpure`
    Kolēģijas locekļi: A.Svirido, J.Rumkovskis     → one office, two names
    Sēdes vadītājs,                                → an office that waits for its name
"""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.latvian.names.tokens import INITIALS, LETTER, UPPER, WORD
from pipeline.latvian.roles import offices

Kind = Literal["office", "name", "words"]

#: Places for the hand-written name and stamp, in every bracket they are printed with.
_MARKS = re.compile(
    r"[(\[/<][^()\[\]/<>\n]{0,40}parakst[^()\[\]/<>\n]{0,40}[)\]/>]\*?|\b(?:personiskais\s)?paraksts\b\*?:?|\b[zZ]\.\s?[vV]\."
    r"|\((?:vārds|uzvārds|amats|datums)[^()\n]{0,40}\)|_{2,}|[.…]{4,}|\*+", re.IGNORECASE)
#: What every such place holds; quick to look for.
_MARK_SIGNS = re.compile(r"parakst|\*|__|\.\.|…|z\.|vārds|amats|datums")
#: Words that say who signed without naming an office; what stands in for one.
_LABEL = (r"(?i:(?:protokolēja|(?:protokolu|sēdi)\s(?:rakstīja|sagatavoja|parakstīja|noformēja|sastādīja|vadīja|protokolēja))\b"
          r"|(?<!\w)[pv]\.\s?i\.|vietā\b)")
_LOWER = "a-zāčēģīķļņōŗšūž"
_TOKEN = re.compile(
    rf"(?P<tab>\t)|(?P<label>{_LABEL})|(?P<full>{INITIALS}{WORD})"
    # `priekšsēdētājsV.Stirāns`: a converter lost the gap before the name.
    rf"|(?P<glued>[{UPPER}]?[{_LOWER}]{{4,}}(?=[{UPPER}]))|(?P<word>{LETTER}+(?:-{LETTER}+)*\.?)|(?P<digit>\d+)|(?P<mark>\S)")
_NAME_WORD = re.compile(WORD)


class Piece(NamedTuple):
    """`[start, end)` of the text; `column` counts the line's cells from 0; `office` with `plural` serves several names."""

    kind: Kind
    start: int
    end: int
    column: int = 0
    plural: bool = False


class _Word(NamedTuple):
    kind: str            # office, plural, initials, capital, lower, tab, comma, other
    start: int
    end: int


def without_marks(line: str, instead: str | Callable[[re.Match[str]], str] = "") -> str:
    """The line with `instead` of each place for a hand-written signature or stamp."""
    return _MARKS.sub(instead, line) if _MARK_SIGNS.search(line.lower()) else line


def blank(text: str, start: int, end: int) -> str:
    """The line with the marks for hand-written signatures replaced by as many blanks."""
    return without_marks(text[start:end], lambda m: " " * len(m.group()))


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The offices and names that stand in one line, in order; `words` for what may be half an office (`Komisijas`)."""
    words = _words(blank(text, start, end), start)
    return [piece for piece in _pieces(words) if piece.kind != "words" or _fragment(text[piece.start:piece.end])]


def _fragment(words: str) -> bool:
    """Whether words without an office word can be a part of one: short, no figures (those are places and dates)."""
    return len(words) <= 60 and not any(c.isdigit() for c in words) and not words.endswith(".")


def _pieces(words: list[_Word]) -> list[Piece]:
    found: list[Piece] = []
    column, left, index = 0, None, 0        # left: where the current office phrase began
    plural = seen_office = False
    while index < len(words):
        word = words[index]
        if word.kind == "tab":
            if left is not None and not found and seen_office and _name_ahead(words, index):
                index += 1
                continue
            if left is not None:
                found.append(Piece("office" if seen_office else "words", left, words[index - 1].end, column, plural))
            column, left, seen_office, index = column + 1, None, False, index + 1
            continue
        size = _name_length(words, index, seen_office, left is None)
        if size:
            if left is not None:
                found.append(Piece("office" if seen_office else "words", left, words[index - 1].end, column, plural))
            found.append(Piece("name", word.start, words[index + size - 1].end, column))
            left, seen_office, index = None, False, index + size
            continue
        if word.kind in ("office", "plural"):
            plural, seen_office = word.kind == "plural", True
        if left is None and word.kind not in ("comma", "other", "digit"):
            left = word.start
        index += 1
    if left is not None:
        last = next(w for w in reversed(words) if w.kind not in ("tab", "other"))
        found.append(Piece("office" if seen_office else "words", left, max(last.end, left), column, plural))
    return found


def _name_ahead(words: list[_Word], tab: int) -> bool:
    """Whether the next cell is a name, so that this tab is the gap between an office and its holder."""
    after = tab + 1
    while after < len(words) and words[after].kind in ("tab", "other"):
        after += 1
    return after < len(words) and words[after].kind in ("initials", "capital", "lower") and not any(
        w.kind in ("office", "plural") for w in words[after:])


def _name_length(words: list[_Word], index: int, after_office: bool, opens: bool) -> int:
    """How many words from `index` make a name; 0 for none. A bare capitalised word is one only right behind an office."""
    word = words[index]
    if word.kind == "initials":
        return 1
    if word.kind != "capital" or not (after_office or opens):
        return 0
    size = 1
    while index + size < len(words) and size < 4 and words[index + size].kind == "capital":
        size += 1
    follower = words[index + size].kind if index + size < len(words) else "end"
    if follower in ("office", "plural"):
        # `Jānis Kalns Domes sekretāre`: the last capitalised word belongs to the next office.
        return 2 if after_office and size >= 3 else 0
    if follower == "lower" or (follower == "initials" and size == 1):
        return 0
    if size == 1:
        previous = words[index - 1].kind if index else ""
        return int(after_office and previous in ("office", "other", "tab") and follower == "end")
    return size


def _words(line: str, offset: int) -> list[_Word]:
    found: list[_Word] = []
    for match in _TOKEN.finditer(line):
        group, value = match.lastgroup or "", match.group()
        if group in ("word", "glued"):
            kind = _class(value)
        elif group == "mark":
            kind = "comma" if value in ",;" else "other"
        else:
            kind = {"full": "initials", "label": "office"}.get(group, group)
        found.append(_Word(kind, match.start() + offset, match.end() + offset))
    return found


@lru_cache(maxsize=8192)
def _class(value: str) -> str:
    known = [office for office in offices(value) if office.case in ("nominative", "genitive")]
    if known:
        return "plural" if all(office.plural for office in known) else "office"
    return "capital" if _NAME_WORD.fullmatch(value) else "lower"
