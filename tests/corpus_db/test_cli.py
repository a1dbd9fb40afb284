"""The commands, as a person runs them."""
from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest


def lemumi(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pipeline", *map(str, arguments)], input=given, capture_output=True, text=True,
                          encoding="utf-8", check=False, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "200"})


def test_index_search_and_stats_from_nothing(tmp_path: Path) -> None:
    dev = Path(__file__).parents[1] / "corpus" / "dev" / "aizkraukle-750.txt"
    assert lemumi("search", "skola", "--in", tmp_path).returncode == 2
    assert lemumi("index", tmp_path).returncode == 2
    assert lemumi("parse", dev, "--out", tmp_path).returncode == 0
    first = lemumi("index", tmp_path)
    assert first.returncode == 0 and "1 decisions" in first.stdout and "built anew" in first.stdout
    assert "0 new, 0 changed, 0 gone" in lemumi("index", tmp_path).stdout
    assert "Aizkraukles novada dome" in lemumi("search", "skolas", "kopiena", "--in", tmp_path).stdout
    assert "Aizkraukles novads" in lemumi("stats", tmp_path).stdout
    assert json.loads(lemumi("stats", tmp_path, "--format", "json").stdout)["totals"]["decisions"] == 1


def test_search_formats_agree(corpus: Path) -> None:
    found = json.loads(lemumi("search", "noma", "--in", corpus, "--format", "json", "--limit", "100").stdout)
    rows = list(csv.DictReader(io.StringIO(lemumi("search", "noma", "--in", corpus, "--format", "csv", "--limit", 100).stdout)))
    assert found["total"] == len(rows) > 1
    assert [hit["id"] for hit in found["hits"]] == [row["id"] for row in rows]
    assert any("[nom" in row["snippet"].lower() for row in rows)


def test_filters_from_the_command_line(corpus: Path) -> None:
    found = lemumi("search", "--in", corpus, "--cites", "MK 483/2024 2. punkts", "--voted", "Uģis Rubenis:for",
                   "--municipality", "Aizkraukle", "--format", "json")
    assert [hit["number"] for hit in json.loads(found.stdout)["hits"]] == ["750"]


@pytest.mark.parametrize("arguments", [
    ("search", "AND"), ("search", "zeme", "--format", "xml"), ("search", "zeme", "--sort", "worst"),
    ("search", "--voted", "Rubenis"), ("search", "--municipality", "Atlantīda"), ("sql", "DROP TABLE refs"),
    ("sql", "SELECT 1", "--format", "xml"),
])
def test_what_cannot_be_meant_ends_with_2_and_a_reason(corpus: Path, arguments: tuple[str, ...]) -> None:
    done = lemumi(*arguments, "--in", corpus)
    assert done.returncode == 2 and done.stderr.startswith("lemumi: ") and "Traceback" not in done.stderr


def test_sql_formats(corpus: Path) -> None:
    statement = "SELECT number, title FROM decisions WHERE municipality = 'Ogres novads'"
    rows = json.loads(lemumi("sql", statement, "--in", corpus, "--format", "json").stdout)
    assert rows and list(csv.DictReader(io.StringIO(lemumi("sql", "-", "--in", corpus, "--format", "csv",
                                                           given=statement).stdout))) == rows
    assert rows[0]["number"] in lemumi("sql", statement, "--in", corpus).stdout
    assert "vote_names" in lemumi("sql", "--in", corpus).stdout


def test_hostile_words_on_the_terminal_stay_words(corpus: Path) -> None:
    done = lemumi("search", "[red]zeme[/red]", "--in", corpus)
    assert done.returncode == 0 and "Traceback" not in done.stderr
