"""What a decision does to other acts, and with which of its points."""
from __future__ import annotations

import pytest

from tests.resolution.decision import HEAD, decision

OTHER = "Līčupes novada domes 2020. gada 3. marta lēmum"
KEY = "lemums:licupes-novada-dome/2020-03-03/8"
CASES = [
    (f"1. Atzīt par spēku zaudējušu {OTHER}u Nr. 8 “Par ceļiem”.", [("repeals", KEY, ["1"])]),
    (f"1. Atcelt {OTHER}u Nr. 8 “Par ceļiem”.", [("repeals", KEY, ["1"])]),
    (f"1. Izdarīt {OTHER}ā Nr. 8 “Par ceļiem” (turpmāk – Lēmums) šādus grozījumus:\n1.1. svītrot Lēmuma 2. punktu;\n"
     "1.2. svītrot Lēmuma 4. punktu.\n2. Publicēt lēmumu.", [("amends", KEY, ["1", "1.1", "1.2"])]),
    ("1. Apstiprināt Līčupes novada domes saistošos noteikumus Nr. 5/2023 “Par kokiem”.",
     [("approves", "sn:licupes-novada-dome/?/5/2023", ["1"])]),
    (f"1. Atzīt par spēku zaudējušiem:\n1.1. {OTHER}u Nr. 8 “Par ceļiem”;\n"
     "1.2. Līčupes novada domes 2021. gada 4. maija lēmumu Nr. 9 “Par ielām”.",
     [("repeals", KEY, ["1.1"]), ("repeals", "lemums:licupes-novada-dome/2021-05-04/9", ["1.2"])]),
    ("1. Iznomāt zemi saskaņā ar Pašvaldību likuma 10. pantu.", []),
    (f"1. Iznomāt zemi atbilstoši {OTHER}am Nr. 8 “Par ceļiem”.", []),
]


@pytest.mark.parametrize(("points", "expected"), CASES)
def test_relations(points: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert [(one.type, one.act, one.points) for one in decision(points).relations] == expected


def test_pinpoints_of_the_amended_act() -> None:
    record = decision(f"1. Izdarīt {OTHER}ā Nr. 8 “Par ceļiem” (turpmāk – Lēmums) šādus grozījumus:\n"
                      "1.1. svītrot Lēmuma 2. punktu.")
    assert record.relations[0].pinpoints == [{"punkts": "2"}]
    assert all(record.references[index].act == KEY for index in record.relations[0].references)


def test_a_title_that_amends() -> None:
    head = HEAD.replace("Par nolikuma apstiprināšanu", f"Grozījumi {OTHER}ā Nr. 8 “Par ceļiem”")
    record = decision("1. Svītrot 5. punktu.", head=head)
    assert [(one.type, one.act, one.points) for one in record.relations] == [("amends", KEY, [])]
