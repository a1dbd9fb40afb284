"""What a run has to do: which of the files found must be parsed; the others are settled already or cannot be read at all."""
from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import orjson

from pipeline.run.discover import Discovered, Input
from pipeline.run.ledger import Ledger
from pipeline.run.options import RunOptions
from pipeline.run.remote import sha256_of
from pipeline.run.report import failure_row
from pipeline.run.store import Store
from pipeline.run.version import file_key, tools

#: Files that one thread hashes in a go: handing a small file over costs more than reading it.
CHUNK = 32
THREADS = 4


class Planned(NamedTuple):
    """A file that must be parsed; `duplicates` are the names of its copies, `new` is one that was never parsed before."""

    input: Input
    sha256: str
    key: str
    duplicates: tuple[str, ...]
    new: bool


def make_plan(found: Discovered, ledger: Ledger, store: Store, options: RunOptions) -> list[Planned]:
    """What must be parsed, by name. Files that cannot be read at all, and copies of others, get their row here."""
    groups: dict[str, list[Input]] = {}
    hashes = _hashes(found, ledger, store)
    for one in found.inputs:
        if one.name in hashes:
            groups.setdefault(hashes[one.name], []).append(one)
    plan: list[Planned] = []
    for sha256, (first, *copies) in groups.items():
        names = tuple(copy.name for copy in copies)
        key = file_key(sha256, names, options)
        known = ledger.known(first.name)
        if not (known and known.key == key and not _again(known.status, known.tools, options)
                and not store.missing(ledger.files_of(first.name))):
            plan.append(Planned(first, sha256, key, names, known is None))
        elif (known.stamp, known.location) != (first.stamp, first.location):
            ledger.restamp(first)
        else:
            ledger.mark_present(first.name)
        for copy in copies:
            _settle(ledger, store, copy, sha256, "duplicate", {"duplicate_of": first.name})
    return sorted(plan, key=lambda p: p.input.name)


def plan_again(found: Discovered, names: set[str], ledger: Ledger, options: RunOptions) -> Iterator[Planned]:
    """The files of these names once more, whatever the ledger says of them: it forgets them."""
    for one in found.inputs:
        known = ledger.known(one.name) if one.name in names else None
        if known and known.sha256:
            copies = tuple(orjson.loads(ledger.row_of(one.name)).get("duplicates", ()))
            ledger.forget(one.name)
            yield Planned(one, known.sha256, file_key(known.sha256, copies, options), copies, new=True)


def _hashes(found: Discovered, ledger: Ledger, store: Store) -> dict[str, str]:
    """Name → sha256 of every file that can be read; one whose time stamp is as it was is not even opened."""
    hashes: dict[str, str] = {}
    unsure: list[Input] = []
    for one in found.inputs:
        known = None if one.failure else ledger.known(one.name)
        same = known and (known.size, known.stamp, known.location) == (one.size, one.stamp, one.location)
        if known and known.sha256 and same and one.stamp:
            hashes[one.name] = known.sha256
        elif one.failure:
            _failed(ledger, store, one, one.failure, one.detail)
        else:
            unsure.append(one)
    with ThreadPoolExecutor(THREADS) as threads:
        chunks = [unsure[at:at + CHUNK] for at in range(0, len(unsure), CHUNK)]
        digests = [digest for chunk in threads.map(_digests, chunks) for digest in chunk]
    for one, digest in zip(unsure, digests, strict=True):
        if isinstance(digest, OSError):
            code = "permission" if isinstance(digest, PermissionError) else "missing" if isinstance(
                digest, FileNotFoundError) else "read_error"
            _failed(ledger, store, one, code, digest.strerror or str(digest))
        else:
            hashes[one.name] = digest
    return hashes


def _digests(inputs: list[Input]) -> list[str | OSError]:
    found: list[str | OSError] = []
    for one in inputs:
        try:
            found.append(sha256_of(one.location))
        except OSError as error:
            found.append(error)
    return found


def _again(status: str, had: str, options: RunOptions) -> bool:
    """A failed file is tried again when the user says so, or when a program it may have lacked is there now."""
    return status == "failed" and (options.retry_failed or had != tools())


def _failed(ledger: Ledger, store: Store, one: Input, code: str, detail: str) -> None:
    _settle(ledger, store, one, None, "failed", {"failure": failure_row(code, detail)})


def _settle(ledger: Ledger, store: Store, one: Input, sha256: str | None, status: str, row: dict[str, Any]) -> None:
    """A file that gives no record of its own; an older record of it that says otherwise goes."""
    store.drop(ledger.files_of(one.name))
    ledger.write([(one, sha256, None, status, row, [])])
