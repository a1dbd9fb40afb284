"""What a point does, from its verb."""
from __future__ import annotations

import pytest

from pipeline.extract.points.actions import action_of

CASES = [
    ("Apstiprināt nolikumu.", "approve"),
    ("Atbalstīt projekta īstenošanu.", "approve"),
    ("Izdarīt lēmumā Nr. 5 šādus grozījumus:", "amend"),
    ("Izteikt 5. punktu šādā redakcijā:", "amend"),
    ("svītrot 3. punktu", "amend"),
    ("Atzīt par spēku zaudējušu lēmumu Nr. 71.", "repeal"),
    ("Atcelt lēmumu Nr. 71.", "repeal"),
    ("Atzīt izsoli par notikušu.", "other"),
    ("Uzdot Finanšu nodaļai sagatavot līgumu.", "entrust"),
    ("Pilnvarot izpilddirektoru parakstīt līgumu.", "entrust"),
    ("Nodaļas vadītājai Zandai Irbei reģistrēt atbalstu.", "entrust"),
    ("Komisijai izstrādāt reglamentu.", "entrust"),
    ("Administratīvajai nodaļai:", "entrust"),
    ("Atbildīgā par lēmuma izpildi – vadītāja Ieva Tauriņa.", "entrust"),
    ("Par lēmuma izpildi atbild vadītājs.", "entrust"),
    ("Kontroli par lēmuma izpildi uzdot izpilddirektoram.", "control"),
    ("Lēmuma izpildi kontrolēt komitejai.", "control"),
    ("Uzdot nodaļai veikt lēmuma izpildes kontroli.", "control"),
    ("Apstiprināt iekšējās kontroles sistēmu.", "approve"),
    ("Piešķirt biedrībai EUR 100.", "allocate"),
    ("Piešķirt ielai nosaukumu “Kadiķu iela”.", "other"),
    ("Līdzfinansējumu izmaksāt no budžeta.", "allocate"),
    ("Pārdot īpašumu izsolē.", "sell"),
    ("Nodot atsavināšanai dzīvokli.", "sell"),
    ("Nodot biedrībai nomā zemes gabalu.", "lease"),
    ("Iznomāt biedrībai zemi.", "lease"),
    ("Informēt iedzīvotājus.", "inform"),
    ("Lēmumu nosūtīt adresātam.", "inform"),
    ("Pieņemt zināšanai informāciju.", "inform"),
    ("Iecelt Māri Skuju direktora amatā.", "appoint"),
    ("Ievēlēt Annu Kalnu par priekšsēdētāju.", "appoint"),
    ("Atbrīvot Ainu Dzalbi no amata.", "other"),
    ("Noteikt maksu.", "other"),
    ("Ieteikt Satiksmes ministrijas komisijai iekļaut rādītājus.", "other"),
    ("reorganizēt sabiedrību ar ierobežotu atbildību", "other"),
    ("Lēmums stājas spēkā 2022. gada 1. decembrī.", None),
]


@pytest.mark.parametrize(("words", "action"), CASES)
def test_action(words: str, action: str | None) -> None:
    assert action_of(words) == action
