"""Is this machine ready? One line a thing that lemumi needs or can use."""
from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

State = Literal["ok", "warning", "error"]
NEEDED_MB = 500
#: Days after which the registry is called old: acts change weekly, audits are yearly.
REGISTRY_DAYS = 365


class Check(NamedTuple):
    """`error` stops a run; `warning` costs some inputs or features."""

    what: str
    state: State
    found: str


def checks(out: Path) -> list[Check]:
    """Everything `lemumi doctor` looks at. Touches nothing."""
    return [_python(), _sqlite(), _tesseract(), _office(), _disk(out), _registry(), _cluster()]


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", "ok" if sys.version_info >= (3, 11) else "error", found)


def _sqlite() -> Check:
    with sqlite3.connect(":memory:") as db:
        options = {str(row[0]) for row in db.execute("PRAGMA compile_options")}
    has = "ENABLE_FTS5" in options
    return Check("SQLite with full-text search", "ok" if has else "warning", sqlite3.sqlite_version if has else "no FTS5")


def _tesseract() -> Check:
    program = shutil.which("tesseract")
    if not program:
        return Check("Tesseract (scans)", "warning", "missing: scans will fail with needs_ocr; `make ocr` installs it")
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20)
    if "lav" not in (listed.stdout + listed.stderr).split():
        return Check("Tesseract (scans)", "warning", "without Latvian: install tesseract-ocr-lav")
    return Check("Tesseract (scans)", "ok", f"{program}, with Latvian")


def _office() -> Check:
    program = shutil.which("soffice")
    return Check("LibreOffice (old .doc files)", "ok" if program else "warning", program or "missing: .doc files will fail")


def _disk(out: Path) -> Check:
    folder = out
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    return Check(f"disk at {folder}", "ok" if free >= NEEDED_MB else "error", f"{free} MB free")


def _registry() -> Check:
    """How many acts are known, and to which day: a regulation that fell after it is still held to be in force."""
    try:
        from pipeline.registry.store import load
        entries = load(None).entries
    except Exception as error:
        return Check("registry of acts", "error", f"{type(error).__name__}: {error}")
    day = max((entry.status_as_of for entry in entries if entry.status_as_of), default=None)
    age = (date.today() - date.fromisoformat(day)).days if day else None
    stale = age is None or age > REGISTRY_DAYS
    advice = "; import newer facts: lemumi registry import" if stale else ""
    found = f"{len(entries)} acts, as of {day or 'no known day'}{advice}"
    return Check("registry of acts", "warning" if stale else "ok", found)


def _cluster() -> Check:
    from importlib.util import find_spec
    has = find_spec("distributed") is not None
    return Check("Dask (--cluster)", "ok" if has else "warning",
                 "installed" if has else "not installed: pip install 'lemumi[cluster]'")
