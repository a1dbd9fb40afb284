"""A researcher's ten questions, each one command, each with the answer that docs/QUESTIONS.md gives."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.build_questions import PAGE, QUESTIONS, answer, parse


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("shipped")
    parse(out)
    return out


def test_there_are_ten() -> None:
    assert len(QUESTIONS) == 10 == len(re.findall(r"^## \d+\. ", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("number", range(10))
def test_the_answer_is_what_the_page_says(shipped: Path, number: int) -> None:
    question, command = QUESTIONS[number]
    said = answer(command, shipped)
    page = PAGE.read_text(encoding="utf-8")
    assert f"## {number + 1}. {question}\n\n```sh\n{command}\n```\n\n```csv\n{said}\n```\n" in page, \
        "python scripts/build_questions.py"
