"""`lemumi eval` and the independent scorer kept beside it (`score.py`) agree on every figure."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.eval.compare import likeness
from pipeline.eval.score import parse_records, score_folder


@pytest.mark.slow
def test_same_figures_as_the_independent_scorer(dev: Path, tmp_path: Path) -> None:
    for text in sorted(dev.rglob("*.txt")):
        for index, record in enumerate(parse_records(text)):
            (tmp_path / f"{text.stem}-{index}.json").write_text(json.dumps(record), encoding="utf-8")
    figures = tmp_path.parent / "figures.json"
    scorer = Path(__file__).with_name("score.py")
    subprocess.run([sys.executable, str(scorer), str(dev), str(tmp_path), "--json", str(figures)],
                   check=True, capture_output=True)
    theirs = {k: v for k, v in json.loads(figures.read_text()).items() if isinstance(v, dict)}
    ours = score_folder(dev).tallies
    assert {n: (round(t.f1, 4), t.want) for n, t in ours.items()} == {n: (row["f1"], row["n"]) for n, row in theirs.items()}


def test_likeness_of_titles() -> None:
    assert likeness("Nomas līgums", "nomas LĪGUMS") == 1.0
    assert likeness("Nomas līgums", "Plāns") == 0.0
    assert likeness(None, "") == 1.0
