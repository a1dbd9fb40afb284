"""The whole record of every written decision, beside the one kept in `records/`. `make golden` writes them anew.

A change here is a change for every user of the corpus: look at the difference before it is taken. It runs with `make test`, not
with `make quick`, so that a change of one field can be tried before all records are written anew.
"""
from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.flow import parse_bytes

HERE = Path(__file__).parent
DEV = HERE.parent / "corpus" / "dev"
SWITCH = "LEMUMI_GOLDEN"
NAMES = sorted(path.stem for path in DEV.glob("*.txt"))


def records(name: str) -> list[dict[str, Any]]:
    """The records of one file, without the text (its own file is beside it) and what names the code that made them."""
    data = (DEV / f"{name}.txt").read_bytes()
    return [json.loads(decision.model_dump_json(exclude={"text", "parser", "layout"}))
            for parsed in parse_bytes(data, f"{name}.txt") for decision in parsed.decisions]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_record(name: str) -> None:
    path = HERE / "records" / f"{name}.json"
    found = records(name)
    if os.environ.get(SWITCH):
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8")), "make golden"


def test_every_kept_record_has_its_document() -> None:
    assert {path.stem for path in (HERE / "records").glob("*.json")} == set(NAMES)


@pytest.mark.skipif(not os.environ.get("CI"), reason="only where changes are judged")
def test_the_switch_is_off_where_changes_are_judged() -> None:
    assert SWITCH not in os.environ
