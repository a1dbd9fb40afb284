"""Which printed lines are one paragraph.

    …kas nepie- / ciešams pašvaldības    → one paragraph (what becomes of the hyphen: `hyphens`)
    Alvis Ozols – par / Baiba Liepa – par → two: the first line had room for the next word
    5. maijā / 2. Uzdot nodaļai          → two: a point begins

A text is wrapped when its sentences run over line ends at one common width. There a line that had no room for the next
line's first word goes on; everything else begins anew.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.lines import GAP, LOWER, RULE, Line, runs_on
from pipeline.latvian.quotes import QUOTES, is_opening
from pipeline.latvian.speech import SPEAKER_WORDS

_UPPER = frozenset("AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽQWXY")
_MARKER = re.compile(
    r"(?:(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}(?:\.[¹²³⁴⁵⁶⁷⁸⁹⁰]+)?)(?P<stop>\.?\)?)(?P<space>\s*)|(?P<letter>[a-zāčēģķļņšž]|[ivx]{1,4})\)\s"
    r"|(?P<bullet>[•▪●○◦■□➢✓*·\uf0b7\uf0a7]|[-–—])\s+|\[\d)(?P<next>\S?)")
# A number before one of these is no point's but part of a sentence: `30. jūnijam`, `4. panta`, `10.punktu un`.
_NOT_A_POINT = re.compile(
    r"(?:gad[asuā]|janv|febr|mart|apr[iī]l|maij|jūn|jūl|aug|sept|okt|nov|dec|pant|punkt|apakšpunkt|daļ|nodaļ|pielikum|teikum|rindkop"
    r"|un\b|vai\b|līdz\b|nr\b|klas|kurs|stāv|§|p\.|apakšp|kārt|pakāp|iel|Saeim|gadsimt|lpp|lapa|gs\b|datum|dien|kategorij|grup)")
_OPERATIVE = re.compile(r"(?:n ?o ?l ?e ?m ?j|N ?O ?L ?E ?M ?J|nolēma|NOLĒMA|konstatē(?:ja|ju)?|KONSTATĒJA|LĒMUMS"
    r"|L Ē M U M S) ?:?$|LĒMUMS Nr\b|P(?:ielikumā|IELIKUMĀ|ielikumi) ?:|Ziņo(?:tājs|tāja|jums)?\b"
    r"|Sēd[ie] (?:slē|beidz)")
_OPERATIVE_FIRST = frozenset("nNkKLPZS")
#: Lines of a head that always stand for themselves.
_HEAD_LINE = re.compile(
    r"(?:(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,} ){0,6}(?:SAISTOŠIE NOTEIKUMI|LĒMUMS|RĪKOJUMS|NOLIKUMS|PROTOKOLS)(?: N[Rr]\b|$)"
    r"|(?:Izdot|Pieņemt)[sia] saskaņā|Grozījumi (?:ar |\d\d?\. ?\d\d?\. ?\d{4}))")
#: A decision's number on a line of its own: `(Lēmums Nr. 212)`.
_NUMBER_ALONE = re.compile(r"(?:[(\[]l|[(\[]?L)(?:ēmums|ĒMUMS) N[rR]\.? ?[\w/.-]{1,20}[)\]]?\.?$")
_HEADING = frozenset(["Par ", "PAR "])
_COUNTED = frozenset("–-—:0123456789")
_TITLE_STOP = re.compile(rf"[\[(]|(?:{'|'.join(SPEAKER_WORDS)})|Par |PAR |Izdot[sia]\b|Pieņemt[sia]\b|Pamatojoties|Saskaņā ar"
    r"|\d{1,3}(?:\.\d{1,3})?\.? ?[A-ZĀČĒĢĪĶĻŅŠŪŽ“„\"]|(?:§ ?\d{1,3}|\d{1,3}\.? ?(?:§|p\.|punkts|jautājums))\.?$"
    rf"|[{RULE}]{{3,}}$|{_NUMBER_ALONE.pattern}")
_CONTACT = re.compile(r"(?:tālr|tel\.|e-pasts|www\.|[Rr]eģ\. ?[Nn]r|[Rr]eģistrācijas [Nn]r)")
_QUOTE = re.compile(f"[{QUOTES}]")
_HYPHENS = "-\u2010\u00ad¬"
_RULE_MARKS = frozenset(RULE)


_WIDEST = 200  # columns; longer lines are paragraphs already


@dataclass(frozen=True, slots=True)
class Width:
    """The column at which a text is wrapped; `slack` columns of play (0 for text wrapped by the column)."""

    column: int
    slack: int


def measure(lines: list[Line]) -> Width | None:
    """The common width, from lines whose sentence surely runs on; None for a text that is not wrapped."""
    rights = []
    fits = 0
    for a, b in pairwise(lines):
        if b.body[0] in LOWER and not b.blank and not a.gap and not b.gap and a.right > 24 and not a.ends_sentence():
            rights.append((a.right, len(b.body.split(None, 1)[0])))
    if not rights:
        return None
    ordered = sorted(right for right, _ in rights)
    column = ordered[min(len(ordered) - 1, int(len(ordered) * 0.97))]
    wide = 1.15 * column
    if column > _WIDEST or len([line for line in lines if line.right > wide and not line.gap]) > 0.08 * len(lines):
        return None
    fits = sum(right + 1 + word > column for right, word in rights)
    return Width(column, 0 if fits >= 0.85 * len(rights) else max(3, int(column * 0.14)))


def paragraphs(lines: list[Line], document: Width | None) -> list[tuple[int, int]]:
    """`[first, end)` line indexes of each paragraph, in order, of a text with the given width (`measure`)."""
    found: list[tuple[int, int]] = []
    first = 0
    count = len(lines)
    while first < count:
        end = _title(lines, first) if lines[first].body[:4] in _HEADING else first + 1
        block: Width | None = None
        while end < count:
            line = lines[end]
            if line.blank and not line.seam:    # an empty line above it, and not because a page began there
                break
            if document:
                block = block or _block_width(lines, first, document)
                if not continues(lines, first, end, block):
                    break
            elif line.blank or not _in_title(lines[end - 1], line):
                break
            end += 1
        found.append((first, end))
        first = end
    return found


def _block_width(lines: list[Line], first: int, document: Width) -> Width:
    """The width of the block that begins at `first`, no last line, when it is clearly narrower or wider than the document's."""
    head = lines[first]
    if (head.right >= max(document.column - 8, 25) and not head.gap) or not runs_on(head, lines[first + 1]):
        return document
    rights = []
    for i in range(first, min(first + 6, len(lines) - 1)):
        a, b = lines[i], lines[i + 1]
        if b.blank:
            break
        if a.right > 24 and not a.gap and runs_on(a, b):
            rights.append(a.right)
    if len(rights) < 2:
        return document
    widest = max(rights)
    if widest < document.column - 8 and min(rights) > 0.8 * widest:
        return Width(widest, max(document.slack, 4))
    return document


def _title(lines: list[Line], first: int) -> int:
    """The end of a title `Par …` that begins here: up to four more lines that stand with it and hold no sentence."""
    end = first + 1
    if lines[first].body[4:5] in _COUNTED:      # `PAR – 9 (…)`: a vote
        return end
    while end < len(lines) and end - first < 6:
        line = lines[end]
        if line.blank or line.gap or _TITLE_STOP.match(line.body):
            break
        end += 1
    if end == first + 1 or any(line.ends_sentence() or line.right > 170 for line in lines[first:end]):
        return first + 1
    whole = end == len(lines) or lines[end].blank > 0 or bool(_TITLE_STOP.match(lines[end].body))
    return end if whole else first + 1


def continues(lines: list[Line], first: int, index: int, width: Width) -> bool:
    """Line `index`, which does not stand apart, goes on with the paragraph that began at line `first`."""
    a, b = lines[index - 1], lines[index]
    if (a.gap and GAP.search(a.body, _behind_mark(a))) or (b.gap and GAP.search(b.body)):
        return False
    begin = b.body[0]
    if _rule(a) or _rule(b) or (begin in "([L" and _NUMBER_ALONE.match(b.body)):
        return False
    lower = begin in LOWER
    if a.body[-1] in _HYPHENS and lower and a.body[-2:-1].isalpha():
        return True
    ended = a.ends_sentence()
    word = len(b.body.split(None, 1)[0])
    full = a.right + 1 + word > width.column - width.slack
    if a.room is not None:      # the paper knows better than columns of characters
        full = (full or 0 <= a.room < word + 1.5) and not (a.room < 0 and ended)
    going_on = not ended and a.right > 0.68 * width.column and _unfinished(lines, first, index)
    if not full and not going_on and not _in_title(a, b):
        return False
    if b.seam and ended:
        return False
    if not lower and begin not in _UPPER and (_begins_point(a, b, ended) or _next_point(lines[first], b)):
        return False
    if lower and ended and _MARKER.match(b.body):
        return False
    if a.indent > 0.4 * width.column and abs(a.indent - b.indent) > 2 and (     # set flush right or centred
            ended or not _unfinished(lines, first, index)):
        return False
    if (begin in _OPERATIVE_FIRST and _OPERATIVE.match(b.body)) or (not lower and _HEAD_LINE.match(b.body)) \
            or (a.indent and _CONTACT.match(b.body)):
        return False
    return b.indent <= a.indent or not _indented_anew(lines, first, index, ended)


def _rule(line: Line) -> bool:
    """A rule across the page: `__________`, `──────`."""
    body = line.body
    return body[0] in _RULE_MARKS and len(body) > 2 and not body.strip(RULE)


def _unfinished(lines: list[Line], first: int, index: int) -> bool:
    """The sentence above line `index`, which has no full stop, runs on by the words: into lower case, behind a comma, …"""
    b = lines[index]
    return b.body[0] in LOWER or lines[index - 1].body[-1] == "," or _figure(b) or _in_brackets(lines, first, index)


def _figure(b: Line) -> bool:
    """The line begins with a number of the sentence: `2024. gada / 5. maijam`."""
    marker = _MARKER.match(b.body) if b.body[0].isdigit() else None
    return bool(marker and marker["number"] and _NOT_A_POINT.match(b.body, marker.start("next")))


def _behind_mark(line: Line) -> int:
    """Where the words begin behind the number of a point: a tab there parts no columns."""
    marker = _MARKER.match(line.body)
    return marker.start("next") if marker and marker["number"] and marker["stop"] else 0


def _in_title(a: Line, b: Line) -> bool:
    """A quotation that line `a` opens goes on in the middle of a word group and is closed on line `b`."""
    if not runs_on(a, b):
        return False
    marks = [match.start() for match in _QUOTE.finditer(a.body)]
    closing = _QUOTE.search(b.body) if marks and is_opening(a.body, marks[-1]) else None
    return closing is not None and not is_opening(b.body, closing.start())


def _in_brackets(lines: list[Line], first: int, index: int) -> bool:
    """A bracket is open over the line end: a list of names, an explanation."""
    for line in reversed(lines[max(first, index - 12):index]):
        opened, closed = line.body.rfind("("), line.body.rfind(")")
        if opened != closed:
            return opened > closed
    return False


def _begins_point(a: Line, b: Line, ended: bool) -> bool:
    """Line `b` begins with the number, letter or bullet of a point, not with a number of the sentence."""
    marker = _MARKER.match(b.body)
    if not marker:
        return False
    if marker["bullet"]:
        return ended
    if marker["number"] is None:
        return True
    following = b.body[marker.start("next"):]
    if not marker["stop"] or _NOT_A_POINT.match(following):
        return False
    if following[:1].isdigit() or following[:1] in "–-,.":
        return False
    return ended or a.body[-1] == "," or following[:1] in _UPPER


def _next_point(head: Line, b: Line) -> bool:
    """Line `b` begins with the number that follows that of the paragraph: `3.2. ar nomaksu` below `3.1. uzreiz vai`."""
    if not head.body[0].isdigit() or not b.body[0].isdigit():
        return False
    this, following = _MARKER.match(head.body), _MARKER.match(b.body)
    if not this or not following or not following["stop"] or _NOT_A_POINT.match(b.body, following.start("next")):
        return False
    *above, last = this["number"].split(".")
    return "." in this["number"] and following["number"] == ".".join([*above, str(int(last) + 1)])


def _indented_anew(lines: list[Line], first: int, index: int, ended: bool) -> bool:
    """Line `index` stands further in than its paragraph goes on: a first-line indent."""
    b = lines[index]
    if index - first > 1:
        indent = lines[index - 1].indent
    else:
        head = lines[first]
        indent = head.indent
        if _MARKER.match(head.body) and b.indent - indent <= 12:
            return False
    if b.body[0] in LOWER and not ended:
        return index - first > 1 and b.indent - indent >= 4
    return b.indent - indent >= (1 if ended else 2)
