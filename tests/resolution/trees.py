"""A resolution made from plain paragraphs, and its tree as one line to compare."""
from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.cleaner import clean
from pipeline.extract.references import References
from pipeline.extract.resolution import read_resolution
from pipeline.read.source import Source
from pipeline.records import Point, Resolution
from pipeline.segment.part import Part, Zone


def resolution_of(words: str, date: str | None = None) -> Resolution:
    """What `read_resolution` gives for a zone that holds exactly these paragraphs."""
    source = Source(path="a.txt", sha256="0" * 64, bytes=len(words), media_type="text/plain", raw=words)
    text = clean(source)
    part = Part(text=text, zones=(Zone("resolution", 0, len(text.text)),), document_type="decision")
    return read_resolution(part, References(), date)


def tree(points: list[Point], depth: int = 0) -> Iterator[str]:
    """`1: Noteikt … cenu. | > 1.1: …`"""
    for point in points:
        words = point.text.split()
        ends = f"{words[0]} … {words[-1]}" if words else ""
        yield f"{'>' * depth}{' ' if depth else ''}{point.number or '-'}: {ends}"
        yield from tree(point.children, depth + 1)
