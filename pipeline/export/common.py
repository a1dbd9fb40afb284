"""What all exports share: the records in a fixed order, and a target that appears whole or not at all."""
from __future__ import annotations

import contextlib
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from pipeline.corpus.search import open_corpus

Record = dict[str, Any]

#: Characters that XML 1.0 cannot hold, whatever the escaping.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ExportError(Exception):
    """An export that cannot be made; the message says why and what to do."""


@contextlib.contextmanager
def whole(target: Path, force: bool) -> Iterator[Path]:
    """A folder to fill, which becomes `target` when the block ends well. Raises `ExportError` when `target` is in use."""
    if target.exists() and not force and (not target.is_dir() or any(target.iterdir())):
        raise ExportError(f"{target} is there already; --force replaces it")
    draft = target.with_name(f".{target.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    if target.is_dir():
        shutil.rmtree(target)
    elif target.exists():
        target.unlink()
    draft.rename(target)


def records(corpus: Path) -> Iterator[tuple[str, Record]]:
    """(file below the records folder, record), by file name."""
    with contextlib.closing(open_corpus(corpus)) as db:
        for file, body in db.execute(
                "SELECT s.file, r.json FROM _stamps s JOIN _records r ON r.decision = s.decision ORDER BY s.file"):
            yield str(file), orjson.loads(zlib.decompress(body))


def unique_id(file: str) -> str:
    """A record's identifier that no other record has: its file without folder and ending."""
    return file.removeprefix("decisions/").removesuffix(".json")
