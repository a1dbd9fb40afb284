"""`read`: bytes → one `Source` or, for a container, several."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.read.source import Source


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader may do. `ocr` off: image-only pages raise `needs_ocr`."""

    ocr: bool = True
    password: str | None = None


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> list[Source]:
    """The documents in `data`: one, or several when it is a container. Raises `ReadError` with a stable code."""
    raw = data.decode("utf-8")
    return [Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="text/plain", raw=raw)]
