"""A `Text` and a `Part` made by hand from plain words, for tests of single readers."""
from __future__ import annotations

from pipeline.clean.text import Paragraph, Run, Text
from pipeline.read.source import Source
from pipeline.records import Point, Resolution
from pipeline.segment.part import Part


def text_of(words: str) -> Text:
    """The words as canonical text, mapped one to one."""
    source = Source(path="a.txt", sha256="0" * 64, bytes=len(words), media_type="text/plain", raw=words)
    paragraphs, start = [], 0
    for line in words.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return Text(words, source, (Run(0, len(words), 0, len(words)),), tuple(paragraphs))


def part_of(words: str) -> Part:
    """A part with that text and no zones."""
    return Part(text=text_of(words), zones=(), document_type="decision")


def points_of(points: list[tuple[str | None, str]]) -> tuple[str, Resolution]:
    """Numbered points, a line each, as text and as a resolution; `1.1` hangs under `1`."""
    text, made = "NOLEMJ:\n", list[tuple[str | None, str, tuple[int, int]]]()
    for number, words in points:
        line = f"{number}. {words}" if number else words
        made.append((number, words, (len(text), len(text) + len(line))))
        text += line + "\n"
    return text, Resolution(verb="NOLEMJ", points=_nested(made))


def _nested(made: list[tuple[str | None, str, tuple[int, int]]]) -> list[Point]:
    found: list[Point] = []
    index = 0
    while index < len(made):
        number, words, span = made[index]
        stop = index + 1
        while number and stop < len(made) and (made[stop][0] or "").startswith(number + "."):
            stop += 1
        children = _nested(made[index + 1:stop])
        end = children[-1].span[1] if children else span[1]
        found.append(Point(number=number, text=words, children=children, span=(span[0], end)))
        index = stop
    return found
