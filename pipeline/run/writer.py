"""Outcomes into the output folder and the ledger, a batch at a time.

Only when a record and the folder that holds its name are on the disk may the ledger speak of it. While the disk settles one
batch, the next is taken, so that the workers never wait for it.
"""
from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from pipeline.run.failures import NO_DECISION
from pipeline.run.ledger import Entry, Ledger
from pipeline.run.plan import Planned
from pipeline.run.report import failure_row
from pipeline.run.store import Move, Store
from pipeline.run.work import Outcome

#: Files of a batch. A kill costs at most two batches: they are parsed again.
BATCH = 64


@dataclass(slots=True)
class _Batch:
    entries: list[Entry] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)  # records their source no longer gives
    files: set[str] = field(default_factory=set)
    settled: Future[None] | None = None


class Writer:
    """A context manager: what was taken is on the disk and in the ledger when it ends well."""

    def __init__(self, store: Store, ledger: Ledger) -> None:
        self.store = store
        self.ledger = ledger
        self.batch = _Batch()
        self.settling = _Batch()
        self.taken: set[str] = set()  # files of both batches: the ledger does not know them yet

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._turn()
            self._turn()

    def take(self, planned: Planned, outcome: Outcome) -> None:
        """One file's outcome. Raises OSError when the output cannot be written."""
        batch, name = self.batch, planned.input.name
        records = []
        for made in outcome.records:
            file = self.store.name_for(made, name, self.taken)
            batch.moves.append(self.store.stage(made, file))
            self.taken.add(file)
            batch.files.add(file)
            records.append((file, made.part, made.id))
        if not planned.new:
            now = {file for file, _, _ in records}
            batch.stale += [f for f in self.ledger.files_of(name) if f not in now and f not in self.taken]
        status = "parsed" if not outcome.code else "no_decision" if outcome.code in NO_DECISION else "failed"
        batch.entries.append((planned.input, planned.sha256, planned.key, status, _row(planned, outcome, records), records))
        if len(batch.entries) >= BATCH:
            self._turn()

    def _turn(self) -> None:
        """The batch that was settling is written into the ledger, and the full one begins to settle."""
        done = self.settling
        if done.settled:
            done.settled.result()
            self.ledger.begin()
            self.ledger.write(done.entries)
            self.ledger.commit()
            self.store.drop(done.stale)
            self.taken -= done.files
        self.batch.settled = self.store.settle(self.batch.moves)
        self.settling, self.batch = self.batch, _Batch()


def _row(planned: Planned, outcome: Outcome, records: list[tuple[str, int, str]]) -> dict[str, Any]:
    """The file's row in run.json."""
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
    return row
