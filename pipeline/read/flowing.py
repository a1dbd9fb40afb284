"""Text of formats without pages: one paragraph a line, the cells of a table row joined by tabs.

    centred paragraph     → indented by spaces, as it would stand on a page of 90 columns
    empty paragraph       → empty line
"""
from __future__ import annotations

import hashlib
import re
from typing import Literal

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.source import Aside, Source

COLUMNS = 90
NUMBER = re.compile("[0-9]{1,6}")
SPACES = re.compile(r"[ \u200b\ufeff]+")
Align = Literal["left", "center", "right"]
AsideKind = Literal["header", "footer", "footnote", "other"]


def whole(text: str | None, default: int) -> int:
    """A whole number as XML attributes hold it; `default` for anything else, and for numbers no list or count reaches."""
    return int(text) if text and NUMBER.fullmatch(text) else default


class FlowingText:
    """Collects paragraphs, table rows and asides."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._size = 0
        self.asides: list[Aside] = []

    def paragraph(self, text: str, align: Align = "left") -> None:
        """One paragraph; line breaks inside it (Shift+Enter) begin new lines."""
        for line in text.split("\n"):
            words = SPACES.sub(" ", line.replace("\u00ad", "")).strip(" ")
            room = COLUMNS - len(words)
            if words and align != "left" and room > 8 and "\t" not in words:
                words = " " * (room // 2 if align == "center" else room) + words
            self._add(words)

    def row(self, cells: list[str]) -> None:
        """One row of a table."""
        words = [re.sub(r"\s+", " ", cell).strip() for cell in cells]
        if any(words):
            self._add("\t".join(words).strip("\t") if sum(map(bool, words)) > 1 else next(filter(None, words)))

    def aside(self, kind: AsideKind, text: str) -> None:
        words = re.sub(r"\s+", " ", text).strip()
        if words:
            self.asides.append(Aside(kind, words))

    def _add(self, line: str) -> None:
        self._size += len(line) + 1
        if self._size > LIMITS.text_chars:
            raise failure("too_large", "its text")
        self._lines.append(line)

    def source(self, data: bytes, path: str, media_type: str, notes: tuple[str, ...] = ()) -> Source:
        """Raises `empty` when there is no letter in it."""
        raw = re.sub(r"\n{4,}", "\n\n\n", "\n".join(self._lines)).strip("\n") + "\n"
        if not re.search(r"\w", raw):
            raise failure("empty")
        return Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type=media_type, raw=raw,
                      asides=tuple(self.asides), notes=notes)
