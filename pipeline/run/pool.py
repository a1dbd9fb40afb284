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

from pipeline.run.exits import Exit, RunError
from pipeline.run.options import MB, RunOptions
from pipeline.run.work import Outcome, Task, work

#: Results that may wait for an earlier, slower document: the memory a run may need does not grow with its input.
WINDOW = 256
#: Tasks a worker has in hand, so that it need not wait while this process writes. More would queue behind a slow document.
AHEAD = 4
#: Seconds a worker may take to start; it loads the language's tables meanwhile.
START_SECONDS = 120.0


class Worker:
    """One process and the tasks it has in hand: the first is being worked on, the others wait in its pipe."""

    def __init__(self, context: BaseContext, options: RunOptions) -> None:
        ours, theirs = context.Pipe()
        self.pipe: Connection = ours
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, options), daemon=True)
        self.process.start()
        theirs.close()
        self.seconds = options.time_limit
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.deadline = time.monotonic() + START_SECONDS

    def give(self, task: Task) -> None:
        with contextlib.suppress(BrokenPipeError):  # it died meanwhile: _collect will see that
            self.pipe.send(task)
        self.tasks.append(task)
        if self.ready and len(self.tasks) == 1:
            self._begin()

    def hear(self) -> Outcome | None:
        """What it says next; None when that is only that it is there. Raises EOFError when it died, OSError for a full disk."""
        answer = self.pipe.recv()
        if isinstance(answer, str):
            raise RunError(Exit.ENVIRONMENT, f"{answer}; what was done is kept")
        if self.ready:
            self.tasks.popleft()
        self.ready = True
        self._begin()
        return answer if isinstance(answer, Outcome) else None

    def _begin(self) -> None:
        self.deadline = time.monotonic() + self.seconds

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, options: RunOptions) -> None:
    """A worker's life: it says that it is there; tasks come, outcomes go, until the other end closes (also when the parent is
    killed)."""
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    _limit_memory(options.memory_limit)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send(None)
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
    """Outcomes in the order of the tasks, whatever the number of workers.

    Raises `RunError` when the output cannot be written or no worker can start.
    """
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if isinstance(context, ForkServerContext):
        context.set_forkserver_preload(["pipeline.run.preload"])
    source = iter(tasks)
    orphans: deque[Task] = deque()  # of a worker that died before it came to them
    workers: list[Worker] = []
    waiting: deque[int] = deque()
    done: dict[int, Outcome] = {}
    task = next(source, None)
    try:
        while True:
            while orphans and (free := _free(workers, options, context)):
                free.give(orphans.popleft())
            while task and not orphans and len(waiting) < WINDOW and (free := _free(workers, options, context)):
                waiting.append(task.index)
                free.give(task)
                task = next(source, None)
            while waiting and waiting[0] in done:
                yield done.pop(waiting.popleft())
            if any(w.tasks for w in workers):
                orphans += _collect(workers, done, options)
            elif not waiting and task is None:
                return
    finally:
        for worker in workers:
            worker.stop()


def _free(workers: list[Worker], options: RunOptions, context: BaseContext) -> Worker | None:
    """The worker with the fewest tasks in hand; a new one while there may be more; None when all have enough."""
    if len(workers) < options.jobs and all(w.tasks for w in workers):
        workers.append(Worker(context, options))
        return workers[-1]
    least = min(workers, key=lambda w: len(w.tasks))
    return least if len(least.tasks) < AHEAD else None


def _collect(workers: list[Worker], done: dict[int, Outcome], options: RunOptions) -> list[Task]:
    """Waits for whatever comes first: an outcome, a death, a deadline. Gives back the tasks that lost their worker."""
    busy = [w for w in workers if w.tasks]
    patience = max(0.0, min(w.deadline for w in busy) - time.monotonic())
    heard = wait([w.pipe for w in busy], timeout=patience)
    now = time.monotonic()
    orphans: list[Task] = []
    for worker in busy:
        if worker.pipe in heard:
            try:
                outcome = worker.hear()
            except (EOFError, ConnectionResetError):
                worker.process.join()
                end = f"ended with code {worker.process.exitcode}"
                if not worker.ready:
                    raise RunError(Exit.ENVIRONMENT, f"a worker process cannot start: it {end}") from None
                orphans += _bury(worker, workers, done, "crashed", end)
            else:
                if outcome:
                    done[outcome.index] = outcome
        elif now >= worker.deadline:
            if not worker.ready:
                raise RunError(Exit.ENVIRONMENT, f"a worker process did not start within {START_SECONDS:g} s")
            orphans += _bury(worker, workers, done, "timeout", f"more than {options.time_limit:g} s")
    return orphans


def _bury(worker: Worker, workers: list[Worker], done: dict[int, Outcome], code: str, message: str) -> list[Task]:
    """Ends a worker. The document it was at has failed; the others in its hand are untouched and given back."""
    at, *others = worker.tasks
    done[at.index] = Outcome(at.index, code=code, message=message)
    workers.remove(worker)
    worker.stop()
    return others


def run_here(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """The same without processes: for profiling and for systems that have none. No clock, no memory limit."""
    for task in tasks:
        yield work(task, options)
