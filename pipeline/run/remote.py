"""Inputs that are no local files: anything fsspec has an address for (s3://, gs://, memory://, …)."""
from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from pipeline.run.discover import Input
from pipeline.run.exits import Exit, RunError

#: Where the stores that fsspec knows keep what changes with the content.
_VERSION = ("ETag", "etag", "LastModified", "mtime", "created", "updated")


def _open(address: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise RunError(Exit.ENVIRONMENT, f"{address}: needs fsspec: pip install 'lemumi[cluster]'") from error
    try:
        filesystem, path = fsspec.core.url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise RunError(Exit.ENVIRONMENT, f"{address}: {error}") from error
    return filesystem, str(path)


def discover_remote(address: str) -> list[Input]:
    """Every file under an address. `stamp` is whatever the store tells of a version: ETag, modification time."""
    filesystem, root = _open(address)
    if not filesystem.exists(root):
        raise RunError(Exit.USAGE, f"{address}: no such file or folder")
    found = []
    for path, facts in filesystem.find(root, detail=True).items():
        name = path[len(root):].strip("/") or path.rsplit("/", 1)[-1]
        stamp = "|".join(str(facts[key]) for key in _VERSION if facts.get(key))
        found.append(Input(filesystem.unstrip_protocol(path), name, address, int(facts.get("size") or 0), stamp))
    return found


def size_of(location: str) -> int:
    """Bytes of a local file; 0 for a remote one, whose size its store told before. Raises OSError."""
    return 0 if "://" in location else Path(location).stat().st_size


def load(location: str) -> bytes:
    """The bytes of a local file or a remote one. Raises OSError."""
    if "://" not in location:
        return Path(location).read_bytes()
    filesystem, path = _open(location)
    data: bytes = filesystem.cat_file(path)
    return data


def sha256_of(location: str) -> str:
    """Hex digest of a file's content; a local file is read in pieces. Raises OSError."""
    if "://" in location:
        return hashlib.sha256(load(location)).hexdigest()
    with Path(location).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
