"""ZIP containers, opened with suspicion: sizes are counted while unpacking, never taken from the container's word."""
from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS

BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, KeyError, IndexError,
          UnicodeDecodeError)
CHUNK = 1 << 20


class Archive:
    """An open container that refuses more than the limits, member by member and in sum."""

    def __init__(self, file: zipfile.ZipFile, password: str | None) -> None:
        self._file = file
        self._password = password.encode("utf-8") if password else None
        self._unpacked = 0
        self.members = [info for info in file.infolist() if not info.filename.endswith("/")]
        if len(self.members) > LIMITS.members:
            raise failure("too_large", f"{len(self.members)} members")
        self.names = {info.filename for info in self.members}

    def read(self, name: str | zipfile.ZipInfo, most: int | None = None) -> bytes:
        """A member's bytes. Raises `bomb`, `damaged`, `encrypted`."""
        info = self._file.getinfo(name) if isinstance(name, str) else name
        left = min(most or LIMITS.unpacked_bytes, LIMITS.unpacked_bytes - self._unpacked)
        parts: list[bytes] = []
        size = 0
        try:
            with self._file.open(info, pwd=self._password) as member:
                while chunk := member.read(CHUNK):
                    size += len(chunk)
                    if size > left or (size > LIMITS.ratio_from and size > LIMITS.ratio * max(1, info.compress_size)):
                        raise failure("bomb", f"{info.filename[:80]}, {size} bytes and more from {info.compress_size}")
                    parts.append(chunk)
        except RuntimeError as error:      # zipfile's word for a missing or wrong password
            raise failure("encrypted", info.filename[:80]) from error
        except BROKEN as error:
            raise failure("damaged", info.filename[:80]) from error
        self._unpacked += size
        return b"".join(parts)


@contextmanager
def open_archive(data: bytes, password: str | None = None) -> Iterator[Archive]:
    """Raises `damaged` when it is no whole ZIP, `too_large` when it has too many members."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise failure("damaged", "a ZIP container") from error
    with file:
        yield Archive(file, password)


def safe_name(name: str) -> str | None:
    """A member's name with forward slashes; None when it leads out of its container."""
    clean = name.replace("\\", "/")
    parts = clean.split("/")
    if clean.startswith("/") or ".." in parts or "\x00" in clean or (len(parts[0]) == 2 and parts[0][1] == ":"):
        return None
    return "/".join(part for part in parts if part not in ("", "."))
