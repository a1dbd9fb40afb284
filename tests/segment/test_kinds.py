"""What kind of act a text is (`kinds.tsv`), and whether it decides at all (`others.txt`)."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import parse_text
from pipeline.run.judge import is_decision, no_decision
from pipeline.segment.kinds import named_type

HERE = Path(__file__).parent
ROWS = [line.split("\t") for line in (HERE / "kinds.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


@pytest.mark.parametrize(("line", "kind"), ROWS)
def test_type_line(line: str, kind: str) -> None:
    assert (named_type([line]) or "–") == kind


def texts() -> Iterator[tuple[str, str]]:
    for block in (HERE / "others.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, text = block.partition("\n")
        yield name, text


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=[name for name, _ in texts()])
def test_what_decides(name: str, text: str) -> None:
    assert is_decision(parse_text(text)) == name.startswith("decision:")


@pytest.mark.parametrize(("sentence", "code"), [
    ("The council decides to approve the plan. ", "not_latvian"),
    ("Savivaldybės taryba nusprendė patvirtinti planą ir pavesti direktoriui jį įgyvendinti. ", "not_latvian"),
    ("Vallavolikogu otsustas kinnitada arengukava ja avaldada määruse. ", "not_latvian"),
    ("Дума решает утвердить план. ", "not_latvian"),
    ("Vakar pilsētā lija lietus, un bērni spēlējās pagalmā. ", "no_decision"),
])
def test_why_there_is_none(sentence: str, code: str) -> None:
    assert not is_decision(parse_text(sentence * 9))
    assert no_decision(sentence * 9)[0] == code
