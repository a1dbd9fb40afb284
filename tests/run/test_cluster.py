"""Many machines, on one: a Dask cluster of two worker processes, one of which is killed in mid-run."""
from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from tests.run.helpers import left, parse, some_input

distributed = pytest.importorskip("distributed")


@pytest.mark.slow
def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    raw = some_input(tmp_path / "raw", 22)
    for path in sorted(raw.glob("c*.txt")):
        (raw / f"v-{path.name}").write_bytes(path.read_bytes() + b"\n")
    parse(raw, tmp_path / "here")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        victim = next(iter(cluster.workers.values())).pid
        killer = threading.Timer(0.2, os.kill, (victim, signal.SIGKILL))
        killer.start()
        parse(raw, tmp_path / "cluster", cluster=cluster.scheduler_address)
        killer.join()
    assert left(tmp_path / "cluster") == left(tmp_path / "here")
