"""PDF: the page as it looks, and what its text layer is worth. The files are made by scripts/office/pdfs.py."""
from __future__ import annotations

import pytest

from pipeline.read.layout import Piece, close_up, grid_of, place
from pipeline.read.limits import LIMITS
from pipeline.read.quality import judge, misread, repair
from tests.read.helpers import raw, records, refused, sample, source_of, with_tesseract


@pytest.fixture(scope="module")
def forms() -> str:
    return raw(sample("forms.pdf"))


@pytest.mark.parametrize("words", [
    "Domes priekšsēdētājs    ",            # columns of the signatures stay on their lines
    "8.¹ pantu", "2.² punktu",             # raised figures, by size and height
    "oficiālo",                            # the ligature ﬁ
    "valsts auto-\n",                      # a hyphen at the line's end: the cleaner's to judge
])
def test_forms(forms: str, words: str) -> None:
    assert words in forms


def test_signatures_keep_their_columns(forms: str) -> None:
    role, name = next(line for line in forms.splitlines() if line.startswith("Sekretāre")).split("   ", 1)
    assert (role, name.strip()) == ("Sekretāre", "Ilze Kalniņa")


def test_furniture_stands_aside(forms: str) -> None:
    found = source_of(sample("forms.pdf"))
    kinds = [(aside.kind, aside.page) for aside in found.asides]
    assert kinds == [("e_signature", 1), ("page_number", 1), ("header", 2), ("e_signature", 2), ("page_number", 2)]
    assert "laika zīmogu" not in forms
    assert forms.count("lēmums Nr. 341") == 0


def test_spaced_out_words_are_closed_up_in_the_record() -> None:
    text = records(sample("forms.pdf"))[0]["text"]
    assert "LĒMUMS" in text
    assert "nolemj:" in text
    assert "autoceļu" in text
    assert close_up("N O L E M J :") == "NOLEMJ :"


def test_rotated_pages_are_read_upright_and_stamps_stand_aside() -> None:
    found = source_of(sample("rotated.pdf"))
    lines = found.raw.replace("\f", "").splitlines()
    assert [line for line in lines if line][:3] == [
        "LĒMUMS Nr. 77", "Līčupē, 2023. gada 23. martā", "Par ceļu uzturēšanas klasēm"]
    assert "Ceļu saraksts un to klases" in lines
    assert [(aside.kind, aside.text) for aside in found.asides] == [("stamp", "KOPIJA PAREIZA")]
    for line in found.lines:
        assert 0 <= line.box[0] < line.box[2]
        assert 0 <= line.box[1] < line.box[3]


def test_windows_1257_taken_for_latin_1_is_put_right() -> None:
    found = source_of(sample("latin1.pdf"), ocr=False)
    assert "Šķembas un granti" in found.raw
    assert found.text_source == "native"
    assert found.notes == ("page 1: its letters were in Windows-1257 read as Latin-1, and were put right",)


def test_a_font_without_a_map_needs_recognition() -> None:
    assert refused(sample("unmapped.pdf"), ocr=False) == "needs_ocr"


@with_tesseract
@pytest.mark.slow
def test_a_font_without_a_map_is_recognised() -> None:
    found = source_of(sample("unmapped.pdf"))
    assert found.text_source == "ocr"
    assert "Par ceļu uzturēšanas klasēm" in found.raw


@with_tesseract
@pytest.mark.slow
def test_scanned_pages_among_typed_ones() -> None:
    found = source_of(sample("mixed.pdf"))
    assert found.text_source == "mixed"
    assert [page.text_source for page in found.pages] == ["native", "ocr"]
    assert "Ceļu saraksts: Ezera ceļš" in found.raw


def test_scanned_pages_not_recognised_are_told_of() -> None:
    record = records(sample("mixed.pdf"), ocr=False)[0]
    assert record["number"] == "77"
    assert [finding["code"] for finding in record["findings"]].count("ocr.page_unread") == 1


def test_password() -> None:
    data = sample("locked.pdf")
    assert refused(data) == "encrypted"
    assert refused(data, password="wrong") == "encrypted"
    assert "Par ceļu" in raw(data, password="ezers")


def test_cut_off_and_too_long() -> None:
    import sys
    from pathlib import Path
    scripts = str(Path(__file__).resolve().parents[2] / "scripts")
    sys.path.insert(0, scripts)
    try:
        from office.pdfs import many
    finally:
        sys.path.remove(scripts)
    assert refused(many(100_000)) == "too_large"
    assert LIMITS.pages < 100_000
    assert refused(sample("forms.pdf")[:300]) == "damaged"
    assert refused(b"%PDF-1.7\n" + bytes(500)) == "damaged"


@pytest.mark.parametrize(("text", "verdict"), [
    ("Līčupes novada dome nolemj apstiprināt ceļu klases un noteikt kārtību", "good"),
    ("   \n 12 ", "empty"),
    ("\ue001\ue002\ue003" * 30, "broken"),
    ("Wklv grfxphqw frqwdlqv qr yrzhov zkdwvrhyhu dqg fdqqrw eh uhdg dv wkh frghv duh vkliwhg eb wkuhh lq hyhub "
     "zrug khuh", "broken"),
    ("This page was recognised by a program that knew English only, so it gave letters without marks " * 4, "unmarked"),
])
def test_worth_of_a_text_layer(text: str, verdict: str) -> None:
    assert judge(text) == verdict


def test_misread_letters() -> None:
    assert misread("Rîgas domes lçmums par ðíûòiem un çku îri")
    assert repair("Rîgas domes lçmums") == "Rīgas domes lēmums"
    assert not misread("Élodie Brûlé dzīvo Rīgā un strādā skolā Ķekavā")


def test_absurd_coordinates_give_no_absurd_lines() -> None:
    pieces = [Piece(50, 100, 100, 11, "sākums"), Piece(1e9, 1e9 + 50, 100, 11, "tālu"), Piece(-1e9, 0, 120, 11, "pa kreisi")]
    assert len(place(pieces, grid_of([pieces]), 1).text) < 2_000
