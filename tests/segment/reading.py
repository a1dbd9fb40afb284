"""Texts to parts, for these tests."""
from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from pipeline.clean.cleaner import clean
from pipeline.extract.head.title import find_title
from pipeline.read.source import Source
from pipeline.segment import Minutes, Part
from pipeline.segment.segmenter import segment


def read(text: str) -> Minutes:
    """The parts of a file that holds this text."""
    return segment(clean(source_of(text)))


def source_of(text: str) -> Source:
    return Source(path="m.txt", sha256="0" * 64, bytes=len(text.encode()), media_type="text/plain", raw=text)


def title_of(part: Part) -> str | None:
    title = find_title(part.text.text, part.zones_of("title"))
    return title.value if title else None


def told(minutes: Minutes) -> tuple[list[tuple[str | None, str | None]], list[tuple[str | None, str]]]:
    """What a file holds: (item, title) of its decisions, (title, reason) of the items without one."""
    return [(part.item, title_of(part)) for part in minutes.parts], [(one.title, one.reason) for one in minutes.skipped]


def steps(text: str) -> int:
    """How many lines of code run to clean and segment a text: the same on every machine, however busy."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count
