"""Minutes and bundles, form by form: `minutes.txt`."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.flow import parse_source
from pipeline.latvian.tables import table
from tests.segment.reading import source_of

FILE = Path(__file__).with_name("minutes.txt")


def forms() -> Iterator[tuple[str, str, list[str]]]:
    for block in FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        held = [line for line in lines if line.startswith(("+ ", "~ "))]
        yield name, "\n".join(line for line in lines if line not in held), held


FORMS = list(forms())


@pytest.mark.parametrize(("text", "held"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_what_a_file_holds(text: str, held: list[str]) -> None:
    parsed = parse_source(source_of(text))
    decisions = [(d.protocol.item if d.document_type == "minutes_item" and d.protocol else None, d.number, d.title)
                 for d in parsed.decisions]
    assert [*("+ " + " | ".join(part or "–" for part in one) for one in decisions),
            *(f"~ {one.title} | {one.reason}" for one in parsed.skipped)] == held


@pytest.mark.parametrize("row", table("pipeline.segment", "undecided.tsv"), ids=lambda row: row[2])
def test_why_an_item_has_no_decision(row: tuple[str, str, str]) -> None:
    item = ("LĪČUPES NOVADA DOMES SĒDES PROTOKOLS Nr. 1\n1. § Par ielu\nLīčupes novada dome nolemj: salabot ielu.\n"
            f"2. § Par parku\nA. Ozols ziņo par parku. {row[2]}\nSēdi slēdz plkst. 12.00")
    assert [(one.item, one.reason) for one in parse_source(source_of(item)).skipped] == [("2", row[0])]
