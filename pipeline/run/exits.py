"""Every exit code of `lemumi`. The one table; docs/CLI.md explains each, and a test compares the two."""
from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a script may rely on."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUSY = 4
    INTERRUPTED = 130


EXITS: dict[Exit, str] = {
    Exit.OK: "All well.",
    Exit.SOME_FAILED: "The command finished, but not all is well: some inputs failed, or a strict check found something.",
    Exit.USAGE: "The command line or its input is wrong: an unknown option, a folder that does not exist.",
    Exit.ENVIRONMENT: "The machine cannot do it: disk full, output folder not writable, a program or package missing.",
    Exit.BUSY: "Another run is at work on the same output folder.",
    Exit.INTERRUPTED: "Stopped by Ctrl-C or a signal; what was done is kept, the next run goes on from there.",
}


class RunError(Exception):
    """A run that cannot go on. `exit` is the code the command ends with."""

    def __init__(self, exit: Exit, message: str) -> None:
        super().__init__(message)
        self.exit = exit
