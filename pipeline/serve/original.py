"""The document a record was read from, when it is still at hand: the very bytes, or nothing."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.read.archive import open_archive
from pipeline.read.source import ReadError

Source = Mapping[str, Any]


def original(raw: Path | None, source: Source) -> bytes | None:
    """The bytes of a record's source below the input folder; None when they are not there or are other bytes now.

    A document that came out of a container is taken out of it again, in memory.
    """
    if raw is None:
        return None
    for path in (source["path"], *(source.get("duplicates") or ())):
        data = _read(raw, path)
        if data is not None and hashlib.sha256(data).hexdigest() == source["sha256"]:
            return data
    return None


def is_pdf(source: Source) -> bool:
    return bool(source["media_type"] == "application/pdf")


def _read(raw: Path, path: str) -> bytes | None:
    """A file, or a member of the container that the path leads through. A record cannot make it leave the input folder."""
    top, steps = raw.resolve(), path.split("/")
    for count in range(1, len(steps) + 1):
        try:
            file = top.joinpath(*steps[:count]).resolve()
            if not file.is_relative_to(top):
                return None
            if file.is_file():
                return _member(file.read_bytes(), "/".join(steps[count:]))
        except (OSError, ValueError):  # a name that no file can have
            return None
    return None


def _member(data: bytes, rest: str) -> bytes | None:
    """`rest` names a member, or a member of a member; empty: the data itself."""
    if not rest:
        return data
    try:
        with open_archive(data, None) as archive:
            for info in archive.members:
                if rest == info.filename or rest.startswith(info.filename + "/"):
                    return _member(archive.read(info), rest[len(info.filename) + 1:])
    except ReadError:
        pass
    return None
