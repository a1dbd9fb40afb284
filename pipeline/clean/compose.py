"""Lines and paragraphs to the canonical text, with the runs that lead back to raw characters."""
from __future__ import annotations

import re
import unicodedata

from pipeline.clean.hyphens import Joints
from pipeline.clean.lines import GAP, Line
from pipeline.clean.text import Paragraph, Run
from pipeline.clean.wrap import Width

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
#: Anything in a line that cannot be taken over character by character, gaps of spaces apart.
_ODD = re.compile(r"[^\S ]|[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufb00-\ufb04\u0300-\u036f]")
#: The same as single characters, for a quick look at the whole text: white space, invisible marks, ligatures.
_ODD_CHARACTERS = [chr(code) for code in (
    9, 11, *range(28, 32), 0x85, 0xa0, 0xad, 0x1680, *range(0x2000, 0x2010), *range(0x2028, 0x2030), 0x205f, 0x2060, 0x3000,
    0xfeff, *range(0xfb00, 0xfb05))]
#: Single letters a space apart: `L Ē M U M S`.
_SPACED_OUT = re.compile(r" (?=\w )\w \w (?<=(?<!\S)\w.....)")
_BLANK = re.compile(r"[^\S ]")
_SPACES = re.compile(r" {2,}")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_CHANGED = re.compile(r"[ﬀﬁﬂﬃﬄ]|.[\u0300-\u036f]+", re.DOTALL)
#: `L Ē M U M S`, `n o l e m j :`: four single letters or more, one space apart, all of one case.
SPACED = re.compile(
    r"(?<![\w.])(?:[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ](?: [A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]){3,}"
    r"|[a-zāčēģīķļņōŗšūž](?: [a-zāčēģīķļņōŗšūž]){3,})(?:(?= ?:)|(?![\w.]))")
_TOKEN = re.compile(r"\S+")
#: What a word may hold that is not printed as it stands.
_RESPELT = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeffﬀﬁﬂﬃﬄ\u0300-\u036f]")


class Composer:
    """Collects the canonical text piece by piece."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.joints = Joints(raw)
        self.composed = unicodedata.is_normalized("NFC", raw)
        # What no line of the text holds need not be looked for in any of them.
        self.odd = not self.composed or any(character in raw for character in _ODD_CHARACTERS)
        self.spaced_out = _SPACED_OUT.search(raw) is not None
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.paragraphs: list[Paragraph] = []
        self.at = 0

    def paragraph(self, lines: list[Line], width: Width | None) -> None:
        """One paragraph from its printed lines."""
        if self.parts:
            self._put("\n")
        start = self.at
        for index, line in enumerate(lines):
            end = line.end
            glue = ""
            if index + 1 < len(lines):
                dropped, glue = self.joints.joint(line.body, lines[index + 1].body)
                end -= dropped
            self._line(line.start, end)
            self._put(glue)
        head = lines[0]
        centered = _centered(head, width) and (len(lines) == 1 or _centered(lines[-1], width))
        self.paragraphs.append(Paragraph(start, self.at, head.indent, centered, head.blank))

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.at += len(text)

    def _piece(self, text: str, start: int, end: int) -> None:
        if text:
            after = self.at + len(text)
            self.runs.append(Run(self.at, after, start, end))
            self.parts.append(text)
            self.at = after

    def _line(self, start: int, end: int) -> None:
        body = self.raw[start:end]
        if (self.odd and _ODD.search(body)) or (self.spaced_out and _SPACED_OUT.search(body)):
            self._odd_line(body, start)
            return
        at = 0
        if "  " in body:
            for gap in _SPACES.finditer(body):
                self._piece(body[at:gap.start()], start + at, start + gap.start())
                self._put("\t" if gap.end() - gap.start() > 2 else " ")
                at = gap.end()
        self._piece(body[at:] if at else body, start + at, end)

    def _odd_line(self, body: str, start: int) -> None:
        spaced = [match.span() for match in SPACED.finditer(_BLANK.sub(" ", body))]
        at = 0
        for index, gap in enumerate([*GAP.finditer(body), None]):
            stop = gap.start() if gap else len(body)
            if index:
                self._put("\t")
            self._cell(body, at, stop, start, spaced)
            at = gap.end() if gap else stop

    def _cell(self, body: str, at: int, stop: int, offset: int, spaced: list[tuple[int, int]]) -> None:
        first = True
        as_printed = _RESPELT.search(body, at, stop) is None
        for token in _TOKEN.finditer(body, at, stop):
            inside = bool(spaced) and any(
                a < token.start() < b or (b <= token.start() <= b + 1 and token[0] == ":") for a, b in spaced)
            if not first and not inside and self.parts[-1] not in ("\t", " "):
                self._put(" ")
            if as_printed:
                self._piece(token[0], offset + token.start(), offset + token.end())
                first = False
            elif self._token(token[0], offset + token.start()):
                first = False

    def _token(self, token: str, at: int) -> bool:
        """Puts a word, invisible characters out, letters composed. False when nothing was left of it."""
        before = self.at
        while token:
            hidden = _INVISIBLE.search(token)
            plain = token[:hidden.start()] if hidden else token
            done = 0
            if plain and not (self.composed and plain.isascii()):
                for match in _CHANGED.finditer(plain):
                    self._piece(plain[done:match.start()], at + done, at + match.start())
                    made = _LIGATURES.get(match[0]) or unicodedata.normalize("NFC", match[0])
                    self._piece(made, at + match.start(), at + match.end())
                    done = match.end()
            self._piece(plain[done:], at + done, at + len(plain))
            skip = hidden.end() if hidden else len(token)
            token, at = token[skip:], at + skip
        return self.at > before


def _centered(line: Line, width: Width | None) -> bool:
    if not width or line.indent < 6:
        return False
    right = width.column - line.right
    return abs(line.indent - right) <= max(3, line.indent // 4) or line.indent > 0.3 * width.column
