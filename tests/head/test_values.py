"""Single values of heads as tables to read: numbers, protocols, dates, places."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.extract.head.date import find_date
from pipeline.extract.head.number import find_number
from pipeline.extract.head.place import find_place
from pipeline.extract.head.protocol import find_protocol
from pipeline.extract.head.session import session_head

HERE = Path(__file__).parent


def rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            printed, *said = line.split("\t")
            yield printed.replace(" / ", "\n").replace("<TAB>", "\t"), *said


def whole(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))]


@pytest.mark.parametrize(("text", "number"), list(rows("numbers")))
def test_number(text: str, number: str) -> None:
    found = find_number(text, whole(text))
    assert (found.value if found else "–") == number
    assert not found or (found.span and text[slice(*found.span)] == number)


@pytest.mark.parametrize(("text", "number", "item"), list(rows("protocols")))
def test_protocol(text: str, number: str, item: str) -> None:
    found = find_protocol(text, whole(text))
    assert found
    assert (found.value.number, found.value.item or "–") == (number, item)


@pytest.mark.parametrize(("text", "date"), list(rows("dates")))
def test_date(text: str, date: str) -> None:
    found = find_date(text, whole(text))
    assert (found.value if found else "–") == date


@pytest.mark.parametrize(("text", "place"), list(rows("places")))
def test_place(text: str, place: str) -> None:
    found = find_place(text, whole(text))
    assert found
    assert found.value == place
    assert found.span and text[slice(*found.span)] == text


@pytest.mark.parametrize(("text", "place"), list(rows("place_lines")))
def test_place_in_line(text: str, place: str) -> None:
    found = find_place(text, whole(text))
    assert (found.value if found else "–") == place


@pytest.mark.parametrize(("text", "body", "number", "place", "date"), list(rows("sessions")))
def test_session(text: str, body: str, number: str, place: str, date: str) -> None:
    head = session_head(text, len(text))
    assert head.institution
    assert (head.institution.name, head.number, head.place, head.date) == (body, number, place, date)


@pytest.mark.parametrize("line", [
    "LĒMUMS", "Pirmdien", "Domē", "(prot. Nr. 3, 4. p.)", "Līčupes novada domes", "2021. gada 3. maijā", "Nr. 5", "Sēdē",
])
def test_no_place(line: str) -> None:
    assert find_place(line, whole(line)) is None
