"""The printed lines of a source, with what their layout says: indent, right edge, empty lines above, page starts.

    "          Par ielu\\n"            → indent 10, body "Par ielu"
    "teksts\\n\\n\\n\\nteksts" in a text with an empty line after every line → blank 1, not 3
    "Priekšsēdētājs      A. Ozols"    → gap: two columns
"""
from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# White space that separates columns: three spaces or more, or a tab (see `read.source`).
GAP = re.compile(r"[^\S\t]{3,}|[^\S\t]*\t\s*")
# Words that end in a full stop without ending a sentence: none has six letters in a row.
ABBREVIATION = re.compile(
    r"(?:^|[\s(„“\"/.])(?:[Nn]r|[Pp]rot|[Pp]lkst|[Rr]eģ|tālr|t\. ?sk|u\. ?c|utt|[Šš]\. ?g|[Ll]pp|lp|pag|nov|iel|"
    r"[Kk]ad|apz|[Tt]\. ?i|piem|[Ss]k|[Aa]rt|st|b|dz|[Pp]|[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zž]?|gs|tūkst|milj|\d+)\.$")
LOWER = frozenset("aābcčdeēfgģhiījkķlļmnņoprsštuūvzžqwxy")
#: Marks that nobody sees: soft hyphens, joiners, directions. A line of them alone is an empty one.
HIDDEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_UNSEEN = "".join(HIDDEN) + " \t\u00a0"
#: What a rule across the page is made of.
RULE = "_=*─━═╌┄–—-"
_SENTENCE_END = frozenset(".;:!?")
_CLOSERS = "”“\"'»)’"
_MAY_END = _SENTENCE_END.union(_CLOSERS)


class Line:
    """One non-empty printed line. Plain and mutable: the cleaner marks lines as it goes."""

    __slots__ = ("aside", "blank", "body", "gap", "indent", "right", "room", "seam", "start")

    def __init__(self, start: int, body: str, indent: int, width: int, blank: int, seam: bool, gap: bool) -> None:
        self.start = start                # of `body` in raw
        self.body = body                  # stripped, otherwise raw
        self.indent = indent              # columns
        self.right = indent + width       # column after the last character
        self.blank = blank                # empty lines above
        self.seam = seam                  # a page began, or furniture was taken out, right above
        self.aside: str | None = None     # kind of aside, when this is no running text
        self.room: float | None = None    # see `edges`; None when nothing is known of the paper
        self.gap = gap                    # white space in it may separate columns

    def ends_sentence(self) -> bool:
        """A full stop (not of an abbreviation or ordinal), semicolon, colon, question mark; quotes behind it ignored."""
        if self.body[-1] not in _MAY_END:
            return False
        tail = self.body.rstrip(_CLOSERS) or self.body
        if tail[-1] not in _SENTENCE_END:
            return False
        return tail[-1] != "." or len(tail) < len(self.body) or (
            len(tail) > 6 and tail[-7:-1].isalpha()) or not ABBREVIATION.search(tail[-12:])


def runs_on(a: Line, b: Line) -> bool:
    """`b` goes on in the middle of `a`'s sentence, by its words alone."""
    return b.body[0] in LOWER and not a.ends_sentence()


def read_lines(raw: str, composed: bool) -> list[Line]:
    """Every non-empty line, in order; `composed` when no letter is spelt with marks of its own (Unicode NFC)."""
    lines: list[Line] = []
    at = blank = 0
    seam = False
    tabbed, paged = "\t" in raw, "\f" in raw
    for printed in raw.splitlines(keepends=True):
        body = printed.strip()
        if body and (body[0] not in HIDDEN or body.strip(_UNSEEN)):
            lead = printed.index(body[0])
            indent = lead if not tabbed or "\t" not in printed[:lead] else len(printed[:lead].expandtabs(8))
            width = len(body) if composed else len(unicodedata.normalize("NFC", body))
            gap = "   " in body or (tabbed and "\t" in body)
            lines.append(Line(at + lead, body, indent, width, blank, seam, gap))
            blank, seam = 0, False
        elif not paged or "\f" not in printed:
            blank += 1
        if paged and "\f" in printed:
            seam = True
        at += len(printed)
    _undouble(lines)
    return lines


def _undouble(lines: list[Line]) -> None:
    """Halves the empty lines of a text in which an empty line stands after every line, sentences running across them."""
    below = [line for line in lines[1:] if not line.seam]
    if len(below) < 4 or len([line for line in below if line.blank]) < 0.8 * len(below):
        return
    running = sum(b.blank > 0 and not b.seam and runs_on(a, b) for a, b in pairwise(lines))
    if running >= 0.15 * len(below):
        for line in lines:
            line.blank //= 2
