"""`read`: bytes → one `Source` or, for a container, several. What a file is, its bytes say; its name is not asked."""
from __future__ import annotations

from dataclasses import dataclass

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.plain import read_plain
from pipeline.read.sniff import sniff
from pipeline.read.source import Source


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader may do. `ocr` off: image-only pages raise `needs_ocr`."""

    ocr: bool = True
    password: str | None = None


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> list[Source]:
    """The documents in `data`: one, or several when it is a container. Raises `ReadError` with a stable code."""
    if len(data) > LIMITS.input_bytes:
        raise failure("too_large", f"{len(data)} bytes")
    kind = sniff(data, path)
    if kind == "pdf":
        from pipeline.read.pdf import read_pdf

        return [read_pdf(data, path, options.password)]
    if kind == "text":
        return [read_plain(data, path)]
    raise failure("unreadable", kind)
