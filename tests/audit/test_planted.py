"""Every planted error gets its verdict; no true citation is accused. From the words of a decision to the verdict."""
from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from pipeline import parse_text
from pipeline.audit.audit import audit
from pipeline.audit.judge import ACCUSATIONS, VERDICTS
from pipeline.registry.store import load
from tests.audit.planted import EACH, Case, cases


@pytest.fixture(scope="module")
def judged() -> list[tuple[Case, list[str]]]:
    found = []
    for case in cases():
        record = parse_text(case.text).model_dump()
        found.append((case, [row.verdict for row in audit([record], load()).rows]))
    return found


def test_at_least_ten_of_each_verdict() -> None:
    planted = Counter(case.verdict for case in cases())
    assert all(planted[verdict] >= 10 for verdict in VERDICTS), planted


def test_every_planted_error_gets_its_verdict(judged: list[tuple[Case, list[str]]]) -> None:
    missed = [(case.verdict, verdicts, case.note, case.text[90:420]) for case, verdicts in judged if verdicts != [case.verdict]]
    assert not missed, f"{len(missed)} of {len(judged)}: {missed[:5]}"


def test_no_true_citation_is_accused(judged: list[tuple[Case, list[str]]]) -> None:
    accused: dict[str, list[Case]] = defaultdict(list)
    for case, verdicts in judged:
        for verdict in verdicts:
            if verdict in ACCUSATIONS and verdict != case.verdict:
                accused[verdict].append(case)
    assert not accused
    assert EACH >= 10
