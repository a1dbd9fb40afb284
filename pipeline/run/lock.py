"""One run at a time on an output folder."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.run.exits import Exit, RunError


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Holds `.lemumi/lock` of an output folder. The system lets go of it when the process ends, however it ends.

    Raises `RunError` (busy) when another run holds it, (environment) when the folder cannot be written.
    """
    try:
        folder = out / ".lemumi"
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / "lock").open("a+")
    except OSError as error:
        raise RunError(Exit.ENVIRONMENT, f"{out}: cannot be written: {error.strerror}") from error
    with stream:
        try:
            import fcntl
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # a system without flock: the user must see to it
        except OSError as error:
            stream.seek(0)
            who = stream.read().strip() or "?"
            raise RunError(Exit.BUSY, f"{out}: another run is at work here (process {who}); wait for it to end") from error
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        yield
