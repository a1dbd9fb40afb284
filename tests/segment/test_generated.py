"""Minutes made up from seeds are cut exactly, whatever way they are printed; see `minutes_making`."""
from __future__ import annotations

from itertools import product

import pytest

from tests.segment.minutes_making import AGENDAS, HEADINGS, LAYOUTS, Made, make_minutes
from tests.segment.reading import read, told

WAYS = [way for way in product(HEADINGS, AGENDAS, LAYOUTS, (False, True)) if way[:2] != ("nested", "unnumbered")]


def expected(made: Made, heading: str, agenda: str) -> tuple[list[tuple[str | None, str]], list[tuple[str, str]]]:
    lost = heading == "unnumbered" and agenda == "none"
    return ([(None if lost else item.number, item.title) for item in made.decided],
            [(item.title, item.outcome) for item in made.items if item.outcome != "decided"])


@pytest.mark.parametrize(("heading", "agenda", "layout", "pages"), WAYS)
def test_every_item_is_found(heading: str, agenda: str, layout: str, pages: bool) -> None:
    made = make_minutes(1, heading=heading, agenda=agenda, layout=layout, pages=pages)
    assert told(read(made.text)) == expected(made, heading, agenda)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_hundred_items(heading: str) -> None:
    made = make_minutes(2, items=100, heading=heading, layout="wrapped", pages=True)
    assert told(read(made.text)) == expected(made, heading, "numbered")


@pytest.mark.parametrize(("seed", "agenda", "layout", "pages"), [
    (4, "unnumbered", "doubled", False),   # the agenda's last title is its first once more
    (20, "none", "wrapped", True),         # two of three pages happen to begin with the same title
])
def test_titles_that_repeat(seed: int, agenda: str, layout: str, pages: bool) -> None:
    made = make_minutes(seed, heading="unnumbered", agenda=agenda, layout=layout, pages=pages)
    assert told(read(made.text)) == expected(made, "unnumbered", agenda)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(3, 40))
def test_many_sessions(seed: int) -> None:
    for heading, agenda, layout, pages in WAYS:
        made = make_minutes(seed, heading=heading, agenda=agenda, layout=layout, pages=pages)
        assert told(read(made.text)) == expected(made, heading, agenda), (heading, agenda, layout, pages)
