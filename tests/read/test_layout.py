"""Where things stand on paper: full lines, margins, footnotes."""
from __future__ import annotations

import pytest

from pipeline.clean.cleaner import clean
from pipeline.read.footnotes import mark_of, take_footnotes
from pipeline.read.layout import Piece
from pipeline.read.margins import take_margins
from pipeline.read.source import Line, Source

HEIGHT = 842.0


def page(*rows: tuple[float, str, float]) -> list[Piece]:
    """Pieces from (height on the page, words, size of letters)."""
    return [Piece(85, 85 + 5.5 * len(words), base, size, words, index) for index, (base, words, size) in enumerate(rows)]


BODY = [(100.0 + 14 * n, "Līčupes novada dome izskatīja iesniegumu un nolemj:", 12.0) for n in range(5)]


def taken(*pages: list[Piece]) -> list[tuple[str, str]]:
    return [(aside.kind, aside.text) for aside in take_margins([(pieces, HEIGHT) for pieces in pages])[1]]


@pytest.mark.parametrize(("row", "kind"), [
    ((810.0, "2", 10.0), "page_number"),
    ((810.0, "- 2 -", 10.0), "page_number"),
    ((40.0, "2 (3)", 10.0), "page_number"),
    ((815.0, "Dokumentu vadības sistēma", 8.0), "footer"),
    ((40.0, "Līčupes novada domes 29.08.2024. lēmums Nr. 318", 12.0), "header"),
    ((815.0, "Dokuments parakstīts ar drošu elektronisko parakstu", 8.0), "e_signature"),
])
def test_margins(row: tuple[float, str, float], kind: str) -> None:
    assert taken(page(*BODY), page(*BODY, row)) == [(kind, row[1])]


@pytest.mark.parametrize("row", [
    (40.0, "LĪČUPES NOVADA DOME", 12.0),                    # a letterhead on the first page
    (40.0, "1. pielikums", 9.0),                            # the head of an annex
    (775.0, "3.", 12.0),                                    # a point whose text went to the next page
    (760.0, "Sagatavoja: I. Kalniņa, tālr. 60000000", 8.0), # stands where text may stand
])
def test_not_margins(row: tuple[float, str, float]) -> None:
    assert taken(page(*BODY, row)) == []


def test_a_point_left_at_the_foot_is_no_page_number() -> None:
    found = taken(page(*BODY, (775.0, "3.", 12.0), (810.0, "1", 10.0)), page(*BODY, (810.0, "2", 10.0)))
    assert found == [("page_number", "1"), ("page_number", "2")]


def test_pages_out_of_a_larger_document() -> None:
    assert taken(*(page(*BODY, (810.0, str(number), 10.0)) for number in (17, 18, 19))) == [
        ("page_number", "17"), ("page_number", "18"), ("page_number", "19")]


def test_footnotes() -> None:
    pieces = page(*BODY, (180.0, "Zāle ir brīva.¹ Platība ir 84 m², 14.¹ pants.", 12.0), (760.0, "¹ Grafiks kultūras", 9.0),
                  (771.0, "centra lietvedībā.", 9.0))
    kept, asides = take_footnotes(pieces, 1)
    assert kept[-1].text == "Zāle ir brīva. Platība ir 84 m², 14.¹ pants."
    assert [(aside.kind, aside.text) for aside in asides] == [("footnote", "Grafiks kultūras centra lietvedībā.")]


def test_small_print_without_a_mark_is_no_footnote() -> None:
    pieces = page(*BODY, (180.0, "Platība ir 84 m².", 12.0), (760.0, "2 eksemplāri", 9.0))
    assert take_footnotes(pieces, 1) == (pieces, [])


@pytest.mark.parametrize(("text", "number", "at"), [
    ("brīva.¹", "1", 6), ("zāle¹ un", "1", 4), ("84 m²", "2", -1), ("14.¹ pants", "1", -1), ("5¹²", "1", -1), ("”¹²", "12", 1)])
def test_marks(text: str, number: str, at: int) -> None:
    assert mark_of(number, text) == at


def paragraphs(*lines: tuple[str, float]) -> list[str]:
    """The cleaner's paragraphs of lines given with their right edge in points."""
    raw, placed = "", []
    for number, (words, right) in enumerate(lines):
        top = 100.0 + 14 * number
        placed.append(Line(len(raw), len(raw) + len(words), 1, (85.0, top, right, top + 12), size=12.0))
        raw += words + "\n"
    return clean(Source("x", "0" * 64, 1, "application/pdf", raw, paged=True, lines=tuple(placed))).text.split("\n")


FULL = "Līčupes novada dome izskatīja biedrības iesniegumu par telpu nomu un"


def test_a_line_short_of_a_justified_edge_ends_its_paragraph() -> None:
    long = "konstatēja, ka tas iesniegts noteiktajā kārtībā un laikā pilnībā. Arī"
    last = "pielikumi tam ir pievienoti visi, kā to prasa kārtība šajā novadā."
    assert paragraphs((FULL, 550), (long, 550), (last, 541), ("Deputāti par to balso " + FULL[:46], 550), (long, 550)) == [
        f"{FULL} {long} {last}", f"Deputāti par to balso {FULL[:46]} {long}"]


def test_a_line_at_the_edge_goes_on_though_a_sentence_ended() -> None:
    ended = "konstatēja, ka tas ir iesniegts noteiktajā kārtībā un laikā, pilnībā."
    assert paragraphs((FULL, 550), (ended, 550), (FULL, 550), ("tālāk teksts beidzas.", 200)) == [
        f"{FULL} {ended} {FULL} tālāk teksts beidzas."]


def test_words_of_minutes_at_a_pages_edge_are_no_running_head() -> None:
    pages = ["Līčupes novada pašvaldības dome nolemj:", "1. Uzdot nodaļai sagatavot līgumu.", "Ziņo: A. Gerbe"]
    raw = "\f".join("\n".join([*pages, "Teksts pa vidu.", *pages]) + "\n" for _ in range(4))
    text = clean(Source("x", "0" * 64, 1, "text/plain", raw)).text
    assert text.count("nolemj:") == 8
    assert text.count("Ziņo: A. Gerbe") == 8
