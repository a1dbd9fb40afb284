"""Lines and paragraphs to the canonical text, with the runs that lead back to raw characters."""
from __future__ import annotations

import re
import unicodedata

from pipeline.clean.hyphens import LINE_END, Joints
from pipeline.clean.lines import GAP, HIDDEN, Line
from pipeline.clean.wrap import Width

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
# Spelt out, for `re` is quick with one set of characters and slow with a choice.
_WHITE = r"\t\x0b\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"     # inside lines; all but the space
_HIDDEN = "".join(sorted(HIDDEN))
_MARKS = r"\u0300-\u036f"
#: Anything in a composed text that cannot be taken over character by character, gaps of spaces apart; the same in any text.
_ODD_ANYWHERE = re.compile(rf"[{_WHITE}{_HIDDEN}ﬀ-ﬄ]")
_ODD = re.compile(rf"[{_WHITE}{_HIDDEN}ﬀ-ﬄ{_MARKS}]")
_HIDES = re.compile(rf"[{_HIDDEN}]")
#: What does not stay as it stands: white space that is no single space, marks that nobody sees, ligatures, a letter's marks.
_CHANGED = re.compile(
    rf"[ {_WHITE}{_HIDDEN}ﬀ-ﬄ{_MARKS}](?:(?<= )(?P<gap>\s+)|(?<=[{_MARKS}])(?P<marks>[{_MARKS}]*)|(?<=[{_WHITE}])(?P<blank>\s*)"
    rf"|(?<=[{_HIDDEN}])(?P<hidden>[{_HIDDEN}]*)|(?<=[ﬀ-ﬄ])(?P<ligature>))")
#: Single letters a space apart: `L Ē M U M S`.
_SPACED_OUT = re.compile(r" \w \w (?<=(?<!\S)\w.....)")
_APART = re.compile(r"\s\w\s\w\s")
_WIDE = re.compile(r"\s\s\s")
_BLANK = re.compile(r"[^\S ]")
_SPACES = re.compile(r" {2,}")
#: `L Ē M U M S`, `n o l e m j :`: four single letters or more, one space apart, all of one case.
SPACED = re.compile(
    r"(?<![\w.])(?:[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ](?: [A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]){3,}"
    r"|[a-zāčēģīķļņōŗšūž](?: [a-zāčēģīķļņōŗšūž]){3,})(?:(?= ?:)|(?![\w.]))")
_TOKEN = re.compile(r"\S+")

_SET_IN = 6     # columns: what stands further left is no centred line


class Composer:
    """Collects the canonical text piece by piece."""

    def __init__(self, raw: str, composed: bool) -> None:
        self.joints = Joints(raw)
        # What no line of the text holds need not be looked for in any of them.
        self.odd = not composed or _ODD_ANYWHERE.search(raw) is not None
        self.spaced_out = _SPACED_OUT.search(raw) is not None
        self.plain = not self.odd and not self.spaced_out
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int, int]] = []      # of `Run`, made at the end in one go
        self.paragraphs: list[tuple[int, int, int, bool, int]] = []      # of `Paragraph`, likewise
        self.at = 0

    def compose(self, lines: list[Line], bounds: list[tuple[int, int]], width: Width | None) -> None:
        """All paragraphs from the printed lines; `bounds` are the first line of each and the line behind its last."""
        parts, runs, paragraphs = self.parts, self.runs, self.paragraphs
        plain = self.plain
        for first, end in bounds:
            if parts:
                parts.append("\n")
                self.at += 1
            start = self.at
            head = lines[first]
            body = head.body
            if plain and end - first == 1 and "  " not in body:
                self.at = stop = start + len(body)
                runs.append((start, stop, head.start, head.start + len(body)))
                parts.append(body)
            elif not plain or not self._as_they_stand(lines[first:end]):
                self._joined(lines[first:end])
            indent = head.indent
            centered = width is not None and indent >= _SET_IN and _centered(head, width) and (
                end - first == 1 or _centered(lines[end - 1], width))
            paragraphs.append((start, self.at, indent, centered, head.blank))

    def _as_they_stand(self, lines: list[Line]) -> bool:
        """Takes over lines that hold nothing but words a space apart and end in no hyphen; false when there are others."""
        bodies = [line.body for line in lines]
        whole = " ".join(bodies)
        if "  " in whole:
            return False
        at = self.at
        runs = []
        for line in lines:
            body, start = line.body, line.start
            if body[-1] in LINE_END:
                return False
            size = len(body)
            runs.append((at, at + size, start, start + size))
            at += size + 1
        self.parts.append(whole)
        self.runs += runs
        self.at = at - 1
        return True

    def _joined(self, lines: list[Line]) -> None:
        """The lines of one paragraph, one behind the other."""
        body, start = "", 0
        for line in lines:
            if body:
                if body[-1] in LINE_END:
                    dropped, glue = self.joints.joint(body, line.body)
                    if len(body) > dropped:
                        self._line(body[:len(body) - dropped], start)
                    if glue:
                        self._put(glue)
                else:
                    self._line(body, start)
                    self._put(" ")
            body, start = line.body, line.start
        self._line(body, start)

    def _line(self, body: str, start: int) -> None:
        if (self.odd and _ODD.search(body)) or (self.spaced_out and _SPACED_OUT.search(body)):
            self._odd_line(body, start)
        elif "  " in body:
            self._columns(body, start)
        else:
            self._piece(body, start)

    def _put(self, text: str) -> None:
        """What no raw characters stand for: a gap, a line break."""
        self.parts.append(text)
        self.at += len(text)

    def _piece(self, text: str, start: int) -> None:
        """Raw characters as they stand, from `start` on."""
        size = len(text)
        if size:
            at = self.at
            self.at = after = at + size
            self.runs.append((at, after, start, start + size))
            self.parts.append(text)

    def _columns(self, body: str, start: int) -> None:
        """A line with gaps of spaces, two to a word space, three or more to a tab."""
        at = 0
        for gap in _SPACES.finditer(body):
            left, right = gap.span()
            self._piece(body[at:left], start + at)
            self._put("\t" if right - left > 2 else " ")
            at = right
        self._piece(body[at:], start + at)

    def _odd_line(self, body: str, start: int) -> None:
        spaced = [match.span() for match in SPACED.finditer(_BLANK.sub(" ", body))] if _APART.search(body) else []
        gaps = [match.span() for match in GAP.finditer(body)] if "\t" in body or _WIDE.search(body) else []
        put = self._words if spaced or _HIDES.search(body) else self._cell
        at = 0
        for left, right in gaps:
            put(body, at, left, start, spaced)
            self._put("\t")
            at = right
        put(body, at, len(body), start, spaced)

    def _words(self, body: str, at: int, stop: int, offset: int, spaced: list[tuple[int, int]]) -> None:
        """A cell with marks that nobody sees, or letters set a space apart, word by word."""
        first = True
        for token in _TOKEN.finditer(body, at, stop):
            left, right = token.span()
            inside = any(a < left < b or (b <= left <= b + 1 and token[0] == ":") for a, b in spaced)
            if not first and not inside and self.parts[-1] not in ("\t", " "):
                self._put(" ")
            before = self.at
            self._cell(body, left, right, offset, spaced)
            first = first and self.at == before

    def _cell(self, body: str, at: int, stop: int, offset: int, _: object) -> None:
        """What stands between two gaps: white space made one space, marks that nobody sees left out, letters composed."""
        done = at
        for match in _CHANGED.finditer(body, at, stop):
            kind = match.lastgroup
            left, right = match.span()
            if kind == "marks":
                left -= left > done     # the letter that they belong to
            self._piece(body[done:left], offset + done)
            if kind == "gap" or kind == "blank":
                self._put(" ")
            elif kind != "hidden":
                made = _LIGATURES.get(match[0]) or unicodedata.normalize("NFC", body[left:right])
                self.runs.append((self.at, self.at + len(made), offset + left, offset + right))
                self._put(made)
            done = right
        self._piece(body[done:stop], offset + done)


def _centered(line: Line, width: Width) -> bool:
    if line.indent < _SET_IN:
        return False
    right = width.column - line.right
    return abs(line.indent - right) <= max(3, line.indent // 4) or line.indent > 0.3 * width.column
