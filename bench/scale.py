"""`python -m bench.scale [--write] [SIZE …]`: how the cost of a run grows with the number of files; rewrites docs/SCALE.md.

For each size: a run from nothing, a run in which nothing changed, and one in which one file did. Memory is what all processes
of the run hold together (proportional set size: shared pages count once), sampled twice a second.
"""
from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from bench.bench import machine
from bench.generate import generate_files

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000)
#: Decisions of all Latvian municipalities since 2009: some 110 councils, 43 since 2021, of several hundred a year each.
ALL_SINCE_2009 = 1_000_000
BEGIN = "<!-- measured -->"
END = "<!-- /measured -->"


class Row(NamedTuple):
    files: int
    seconds: float
    memory_mb: float
    writer_ms: float
    output_mb: float
    unchanged_seconds: float
    one_seconds: float


class Cost(NamedTuple):
    seconds: float
    memory_mb: float
    writer_seconds: float


def watched(command: list[str]) -> Cost:
    """Clock and most memory of a command with all its children, processor time of its first process alone.

    Raises CalledProcessError when it fails.
    """
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = busy = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        with contextlib.suppress(psutil.Error):
            times = psutil.Process(process.pid).cpu_times()
            busy = times.user + times.system
        time.sleep(0.5)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.monotonic() - started, peak, busy)


def _memory(pid: int) -> float:
    total = 0.0
    try:
        main = psutil.Process(pid)
        for one in (main, *main.children(recursive=True)):
            try:
                total += one.memory_full_info().pss
            except (psutil.Error, AttributeError):
                continue
    except psutil.Error:
        return 0.0
    return total / 1e6


def measure(files: int) -> Row:
    """One size, in a folder of its own that is removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder, "raw"), Path(folder, "out")
        generate_files(files, raw)
        command = [sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(out), "-q"]
        first = watched(command)
        size = sum(path.stat().st_size for path in (out / "decisions").rglob("*.json")) / 1e6
        unchanged = watched(command)
        one = next(raw.rglob("*.txt"))
        one.write_bytes(one.read_bytes() + b"\n")
        changed = watched(command)
        return Row(files, first.seconds, first.memory_mb, first.writer_seconds / files * 1e3, size, unchanged.seconds,
                   changed.seconds)


def table(rows: list[Row]) -> str:
    lines = [f"Written by `make bench-scale`. Machine: {machine()}, {os.cpu_count()} processors, one worker each.", "",
             "| files | run from nothing | files/s | memory, all processes | writer's time a file | records | nothing changed "
             "| one changed |", "|---|---|---|---|---|---|---|---|"]
    lines += [f"| {r.files:,} | {r.seconds:,.0f} s | {r.files / r.seconds:.0f} | {r.memory_mb:,.0f} MB | {r.writer_ms:.2f} ms "
              f"| {r.output_mb:,.0f} MB | {r.unchanged_seconds:.1f} s | {r.one_seconds:.1f} s |" for r in rows]
    last = rows[-1]
    hours = ALL_SINCE_2009 / last.files * last.seconds / 3600
    gigabytes = last.output_mb / last.files * ALL_SINCE_2009 / 1e3
    lines += ["", f"All decisions of Latvian municipalities since 2009, about {ALL_SINCE_2009:,} texts: {hours:.1f} hours on "
              f"this machine, {gigabytes:.0f} GB of records. A hundred times that: {hours * 100 / 24:.0f} days here, "
              f"{hours * 100 / 32:.0f} hours on 32 such machines."]
    return "\n".join(lines)


def main() -> int:
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or list(SIZES)
    report = table([measure(size) for size in sizes])
    sys.stdout.write(report + "\n")
    if "--write" in sys.argv:
        page = ROOT / "docs" / "SCALE.md"
        text = page.read_text(encoding="utf-8")
        before, after = text[:text.index(BEGIN) + len(BEGIN)], text[text.index(END):]
        page.write_text(f"{before}\n{report}\n{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
