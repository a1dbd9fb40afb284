"""Where records stand on the disk, and how they get there: staged, synced, renamed; never half, never over another's.

A disk settles many files in the time of one, so this is done for many at once, in threads, beside the parsing.
"""
from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from pipeline.latvian.slug import slug
from pipeline.run.ledger import Ledger
from pipeline.run.work import Made, write

T = TypeVar("T")
#: A staged file and its place.
Move = tuple[str, str]
#: Files or folders made durable at once.
SYNCING = 8
_UNSAFE = re.compile(r"[^\w.,()+-]+")
#: Names that some systems reserve.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))})


def safe(name: str) -> str:
    """A record number as a file name: `12/4-a` → `12_4-a`. Never empty, hidden, reserved or longer than 100 characters."""
    plain = _UNSAFE.sub("_", name.strip())
    plain = plain.lstrip(".") or "_"
    if len(plain.encode()) > 100:
        plain = plain.encode()[:80].decode("utf-8", "ignore") + "~" + hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"_{plain}" if plain.split(".")[0].lower() in _RESERVED else plain


def file_of(id: str) -> str:
    """`aizkraukles-novada-dome/2024/750` → `decisions/aizkraukles-novada-dome/2024/750.json`."""
    first, *rest = id.split("/", 2)
    return "/".join(["decisions", safe(slug(first) or "_"), *(safe(step) for step in rest)]) + ".json"


def also(file: str, made: Made, source: str) -> str:
    """The name of a record whose id another document has already: told apart by its source, the same on every run."""
    mark = hashlib.sha256(f"{source}\0{made.sha256}\0{made.part}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{file.removesuffix('.json')}~{mark}.json"


def _sync(path: str, flags: int) -> None:
    """What is on its way to the disk is there when this returns. Raises OSError."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _place(moves: list[Move]) -> set[str]:
    """Staged files into their places, each whole; gives the folders that now hold them. Raises OSError."""
    folders: set[str] = set()
    for staged, target in moves:
        _sync(staged, os.O_RDWR)
        folder = target.rpartition("/")[0]
        try:
            os.replace(staged, target)  # noqa: PTH105
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            os.replace(staged, target)  # noqa: PTH105
        folders.add(folder)
    return folders


def _sync_folders(folders: list[str]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):  # some file systems cannot
            _sync(folder, os.O_RDONLY)


def _shares(things: list[T]) -> list[list[T]]:
    return [things[at::SYNCING] for at in range(min(SYNCING, len(things)))]


class Store:
    """The output folder. A context manager."""

    def __init__(self, out: Path, ledger: Ledger) -> None:
        self.out = out
        self.ledger = ledger
        self.staging = out / ".lemumi" / "staging"
        self.threads = ThreadPoolExecutor(SYNCING)
        self.in_turn = ThreadPoolExecutor(1)
        self.sent = 0

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.in_turn.shutdown()
        self.threads.shutdown()

    def clear_staging(self) -> None:
        self.staging.mkdir(parents=True, exist_ok=True)
        for left in self.staging.iterdir():
            left.unlink()

    def name_for(self, made: Made, source: str, taken: set[str]) -> str:
        """The record's file: its id's, unless another document or an earlier part of this one has it."""
        file = file_of(made.id)
        if file not in taken and self.ledger.owner(file) in {None, source}:
            return file
        return also(file, made, source)

    def stage(self, made: Made, file: str) -> Move:
        """A finished record and its place; one that came as bytes is written first. Raises OSError."""
        staged = made.staged
        if staged is None:
            self.sent += 1
            staged = f"{self.staging}/sent-{self.sent}.json"
            write(staged, made.body or b"")
        return staged, f"{self.out}/{file}"

    def settle(self, moves: list[Move]) -> Future[None]:
        """Brings records into their places, for good: only when this is done may the ledger speak of them."""
        return self.in_turn.submit(self._settle, moves)

    def _settle(self, moves: list[Move]) -> None:
        folders = list(set().union(*self.threads.map(_place, _shares(moves))))
        deque(self.threads.map(_sync_folders, _shares(folders)), maxlen=0)

    def drop(self, files: Iterable[str]) -> None:
        """Removes records that their source no longer gives."""
        for file in files:
            with contextlib.suppress(FileNotFoundError):
                (self.out / file).unlink()

    def drop_strays(self) -> None:
        """After a run that was cut off: records renamed into place that the ledger never heard of. They are made again."""
        known = set(self.ledger.record_files())
        for folder, _, names in os.walk(self.out / "decisions"):
            for name in names:
                path = Path(folder, name)
                if path.suffix == ".json" and path.relative_to(self.out).as_posix() not in known:
                    path.unlink()

    def missing(self, files: list[str]) -> bool:
        return any(not os.path.exists(f"{self.out}/{file}") for file in files)  # noqa: PTH110
