"""`read`: bytes → one `Source` or, for a container, several. What a file is, its bytes say; its name is not asked."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.options import ReadOptions
from pipeline.read.plain import read_plain
from pipeline.read.sniff import Kind, sniff
from pipeline.read.source import ReadError, Source

#: Formats without pages: the module and function that read them.
FLOWING: dict[Kind, tuple[str, str]] = {
    "docx": ("pipeline.read.docx", "read_docx"),
    "odt": ("pipeline.read.odt", "read_odt"),
    "rtf": ("pipeline.read.rtf", "read_rtf"),
    "html": ("pipeline.read.html", "read_html"),
    "doc": ("pipeline.read.old_word", "read_doc"),
}


@dataclass(frozen=True, slots=True)
class Unread:
    """A member of a container that could not be read, and why: `code` is a row of docs/FAILURES.md."""

    path: str
    code: str
    message: str


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> list[Source]:  # noqa: B008
    """The documents in `data`: one, or several when it is a container. Raises `ReadError` with a stable code.

    A container of which some members cannot be read gives the others; `unpack` names every one.
    """
    found = unpack(data, path, options)
    sources = [one for one in found if isinstance(one, Source)]
    unread = [one for one in found if isinstance(one, Unread)]
    if not sources:
        if len(unread) == 1:
            raise ReadError(unread[0].code, unread[0].message)
        raise failure("no_document", "; ".join(f"{one.path}: {one.code}" for one in unread[:5]))
    return sources


def unpack(data: bytes, path: str, options: ReadOptions = ReadOptions(), depth: int = 0) -> list[Source | Unread]:  # noqa: B008
    """As `read`, but every member of a container is accounted for. Raises when `data` itself cannot be read."""
    if len(data) > LIMITS.input_bytes:
        raise failure("too_large", f"{len(data)} bytes")
    kind = sniff(data, path)
    if kind == "asic" or kind == "zip":
        from pipeline.read.container import read_members

        if depth >= LIMITS.depth:
            raise failure("unsafe", f"containers nested deeper than {LIMITS.depth}")
        return read_members(data, path, kind, options, depth)
    return [read_one(kind, data, path, options)]


def read_one(kind: Kind, data: bytes, path: str, options: ReadOptions) -> Source:
    """One document that is no container. The readers' libraries are loaded when a file needs them."""
    if kind == "text":
        return read_plain(data, path)
    if kind == "pdf":
        from pipeline.read.pdf import read_pdf

        return read_pdf(data, path, options)
    if kind == "image":
        from pipeline.read.image import read_image

        return read_image(data, path, options)
    module, name = FLOWING[kind]
    reader: Callable[[bytes, str], Source] = getattr(import_module(module), name)
    return reader(data, path)


__all__ = ["ReadOptions", "Unread", "read", "unpack"]
