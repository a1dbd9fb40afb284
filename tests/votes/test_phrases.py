"""What each phrase tells of a vote, as a table to read: `phrases.tsv`."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract.votes import votes_in
from tests.votes.telling import SIDES, told_all

ROWS = [[cell.replace("\\n", "\n").replace("\\t", "\t") for cell in row.split("\t")]
        for row in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines() if row and row[:1] != "#"]


@pytest.mark.parametrize(("phrase", "expected"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_phrase(phrase: str, expected: str) -> None:
    assert told_all(votes_in(phrase, 0, len(phrase))) == expected


@pytest.mark.parametrize(("phrase", "expected"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_spans_hold_the_names(phrase: str, expected: str) -> None:
    for vote in votes_in(phrase, 0, len(phrase)):
        assert phrase[slice(*vote.span)].strip() == phrase[slice(*vote.span)]
        for field, _ in SIDES:
            side = getattr(vote, field)
            assert len(side.spans) == len(side.names)
            for name, (start, end) in zip(side.names, side.spans, strict=True):
                assert name[:2].casefold() == phrase[start:end][:2].casefold()


def test_the_table_is_long_enough() -> None:
    assert len({row[0] for row in ROWS}) >= 100
