"""Lists of annexes and citations of them, every form with what it gives."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract.annex.listing import read_listing
from pipeline.extract.points.annex_citations import find_citations, spell_out


def rows(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("words", "expected"), rows("listing.tsv"))
def test_listing(words: str, expected: str) -> None:
    text = words.replace(" / ", "\n")
    found = read_listing(text, 0, len(text))
    assert " ; ".join(f"{one.number or '-'}|{one.title or '-'}|{one.pages or '-'}" for one in found) == expected
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)


@pytest.mark.parametrize(("words", "expected"), rows("citations.tsv"))
def test_citations(words: str, expected: str) -> None:
    assert " ".join(one.number or "-" for one in find_citations(words, 0, len(words))) == expected


def test_an_act_has_its_own_annexes() -> None:
    words = "Ministru kabineta noteikumu Nr. 5 1. pielikumā un 2. pielikumā"
    assert [one.number for one in find_citations(words, 0, len(words), [(0, 46)])] == ["2"]


def test_ranges_are_spelled_out() -> None:
    assert spell_out("1.–3. un 7.") == ["1", "2", "3", "7"]
    assert spell_out("9.–2.") == ["9", "2"]
