"""The functions for notebooks and programs."""
from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.flow import parse_bytes, parse_source
from pipeline.read.source import Source
from pipeline.records import Decision


def parse_text(text: str, path: str = "text.txt") -> Decision:
    """The (first) decision in a text. Raises ValueError when it holds none."""
    data = text.encode()
    source = Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="text/plain", raw=text)
    parsed = parse_source(source)
    if not parsed.decisions:
        raise ValueError(f"{path}: no decision found")
    return parsed.decisions[0]


def parse_file(path: str | Path) -> list[Decision]:
    """Every decision in a file: one, or many for minutes and containers. Raises `ReadError` when it cannot be read."""
    path = Path(path)
    return [decision for parsed in parse_bytes(path.read_bytes(), path.name) for decision in parsed.decisions]
