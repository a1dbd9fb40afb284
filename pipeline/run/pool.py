"""Worker processes, each with one document at a time, a clock and a memory limit. One that hangs or dies is replaced alone.

`concurrent.futures` gives up the whole pool when one process dies and cannot stop one that hangs; hence our own loop.
"""
from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext, ForkServerContext
from multiprocessing.process import BaseProcess

from pipeline.run.options import MB, RunOptions
from pipeline.run.work import Outcome, Task, work

#: Results that may wait for an earlier, slower document: the memory a run may need does not grow with its input.
WINDOW = 256


class Worker:
    """One process and the task it has in hand."""

    def __init__(self, context: BaseContext, options: RunOptions) -> None:
        ours, theirs = context.Pipe()
        self.pipe: Connection = ours
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, options), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.deadline = 0.0

    def give(self, task: Task, seconds: float) -> None:
        self.task, self.deadline = task, time.monotonic() + seconds
        self.pipe.send(task)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, options: RunOptions) -> None:
    """A worker's life: tasks come, outcomes go, until the other end closes (also when the parent is killed)."""
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    _limit_memory(options.memory_limit)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            task: Task = pipe.recv()
            try:
                pipe.send(work(task, options))
            except OSError as error:
                pipe.send(f"{error.filename or 'output'}: {error.strerror or error}")


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    except (ImportError, ValueError, OSError):
        return  # a system without such limits: the clock remains


def run_pool(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """Outcomes in the order of the tasks, whatever the number of workers. Raises OSError when the output cannot be written."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if isinstance(context, ForkServerContext):
        context.set_forkserver_preload(["pipeline.run.preload"])
    source = iter(tasks)
    workers: list[Worker] = []
    waiting: deque[int] = deque()
    done: dict[int, Outcome] = {}
    task = next(source, None)
    try:
        while True:
            while task and len(waiting) < WINDOW and (idle := _idle(workers, options, context)):
                waiting.append(task.index)
                idle.give(task, options.time_limit)
                task = next(source, None)
            while waiting and waiting[0] in done:
                yield done.pop(waiting.popleft())
            busy = [w for w in workers if w.task]
            if not busy:
                if not waiting and task is None:
                    return
                continue
            _collect(workers, busy, done, options)
    finally:
        for worker in workers:
            worker.stop()


def _idle(workers: list[Worker], options: RunOptions, context: BaseContext) -> Worker | None:
    for worker in workers:
        if worker.task is None:
            return worker
    if len(workers) < options.jobs:
        workers.append(Worker(context, options))
        return workers[-1]
    return None


def _collect(workers: list[Worker], busy: list[Worker], done: dict[int, Outcome], options: RunOptions) -> None:
    """Waits for whatever comes first: an outcome, a death, a deadline."""
    patience = max(0.0, min(w.deadline for w in busy) - time.monotonic())
    ready = wait([w.pipe for w in busy], timeout=patience)
    now = time.monotonic()
    for worker in busy:
        task = worker.task
        assert task is not None
        if worker.pipe in ready:
            try:
                answer = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                worker.process.join()
                died = f"ended with code {worker.process.exitcode}"
                done[task.index] = Outcome(task.index, code="crashed", message=died)
                workers.remove(worker)
                worker.stop()
                continue
            if isinstance(answer, str):
                raise OSError(answer)
            done[task.index] = answer
            worker.task = None
        elif now >= worker.deadline:
            late = f"more than {options.time_limit:g} s"
            done[task.index] = Outcome(task.index, code="timeout", message=late)
            workers.remove(worker)
            worker.stop()


def run_here(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """The same without processes: for profiling and for systems that have none. No clock, no memory limit."""
    for task in tasks:
        yield work(task, options)
