"""By when a point is to be done: a date, or a term counted from an event."""
from __future__ import annotations

import pytest

from pipeline.extract.points.deadlines import find_deadline, find_relative_deadline
from pipeline.latvian.cardinals import cardinal

DATES = [
    ("līdz 2023. gada 18. augustam iesniegt dokumentus", "2023-08-18"),
    ("līdz 01.09.2023. iesniegt", "2023-09-01"),
    ("līdz š.g. 15.jūnijam noslēgt līgumu", "2023-06-15"),
    ("ne vēlāk kā līdz 2023.gada 31.decembrim", "2023-12-31"),
    ("Izpildes termiņš – 2023. gada 1. jūlijs.", "2023-07-01"),
    ("Termiņš: 01.07.2023.", "2023-07-01"),
    ("Pagarināt izskatīšanas termiņu līdz 2023. gada 31. martam", "2023-03-31"),
    # no deadlines
    ("no 2023. gada 1. marta līdz 2023. gada 30. jūnijam", None),
    ("komandējumā no 2023.gada 11.janvāra līdz 16.janvārim", None),
    ("līdz 15. maijam un 15. novembrim", None),
    ("līdz 2022. gada 31. decembrim bija spēkā", None),
    ("Grozījumus piemērot ar 2023. gada 1. jūniju", None),
    ("nomas termiņš līdz 2033. gada 1. maijam", None),
]
TERMS = [
    ("viena mēneša laikā no lēmuma spēkā stāšanās dienas sagatavot līgumu", (1, "month", "lēmuma spēkā stāšanās dienas")),
    ("mēneša laikā no paziņošanas dienas", (1, "month", "paziņošanas dienas")),
    ("triju darbdienu laikā pēc parakstīšanas nosūtīt", (3, "working_day", "parakstīšanas")),
    ("5 (piecu) darba dienu laikā nosūtīt", (5, "working_day", None)),
    ("piecu darbdienu laikā pēc nomas līguma noslēgšanas ievietot", (5, "working_day", "nomas līguma noslēgšanas")),
    ("30 dienu laikā samaksāt", (30, "day", None)),
    ("divu nedēļu laikā pēc paziņojuma saņemšanas", (2, "week", "paziņojuma saņemšanas")),
    ("divas nedēļas pēc paziņojuma nosūtīšanas dienas", (2, "week", "paziņojuma nosūtīšanas dienas")),
    ("ne vēlāk kā 10 dienas pirms pasākuma", (10, "day", "pirms pasākuma")),
    ("gada laikā no līguma noslēgšanas", (1, "year", "līguma noslēgšanas")),
    ("divdesmit piecu dienu laikā", (25, "day", None)),
    ("mācību gada laikā", (1, "year", None)),
    ("prombūtnes laikā pildīt pienākumus", None),
    ("uz 10 gadiem", None),
    ("gadu pēc kārtas", None),
]


@pytest.mark.parametrize(("words", "expected"), DATES)
def test_deadline(words: str, expected: str | None) -> None:
    assert find_deadline(words, 0, len(words), "2023-01-10") == expected


@pytest.mark.parametrize(("words", "expected"), TERMS)
def test_relative_deadline(words: str, expected: tuple[int, str, str | None] | None) -> None:
    found = find_relative_deadline(words, 0, len(words))
    assert (found and (found.amount, found.unit, found.event)) == expected


@pytest.mark.parametrize(("words", "number"), [
    ("viena", 1), ("vienas", 1), ("divu", 2), ("trīs", 3), ("triju", 3), ("trim", 3), ("četrām", 4), ("piecu", 5), ("sešām", 6),
    ("septiņu", 7), ("astoņām", 8), ("deviņiem", 9), ("desmit", 10), ("desmitiem", 10), ("vienpadsmit", 11),
    ("trīspadsmit", 13),
    ("piecpadsmit", 15), ("divdesmit", 20), ("trīsdesmit", 30), ("divdesmit piecu", 25), ("simts", 100), ("viens simts", 100),
    ("divi simti", 200), ("trīssimt", 300), ("tra", None), ("diena", None), ("vis", None), ("", None),
])
def test_cardinal(words: str, number: int | None) -> None:
    assert cardinal(words) == number
