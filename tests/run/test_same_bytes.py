"""The same input gives the same bytes: in any place, on any day, whatever else the environment says. And nobody is called."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.run.helpers import left, parse, row, some_input

#: Where a run has its clock, its language and its hash seed from.
ELSEWHERE = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("environment", ELSEWHERE, ids=lambda e: e["TZ"])
def test_clock_locale_and_hash_seed_change_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    raw = some_input(tmp_path / "raw", 6)
    parse(raw, tmp_path / "here")
    there = tmp_path / "there"
    command = [sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(there), "-q"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    assert left(there) == left(tmp_path / "here")


def test_a_run_years_later_gives_the_same_bytes(tmp_path: Path) -> None:
    """The files' own time stamps are no part of a record."""
    raw = some_input(tmp_path / "raw", 4)
    parse(raw, tmp_path / "now")
    for path in raw.iterdir():
        os.utime(path, (4_000_000_000, 4_000_000_000))
    parse(raw, tmp_path / "later")
    assert left(tmp_path / "later") == left(tmp_path / "now")


def test_an_address_gives_the_records_of_the_folder(tmp_path: Path) -> None:
    """`file://` goes the way of `s3://`: through fsspec."""
    pytest.importorskip("fsspec")
    from pipeline.run.options import RunOptions
    from pipeline.run.run import run
    raw = some_input(tmp_path / "raw", 5)
    parse(raw, tmp_path / "folder")
    run([raw.as_uri()], tmp_path / "address", RunOptions())
    assert left(tmp_path / "address") == left(tmp_path / "folder")
    again = run([raw.as_uri()], tmp_path / "address", RunOptions())
    assert (again.parsed_now, again.unchanged) == (0, 5)


_DEAF = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was called")
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
socket.socket.connect = refuse
from pipeline.flow import parse_bytes
from pathlib import Path
for path in sys.argv[1:]:
    assert parse_bytes(Path(path).read_bytes(), path)
"""


def test_no_network_is_called(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "data" / "raw"
    command = [sys.executable, "-c", _DEAF, *(str(p) for p in sorted(shipped.iterdir()) if p.suffix in {".txt", ".pdf"})]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


def test_a_full_disk_stops_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
    """A real file system of one megabyte; needs the right to mount one."""
    raw, small = some_input(tmp_path / "raw", 22), tmp_path / "small"
    for number in range(8):
        for path in sorted(raw.glob("c*.txt")):
            (raw / f"v{number}-{path.name}").write_bytes(path.read_bytes() + b"\n" * (number + 1))
    small.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)], check=False, capture_output=True)
    if mount.returncode:
        pytest.skip("may not mount a small file system here")
    command = [sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(small / "out"), "-q"]
    try:
        full = subprocess.run(command, check=False, capture_output=True, text=True)
        assert full.returncode == 3, full.stderr
        assert "what was done is kept" in full.stderr and "Traceback" not in full.stderr
        for path in (small / "out" / "decisions").rglob("*.json"):
            assert path.read_bytes().endswith(b"}\n"), f"{path.name} is half"
        subprocess.run(["mount", "-o", "remount,size=64m", str(small)], check=True)
        assert subprocess.run(command, check=False, capture_output=True).returncode == 0
        after = left(small / "out")
    finally:
        subprocess.run(["umount", "-l", str(small)], check=False)
    parse(raw, tmp_path / "calm")
    assert after == left(tmp_path / "calm")
    assert row(tmp_path / "calm", "c06-limbazi-adrese.txt")["status"] == "parsed"
