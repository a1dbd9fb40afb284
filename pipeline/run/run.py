"""A run, from paths to `run.json`: what is new is parsed, what is unchanged is left alone, nothing is lost on the way."""
from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.run.discover import Discovered, Input, discover
from pipeline.run.exits import Exit, RunError
from pipeline.run.failures import NO_DECISION
from pipeline.run.ledger import Ledger
from pipeline.run.lock import locked
from pipeline.run.options import RunOptions
from pipeline.run.pool import run_pool
from pipeline.run.remote import sha256_of
from pipeline.run.report import Summary, failure_row, write_corpus, write_report
from pipeline.run.store import Store
from pipeline.run.version import file_key, parser_version, tools
from pipeline.run.work import Outcome, Task

#: Files between two commits: what a kill can cost is parsing these again.
BATCH = 64

Progress = Callable[[int, int, str, str | None], None]  # done, of, name, failure code


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that must be parsed."""

    input: Input
    sha256: str
    key: str
    duplicates: tuple[str, ...]


def run(paths: list[str], out: Path, options: RunOptions, progress: Progress | None = None) -> Summary:
    """Parses everything under `paths` into `out`. Raises `RunError` when the run itself cannot go on.

    Safe to stop at any moment; the next run with the same paths goes on and ends with the same bytes.
    """
    started = time.monotonic()
    with locked(out):
        try:
            with Ledger(out / ".lemumi" / "ledger.sqlite") as ledger:
                summary = _run(paths, out, options, progress, ledger)
        except OSError as error:
            full = " (disk full)" if error.errno == errno.ENOSPC else ""
            raise RunError(Exit.ENVIRONMENT, f"{out}: cannot be written: {error}{full}; what was done is kept") from error
        except sqlite3.OperationalError as error:  # what SQLite makes of a full disk
            raise RunError(Exit.ENVIRONMENT, f"{out}: cannot be written: {error}; what was done is kept") from error
        except sqlite3.DatabaseError as error:
            raise RunError(Exit.ENVIRONMENT, f"{out}/.lemumi/ledger.sqlite: {error}; delete it and run again: "
                                             "every file is then parsed anew") from error
    summary.seconds = time.monotonic() - started
    return summary


def _run(paths: list[str], out: Path, options: RunOptions, progress: Progress | None, ledger: Ledger) -> Summary:
    summary = Summary()
    store = Store(out, ledger)
    store.clear_staging()
    if ledger.state("finished") == "no":
        store.drop_strays()
    found = discover(paths, out)
    ledger.set_state("finished", "no")
    ledger.begin()
    plan = make_plan(found, ledger, store, options)
    ledger.mark_removed(found.roots, {one.name for one in found.inputs})
    ledger.commit()
    fresh = {one.input.name for one in plan}
    _parse(plan, store, ledger, options, progress, summary)
    again = _misnamed(ledger)
    if again:  # a file that came later has an earlier name: ids are given out anew among those that share one
        replan = [one for one in _forget(found, again, ledger, options) if one]
        store.drop_strays()
        _parse(replan, store, ledger, options, None, summary)
    write_corpus(out, ledger)
    write_report(out, ledger, parser_version().model_dump(), found.ignored, fresh, summary)
    ledger.set_state("finished", "yes")
    summary.parsed_now = len(plan)
    summary.unchanged = len(found.inputs) - len(plan)
    return summary


def make_plan(found: Discovered, ledger: Ledger, store: Store, options: RunOptions) -> list[Planned]:
    """What must be parsed. Files that cannot be read at all, and copies of others, get their row here."""
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
    with ThreadPoolExecutor(4) as threads:
        for one, digest in zip(unsure, threads.map(_digest, unsure), strict=True):
            if isinstance(digest, OSError):
                code = "permission" if isinstance(digest, PermissionError) else "missing" if isinstance(
                    digest, FileNotFoundError) else "read_error"
                _failed(ledger, store, one, code, digest.strerror or str(digest))
            else:
                hashes[one.name] = digest
    groups: dict[str, list[Input]] = {}
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
            plan.append(Planned(first, sha256, key, names))
        elif (known.stamp, known.location) != (first.stamp, first.location):
            ledger.restamp(first)
        else:
            _present(ledger, first)
        for copy in copies:
            _settle(ledger, store, copy, sha256, None, "duplicate", {"duplicate_of": first.name})
    return sorted(plan, key=lambda p: p.input.name)


def _present(ledger: Ledger, one: Input) -> None:
    ledger.db.execute("UPDATE files SET present = 1 WHERE name = ? AND present = 0", (one.name,))


def _again(status: str, had: str, options: RunOptions) -> bool:
    """A failed file is tried again when the user says so, or when a program it may have lacked is there now."""
    return status == "failed" and (options.retry_failed or had != tools())


def _digest(one: Input) -> str | OSError:
    try:
        return sha256_of(one.location)
    except OSError as error:
        return error


def _failed(ledger: Ledger, store: Store, one: Input, code: str, detail: str) -> None:
    _settle(ledger, store, one, None, None, "failed", {"failure": failure_row(code, detail)})


def _settle(ledger: Ledger, store: Store, one: Input, sha256: str | None, key: str | None, status: str,
            row: dict[str, Any]) -> None:
    """A file that gives no record of its own; an older record of it that says otherwise goes."""
    store.drop(ledger.files_of(one.name))
    ledger.write(one, sha256, key, status, tools(), row, [])


def _parse(plan: list[Planned], store: Store, ledger: Ledger, options: RunOptions, progress: Progress | None,
           summary: Summary) -> None:
    staging = None if options.cluster else str(store.staging)
    tasks = (Task(i, p.input.location, p.input.name, p.sha256, p.duplicates, staging) for i, p in enumerate(plan))
    stale: list[str] = []
    pending: list[tuple[Planned, Outcome, list[tuple[str, int, str]]]] = []

    def flush() -> None:
        store.sync()
        ledger.begin()
        for planned, outcome, records in pending:
            _record(planned, outcome, records, ledger)
        ledger.commit()
        store.drop(stale)
        pending.clear()
        stale.clear()

    taken: set[str] = set()
    for outcome in _execute(tasks, options):
        planned = plan[outcome.index]
        records = []
        for made in outcome.records:
            file = store.name_for(made, planned.input.name, taken)
            store.put(made, file)
            taken.add(file)
            records.append((file, made.part, made.id))
        now = {file for file, _, _ in records}
        stale += [f for f in ledger.files_of(planned.input.name) if f not in now and f not in taken]
        pending.append((planned, outcome, records))
        summary.pages += outcome.pages
        if len(pending) >= BATCH:
            flush()
            taken.clear()
        if progress:
            progress(outcome.index + 1, len(plan), planned.input.name, outcome.code)
    flush()


def _execute(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    if options.cluster:
        from pipeline.run.cluster import run_cluster
        return run_cluster(tasks, options)
    return run_pool(tasks, options)


def _record(planned: Planned, outcome: Outcome, records: list[tuple[str, int, str]], ledger: Ledger) -> None:
    row: dict[str, Any] = {"bytes": planned.input.size, "media_type": outcome.media_type}
    if records:
        row["records"] = [{"id": id, "file": file} for file, _, id in records]
    if planned.duplicates:
        row["duplicates"] = list(planned.duplicates)
    if outcome.skipped:
        row["skipped"] = outcome.skipped
    if outcome.unread:
        row["unread"] = [{"path": one["path"], **failure_row(one["code"], one["message"])} for one in outcome.unread]
    if outcome.findings:
        row["findings"] = dict(sorted(outcome.findings.items()))
    if outcome.code:
        row["failure"] = failure_row(outcome.code, outcome.message)
    status = "parsed" if not outcome.code else "no_decision" if outcome.code in NO_DECISION else "failed"
    ledger.write(planned.input, planned.sha256, planned.key, status, tools(), row, records)


def _misnamed(ledger: Ledger) -> set[str]:
    """Sources whose records stand under names that a run from nothing would not give them: the first should have the id's."""
    from pipeline.run.store import file_of
    wrong: set[str] = set()
    for id, claims in ledger.shared_ids().items():
        if claims[0][1] != file_of(id):
            wrong.update(name for name, _ in claims)
    for id, name, file in ledger.db.execute("SELECT id, name, file FROM records WHERE file LIKE '%~%'").fetchall():
        if ledger.owner(file_of(id)) is None and file != file_of(id):
            wrong.add(str(name))
    return wrong


def _forget(found: Discovered, names: set[str], ledger: Ledger, options: RunOptions) -> Iterator[Planned]:
    for one in found.inputs:
        if one.name not in names:
            continue
        known = ledger.known(one.name)
        row = ledger.db.execute("SELECT row FROM files WHERE name = ?", (one.name,)).fetchone()
        if known and known.sha256:
            import orjson
            copies = tuple(orjson.loads(row[0]).get("duplicates", ()))
            ledger.forget(one.name)
            yield Planned(one, known.sha256, file_key(known.sha256, copies, options), copies)


def default_jobs() -> int:
    """As many workers as this process may use processors."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
