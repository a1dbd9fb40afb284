"""What each phrase cites, as a table to read: `phrases.tsv`."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import find_references
from pipeline.latvian.bodies import nominative
from pipeline.records import Reference

ROWS = [
    row.replace("\\n", "\n").split("\t")
    for row in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    if row[:1] != "#"
]


def told(references: list[Reference]) -> str:
    return (
        "; ".join(
            " ".join([r.form, r.act.replace(" ", "_"), *("/".join(f"{u}={v}" for u, v in p.items()) for p in r.pinpoints)])
            for r in references
        )
        or "–"
    )


def test_three_phrases_of_the_module() -> None:
    assert (
        told(find_references("Pašvaldību likuma 4.panta pirmās daļas 4.punktu"))
        == "full likums:pašvaldību_likums pants=4/dala=1/punkts=4"
    )
    assert (
        told(find_references("MK 28.09.2010. noteikumu Nr. 919 “X” 3. un 10. punktu"))
        == "full mk:2010-09-28/919 punkts=3 punkts=10"
    )
    assert told(find_references("Ceļu likuma 1. pants un minētā likuma 3. pants")) == (
        "full likums:ceļu_likums pants=1; relative likums:ceļu_likums pants=3"
    )


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_phrase(sentence: str, expected: str) -> None:
    assert told(find_references(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_surrounding_text_never_matters(sentence: str, expected: str) -> None:
    before = "Iesniegums saņemts 2023. gada 4. maijā.\n"
    around = find_references(before + sentence + "\nLūdzu izskatīt.")
    assert told(around) == expected
    assert [r.span for r in around] == [
        (a + len(before), b + len(before)) for a, b in (r.span for r in find_references(sentence))
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Mārupes novada domes", "Mārupes novada dome"),
        ("Valsts vides dienesta", "Valsts vides dienests"),
        ("Ministru kabineta", "Ministru kabinets"),
        ("Augstākās tiesas Senāta", "Augstākās tiesas Senāts"),
        ("Cēsu novada dome", "Cēsu novada dome"),
    ],
)
def test_bodies_in_the_nominative(printed: str, expected: str) -> None:
    assert nominative(printed) == expected


def test_roles() -> None:
    text = (
        "Saskaņā ar Ceļu likuma 1. pantu, dome nolemj:\n1. Atzīt par spēku zaudējušu Upes novada domes 2020. gada 4. maija "
        "lēmumu Nr. 5 “Par ceļu”.\n2. Apstiprināt Upes novada pašvaldības saistošos noteikumus Nr. 7/2024 “Par ielām”."
    )
    assert [r.role for r in find_references(text)] == ["legal_basis", "repeals", "approves"]


def test_antecedents() -> None:
    found = find_references("Ceļu likuma (turpmāk – CeL) 1. pants, CeL 2. pants un minētā likuma 3. pants")
    assert [r.antecedent for r in found] == [None, 0, 0]
