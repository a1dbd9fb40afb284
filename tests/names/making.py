"""A `Text` and a `Part` made by hand from plain words, for tests of single readers."""
from __future__ import annotations

from pipeline.clean.text import Paragraph, Run, Text
from pipeline.read.source import Source


def text_of(words: str) -> Text:
    """The words as canonical text, mapped one to one."""
    source = Source(path="a.txt", sha256="0" * 64, bytes=len(words), media_type="text/plain", raw=words)
    paragraphs, start = [], 0
    for line in words.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return Text(words, source, (Run(0, len(words), 0, len(words)),), tuple(paragraphs))
