"""The same decision in every format gives the same record, field by field; what may differ is listed here."""
from __future__ import annotations

from typing import Any

import pytest

from tests.read.helpers import records, sample, with_libreoffice, with_tesseract

#: Tells of the file, not of the decision; spans and boxes belong to their own text.
OF_THE_FILE = frozenset({"source", "spans", "zones", "pages", "layout", "doubtful", "parser"})

FORMATS = [
    "licupe-318.docx", "licupe-318.odt", "licupe-318.rtf", "licupe-318.html", "licupe-318.pdf", "licupe-318.zip",
    "licupe-318.utf8-bom.txt", "licupe-318.utf16.txt", "licupe-318.utf16be-bare.txt", "licupe-318.cp1257.txt",
]
#: Old encodings have no “–” or “²”: their users typed “-” and “2”, and so the text differs. Every value is the same.
TYPED_OTHERWISE = ["licupe-318.cp775.txt", "licupe-318.iso8859-13.txt", "licupe-318.iso8859-4.txt"]


def values(record: dict[str, Any], *also: str) -> dict[str, Any]:
    return {key: without_spans(value) for key, value in record.items() if key not in OF_THE_FILE and key not in also}


def without_spans(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_spans(item) for key, item in value.items() if key not in ("span", "spans")}
    return [without_spans(item) for item in value] if isinstance(value, list) else value


def folded(value: Any) -> Any:
    """Signs that old encodings lack, as they were typed then."""
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [folded(item) for item in value]
    return value.translate(str.maketrans("–“”²", '-""2')) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return records(sample("licupe-318.txt"), "licupe-318.txt")[0]


def test_the_plain_text_is_read_whole(plain: dict[str, Any]) -> None:
    assert (plain["number"], plain["date"], plain["place"]) == ("318", "2024-08-29", "Līčupe")
    assert plain["title"] == "Par telpu nomas maksu Līčupes kultūras centrā"
    assert [r["act"] for r in plain["references"]] == [
        "likums:pašvaldību likums", "likums:publiskas personas mantas atsavināšanas likums", "mk:2018-02-20/97"]


@pytest.mark.parametrize("name", FORMATS)
def test_same_record(plain: dict[str, Any], name: str) -> None:
    found = records(sample(name), name)
    assert len(found) == 1
    assert values(found[0]) == values(plain)


@pytest.mark.parametrize("name", TYPED_OTHERWISE)
def test_same_values_from_old_encodings(plain: dict[str, Any], name: str) -> None:
    assert folded(values(records(sample(name), name)[0], "text")) == folded(values(plain, "text"))


@with_libreoffice
@pytest.mark.slow
def test_same_record_from_binary_word(plain: dict[str, Any]) -> None:
    assert values(records(sample("licupe-318.doc"))[0]) == values(plain)


@with_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("name", ["licupe-318.scan.pdf"])
def test_same_values_from_a_scan(plain: dict[str, Any], name: str) -> None:
    """Recognition may mistake a letter of the running text; head, references and signatories it must not."""
    found = records(sample(name), name)[0]
    for key in ("number", "date", "place", "title", "institution", "protocol", "references", "signatories"):
        assert without_spans(found[key]) == without_spans(plain[key]), key
    assert found["source"]["text_source"] == "ocr"
    assert 0.8 < found["source"]["ocr_confidence"] <= 1.0


def test_offsets_lead_back_to_the_page() -> None:
    """Every value's words stand where its span says, and the span's line has a box inside the page."""
    record = records(sample("licupe-318.pdf"))[0]
    start, end = record["spans"]["title"]
    assert record["text"][start:end] == record["title"]
    line = next(line for line in record["layout"] if line["start"] <= start < line["end"])
    x0, y0, x1, y1 = line["box"]
    assert line["page"] == 1
    assert 0 < x0 < x1 < 596
    assert 0 < y0 < y1 < 842
