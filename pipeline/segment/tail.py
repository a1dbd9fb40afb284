"""What follows the points: annex list, vote, appeal notice, signature, distribution, annexes' own text.

    Pielikumā: līguma projekts uz 4 lp.      → annexes
    Domes priekšsēdētāja<TAB>E. Ozola        → signature
    Pielikums / Līčupes novada domes 31.05.2023. lēmumam Nr. 12 / …   → annex_text, to the end of the part
"""
from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from pipeline.clean.text import Text
from pipeline.records import ZoneKind
from pipeline.segment import marks
from pipeline.segment.cuts import Cuts
from pipeline.segment.headings import is_foot_date

_ANNEX_OF = re.compile(r"\b(?:lēmum(?:am|a|u|iem)|noteikumiem|rīkojum(?:am|u|a)|nolikum(?:am|u)|protokol(?:am|a|u))\b")
_CAPS_HEADING = re.compile(r"^[^a-zāčēģīķļņšūž\d]{6,160}$")
_TEXT_HEADING = re.compile(r"^(?:NOLIKUMS|NOTEIKUMI|SAISTOŠIE NOTEIKUMI|LĪGUMS|CENRĀDIS|REGLAMENTS|INSTRUKCIJA|KĀRTĪBA"
    r"|TĀME|SARAKSTS|PASKAIDROJUMA RAKSTS"
                           r"|Nolikums|Noteikumi|Saistošie noteikumi|Paskaidrojuma raksts|Cenrādis)\b")
#: What annexes' headings and lists begin with.
_ANNEX_FIRST = frozenset("0123456789pP")
#: What the points rest on, told behind them; `Pamats: I. Ozola iesniegums` closes an order.
_BASIS_AFTER = re.compile(r"^(?:Lēmums pieņemts,? (?:pamatojoties|saskaņā)|(?:Pamat(?:s|ojums)|PAMAT(?:S|OJUMS)) ?[:–-] )")
_LIST_LINE = re.compile(r"^(?:\d{1,2}[.)]|[-–•]|\d{1,2}\. ?pielikums|[a-z]\)|[Uu]z \d)")


def label_tail(text: Text, lines: list[str], cuts: Cuts, first: int, resolution: int, *, titled: bool,
               base: ZoneKind = "resolution") -> None:
    """Marks everything from paragraph `first` on; `resolution` is the paragraph where the points begin,
    `base` the zone they make."""
    end = len(lines)
    if not titled:
        end = _end_title(text, cuts, lines, first)
    tail = _Tail(lines, first, end)
    annex = _annex_text(tail)
    signed = _signature(tail, annex if annex is not None else end)
    state: ZoneKind | None = None
    top = (_number(lines[resolution]) or 0) if resolution < first else 0
    for index in range(first, end if annex is None else annex):
        start = text.paragraphs[index].start
        if signed and signed[0] <= index < signed[1]:
            state = "signature"
        else:
            number = tail.numbers[index - first]
            unsigned = signed is None or index < signed[0]
            kind = _kind(lines[index], state, unsigned, text.paragraphs[index].blank_before, number is not None)
            if number and number == top + 1 and unsigned and kind not in ("annexes", "vote"):
                kind = None
            if kind is None and number and unsigned:
                top = max(top, number)
            state = kind if kind else (state if _stays(state, number, top) else None)
        if state:
            cuts.add(start, state)
        elif signed and index >= signed[1]:
            cuts.add(start, "other")
        elif index > first:
            cuts.add(start, base) if _was_tail(cuts, start) else None
    if annex is not None:
        cuts.add(text.paragraphs[annex].start, "annex_text")


def _was_tail(cuts: Cuts, start: int) -> bool:
    return cuts.kind_before(start) in ("annexes", "appeal", "vote", "distribution", "head", "basis")


def _stays(state: ZoneKind | None, number: int | None, top: int) -> bool:
    """Whether a paragraph without a mark of its own goes on with the zone above it."""
    return state in ("annexes", "appeal", "distribution") or (state == "vote" and not number)


def _number(line: str) -> int | None:
    """The first figure of a point number: 2 for `2.`, `2.1.`; None for a paragraph without one."""
    match = marks.POINT.match(line) if line[:1].isdecimal() else None
    return int(match["number"].partition(".")[0]) if match else None


def _kind(line: str, state: ZoneKind | None, unsigned: bool, blank: int, numbered: bool) -> ZoneKind | None:
    """The tail zone that a paragraph opens, or None; `numbered` when it begins with a point's number."""
    if line[:1] in _ANNEX_FIRST and marks.ANNEX_LIST.match(line):
        return "annexes"
    if state == "annexes" and (_LIST_LINE.match(line) or not blank):
        return "annexes"
    if state == "vote" and unsigned and marks.VOTE_ROW.match(line):
        return "vote"
    if (not numbered or "@" in line) and marks.DISTRIBUTION.match(line):
        return "distribution"
    if not numbered and marks.DECISION_NUMBER.match(line):
        return "head"
    if not numbered and _BASIS_AFTER.match(line):
        return "basis"
    if not numbered and marks.APPEAL.search(line) and re.search(r"lēmum|rīkojum|tiesā|aktu|noteikum", line, re.IGNORECASE):
        return "appeal"
    if state == "distribution" and not blank:
        return "distribution"
    if is_foot_date(line):
        return "distribution" if state == "distribution" else "head"
    if numbered:
        return None
    if unsigned and marks.VOTE_PARAGRAPH.match(line):
        return "vote"
    return "other" if marks.SEPARATOR.match(line) else None


def _signature(tail: _Tail, end: int) -> tuple[int, int] | None:
    """The last block of signatures before `end` that no point follows; what certifies a copy or names the drafter is none."""
    lines, first = tail.lines, tail.first
    index = first
    found: tuple[int, int] | None = None
    top = 0
    while index < end:
        line = lines[index]
        if found and marks.DISTRIBUTION.match(line):
            break
        stop = tail.signed(index, end)
        if stop:
            joined = found is not None and _only_notes(lines, found[1], index)
            found = (found[0] if found and joined else index, stop)
            index = stop
            continue
        number = tail.numbers[index - first]
        if found and number and number == top + 1 and top:
            found = None
        if not found:
            top = max(top, number or 0)
        index += 1
    return found or _name_first(lines, first, end)


def _name_first(lines: list[str], first: int, end: int) -> tuple[int, int] | None:
    """`Andris Bērziņš / Domes priekšsēdētājs` as the last two lines before the tail."""
    for index in range(first, end - 1):
        if marks.NAME_ONLY.match(lines[index]) and marks.role_only(lines[index + 1]):
            below = lines[index + 2] if index + 2 < end else ""
            if not below or marks.DISTRIBUTION.match(below) or marks.ANNEX_LIST.match(below) or is_foot_date(below):
                return index, index + 2
    return None


def _only_notes(lines: list[str], start: int, end: int) -> bool:
    """Between two signatures nothing, or short notes."""
    return end - start <= 2 and all(len(line) < 90 and not (
        marks.POINT.match(line) or marks.ANNEX_LIST.match(line) or marks.APPEAL.search(line) or marks.DISTRIBUTION.match(line)
    ) for line in lines[start:end])


def signature_block(lines: list[str], index: int, end: int, line: str | None = None) -> int | None:
    """The end of the signature that begins at `index`; `line` stands in for what is printed there."""
    line = lines[index] if line is None else line
    if not marks.may_sign(line):
        return None
    if marks.DISTRIBUTION.match(line):
        return None
    if marks.signature_line(line) and not marks.role_only(line):
        return _names_end(lines, index + 1, end) if "ocekļi" in line else index + 1
    follow = lines[index + 1] if index + 1 < end else ""
    if marks.role_only(line) or marks.ROLE_HEAD.match(line) or marks.SIGN_NOTE_ONLY.match(line):
        if marks.NAME_ONLY.match(follow):
            return _names_end(lines, index + 2, end) if "ocekļi" in line else index + 2
        second = follow[:1].upper() + follow[1:]
        if marks.SIGN_NOTE_ONLY.match(follow) or marks.signature_line(second):
            return signature_block(lines, index + 1, end, second) or index + 2
    if follow[:1].islower() and marks.may_sign(follow) and marks.BODY_HEAD.match(line):
        return signature_block(lines, index + 1, end, follow[:1].upper() + follow[1:])
    return None


def _names_end(lines: list[str], index: int, end: int) -> int:
    """Behind the names, one a line, that share an office: `Komisijas locekļi: A. Ozols / B. Liepa / C. Egle`."""
    while index < end and marks.NAME_ONLY.match(lines[index]):
        index += 1
    return index


def _annex_text(tail: _Tail) -> int | None:
    """Where the text of the first annex begins: its heading or stamp, after a signature or with the act's name."""
    lines, first, end = tail.lines, tail.first, tail.end
    signed = False
    listing = False                    # `1. pielikums. Nolikums – 2 lp.` and what stands below `Pielikumi:` is an entry
    for index in range(first, end):
        line = lines[index]
        opened = (line.endswith(":") or line[0].isdigit()) and marks.ANNEX_LIST.match(line)
        listing = bool(opened or (listing and _LIST_LINE.match(line)))
        if listing:
            continue
        follow = lines[index + 1] if index + 1 < end else ""
        if line[:1] in _ANNEX_FIRST and marks.ANNEX_HEAD.match(line) and not line.endswith(":"):
            second = lines[index + 2] if index + 2 < end else ""
            named = bool(_ANNEX_OF.search(line) or _ANNEX_OF.search(follow[:160]) or _ANNEX_OF.search(second[:160]))
            if signed or named or marks.STAMP.match(follow):
                return index
        if not signed:
            signed = tail.signed(index, end) is not None and not tail.goes_on(index)
            continue
        if marks.STAMP.match(line) or (_TEXT_HEADING.match(line) and index + 2 < end):
            return index
        # a heading that has none of an annex right below it
        if (marks.SEPARATOR.match(line) or _CAPS_HEADING.match(line)) and not marks.DISTRIBUTION.match(line) \
                and not marks.ANNEX_HEAD.match(follow) and len("".join(lines[index:end])) > 300:
            return index
    return None


class _Tail:
    """The lines `[first, end)`, with what is asked of them more than once: the numbers of points, and who signs.

    A line may look like a signature while the points go on behind it.
    """

    def __init__(self, lines: list[str], first: int, end: int) -> None:
        self.lines, self.first, self.end = lines, first, end
        self.numbers = [_number(line) for line in lines[first:end]]      # of each line, from `first` on
        self._may_sign = [marks.may_sign(line) for line in lines[first:end]]
        self._blocks: dict[int, int | None] = {}

    def signed(self, index: int, end: int) -> int | None:
        """`signature_block` of the lines before `end`."""
        if not self._may_sign[index - self.first]:
            return None
        if end != self.end:
            return signature_block(self.lines, index, end)
        if index not in self._blocks:
            self._blocks[index] = signature_block(self.lines, index, end)
        return self._blocks[index]

    @cached_property
    def _last(self) -> int:
        """The last line with a number; one above the first when none has."""
        last = len(self.numbers) - 1
        while last >= 0 and not self.numbers[last]:
            last -= 1
        return self.first + last

    @cached_property
    def _at(self) -> dict[int, list[int]]:
        """Where each number stands."""
        found: dict[int, list[int]] = {}
        for index, number in enumerate(self.numbers, self.first):
            if number:
                found.setdefault(number, []).append(index)
        return found

    @cached_property
    def _top(self) -> list[int]:
        """The highest number down to each line."""
        return list(accumulate((number or 0 for number in self.numbers), max))

    @cached_property
    def _stops(self) -> list[int]:
        """Where annexes may begin."""
        return [index for index, line in enumerate(self.lines[self.first:self.end], self.first)
                if marks.ANNEX_HEAD.match(line) or marks.STAMP.match(line)]

    def goes_on(self, index: int) -> bool:
        """Whether the next point stands below line `index`, above any annex."""
        if index >= self._last:
            return False
        top = self._top[index - self.first - 1] if index > self.first else 0
        following = self._at.get(top + 1, []) if top else []
        at = bisect_right(following, index)
        if at == len(following):
            return False
        stop = bisect_right(self._stops, index)
        return stop == len(self._stops) or following[at] < self._stops[stop]


def _end_title(text: Text, cuts: Cuts, lines: list[str], first: int) -> int:
    """A title at the very end, where the gazette's publisher put it: marks it and gives its index."""
    last = len(lines) - 1
    for index in range(last, max(first, last - 3), -1):
        line = lines[index]
        if line.endswith((".", ":", ";")) or marks.POINT.match(line):
            continue
        if marks.TITLE.match(line) or (index == last and _heading_behind_signature(lines, index)):
            cuts.add(text.paragraphs[index].start, "title")
            return index
    return len(lines)


def _heading_behind_signature(lines: list[str], index: int) -> bool:
    """`Komisijas nolikums` right below who signed: a title that does not begin as titles do."""
    return bool(marks.RULES_TITLE.match(lines[index])) and signature_block(lines, index - 1, index) is not None
