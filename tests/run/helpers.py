"""An input folder to run on, and what a run left behind."""
from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from pipeline.run.options import RunOptions
from pipeline.run.report import Summary
from pipeline.run.run import run

DEV = Path(__file__).resolve().parent.parent / "corpus" / "dev"


def some_input(folder: Path, count: int = 8) -> Path:
    """The first `count` texts of the development corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(DEV.glob("*.txt"))[:count]:
        shutil.copy(path, folder)
    return folder


def parse(raw: Path, out: Path, **options: Any) -> Summary:
    return run([str(raw)], out, RunOptions(**options))


def report(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "run.json").read_bytes())
    return found


def row(out: Path, name: str) -> dict[str, Any]:
    return next(one for one in report(out)["inputs"] if one["path"] == name)


def left(out: Path) -> dict[str, bytes]:
    """Every byte of an output folder that users read; `unchanged` tells of the run, not of the corpus."""
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file() and ".lemumi" not in p.parts}
    found["run.json"] = found["run.json"].replace(b'"unchanged":true', b'"unchanged":false')
    return found
