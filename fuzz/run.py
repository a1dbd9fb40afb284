"""`python -m fuzz.run [COUNT] [--first N] [--write]`: COUNT mutated files through whole runs; every file must be accounted for.

No mutant may end as `internal`, `invalid_record`, `crashed`, `timeout` or `memory`; such files are kept in fuzz/found/.
Recognition is off (it takes seconds a page) save for one batch of scans in a hundred.
"""
from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fuzz.mutate import ROOT, mutant, seeds
from pipeline.run.options import RunOptions
from pipeline.run.run import run

KEPT = "## What was found"      # of docs/FUZZ.md, from here on: written by hand
FOUND = ROOT / "fuzz" / "found"
BATCH = 500
FORBIDDEN = frozenset({"internal", "invalid_record", "crashed", "timeout", "memory"})
#: Seeds that start another program for every mutant: a few are enough.
SLOW = frozenset({".doc"})
LIMITS = RunOptions(ocr=False, jobs=1, time_limit=60, memory_limit=3_000)
PATIENT = RunOptions(ocr=True, jobs=1, time_limit=300, memory_limit=6_000)


class Outcome(NamedTuple):
    """What became of one batch."""

    files: int
    statuses: Counter[str]
    codes: Counter[str]
    kinds: Counter[str]
    bad: list[tuple[str, str, str]]      # file, code, message
    unaccounted: list[str]


def batch(first: int, count: int, options: RunOptions = LIMITS, pool: dict[str, bytes] | None = None) -> Outcome:
    """Mutants `first` … through one run in a folder of their own."""
    pool = pool or quick_seeds()
    statuses: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    bad: list[tuple[str, str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder, "raw"), Path(folder, "out")
        raw.mkdir()
        for number in range(first, first + count):
            name, data = mutant(number, pool)
            (raw / name).write_bytes(data)
        run([str(raw)], out, options)
        rows = {row["path"]: row for row in json.loads((out / "run.json").read_bytes())["inputs"]}
        for path in sorted(raw.iterdir()):
            row = rows.get(path.name)
            if row is None:
                continue
            statuses[row["status"]] += 1
            kinds[path.suffix or "none"] += 1
            for failure in (*([row["failure"]] if "failure" in row else ()), *row.get("unread", ())):
                codes[failure["code"]] += 1
                if failure["code"] in FORBIDDEN:
                    bad.append((path.name, failure["code"], failure["message"]))
                    FOUND.mkdir(exist_ok=True)
                    (FOUND / path.name).write_bytes(path.read_bytes())
        unaccounted = [path.name for path in sorted(raw.iterdir()) if path.name not in rows]
    return Outcome(count, statuses, codes, kinds, bad, unaccounted)


def quick_seeds() -> dict[str, bytes]:
    return {name: data for name, data in seeds().items() if Path(name).suffix not in SLOW}


def slow_seeds() -> dict[str, bytes]:
    return {name: data for name, data in seeds().items()
            if Path(name).suffix in SLOW or "scan" in name or name.endswith(".tif")}


def batches(first: int, count: int) -> Iterator[Outcome]:
    for start in range(first, first + count, BATCH):
        size = min(BATCH, first + count - start)
        yield batch(start, size)
        if start // BATCH % 40 == 39:      # recognition and LibreOffice take their turn
            yield batch(start, 5, PATIENT, slow_seeds())


def report(outcomes: list[Outcome], seconds: float) -> str:
    files = sum(one.files for one in outcomes)
    statuses, codes, kinds = (sum((getattr(one, field) for one in outcomes), Counter[str]())
                              for field in ("statuses", "codes", "kinds"))
    bad = [row for one in outcomes for row in one.bad]
    unaccounted = [name for one in outcomes for name in one.unaccounted]
    lines = [
        "# Mutated files", "",
        "Written by `make fuzz` (`python -m fuzz.run 100000 --write`). Good files of every kind (text in seven encodings, PDF, "
        "scans, DOCX, ODT, RTF, DOC, HTML, ZIP) are broken by `fuzz/mutate.py`: bytes flipped, cut, "
        "repeated, spliced; members of containers and streams of PDFs changed inside a whole shell. Whole runs read them, with "
        "60 s and 3 GB a document; recognition is off save for a few batches.", "",
        f"**{files:,} files: {len(bad)} crashes, hangs or broken records; {len(unaccounted)} files unaccounted for.** "
        f"{seconds / 3600:.1f} hours, {files / seconds:.0f} files/s, one worker at low priority on a shared machine "
        f"(Python {platform.python_version()}).", "",
        "| made of | files |", "|---|---|", *(f"| `{kind}` | {n:,} |" for kind, n in kinds.most_common()), "",
        "| ended as | files |", "|---|---|", *(f"| {status} | {n:,} |" for status, n in statuses.most_common()), "",
        "| reason (docs/FAILURES.md) | times |", "|---|---|", *(f"| `{code}` | {n:,} |" for code, n in codes.most_common())]
    if bad:
        lines += ["", "| file | code | message |", "|---|---|---|", *(f"| {a} | {b} | {c[:160]} |" for a, b, c in bad)]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=2_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first mutant")
    parser.add_argument("--write", action="store_true", help="rewrite docs/FUZZ.md")
    given = parser.parse_args()
    started = time.monotonic()
    outcomes: list[Outcome] = []
    for one in batches(given.first, given.count):
        outcomes.append(one)
        for name, code, message in one.bad:
            sys.stdout.write(f"{name}: {code}: {message}\n")
        done = sum(o.files for o in outcomes)
        sys.stdout.write(f"{done} of {given.count}, {done / (time.monotonic() - started):.0f} files/s\n")
        sys.stdout.flush()
    text = report(outcomes, time.monotonic() - started)
    sys.stdout.write(text)
    if given.write:
        page = ROOT / "docs" / "FUZZ.md"
        kept = page.read_text("utf-8").partition(KEPT)[2] if page.exists() else "\n"
        page.write_text(f"{text}\n{KEPT}{kept}", "utf-8")
    return int(any(one.bad or one.unaccounted for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
