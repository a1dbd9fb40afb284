"""A run, from paths to `run.json`: what is new is parsed, what is unchanged is left alone, nothing is lost on the way."""
from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.run.discover import discover
from pipeline.run.exits import Exit, RunError
from pipeline.run.ledger import Ledger
from pipeline.run.lock import locked
from pipeline.run.options import RunOptions
from pipeline.run.plan import Planned, make_plan, plan_again
from pipeline.run.pool import run_pool, warm_up
from pipeline.run.report import Summary, write_corpus, write_report
from pipeline.run.store import Store, file_of
from pipeline.run.version import parser_version
from pipeline.run.work import Outcome, Task
from pipeline.run.writer import Writer

Progress = Callable[[int, int, str, str | None], None]  # done, of, name, failure code


def run(paths: list[str], out: Path, options: RunOptions, progress: Progress | None = None) -> Summary:
    """Parses everything under `paths` into `out`. Raises `RunError` when the run itself cannot go on.

    Safe to stop at any moment; the next run with the same paths goes on and ends with the same bytes.
    """
    started = time.monotonic()
    with locked(out):
        try:
            with Ledger(out / ".lemumi" / "ledger.sqlite") as ledger, Store(out, ledger) as store:
                summary = _run(paths, options, progress, ledger, store)
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


def _run(paths: list[str], options: RunOptions, progress: Progress | None, ledger: Ledger, store: Store) -> Summary:
    summary = Summary()
    if ledger.blank and not options.cluster:
        warm_up()
    store.clear_staging()
    if ledger.state("finished") == "no":
        store.drop_strays()
    found = discover(paths, store.out)
    ledger.set_state("finished", "no")
    ledger.begin()
    plan = make_plan(found, ledger, store, options)
    ledger.mark_removed(found.roots, {one.name for one in found.inputs})
    ledger.commit()
    fresh = {one.input.name for one in plan}
    _parse(plan, store, ledger, options, progress, summary)
    again = _misnamed(ledger)
    if again:  # a file that came later has an earlier name: ids are given out anew among those that share one
        replan = list(plan_again(found, again, ledger, options))
        store.drop_strays()
        _parse(replan, store, ledger, options, None, summary)
    write_corpus(store.out, ledger)
    write_report(store.out, ledger, parser_version().model_dump(), found.ignored, fresh, summary)
    ledger.set_state("finished", "yes")
    summary.parsed_now = len(plan)
    summary.unchanged = len(found.inputs) - len(plan)
    return summary


def _parse(plan: list[Planned], store: Store, ledger: Ledger, options: RunOptions, progress: Progress | None,
           summary: Summary) -> None:
    staging = None if options.cluster else str(store.staging)
    tasks = (Task(i, p.input.location, p.input.name, p.sha256, p.duplicates, staging) for i, p in enumerate(plan))
    with Writer(store, ledger) as writer:
        for outcome in _execute(tasks, options):
            planned = plan[outcome.index]
            writer.take(planned, outcome)
            summary.pages += outcome.pages
            if progress:
                progress(outcome.index + 1, len(plan), planned.input.name, outcome.code)


def _execute(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    if options.cluster:
        from pipeline.run.cluster import run_cluster
        return run_cluster(tasks, options)
    return run_pool(tasks, options)


def _misnamed(ledger: Ledger) -> set[str]:
    """Sources whose records stand under names that a run from nothing would not give them: the first should have the id's."""
    wrong: set[str] = set()
    for id, claims in ledger.shared_ids().items():
        if claims[0][1] != file_of(id):
            wrong.update(name for name, _ in claims)
    for id, name, file in ledger.db.execute("SELECT id, name, file FROM records WHERE file LIKE '%~%'").fetchall():
        if ledger.owner(file_of(id)) is None and file != file_of(id):
            wrong.add(str(name))
    return wrong


def default_jobs() -> int:
    """As many workers as this process may use processors."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
