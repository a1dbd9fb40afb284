"""Every form of numbering that real decisions showed, with the tree it stands for."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.resolution.trees import resolution_of, tree

ROWS = [line.split("\t", 1)[0:1] + line.split("\t", 1)[1].rsplit("\t", 1)
        for line in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()[1:]
        if line and not line.startswith("#")]


@pytest.mark.parametrize(("form", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_tree(form: str, text: str, expected: str) -> None:
    found = resolution_of("\n".join(text.split(" / ")))
    assert " | ".join(tree(found.points)) == expected, form
