"""A few hundred mutated files, as CI can afford; `make fuzz` takes a hundred thousand (docs/FUZZ.md)."""
from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.mutate import mutant
from fuzz.run import batch, quick_seeds
from pipeline.read.options import ReadOptions
from pipeline.read.readers import unpack
from pipeline.read.source import ReadError

REGRESSIONS = Path(__file__).parent / "regressions"


@pytest.mark.slow
def test_mutants_end_as_records_or_named_failures() -> None:
    outcome = batch(0, 400)
    assert outcome.bad == []
    assert outcome.unaccounted == []
    assert sum(outcome.statuses.values()) == 400
    assert outcome.statuses["parsed"] > 50, "mutants that all fail at the door test nothing behind it"
    assert len(outcome.codes) >= 5


def test_a_number_gives_one_file() -> None:
    pool = quick_seeds()
    assert [mutant(number, pool) for number in range(20)] == [mutant(number, pool) for number in range(20)]
    assert len({mutant(number, pool)[1] for number in range(50)}) == 50


@pytest.mark.parametrize("path", sorted(REGRESSIONS.glob("*")), ids=lambda path: path.name)
def test_what_once_went_wrong(path: Path) -> None:
    """Each file here once crashed or hung a reader; its name says how."""
    from pipeline.flow import parse_source
    from pipeline.read.source import Source
    try:
        for one in unpack(path.read_bytes(), path.name, ReadOptions(ocr=False)):
            if isinstance(one, Source):
                parse_source(one)
    except ReadError as error:
        assert error.code
