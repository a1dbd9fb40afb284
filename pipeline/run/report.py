"""`run.json` and `decisions.jsonl`: the whole corpus, and the account of every input file. Same inputs, same bytes."""
from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from pipeline.run.failures import NO_DECISION, advice
from pipeline.run.ledger import Ledger


@dataclass(slots=True)
class Summary:
    """What a run comes to; printed at its end."""

    files: int = 0
    records: int = 0
    parsed_now: int = 0
    unchanged: int = 0
    removed: int = 0
    duplicates: int = 0
    pages: int = 0
    seconds: float = 0.0
    skipped_items: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    collisions: int = 0

    @property
    def failed(self) -> int:
        return sum(n for code, n in self.failures.items() if code not in NO_DECISION)


def write_atomic(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """A file that is there whole or as it was before."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as stream:
        fill(stream)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def write_corpus(out: Path, ledger: Ledger) -> None:
    """`decisions.jsonl`: every record, a line each, by source name and part. Written anew only when a record changed."""
    digest = hashlib.sha256()
    for name, key, file in ledger.db.execute(
            "SELECT r.name, f.key, r.file FROM records r JOIN files f ON f.name = r.name ORDER BY r.name, r.part, r.file"):
        digest.update(f"{name}\0{key}\0{file}\n".encode("utf-8", "surrogatepass"))
    target = out / "decisions.jsonl"
    state = digest.hexdigest()
    if ledger.state("corpus") == f"{state} {target.stat().st_size if target.exists() else -1}":
        return

    def fill(stream: BinaryIO) -> None:
        for file in ledger.record_files():
            with open(f"{out}/{file}", "rb", 0) as record:  # noqa: PTH123 - once a record
                stream.write(record.read())

    write_atomic(target, fill)
    ledger.set_state("corpus", f"{state} {target.stat().st_size}")


def write_report(out: Path, ledger: Ledger, parser: dict[str, Any], ignored: list[str], fresh: set[str],
                 summary: Summary) -> None:
    """`run.json`: one line a file. Nothing in it depends on the clock, the machine or the number of workers."""
    for _, status, _, present, written in ledger.rows():
        row = orjson.loads(written)
        summary.files += 1
        summary.removed += not present
        summary.statuses[status if present else "removed"] += 1
        summary.records += len(row.get("records", ()))
        summary.skipped_items += len(row.get("skipped", ()))
        summary.duplicates += status == "duplicate"
        summary.findings.update(row.get("findings", {}))
        if present:
            failures = [row["failure"], *row.get("unread", [])] if "failure" in row else row.get("unread", [])
            summary.failures.update(one["code"] for one in failures)
    shared = ledger.shared_ids()
    summary.collisions = len(shared)
    head = {
        "lemumi": parser, "files": summary.files, "records": summary.records, "statuses": _sorted(summary.statuses),
        "failures": _sorted(summary.failures), "findings": _sorted(summary.findings), "skipped_items": summary.skipped_items,
        "ignored": ignored, "shared_ids": [{"id": id, "records": [{"path": n, "file": f} for n, f in claims]}
                                           for id, claims in shared.items()],
    }

    def fill(stream: BinaryIO) -> None:
        stream.write(orjson.dumps(head)[:-1] + b',\n"inputs":[\n')
        first = True
        for name, status, sha256, present, row in ledger.rows():
            line = orjson.dumps({"path": name, "sha256": sha256, "status": status if present else "removed",
                                 "unchanged": present and name not in fresh})
            stream.write((b"" if first else b",\n") + line[:-1] + b"," + row[1:])  # a row is an object with something in it
            first = False
        stream.write(b"\n]}\n")

    write_atomic(out / "run.json", fill)


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def failure_row(code: str, message: str) -> dict[str, str]:
    """A failure as run.json tells it: what, the detail, and what to do."""
    do = advice(code)
    return {"code": code, "message": message.removesuffix(do).rstrip() or code, "do": do}
