"""Who was at a session, as a table to read: `attendance.tsv`; and in whole minutes."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import parse_file
from pipeline.clean.cleaner import clean
from pipeline.extract.attendance import read_attendance
from pipeline.read.source import Source
from tests.votes.telling import attended

LINES = (Path(__file__).parent / "attendance.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [[cell.replace("\\n", "\n").replace("\\t", "\t") for cell in row.split("\t")]
        for row in LINES if row[:1] not in ("", "#")]


@pytest.mark.parametrize(("opening", "expected"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_opening(opening: str, expected: str) -> None:
    text = clean(Source(path="x.txt", sha256="", bytes=0, media_type="text/plain", raw=opening))
    assert attended(read_attendance(text, (0, len(text.text)))) == expected


def test_nobody_named() -> None:
    for words in ("", "Darba kārtība:\n1. Par īri", "Sēdē nepiedalās: nav"):
        text = clean(Source(path="x.txt", sha256="", bytes=0, media_type="text/plain", raw=words))
        assert read_attendance(text, (0, len(text.text))) is None


def test_minutes_give_every_item_the_session(dev: Path) -> None:
    decisions = parse_file(dev / "c17-smiltene-protokols.txt")
    assert len(decisions) == 5
    for decision in decisions:
        found = decision.attendance
        assert found and len(found.present) == 12 and found.chair == "Edvards Rijnieks" and found.secretary == "Ingūna Pelše"
        assert [(one.name, one.note) for one in found.absent] == [
            ("Zigurds Atvars", "slimības dēļ"), ("Dita Krūma", "komandējumā")]
        assert all(one.span is None for one in (*found.present, *found.absent))


def test_no_officials_among_the_councillors(dev: Path) -> None:
    for name in ("c17-smiltene-protokols.txt", "c18-dobele-protokols.txt", "c19-aluksne-protokols.txt"):
        found = parse_file(dev / name)[0].attendance
        officials = {"Kārlis Lapsiņš", "Anna Gerbe", "Līvija Ratniece", "Linda Āre"}
        assert found and not officials & {one.name for one in found.present}
