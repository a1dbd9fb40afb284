"""docs/EXPORTS.md names every format, and nothing that is not one."""
from __future__ import annotations

import re
from pathlib import Path

from pipeline.cli.export import FORMATS
from pipeline.export.docbin import marked
from tests.corpus_db.test_schema import FULL

PAGE = (Path(__file__).parents[2] / "docs" / "EXPORTS.md").read_text(encoding="utf-8")


def test_every_format_has_its_row() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == FORMATS


def test_every_span_group_is_named() -> None:
    record = {**FULL, "references": [{"kind": "likums", "span": [0, 5]}], "spans": {"title": [0, 5]},
              "zones": [{"kind": "head", "start": 0, "end": 5}]}
    groups = {group for group, _, _ in marked(record)}
    listed = re.search(r"Groups: (.*?)\.", PAGE, re.DOTALL)
    assert listed and set(re.findall(r"`(\w+)`", listed[1])) == groups
