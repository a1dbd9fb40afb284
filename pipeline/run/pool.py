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


def _context() -> BaseContext:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if isinstance(context, ForkServerContext):
        context.set_forkserver_preload(["pipeline.run.preload"])
    return context


def warm_up() -> None:
    """Begins to load what workers need, in a process of its own, while this one looks through the input."""
    if isinstance(_context(), ForkServerContext):
        from multiprocessing.forkserver import ensure_running
        ensure_running()


def run_pool(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """Outcomes in the order of the tasks, whatever the number of workers.

    Raises `RunError` when the output cannot be written or no worker can start.
    """
    with _Pool(options) as pool:
        yield from pool.run(iter(tasks))


class _Pool:
    def __init__(self, options: RunOptions) -> None:
        self.options = options
        self.context = _context()
        self.workers: list[Worker] = []
        self.done: dict[int, Outcome] = {}
        self.orphans: deque[Task] = deque()  # of a worker that died before it came to them

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.stop()

    def run(self, source: Iterator[Task]) -> Iterator[Outcome]:
        waiting: deque[int] = deque()
        task = next(source, None)
        while True:
            while self.orphans and (free := self._free()):
                free.give(self.orphans.popleft())
            while task and not self.orphans and len(waiting) < WINDOW and (free := self._free()):
                waiting.append(task.index)
                free.give(task)
                task = next(source, None)
            while waiting and waiting[0] in self.done:
                yield self.done.pop(waiting.popleft())
            if any(worker.tasks for worker in self.workers):
                self._collect()
            elif not waiting and task is None:
                return

    def _free(self) -> Worker | None:
        """The worker with the fewest tasks in hand; a new one while there may be more; None when all have enough."""
        if len(self.workers) < self.options.jobs and all(worker.tasks for worker in self.workers):
            self.workers.append(Worker(self.context, self.options))
            return self.workers[-1]
        least = min(self.workers, key=_in_hand)
        return least if len(least.tasks) < AHEAD else None

    def _collect(self) -> None:
        """Waits for whatever comes first: an outcome, a death, a deadline."""
        busy = [worker for worker in self.workers if worker.tasks]
        deadline = min(worker.deadline for worker in busy)
        heard = wait([worker.pipe for worker in busy], timeout=max(0.0, deadline - time.monotonic()))
        now = time.monotonic()
        for worker in busy:
            if worker.pipe in heard:
                self._hear(worker)
            elif now >= worker.deadline:
                if not worker.ready:
                    raise RunError(Exit.ENVIRONMENT, f"a worker process did not start within {START_SECONDS:g} s")
                self._bury(worker, "timeout", f"more than {self.options.time_limit:g} s")

    def _hear(self, worker: Worker) -> None:
        try:
            outcome = worker.hear()
        except (EOFError, ConnectionResetError):
            worker.process.join()
            end = f"ended with code {worker.process.exitcode}"
            if not worker.ready:
                raise RunError(Exit.ENVIRONMENT, f"a worker process cannot start: it {end}") from None
            self._bury(worker, "crashed", end)
        else:
            if outcome:
                self.done[outcome.index] = outcome

    def _bury(self, worker: Worker, code: str, message: str) -> None:
        """Ends a worker. The document it was at has failed; the others in its hand are untouched and given to others."""
        at = worker.tasks.popleft()
        self.done[at.index] = Outcome(at.index, code=code, message=message)
        self.orphans += worker.tasks
        self.workers.remove(worker)
        worker.stop()


def _in_hand(worker: Worker) -> int:
    return len(worker.tasks)


def run_here(tasks: Iterable[Task], options: RunOptions) -> Iterator[Outcome]:
    """The same without processes: for profiling and for systems that have none. No clock, no memory limit."""
    for task in tasks:
        yield work(task, options)
