"""Recognition: what it costs to be without it, how pages are set straight, what is put right."""
from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image

from pipeline.read import tesseract
from pipeline.read.labels import relabelled
from pipeline.read.layout import Piece
from pipeline.read.ocr import specks_only
from pipeline.read.respell import respell
from pipeline.read.straighten import prepare, skew
from pipeline.read.tesseract import Word, words_of
from tests.read.helpers import records, refused, sample, source_of, with_tesseract


def test_without_tesseract_the_file_waits_and_the_message_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    tesseract.missing.cache_clear()
    try:
        lack = tesseract.missing() or ""
        for system in ("Debian/Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-lav", "macOS: brew install",
                       "Windows: winget install"):
            assert system in lack
        assert refused(sample("licupe-318.scan.pdf")) == "needs_ocr"
        assert refused(sample("licupe-318.tif")) == "needs_ocr"
        assert records(sample("mixed.pdf"))[0]["number"] == "77"      # what can be read is read
    finally:
        tesseract.missing.cache_clear()


def test_switched_off() -> None:
    assert refused(sample("licupe-318.scan.pdf"), ocr=False) == "needs_ocr"
    assert refused(sample("licupe-318.tif"), ocr=False) == "needs_ocr"


@with_tesseract
@pytest.mark.slow
def test_a_crooked_grey_scan_keeps_the_facts_and_tells_its_doubts() -> None:
    record = records(sample("licupe-318.scan200.pdf"))[0]
    assert (record["number"], record["date"]) == ("318", "2024-08-29")
    assert record["title"] == "Par telpu nomas maksu Līčupes kultūras centrā"
    assert record["source"]["text_source"] == "ocr"
    assert any(finding["code"] == "ocr.low_confidence" for finding in record["findings"])
    for word in record["doubtful"]:
        start, end = word["span"]
        assert record["text"][start:end].strip()


@with_tesseract
@pytest.mark.slow
def test_pictures_of_several_pages() -> None:
    pages = Image.open(io.BytesIO(sample("licupe-318.tif")))
    out = io.BytesIO()
    pages.save(out, "TIFF", save_all=True, append_images=[pages.copy()], compression="group4", dpi=(300, 300))
    found = source_of(out.getvalue())
    assert [page.number for page in found.pages] == [1, 2]
    assert found.media_type == "image/tiff"
    assert found.raw.count("kultūras centrā") >= 2


@with_tesseract
@pytest.mark.slow
def test_a_picture_in_doubt_is_looked_at_twice() -> None:
    """Its page is made anew without specks: that must not count as a second page."""
    page = Image.open(io.BytesIO(sample("licupe-318.tif"))).convert("L")
    dirt = Random(1)
    for _ in range(page.width * page.height // 50):
        page.putpixel((dirt.randrange(page.width), dirt.randrange(page.height)), 0)
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(300, 300))
    found = source_of(out.getvalue())
    assert len(found.pages) == 1
    assert "kultūras centrā" in found.raw


@with_tesseract
@pytest.mark.slow
def test_an_empty_page_is_no_document() -> None:
    out = io.BytesIO()
    Image.new("L", (800, 1100), 255).save(out, "PNG")
    assert refused(out.getvalue()) == "ocr_failed"


@pytest.mark.parametrize("angle", [-2.4, -1.0, 0.6, 3.0])
def test_the_angle_is_found(angle: float) -> None:
    page = Image.open(io.BytesIO(sample("licupe-318.tif"))).convert("L").resize((1240, 1754))
    crooked = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(crooked) == pytest.approx(-angle, abs=0.3)
    assert abs(skew(prepare(crooked))) < 0.3


def line(words: str, confidence: float = 0.9) -> list[Word]:
    return [Word(text, 0, 0, 1, 1, confidence, (1, 1, 1)) for text in words.split()]


@pytest.mark.parametrize(("read", "printed"), [
    ('"Par ceļu”', "“Par ceļu”"),
    ("lēmums *Par ceļu”", "lēmums “Par ceļu”"),
    ('"Integrēta "skola—kopiena” programma”', "“Integrēta “skola–kopiena” programma”"),
    ('"Nr.318 lēmums "Par” un', "Nr.318 lēmums “Par” un"),
    ("*PAR” — 9 (Anna), *PRET” — nav", "“PAR” – 9 (Anna), “PRET” – nav"),
    ("dome NOLEM):", "dome NOLEMJ:"),
    ("NOLEM)J:", "NOLEMJ:"),
    ("NOLEMIJ", "NOLEMJ"),
    ("(prot. Nr. 8/2023, 12. 8)", "(prot. Nr. 8/2023, 12. §)"),
    ("(protokols Nr. 5, 12.$)", "(protokols Nr. 5, 12.§)"),
    ("5. $ Par ceļu", "5. § Par ceļu"),
    ("platība 84 m”, kas", "platība 84 m², kas"),
    ("EUR/m* gadā", "EUR/m² gadā"),
    ("likuma 14.' panta", "likuma 14.¹ panta"),
    ("pasts(Olimbazi.lv, tālr.", "pasts@limbazi.lv, tālr."),
    ("* Dokuments parakstīts", "* Dokuments parakstīts"),            # an asterisk of its own stays
    ("*Dokuments parakstīts elektroniski", "*Dokuments parakstīts elektroniski"),
    ("iedalīt 8 vietas, 12. 8 stundas", "iedalīt 8 vietas, 12. 8 stundas"),
    ("likuma 14. panta", "likuma 14. panta"),
])
def test_habits_of_the_latvian_model(read: str, printed: str) -> None:
    assert " ".join(word.text for word in respell(line(read), [])) == printed


def test_a_sign_that_was_inferred_is_doubtful() -> None:
    assert [word.confidence for word in respell(line("likuma 14.' panta"), [])] == [0.9, 0.5, 0.9]
    assert [word.confidence for word in respell(line('"Par ceļu”'), [])] == [0.9, 0.9]


@pytest.mark.parametrize(("numbers", "found"), [
    (["1.", "9", "3.", "7;"], {1: "2."}),
    (["4.", "ās", "6.", "7;"], {1: "5.", 3: "7."}),
    (["1.", "x", "y", "4."], {1: "2.", 2: "3."}),
    (["1.", "x", "5."], {}),
    (["1.", "x"], {}),
])
def test_numbers_that_stand_alone(numbers: list[str], found: dict[int, str]) -> None:
    assert relabelled([Piece(295, 303, 100.0 + 60 * n, 11, text) for n, text in enumerate(numbers)]) == found


def test_dirt_is_no_writing() -> None:
    assert specks_only(line("- . -. _ .- ,", 0.2))
    assert not specks_only(line("Lčmums Nr. 5", 0.2))       # badly read, but read
    assert not specks_only(line("– – –", 0.9))


def test_tables_of_tesseract() -> None:
    table = ("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
             "4\t1\t1\t1\t1\t0\t10\t10\t50\t20\t-1\t\n5\t1\t1\t1\t1\t1\t10\t12\t40\t18\t91.5\tLēmums\nbroken\n")
    assert list(words_of(table)) == [Word("Lēmums", 10, 12, 50, 30, 0.915, (1, 1, 1))]


def points(*rows: tuple[float, str, str]) -> list[Piece]:
    """Rows of a list: where the number stands, the number, the words behind a gap."""
    pieces = []
    for line, (x0, number, words) in enumerate(rows):
        pieces += [Piece(x0, x0 + 20, 100.0 + 14 * line, 11, number), Piece(x0 + 36, 500, 100.0 + 14 * line, 11, words)]
    return pieces


@pytest.mark.parametrize(("rows", "found"), [
    ([(85, "2.1.", "a"), (85, "24,", "b"), (70, "3.", "c")], {2: "2.2."}),
    ([(70, "2.", "a"), (88, "21,", "b"), (88, "did", "c"), (70, "3.", "d")], {2: "2.1.", 4: "2.2."}),
    ([(70, "1.", "a"), (88, "1.1.", "b"), (70, "S,", "c"), (70, "3.", "d")], {4: "2."}),
    ([(85, "2.1.", "a"), (85, "Ls", "b"), (70, "5.", "c")], {}),               # the next number does not follow
    ([(85, "2.1.", "a"), (60, "Ls", "b"), (85, "2.2.", "c")], {}),             # stands where no number of the list would
    ([(85, "2.1.", "a"), (85, "a)", "b"), (85, "2.2.", "c")], {}),             # a letter of its own
    ([(85, "2.1.", "a"), (85, "Nr.", "b"), (85, "2.2.", "c")], {}),            # a row of a table between two points
    ([(85, "Ls", "a"), (85, "2.2.", "b")], {}),                                # nothing before it
])
def test_numbers_told_by_their_neighbours(rows: list[tuple[float, str, str]], found: dict[int, str]) -> None:
    assert relabelled(points(*rows)) == found
