"""The records of an output folder, each with a stamp that changes whenever the record may have."""
from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Where a record stands: its own file, or a stretch of decisions.jsonl.
Place = tuple[str, int, int]


class NoRecords(Exception):
    """A folder without records: names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Listed:
    """`file`: unique name below the folder; `removed`: its document is no longer in the input folder."""

    file: str
    stamp: str
    place: Place
    removed: bool = False

    def read(self) -> bytes:
        """The record's JSON. Raises OSError."""
        path, start, size = self.place
        with open(path, "rb") as stream:  # noqa: PTH123  (a hundred thousand times)
            if size < 0:
                return stream.read()
            stream.seek(start)
            return stream.read(size)


def list_records(folder: Path) -> list[Listed]:
    """Every record below `folder`: the files of `decisions/`, else the lines of `decisions.jsonl`. By file name.

    Raises `NoRecords` when there is neither.
    """
    single = folder / "decisions"
    gone = _removed(folder)
    if single.is_dir():
        found = [Listed(file, stamp, (path, 0, -1), file in gone) for file, stamp, path in _files(single)]
    elif (folder / "decisions.jsonl").is_file():
        found = list(_lines(folder / "decisions.jsonl"))
    else:
        raise NoRecords(f"{folder}: no decisions/ and no decisions.jsonl in it; run `lemumi parse` first")
    return sorted(found, key=lambda one: one.file)


def _files(top: Path) -> Iterator[tuple[str, str, str]]:
    cut = len(str(top.parent)) + 1
    waiting = [str(top)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith(".json") and not entry.name.startswith("."):
                    stat = entry.stat()
                    yield entry.path[cut:].replace(os.sep, "/"), f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ino}", entry.path


def _lines(path: Path) -> Iterator[Listed]:
    """A record a line; ids claimed twice are told apart by their order. A spoilt line is listed too: reading it will tell."""
    seen: dict[str, int] = {}
    position = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                file = _file(line) or f"decisions.jsonl:{number}"
                seen[file] = count = seen.get(file, 0) + 1
                name = file if count == 1 else f"{file.removesuffix('.json')}~{count}.json"
                yield Listed(name, hashlib.blake2b(line, digest_size=16).hexdigest(), (str(path), position, len(line)))
            position += len(line)


def _file(line: bytes) -> str | None:
    import orjson

    from pipeline.run.store import file_of
    try:
        return file_of(orjson.loads(line)["id"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _removed(folder: Path) -> set[str]:
    """Records whose document a later run did not find any more, as that run's ledger says; none without a ledger."""
    ledger = folder / ".lemumi" / "ledger.sqlite"
    if not ledger.is_file():
        return set()
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as db:
        return {str(file) for (file,) in db.execute(
            "SELECT r.file FROM files f JOIN records r ON r.name = f.name WHERE f.present = 0")}
    return set()
