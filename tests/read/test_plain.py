"""Encodings, told by what they make of the bytes."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.mojibake import TRACES, restored
from pipeline.read.plain import decode
from pipeline.read.source import ReadError
from tests.read.helpers import refused, sample, source_of

TEXT = ("Līčupes novada dome nolemj: apstiprināt “Ceļu fonda” izlietojuma kārtību – šķembām, grantij un ēku nožogojumiem. "
        "Ģimenes ārsta kabinetā Žagarē uzņēmums ņem īri. ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1257",
                                      "iso8859-13", "cp775", "iso8859-4"])
def test_encodings(encoding: str) -> None:
    text = TEXT if encoding.startswith(("utf", "cp1257")) else TEXT.replace("–", "-").replace("“", '"').replace("”", '"')
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("wrong", ["cp1252", "cp1257", "latin-1", "iso8859-13"])
def test_letters_read_wrongly_once_are_put_right(wrong: str) -> None:
    table = [bytes([code]).decode(wrong, errors="replace") for code in range(256)]
    spoilt = "".join(char if (char := table[code]) != "\ufffd" else chr(code) for code in TEXT.encode())
    assert spoilt != TEXT
    found = source_of(spoilt.encode())
    assert found.raw == TEXT
    assert found.notes


def test_windows_1257_taken_for_latin_1() -> None:
    spoilt = TEXT.encode("cp1257").decode("cp1252")
    assert "lçmums" not in TEXT and "â" in spoilt
    assert restored(spoilt) == TEXT


@given(st.text(st.sampled_from("āčēģķļ aeinrst “”–.,5§²\n"), max_size=400))
def test_good_text_is_left_alone(text: str) -> None:
    assert restored(text) is None


def test_traces_are_unambiguous() -> None:
    assert len(set(TRACES)) == len(TRACES)
    assert all(len(trace) > 1 for trace in TRACES)


@pytest.mark.parametrize(("data", "code"), [
    (b"", "empty"), (b"  \n\x00\x00", "empty"), (b"...\n---", "empty"), (bytes(range(256)) * 20, "unreadable"),
    (b"\x7fELF\x02\x01", "unreadable"), (b"GIF89a....", "unreadable"), (b"\xff\xfe\x00\xd8", "encoding"),
    (bytes(range(128, 256)) * 9, "encoding"),
])
def test_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_few_broken_bytes_cost_those_letters_only() -> None:
    spoilt = TEXT.encode() * 3 + b"\xff beigas"
    assert decode(spoilt).endswith("\ufffd beigas")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_named_failure(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except ReadError as error:
        assert error.code in ("empty", "unreadable", "encoding")


def test_sample_in_every_encoding_is_the_same_text() -> None:
    plain = sample("licupe-318.txt").decode()
    for name in ("utf8-bom", "utf16", "utf16be-bare", "cp1257"):
        assert source_of(sample(f"licupe-318.{name}.txt")).raw == plain, name
