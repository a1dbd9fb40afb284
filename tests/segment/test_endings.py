"""Who signed, read from whole documents: `endings.txt`."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import parse_text

FILE = Path(__file__).with_name("endings.txt")
HEAD = """LĪČUPES NOVADA DOME
LĒMUMS Nr. 5
Līčupē, 2024. gada 3. maijā
Par zemi
Pamatojoties uz Pašvaldību likuma 10. pantu, Līčupes novada dome nolemj:
1. Iznomāt zemi A. Kalnam.
2. Kontroli par lēmuma izpildi veikt domes priekšsēdētājam A. Bērziņam.
"""


def forms() -> Iterator[tuple[str, str, list[str]]]:
    for block in FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        signed = [line[3:] for line in lines if line.startswith("-- ") and line != "-- none"]
        yield name, "\n".join(line for line in lines if not line.startswith("-- ")), signed


FORMS = list(forms())


@pytest.mark.parametrize("gap", ["\n", ""], ids=["apart", "right below"])
@pytest.mark.parametrize(("tail", "signed"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_who_signed(tail: str, signed: list[str], gap: str) -> None:
    record = parse_text(HEAD + gap + tail)
    assert [f"{one.role or '–'}: {one.name}" for one in record.signatories] == signed
    (resolution,) = (record.text[zone.start:zone.end] for zone in record.zones if zone.kind == "resolution")
    assert resolution.endswith("A. Bērziņam.")
