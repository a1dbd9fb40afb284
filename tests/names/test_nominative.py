"""Names in every case to the nominative: the pairs are the rules' reading list."""
from __future__ import annotations

import pytest

from pipeline.latvian.names import nominative

PAIRS = [
    ("Sarmīti KĻAVIŅU", "Sarmīte Kļaviņa"),          # feminine accusative, capitals
    ("Uldim RIEKSTIŅAM", "Uldis Riekstiņš"),         # masculine dative, -iņš
    ("Jāņa Lāča", "Jānis Lācis"),                    # palatalised genitive c → č
    ("Annai Balodei", "Anna Balode"),
    ("Jāņa Brieža", "Jānis Briedis"),                # d → ž
    ("Ulda Dzeņa", "Uldis Dzenis"),                  # two-syllable -dis keeps its d; n → ņ
    ("Guntim Kalējam", "Guntis Kalējs"),
    ("Modrim Sarkanajam", "Modris Sarkanais"),       # definite adjective
    ("Kasparam Liepam", "Kaspars Liepa"),            # a man's surname of the fourth declension
    ("Kārlim Vilnim Cepurītim", "Kārlis Vilnis Cepurītis"),
    ("Ivonnai Lācei-Sietiņai", "Ivonna Lāce-Sietiņa"),
    ("Ivetai Čaikovskajai", "Iveta Čaikovskaja"),
    ("Hugo Krastkalnu", "Hugo Krastkalns"),          # indeclinable given name
    ("M.Ķirsonei", "M.Ķirsone"),
    ("V.Dzintarniekam", "V.Dzintarnieks"),
]


@pytest.mark.parametrize(("printed", "expected"), PAIRS)
def test_pairs(printed: str, expected: str) -> None:
    assert nominative(printed).text == expected
