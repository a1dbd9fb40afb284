"""Hostile input, through a whole run: each ends in a named failure, the document beside it is parsed."""
from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.read.limits import LIMITS
from pipeline.run.options import RunOptions
from pipeline.run.run import run
from tests.read.helpers import FILES, docx, p, sample, zipped

ROOT = Path(__file__).resolve().parents[2]


def bomb() -> bytes:
    return zipped({"a.txt": b"0" * 40_000_000})


def bomb_in_office() -> bytes:
    return zipped({"word/document.xml": b"<w:document>" + b" " * 40_000_000})


def nested(depth: int) -> bytes:
    data = sample("licupe-318.txt")
    for level in range(depth):
        data = zipped({f"{level}.zip": data})
    return data


def crowd() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(LIMITS.members + 1):
            archive.writestr(f"{number}.txt", "x")
    return out.getvalue()


def huge_image() -> bytes:
    """A PNG whose head claims 60,000 × 60,000 pixels."""
    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + head + zlib.crc32(head).to_bytes(4, "big") + b"\x00\x00\x00\x00IDAT" + bytes(99)


def entities() -> bytes:
    steps = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    return zipped({"word/document.xml": f'<!DOCTYPE d [<!ENTITY x0 "ha">{steps}]><d>&x11;</d>'})


#: Name of the file, how it is made, the failure it must end with. Names with spaces and diacritics on purpose.
BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("zip bumba.zip", bomb, "bomb"),
    ("biroja bumba.docx", bomb_in_office, "bomb"),
    ("krājums krājumā.zip", lambda: nested(6), "unsafe"),
    ("ārā.zip", lambda: zipped({"../../etc/x.txt": "Lēmums"}), "unsafe"),
    ("sakne.zip", lambda: zipped({"/abs.txt": "Lēmums"}), "unsafe"),
    ("disks.zip", lambda: zipped({"C:\\x.txt": "Lēmums"}), "unsafe"),
    ("pūlis.zip", crowd, "too_large"),
    ("vienības.docx", entities, "unsafe"),
    ("lielbilde.png", huge_image, "too_large"),
    ("aprauts.pdf", lambda: sample("licupe-318.pdf")[:700], "damaged"),
    ("aprauts.docx", lambda: sample("licupe-318.docx")[:-30], "damaged"),
    ("slēgts.pdf", lambda: sample("locked.pdf"), "encrypted"),
    ("tukšs.txt", lambda: b"", "empty"),
    ("tikai baltums.docx", lambda: docx(p("  ")), "empty"),
    ("troksnis.txt", lambda: bytes(range(256)) * 50, "unreadable"),
    ("troksnis.pdf", lambda: b"%PDF-1.7" + bytes(range(256)) * 50, "damaged"),
    ("programma.docx", lambda: b"MZ" + bytes(300), "unreadable"),
    ("svešs.txt", lambda: b"The council decides nothing at all, as it has done in every spring. " * 20, "not_latvian"),
    ("vēstule.txt", lambda: "Labdien! Sūtu sveicienus no jūras krasta, kur spīd saule. ".encode() * 9, "no_decision"),
]
#: Another kind than the name says: read by what the bytes are.
RENAMED = {"patiesībā docx.pdf": "licupe-318.docx", "patiesībā pdf.txt": "licupe-318.pdf",
           "patiesībā odt.zip": "licupe-318.odt", "bez paplašinājuma": "licupe-318.rtf"}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("hostile")
    raw = folder / "ievade ar atstarpi"
    raw.mkdir()
    for name, make, _ in BAD:
        (raw / name).write_bytes(make())
    for name, real in RENAMED.items():
        (raw / name).write_bytes(sample(real) + (b" " if name.endswith(("txt", "inājuma")) else b""))
    (raw / "Laba lapa – ģ.txt").write_bytes(sample("licupe-318.txt"))
    with (raw / "milzis.txt").open("wb") as giant:
        giant.truncate(2_200_000_000)
    os.mkfifo(raw / "caurule")
    (raw / "ierīce").symlink_to("/dev/zero")
    (raw / "cilpa").symlink_to(raw)
    (raw / "pati").symlink_to(raw / "pati")
    (raw / "nekur").symlink_to(raw / "nav")
    if os.geteuid():
        (raw / "liegts.txt").write_text("Lēmums", "utf-8")
        (raw / "liegts.txt").chmod(0)
    run([str(raw)], folder / "out", RunOptions(ocr=False, jobs=2, time_limit=120, memory_limit=3_000))
    found = json.loads((folder / "out" / "run.json").read_bytes())
    return {row["path"]: row for row in found["inputs"]}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "code"), [
    *((name, code) for name, _, code in BAD), ("milzis.txt", "too_large"), ("caurule", "not_a_file"), ("ierīce", "not_a_file"),
    ("pati", "read_error"), ("nekur", "missing"),
    pytest.param("liegts.txt", "permission", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything"))])
def test_each_has_its_reason(rows: dict[str, dict[str, Any]], name: str, code: str) -> None:
    assert rows[name]["failure"]["code"] == code
    assert rows[name]["failure"]["do"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Laba lapa – ģ.txt", *RENAMED])
def test_the_others_are_parsed(rows: dict[str, dict[str, Any]], name: str) -> None:
    assert rows[name]["status"] == "parsed"


@pytest.mark.slow
def test_every_input_is_accounted_for(rows: dict[str, dict[str, Any]]) -> None:
    odd = {"Laba lapa – ģ.txt", "milzis.txt", "caurule", "ierīce", "pati", "nekur"}
    expected = {name for name, _, _ in BAD} | set(RENAMED) | odd
    assert expected <= set(rows)
    assert all(row["status"] in ("parsed", "failed", "no_decision", "duplicate") for row in rows.values())


@pytest.mark.slow
def test_a_password_file_opens_what_is_locked(tmp_path: Path) -> None:
    raw, secret = tmp_path / "raw", tmp_path / "parole.txt"
    raw.mkdir()
    (raw / "locked.pdf").write_bytes(sample("locked.pdf"))
    secret.write_text("ezers\n")
    done = subprocess.run([sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(tmp_path / "out"), "-q",
                           "--password-file", str(secret)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 records" in done.stdout


@pytest.mark.slow
def test_memory_is_limited_for_one_document_alone(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(sample("licupe-318.txt"))
    (raw / "b.txt").write_bytes(sample("licupe-318.txt") + b"Teksts bez gala. " * 18_000_000)
    run([str(raw)], tmp_path / "out", RunOptions(jobs=1, memory_limit=900, time_limit=120))
    rows = {row["path"]: row for row in json.loads((tmp_path / "out" / "run.json").read_bytes())["inputs"]}
    assert rows["a.txt"]["status"] == "parsed"
    assert rows["b.txt"]["failure"]["code"] in ("memory", "too_large")


NO_NETWORK = """
import sys
def watch(event, args):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "urllib.Request", "http.client")):
        print("NETWORK", event, args, flush=True)
        raise SystemExit(9)
sys.addaudithook(watch)
from pathlib import Path
from pipeline.flow import parse_bytes
from pipeline.read.options import ReadOptions
from pipeline.read.source import ReadError
sys.path.insert(0, {root!r})
from tests.read.signing import container, sign_pdf, signature, signer
files = {{p.name: p.read_bytes() for p in Path({files!r}).iterdir() if p.suffix != ".doc"}}
by = signer()
files["a.edoc"] = container({{"a.docx": files["licupe-318.docx"]}}, [signature({{"a.docx": files["licupe-318.docx"]}}, by)])
files["a.pdf"] = sign_pdf(files["licupe-318.pdf"], by)
files["b.html"] = b"<html><head><link rel=stylesheet href='http://127.0.0.1:9/x'></head><img src='http://127.0.0.1:9/y'>L"
read = 0
for name, data in files.items():
    try:
        read += len(parse_bytes(data, name, ReadOptions(ocr=False)))
    except ReadError as error:
        print(name, error.code)
print("READ", read)
try:
    import socket
    socket.create_connection(("127.0.0.1", 9), 1)
except SystemExit:
    print("WATCHED")
"""


def test_nothing_is_asked_of_the_network() -> None:
    program = NO_NETWORK.format(root=str(ROOT), files=str(FILES))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    before, _, after = done.stdout.partition("READ ")
    assert "NETWORK" not in before, done.stdout
    assert int(after.split()[0]) >= 15, done.stdout + done.stderr
    assert "WATCHED" in after, "the watch itself does not work"
