"""`lemumi votes`: the matrix of persons and decisions."""
from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.votes import COLUMNS


def lemumi(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pipeline", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory, dev: Path) -> Path:
    out = tmp_path_factory.mktemp("votes")
    names = ("aizkraukle-750.txt", "c17-smiltene-protokols.txt", "c19-aluksne-protokols.txt")
    assert lemumi("parse", *(str(dev / name) for name in names), "--out", str(out), "-q").returncode == 0
    return out


def test_one_row_a_person_and_decision(parsed: Path, dev: Path) -> None:
    answer = lemumi("votes", str(parsed), "--csv")
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    assert answer.returncode == 0 and tuple(rows[0]) == COLUMNS
    expected = 0
    for name in ("aizkraukle-750", "c17-smiltene-protokols", "c19-aluksne-protokols"):
        gold = json.loads((dev / f"{name}.gold.json").read_text(encoding="utf-8"))
        for record in gold.get("records", [gold]):
            expected += sum(len(side["names"]) for side in (record["vote"] or {}).values() if isinstance(side, dict))
    assert len(rows) == expected
    assert len({(row["person"], row["id"]) for row in rows}) == expected
    chair = next(row for row in rows if row["person"] == "Leons Līdums")
    assert (chair["side"], chair["number"], chair["outcome"]) == ("for", "750", "adopted")
    assert chair["title"].startswith("Par sadarbību") and chair["institution"] == "Aizkraukles novada dome"


def test_one_person(parsed: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(lemumi("votes", str(parsed), "--csv", "--person", "J. Graudiņš").stdout)))
    assert {row["person"] for row in rows} == {"Jānis Graudiņš"} and {row["side"] for row in rows} == {"for", "not_voting"}


def test_table_for_people(parsed: Path) -> None:
    answer = lemumi("votes", str(parsed), "--person", "Sirmais")
    assert answer.returncode == 0 and "pret" in answer.stdout and answer.stderr == "2 votes of persons\n"


def test_no_such_folder(tmp_path: Path) -> None:
    answer = lemumi("votes", str(tmp_path / "nowhere"))
    assert answer.returncode == 2 and answer.stderr.startswith("lemumi: no folder")
