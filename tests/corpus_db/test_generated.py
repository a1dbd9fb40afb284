"""The generator behind the figures: valid records, different ones, the same for the same seed."""
from __future__ import annotations

import itertools
import json

from bench.generate_records import generate_records
from pipeline.records import Decision


def test_generated_records_are_valid_and_their_spans_hold() -> None:
    ids = set()
    for record in generate_records(80):
        decision = Decision.model_validate(record)
        ids.add(decision.id)
        assert all(0 <= r.span[0] < r.span[1] <= len(decision.text) for r in decision.references)
        named = [n for side in ("for_", "against") for n in getattr(decision.vote, side).names] if decision.vote else []
        assert len(named) == len(set(named))
    assert len(ids) == 80


def test_the_same_seed_gives_the_same_records() -> None:
    first, again, other = (list(itertools.islice(map(json.dumps, generate_records(40, seed)), 40)) for seed in (5, 5, 6))
    assert first == again != other
