"""The same run on many machines: chunks go to a Dask scheduler, records come back and are written here.

Workers need lemumi installed and must see the input (a shared folder or an fsspec address). A lost worker's chunks are
given to another by Dask; nothing reaches the output but through this process, so that nothing can be there twice.
"""
from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pipeline.run.exits import Exit, RunError
from pipeline.run.options import RunOptions
from pipeline.run.work import Outcome, Task, work_many

CHUNK = 16
#: Chunks on their way at once, for each worker thread: enough that none waits, few enough that memory stays flat.
AHEAD = 4
#: How often Dask may lose a chunk's worker before the chunk's documents count as crashed.
RETRIES = 3


def run_cluster(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """Outcomes in the order of the tasks. Raises `RunError` when no scheduler answers."""
    try:
        import dask
        from distributed import Client, KilledWorker
    except ImportError as error:
        raise RunError(Exit.ENVIRONMENT, "--cluster needs Dask: pip install 'lemumi[cluster]'") from error
    dask.config.set({"distributed.scheduler.allowed-failures": RETRIES})
    try:
        client = Client(options.cluster, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise RunError(Exit.ENVIRONMENT, f"--cluster {options.cluster}: no scheduler answers: {error}") from error
    source = iter(tasks)
    flying: deque[tuple[list[Task], Any]] = deque()
    with client:
        limit = max(2, sum(client.nthreads().values())) * AHEAD
        while True:
            while len(flying) < limit and (chunk := list(islice(source, CHUNK))):
                flying.append((chunk, client.submit(work_many, chunk, options, pure=False, retries=RETRIES)))
            if not flying:
                return
            chunk, future = flying.popleft()
            try:
                yield from future.result()
            except KilledWorker:
                yield from _one_by_one(client, chunk, options)


def _one_by_one(client: Any, chunk: list[Task], options: RunOptions) -> Iterator[Outcome]:
    """A chunk that killed its workers: each document alone, so that only the guilty one is lost."""
    from distributed import KilledWorker
    for task in chunk:
        try:
            yield from client.submit(work_many, [task], options, pure=False).result()
        except KilledWorker as error:
            yield Outcome(task.index, code="crashed", message=str(error))
