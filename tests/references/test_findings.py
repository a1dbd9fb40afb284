"""The `reference.*` findings, each with a text that deserves it and one that does not."""

from __future__ import annotations

import pytest

from pipeline import parse_text
from pipeline.check.codes import CODES

HEAD = "Upes novada dome\nLĒMUMS Nr. 5\nUpē, 2023. gada 4. maijā\nPar ceļu\n"
MK = "Ministru kabineta 2018. gada 20. februāra noteikumu Nr. 97 “Ceļa noteikumi”"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pēc Likuma 4. pantu:\n1. Iznomāt ceļu.", "reference.undefined_alias"),
        (
            f"{MK} 2. punkts un {MK.replace('2018', '2019')} 3. punktu dome nolemj:\n1. Iznomāt.",
            "reference.conflicting_dates",
        ),
        (f"{MK} 2. punkts, MK 21.02.2018. noteikumu Nr. 97 3. punktu dome nolemj:\n1. Iznomāt.", "reference.conflicting_dates"),
        (f"{MK} 2. punkts un {MK.replace('Ceļa', 'Mežu')} 3. punktu dome nolemj:\n1. Iznomāt.", "reference.conflicting_titles"),
        (f"Saskaņā ar {MK} (turpmāk – Ceļa noteikumi) 2. punktu dome nolemj:\n1. Iznomāt.", "reference.unused_definition"),
        (f"Saskaņā ar {MK.replace('2018', '2024')} 2. punktu dome nolemj:\n1. Iznomāt.", "reference.date_mismatch"),
    ],
)
def test_finding(text: str, code: str) -> None:
    found = {f.code: f for f in parse_text(HEAD + text).findings}
    assert code in found
    assert found[code].severity == CODES[code][0]
    assert found[code].span


def test_nothing_to_find() -> None:
    text = f"Saskaņā ar {MK} (turpmāk – Noteikumi) 2. punktu un Noteikumu 3. punktu dome nolemj:\n1. Iznomāt."
    assert not [f for f in parse_text(HEAD + text).findings if f.code.startswith("reference.")]
