"""Where a coverage-guided fuzzer starts from."""
from __future__ import annotations

from pathlib import Path


def filled(arguments: list[str], seeds: list[bytes]) -> list[str]:
    """The program's arguments; a folder among them that is not there or empty is filled with the seeds."""
    for argument in arguments[1:]:
        if not argument.startswith("-"):
            folder = Path(argument)
            folder.mkdir(parents=True, exist_ok=True)
            if not any(folder.iterdir()):
                for number, seed in enumerate(seeds):
                    (folder / f"seed-{number:03d}").write_bytes(seed)
    return arguments
