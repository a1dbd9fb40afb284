"""The command line from outside: what a script sees."""
from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.cli.main import available
from pipeline.records.schema import schema_text


def lemumi(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pipeline", *arguments], capture_output=True, text=True, check=False)


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    code = ("import sys\nfrom pipeline.cli.main import help_text\nprint(help_text())\n"
            "print(sorted({'pydantic', 'spacy', 'typer', 'rich', 'regex'} & set(sys.modules)))")
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert answer.rstrip().endswith("[]")
    assert all(f"\n  {name} " in answer for name in available())


@pytest.mark.parametrize("name", sorted(available()))
def test_every_command_is_there(name: str) -> None:
    module, function = available()[name][0].split(":")
    assert callable(getattr(import_module(module), function))


def test_schema_on_disk_is_the_model(root: Path) -> None:
    committed = (root / "schema" / "decision.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(), "run: .venv/bin/lemumi schema > schema/decision.schema.json"


def test_exit_codes(tmp_path: Path, dev: Path) -> None:
    out = str(tmp_path / "out")
    assert lemumi("parse", str(dev / "aizkraukle-750.txt"), "--out", out, "-q").returncode == 0
    (tmp_path / "empty.txt").write_bytes(b"")
    assert lemumi("parse", str(tmp_path / "empty.txt"), "--out", out, "-q").returncode == 1
    assert lemumi("parse", str(tmp_path / "nowhere"), "--out", out).returncode == 2
    assert lemumi("nonsense").returncode == 2
    assert lemumi("parse", "--nonsense").returncode == 2


def test_output_folder_that_cannot_be_made(tmp_path: Path, dev: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert lemumi("parse", str(dev / "aizkraukle-750.txt"), "--out", str(tmp_path / "file" / "out")).returncode == 3


def test_show_gives_values_and_words(dev: Path) -> None:
    gold = json.loads((dev / "aizkraukle-750.gold.json").read_text(encoding="utf-8"))
    shown = lemumi("show", str(dev / "aizkraukle-750.txt")).stdout
    assert gold["number"] in shown and gold["institution"]["name"] in shown
