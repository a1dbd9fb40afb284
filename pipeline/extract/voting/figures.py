"""The count that belongs to a label, on whichever side it stands.

    PAR – 13 (…)            → 13, behind
    ar 13 balsīm “PAR” (…)  → 13, before
    pret – nav; “atturas” – → 0
    balsoja 10 no 15 deputātiem → 10, of 15
    visi 19 domes deputāti  → 19, the whole body
"""
from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.voting.lexer import Token

#: What may stand between a count and its label.
_LEFT = frozenset({"dash", "voice", "dep", "bal", "fill"})
#: That, and what may be the count itself or stand with it.
_BEFORE = _LEFT | {"num", "nil", "all", "list"}
_RIGHT = frozenset({"dash", "colon", "tab", "voice", "bal", "fill", "noun", "place", "and"})
_MARKS = frozenset({"dash", "colon", "tab"})
_UNIT = frozenset({"voice", "dep", "fill", "bal"})
_ENDS = frozenset({"comma", "semi", "dot", "nl", "tab", "and", "side", "not", "list", "colon", "dash", "close", "open",
                   "stop", "voice", "dep", "of", "absent", "place", "num", "body", "nil", "unanimous", "result"}) | _UNIT


class Figure(NamedTuple):
    """A count and the tokens it takes: `[first, last]`. `value` is None when all are meant and no number is said.

    `unit`: `balsis`, `deputāti` stands with it; `dash`: only a dash stands for it; `named`: the bracket behind it.
    """

    value: int | None
    first: int
    last: int
    unit: bool = False
    whole: bool = False
    total: int | None = None
    dash: bool = False
    named: int | None = None


def before(tokens: list[Token], at: int, floor: int) -> Figure | None:
    """The count in front of the label `tokens[at]`, not reaching below `floor`."""
    unit, named = False, None
    for index in range(at - 1, max(floor, at - 7) - 1, -1):
        token = tokens[index]
        if token.kind not in _BEFORE:
            return None
        if token.kind == "num":
            if index > floor and tokens[index - 1].kind == "of":
                return None
            whole = index > floor and tokens[index - 1].kind == "all"
            return Figure(int(token.value or 0), index - whole, at, unit, whole, named=named)
        if token.kind == "nil" and tokens[at].kind == "side" and all(t.kind in ("bal", "dash") for t in tokens[index + 1:at]):
            return Figure(0, index, at, unit)
        if token.kind == "all":
            return Figure(None, index, at, unit, whole=True)
        if token.kind == "list" and named is None and index > floor and tokens[index - 1].kind in ("num", "voice", "dep"):
            named = index  # `1 (C. Liepa) „pret”`
            continue
        if token.kind not in _LEFT:
            return None
        unit = unit or token.kind in _UNIT
    return None


def behind(text: str, tokens: list[Token], at: int, *, weak: bool) -> Figure | None:
    """The count behind the label `tokens[at]`. `weak`: the label may be a preposition, so what follows must end the phrase."""
    index, size = at + 1, len(tokens)
    marked = False
    while index < size and index < at + 7:
        kind = tokens[index].kind
        if kind not in _RIGHT and not (kind == "nl" and _cell(tokens, index)):
            break
        if kind in _MARKS:
            marked = True
        elif kind == "and" and not marked:
            return None
        index += 1
    if index >= size:
        return _bare(tokens, at, index)
    token = tokens[index]
    if token.kind == "num":
        return _counted(tokens, at, index, weak)
    if token.kind == "nil":
        last = index
        while last + 1 < size and tokens[last + 1].kind in ("nil", "voice", "dep"):
            last += 1
        return Figure(0, at, last)
    if token.kind == "all":
        if index + 1 < size and tokens[index + 1].kind == "num":
            counted = _counted(tokens, at, index + 1, weak)
            return counted._replace(whole=True) if counted else None
        last = index
        while last + 1 < size and tokens[last + 1].kind in _UNIT:
            last += 1
        if last + 1 < size and tokens[last + 1].kind == "num":
            return Figure(int(tokens[last + 1].value or 0), at, last + 1, whole=True)
        return Figure(None, at, last, whole=True)
    if token.kind == "list":
        inner = text[token.start + 1:token.end - 1].split()
        if inner and inner[0].isdigit() and len(inner[0]) < 4 and len(inner) < 3:
            return Figure(int(inner[0]), at, index)
        if not inner or inner[0] in ("nav", "-", "–", "—", "0", "nav."):
            return Figure(0, at, index)
    return _bare(tokens, at, index)


def _cell(tokens: list[Token], index: int) -> bool:
    """Whether the line's end at `index` stands between a label and its count: cells of a table, a line broken at the dash."""
    return (index + 1 < len(tokens) and tokens[index + 1].kind in ("num", "nil")
            and (tokens[index - 1].kind in ("dash", "colon")
                 or index + 2 == len(tokens) or tokens[index + 2].kind in ("nl", "list", "voice", "dep")))


def _counted(tokens: list[Token], at: int, index: int, weak: bool) -> Figure | None:
    follows, value = index + 1, int(tokens[index].value or 0)
    if weak and follows < len(tokens) and tokens[follows].kind not in _ENDS:
        if tokens[follows].kind != "word" or follows + 1 >= len(tokens) or tokens[follows + 1].kind != "dep":
            return None
        index = follows + 1  # `trīs opozīcijas deputāti`
    last, total = index, None
    while last + 1 < len(tokens) and tokens[last + 1].kind in _UNIT and not _next_label(tokens, last + 1):
        last += 1
    if last + 2 < len(tokens) and tokens[last + 1].kind == "of" and tokens[last + 2].kind in ("num", "all", "fill"):
        probe = last + 2
        while probe < len(tokens) and tokens[probe].kind in ("all", "fill", "dep"):
            probe += 1
        if probe < len(tokens) and tokens[probe].kind == "num":
            total, last = int(tokens[probe].value or 0), probe
            while last + 1 < len(tokens) and tokens[last + 1].kind in _UNIT:
                last += 1
    return Figure(value, at, last, last >= follows, total=total)


def _next_label(tokens: list[Token], index: int) -> bool:
    """`balsojot "pret"` after a count: the verb belongs to the next label."""
    return tokens[index].kind == "bal" and index + 1 < len(tokens) and tokens[index + 1].kind == "side"


def _bare(tokens: list[Token], at: int, index: int) -> Figure | None:
    """A dash with nothing behind it is a nought: `“pret” – , “atturas” –`."""
    if not 1 < index - at <= 3 or tokens[at].value == "for":
        return None
    dashes = [i for i in range(at + 1, index) if tokens[i].kind == "dash"]
    ended = index >= len(tokens) or tokens[index].kind in ("comma", "semi", "dot", "nl", "close", "stop")
    return Figure(0, at, dashes[-1], dash=True) if dashes and ended else None
