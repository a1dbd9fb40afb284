"""A run killed anywhere: the next one ends with the bytes of a run that nobody disturbed."""
from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.helpers import left, parse, some_input


def _killed(raw: Path, out: Path, after: float) -> None:
    command = [sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(out), "--jobs", "2", "-q"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()


def _torture(tmp_path: Path, kills: int) -> None:
    raw = some_input(tmp_path / "raw", 22)
    for number in range(4):  # more documents, so that kills fall into the work
        for path in sorted(raw.glob("[ac]*.txt")):
            (raw / f"v{number}-{path.name}").write_bytes(path.read_bytes() + b"\n" * (number + 1))
    started = time.monotonic()
    parse(raw, tmp_path / "calm", jobs=2)
    whole = time.monotonic() - started + 0.5
    chance = random.Random(2_024)
    out = tmp_path / "killed"
    for _ in range(kills):
        _killed(raw, out, chance.uniform(0.1, whole))
    parse(raw, out, jobs=2)
    assert left(out) == left(tmp_path / "calm")


@pytest.mark.slow
def test_killed_five_times(tmp_path: Path) -> None:
    _torture(tmp_path, 5)


@pytest.mark.torture
def test_killed_fifty_times(tmp_path: Path) -> None:
    for round_ in range(10):
        folder = tmp_path / str(round_)
        folder.mkdir()
        _torture(folder, 5)
