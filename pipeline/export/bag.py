"""BagIt (RFC 8493): what an archive takes in: the originals, the records, the schema, the run's account, with checksums."""
from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import orjson

from pipeline.export.common import ExportError

CHECKSUMS = ["sha256", "sha512"]


def export_bagit(folder: Path, out: Path, originals: Path | None = None, info: dict[str, str] | None = None) -> int:
    """`data/originals`, `data/records`, `data/schema`, `data/run.json`. Returns the number of payload files.

    Originals are found through the run's ledger, or below `originals`; each must still have the checksum its record names.
    Raises `ExportError` when one is missing or differs: a bag without its originals is no archive.
    """
    import bagit

    from pipeline.records.schema import decision_schema
    sources = _sources(folder, originals)
    for name, (path, sha256) in sources.items():
        target = _inside(out / "originals", name)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(path, target)
        except OSError as error:
            raise ExportError(f"{name}: the original cannot be read ({error.strerror}); see --originals") from error
        with target.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if digest != sha256:
            raise ExportError(f"{name}: the original is not the one that was parsed; run `lemumi parse` again")
    shutil.copytree(folder / "decisions", out / "records", ignore=shutil.ignore_patterns(".*"))
    (out / "schema").mkdir()
    (out / "schema" / "decision.schema.json").write_bytes(orjson.dumps(decision_schema(), option=orjson.OPT_INDENT_2))
    shutil.copyfile(folder / "run.json", out / "run.json")
    bag = bagit.make_bag(str(out), {"Bag-Software-Agent": "lemumi", "Internal-Sender-Description":
                                    "Latvian decisions: originals, the records read from them, and the account of the run",
                                    **(info or {})}, checksums=CHECKSUMS)
    bag.validate()
    return len(bag.payload_entries())


def _sources(folder: Path, originals: Path | None) -> dict[str, tuple[Path, str]]:
    """name → (where the file is, its checksum) of every file that the run took in and that was still there."""
    for needed in ("run.json", "decisions"):
        if not (folder / needed).exists():
            raise ExportError(f"{folder}: no {needed} in it; a bag needs the folder of a run")
    run: dict[str, Any] = orjson.loads((folder / "run.json").read_bytes())
    places = _ledger(folder)
    found = {}
    for row in run["inputs"]:
        if row["status"] == "removed" or not row["sha256"]:
            continue
        place = originals / row["path"] if originals else places.get(row["path"])
        if place is None:
            raise ExportError(f"{row['path']}: where the original is, is not known; --originals says so")
        found[row["path"]] = (place, row["sha256"])
    return found


def _ledger(folder: Path) -> dict[str, Path]:
    ledger = folder / ".lemumi" / "ledger.sqlite"
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro",
                                                                                uri=True)) as db:
        return {str(name): Path(str(place)) for name, place in db.execute("SELECT name, location FROM files")}
    return {}


def _inside(top: Path, name: str) -> Path:
    """A place below `top`, whatever a name says."""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    return top.joinpath(*steps) if steps else top / "_"
