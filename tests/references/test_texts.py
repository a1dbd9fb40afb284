"""Whole documents of every decade and style (`texts/`): what each cites, mention by mention, as a person marked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import parse_text
from pipeline.records import Reference

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def told(reference: Reference) -> str:
    pinpoints = ["/".join(f"{unit}={value}" for unit, value in pinpoint.items()) for pinpoint in reference.pinpoints]
    return " ".join([reference.act.replace(" ", "_"), *pinpoints])


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_text(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("----\n")
    assert [told(reference) for reference in parse_text(text).references] == expected.splitlines()
