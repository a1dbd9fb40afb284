"""Which files a run is about: paths and folders in, every file in a stable order out, nothing passed over in silence."""
from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.run.exits import Exit, RunError

#: Left by operating systems and office programs; never documents. Listed in run.json under `ignored`.
IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@dataclass(frozen=True, slots=True)
class Input:
    """One input file. `name` is its path relative to the input folder, as records show it; `stamp` changes when it does."""

    location: str
    name: str
    root: str
    size: int = 0
    stamp: str = ""
    failure: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Discovered:
    inputs: list[Input]
    ignored: list[str]
    roots: list[str]


def discover(paths: list[str], out: Path) -> Discovered:
    """Every file under `paths` (files, folders, fsspec addresses), by name. The output folder is never an input.

    Raises `RunError` when a path given by the user does not exist.
    """
    inputs: list[Input] = []
    ignored: list[str] = []
    roots: list[str] = []
    for path in paths:
        if "://" in path:
            from pipeline.run.remote import discover_remote
            inputs += discover_remote(path)
            roots.append(path)
            continue
        root = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow the link the user named
        roots.append(root)
        if not os.path.lexists(root):
            raise RunError(Exit.USAGE, f"{path}: no such file or folder")
        if Path(root).is_dir():
            inputs += _folder(root, out.resolve(), ignored)
        else:
            inputs.append(_file(root, os.path.basename(root), root))  # noqa: PTH119
    return Discovered(_distinct(inputs), sorted(set(ignored)), roots)


def _folder(root: str, out: Path, ignored: list[str]) -> Iterator[Input]:
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
            here = os.stat(folder)  # noqa: PTH116
        except OSError as error:
            yield Input(folder, _relative(folder, root), root, failure=_code(error), detail=_words(error))
            continue
        if (here.st_dev, here.st_ino) in seen:  # a link back up
            continue
        seen.add((here.st_dev, here.st_ino))
        for entry in entries:
            if entry.name.lower() in IGNORED_NAMES or entry.name.startswith((".", "~$")):
                ignored.append(_relative(entry.path, root))
            elif _is_folder(entry):
                if Path(entry.path).resolve() != out:
                    waiting.append(entry.path)
            else:
                yield _file(entry.path, _relative(entry.path, root), root)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(location: str, name: str, root: str) -> Input:
    try:
        found = os.stat(location)  # noqa: PTH116
    except OSError as error:
        return Input(location, _printable(name), root, failure=_code(error), detail=_words(error))
    if not stat.S_ISREG(found.st_mode):
        return Input(location, _printable(name), root, failure="not_a_file")
    stamp = f"{found.st_mtime_ns}.{found.st_ctime_ns}.{found.st_ino}"
    return Input(location, _printable(name), root, found.st_size, stamp)


def _relative(location: str, root: str) -> str:
    """`location` stands under `root`, as scandir names it."""
    return _printable(location[len(root):].strip(os.sep).replace(os.sep, "/") or ".")


def _printable(name: str) -> str:
    """A name of bytes that are no UTF-8 still needs a form that JSON can hold."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _code(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission"
    return "missing" if isinstance(error, FileNotFoundError) else "read_error"


def _words(error: OSError) -> str:
    return error.strerror or str(error)


def _distinct(inputs: list[Input]) -> list[Input]:
    """Sorted by name; the same file named twice counts once; two files of one name get their folder's name in front."""
    by_location = {one.location: one for one in inputs}
    names: dict[str, str] = {}
    distinct: list[Input] = []
    for one in sorted(by_location.values(), key=lambda i: (i.name, i.location)):
        name = one.name
        if name in names:
            parent = Path(one.location).parent if one.root == one.location else Path(one.root)
        while name in names:
            name = f"{parent.name or 'root'}/{name}"
            parent = parent.parent if parent != parent.parent else Path("/again")
        names[name] = one.location
        distinct.append(one if name == one.name else replace(one, name=name))
    return sorted(distinct, key=lambda i: i.name)
