"""Minutes as clerks print them, each form with what is read of it: `forms.txt`."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.flow import Parsed, parse_source
from pipeline.records import Decision, Point
from pipeline.segment.numbering import item_number, key_of, number_behind
from tests.segment.reading import source_of

FILE = Path(__file__).with_name("forms.txt")


def forms() -> Iterator[tuple[str, str, list[str]]]:
    for block in FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        held = [line for line in lines if line.startswith(("+ ", "~ "))]
        yield name, "\n".join(line for line in lines if line not in held), held


def told(parsed: Parsed) -> list[str]:
    """A line for each decision, one for each item without."""
    return [*map(_decision, parsed.decisions), *(f"~ {one.item} | {one.title} | {one.reason}" for one in parsed.skipped)]


def _decision(one: Decision) -> str:
    protocol = one.protocol
    where = f"{protocol.number}/{protocol.item}" if protocol else None
    vote = one.vote
    counts = [side.count for side in (vote.for_, vote.against, vote.abstain)] if vote else []
    points = " / ".join(_point(point) for point in one.resolution.points)
    signers = ", ".join(person.name for person in one.signatories)
    columns = (where, one.number, one.date, one.title, " ".join(map(str, counts)), points, signers)
    return "+ " + " | ".join(column or "–" for column in columns)


def _point(point: Point) -> str:
    words = f"{point.number}. {point.text}" if point.number else point.text
    return " / ".join([words, *map(_point, point.children)])


FORMS = list(forms())


@pytest.mark.parametrize(("text", "held"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_what_is_read_of_a_form(text: str, held: list[str]) -> None:
    assert told(parse_source(source_of(text))) == held


@pytest.mark.parametrize(("line", "printed", "sign", "title"), [
    ("1. § Par īri", "1", "section", "Par īri"),
    ("§ 12.", "12", "section", ""),
    ("7.p.", "7", "item", ""),
    ("1.punkts. Par īri", "1", "item", "Par īri"),
    ("2. jautājums: Par īri", "2", "item", "Par īri"),
    ("2. jautājums – Par īri", "2", "item", "Par īri"),
    ("Darba kārtības 3. jautājums", "3", "item", ""),
    ("Jautājums Nr. 4", "4", "item", ""),
    ("5. darba kārtības jautājums", "5", "item", ""),
    ("Nr.1", "1", "number", ""),
    ("1.2. Par īri", "1.2", "bare", "Par īri"),
    ("3) Par īri", "3", "bare", "Par īri"),
    ("IV. Par īri", "IV", "bare", "Par īri"),
    ("II.§ Par īri", "II", "section", "Par īri"),
    ("Pirmais jautājums: Par īri", "1", "item", "Par īri"),
    ("DARBA KĀRTĪBAS OTRAIS JAUTĀJUMS", "2", "item", ""),
    ("Divdesmit pirmais punkts – Par īri", "21", "item", "Par īri"),
    ("Par 3. darba kārtības jautājumu – Par īri", "3", "item", "Par īri"),
    ("Par trešo jautājumu “Par īri”", "3", "item", "“Par īri”"),
])
def test_a_number_is_an_items(line: str, printed: str, sign: str, title: str) -> None:
    number = item_number(line)
    assert number and (number.printed, number.sign, line[number.end:]) == (printed, sign, title)


@pytest.mark.parametrize(("line", "title", "printed", "sign"), [
    ("Par īri\t§1", "Par īri", "1", "section"),
    ("Par īri 2.§", "Par īri", "2", "section"),
    ("Par īri\t3. punkts", "Par īri", "3", "item"),
    ("Par īri (4. jautājums)", "Par īri", "4", "item"),
])
def test_a_number_behind_its_title(line: str, title: str, printed: str, sign: str) -> None:
    behind = number_behind(line)
    assert behind and (behind[0], behind[1].printed, behind[1].sign) == (title, printed, sign)


@pytest.mark.parametrize("line", [
    "Par īri", "Par lēmuma 2. punkts", "Par grozījumiem (prot. Nr. 3, 4.§)", "2. Par īri 1.§", "Maksa\t12", "§ 1"])
def test_a_line_that_ends_in_no_items_number(line: str) -> None:
    assert number_behind(line) is None


@pytest.mark.parametrize("line", [
    "Pirmais jautājums nav skaidrs", "Par otro jautājumu balso visi", "Trešais punkts tiek grozīts",
    "12 deputāti balso", "2024 gada pārskats", "Padome nolemj:", "Divi jautājumi", "§"])
def test_a_line_that_begins_with_no_items_number(line: str) -> None:
    assert item_number(line) is None


@pytest.mark.parametrize(("printed", "key"), [("2.10", (2, 10)), ("IV", (4,)), ("XIX", (19,)), ("VIII", (8,))])
def test_what_numbers_are_compared_by(printed: str, key: tuple[int, ...]) -> None:
    assert key_of(printed) == key
