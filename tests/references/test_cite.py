"""`lemumi cite`: the sentence in, its references out, for a person and as JSON."""
from __future__ import annotations

import json

import typer
from typer.testing import CliRunner

from pipeline.cli.cite import cite

APP = typer.Typer()
APP.command()(cite)
SENTENCE = "Pašvaldību likuma 4. pantu"


def test_for_a_person() -> None:
    assert CliRunner().invoke(APP, [SENTENCE]).output == f"likums:pašvaldību likums\tfull\tpants 4\t{SENTENCE}\n"


def test_as_json() -> None:
    (reference,) = json.loads(CliRunner().invoke(APP, [SENTENCE, "--json"]).output)
    assert reference["act"] == "likums:pašvaldību likums"
    assert reference["span"] == [0, len(SENTENCE)]
