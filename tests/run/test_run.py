"""A run over many documents: what is in the output folder afterwards, and what the next run does."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.records.schema import schema_error
from pipeline.run.exits import Exit, RunError
from pipeline.run.lock import locked
from tests.run.helpers import left, parse, report, row, some_input

ROOT = Path(__file__).resolve().parents[2]


def test_every_file_is_accounted_for_and_every_record_keeps_the_schema(tmp_path: Path) -> None:
    import json
    raw, out = some_input(tmp_path / "raw"), tmp_path / "out"
    summary = parse(raw, out)
    assert {one["path"] for one in report(out)["inputs"]} == {p.name for p in raw.iterdir()}
    lines = (out / "decisions.jsonl").read_bytes().splitlines()
    assert len(lines) == summary.records >= 8
    assert [schema_error(json.loads(line)) for line in lines] == [None] * len(lines)
    named = {r["file"] for one in report(out)["inputs"] for r in one.get("records", ())}
    assert named == {p.relative_to(out).as_posix() for p in (out / "decisions").rglob("*.json")}


def test_second_run_does_nothing_and_changes_no_byte(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw"), tmp_path / "out"
    parse(raw, out)
    before = left(out)
    again = parse(raw, out)
    assert (again.parsed_now, again.unchanged) == (0, 8)
    assert left(out) == before


def test_one_worker_and_eight_give_the_same_bytes(tmp_path: Path) -> None:
    raw = some_input(tmp_path / "raw", 22)
    parse(raw, tmp_path / "one", jobs=1)
    parse(raw, tmp_path / "eight", jobs=8)
    assert left(tmp_path / "one") == left(tmp_path / "eight")


def test_changed_added_and_removed_files_end_as_a_run_from_nothing(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 6), tmp_path / "out"
    parse(raw, out)
    first, second, *_ = sorted(raw.iterdir())
    first.write_bytes(second.read_bytes() + b"\n")
    shutil.copy(second, raw / "a-copy.txt")
    parse(raw, out)
    parse(raw, tmp_path / "anew")
    assert left(out) == left(tmp_path / "anew")


def test_removed_source_is_marked_and_its_record_kept(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 3), tmp_path / "out"
    parse(raw, out)
    gone = sorted(raw.iterdir())[0]
    gone.unlink()
    assert parse(raw, out).removed == 1
    assert row(out, gone.name)["status"] == "removed"
    assert (out / row(out, gone.name)["records"][0]["file"]).exists()


def test_a_deleted_record_is_made_again(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 3), tmp_path / "out"
    parse(raw, out)
    before = left(out)
    next((out / "decisions").rglob("*.json")).unlink()
    parse(raw, out)
    assert left(out) == before


def test_copies_are_named_in_the_record_of_the_first(tmp_path: Path) -> None:
    import json
    raw, out = some_input(tmp_path / "raw", 1), tmp_path / "out"
    only = next(raw.iterdir())
    shutil.copy(only, raw / "zz copy ā.txt")
    parse(raw, out)
    record = json.loads((out / row(out, only.name)["records"][0]["file"]).read_bytes())
    assert record["source"]["duplicates"] == ["zz copy ā.txt"]
    assert row(out, "zz copy ā.txt")["duplicate_of"] == only.name


def test_two_documents_of_one_id_both_keep_their_record(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 2), tmp_path / "out"
    source = sorted(raw.iterdir())[1]
    (raw / "other.txt").write_bytes(source.read_bytes() + b"\n\n")
    parse(raw, out)
    files = {row(out, name)["records"][0]["file"] for name in (source.name, "other.txt")}
    assert len(files) == 2 and all((out / file).exists() for file in files)
    assert len(report(out)["shared_ids"]) == 1


@pytest.mark.parametrize(("name", "content", "code"), [
    ("empty.txt", b"", "empty"),
    ("noise.pdf", bytes(range(256)) * 40, "unreadable"),
    ("story.txt", "Vakar pilsētā lija lietus, un bērni spēlējās pagalmā līdz vēlam vakaram.\n".encode() * 9, "no_decision"),
    ("english.txt", b"The committee met on Tuesday and talked about the weather at great length.\n" * 9, "not_latvian"),
    ("ar atstarpi un ā.txt", b"", "empty"),
])
def test_bad_input_has_a_reason_and_stops_nothing_else(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    raw, out = some_input(tmp_path / "raw", 2), tmp_path / "out"
    (raw / name).write_bytes(content)
    summary = parse(raw, out)
    assert row(out, name)["failure"]["code"] == code
    assert row(out, name)["failure"]["do"]
    assert summary.records >= 2


def test_devices_broken_links_and_loops(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 1), tmp_path / "out"
    os.mkfifo(raw / "pipe")
    (raw / "lost.txt").symlink_to(raw / "nowhere.txt")
    (raw / "loop").symlink_to(raw)
    parse(raw, out)
    assert row(out, "pipe")["failure"]["code"] == "not_a_file"
    assert row(out, "lost.txt")["failure"]["code"] == "missing"
    assert len(report(out)["inputs"]) == 3


def test_a_failed_file_is_tried_again_only_when_asked_or_changed(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 1), tmp_path / "out"
    (raw / "empty.txt").write_bytes(b"")
    parse(raw, out)
    assert parse(raw, out).parsed_now == 0
    assert parse(raw, out, retry_failed=True).parsed_now == 1


def test_a_document_over_its_time_is_stopped_alone(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 3), tmp_path / "out"
    parse(raw, out, time_limit=0.0)
    assert {one["failure"]["code"] for one in report(out)["inputs"] if "failure" in one} <= {"timeout"}
    assert len(report(out)["inputs"]) == 3


def test_missing_folder_and_second_run_at_once(tmp_path: Path) -> None:
    with pytest.raises(RunError) as missing:
        parse(tmp_path / "nowhere", tmp_path / "out")
    assert missing.value.exit == Exit.USAGE
    raw = some_input(tmp_path / "raw", 1)
    with locked(tmp_path / "out"), pytest.raises(RunError) as busy:
        parse(raw, tmp_path / "out")
    assert busy.value.exit == Exit.BUSY


def test_workers_that_cannot_start_stop_the_run_and_blame_no_document(tmp_path: Path) -> None:
    """A script without `if __name__ == "__main__"` runs again in each worker, where it ends with an error."""
    script = tmp_path / "unguarded.py"
    script.write_text(f"""from pathlib import Path
from pipeline.run.options import RunOptions
from pipeline.run.run import run
run([{str(some_input(tmp_path / "raw", 2))!r}], Path({str(tmp_path / "out")!r}), RunOptions())
""")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60,
                           env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert ended.stderr.rstrip().splitlines()[-1].startswith("pipeline.run.exits.RunError: a worker process cannot start")


def test_a_dead_worker_costs_only_the_document_it_was_at(tmp_path: Path) -> None:
    """A text of thirty million digits needs more than 300 MB; those queued behind it go to another worker."""
    raw = some_input(tmp_path / "raw", 22)
    (raw / "a-big.txt").write_bytes(b"Aizkraukles novada dome nolemj: 1. " + b"1234567890 " * 6_000_000)
    out = tmp_path / "out"
    parse(raw, out, jobs=1, memory_limit=600)
    failed = [one for one in report(out)["inputs"] if "failure" in one]
    assert [one["path"] for one in failed] == ["a-big.txt"]


def test_a_spoilt_ledger_is_named_with_what_to_do(tmp_path: Path) -> None:
    raw, out = some_input(tmp_path / "raw", 2), tmp_path / "out"
    parse(raw, out)
    before = left(out)
    for path in (out / ".lemumi").glob("ledger.sqlite*"):
        path.write_bytes(b"not a database" * 1_000)
    with pytest.raises(RunError, match=r"ledger\.sqlite.*delete it") as spoilt:
        parse(raw, out)
    assert spoilt.value.exit == Exit.ENVIRONMENT
    for path in (out / ".lemumi").glob("ledger.sqlite*"):
        path.unlink()
    parse(raw, out)
    assert left(out) == before
