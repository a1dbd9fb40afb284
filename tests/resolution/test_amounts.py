"""Amounts of money in every shape that decisions print."""
from __future__ import annotations

import pytest

from pipeline.extract.points.amounts import find_amounts, plain

CASES = [
    ("par cenu 38 500,00 EUR.", [("38500.00", "EUR", None)]),
    ("cenu 30 100 EUR (trīsdesmit tūkstoši viens simts euro)", [("30100.00", "EUR", None)]),
    ("30 100 (trīsdesmit tūkstoši viens simts) euro", [("30100.00", "EUR", None)]),
    ("EUR 1.234,56 un EUR 1,234.56", [("1234.56", "EUR", None), ("1234.56", "EUR", None)]),
    ("EUR 1250,00; EUR 980,50", [("1250.00", "EUR", None), ("980.50", "EUR", None)]),
    ("mēnešalgu EUR 1450.", [("1450.00", "EUR", None)]),
    ("€ 15,5 mēnesī un 20€", [("15.50", "EUR", None), ("20.00", "EUR", None)]),
    ("Ls 0,15 par kvadrātmetru, kopā Ls 426,00", [("0.15", "LVL", None), ("426.00", "LVL", None)]),
    ("sākumcenu Ls 12 400 un soli 200 latu", [("12400.00", "LVL", None), ("200.00", "LVL", None)]),
    ("zaudējumus Ls 177 635,43", [("177635.43", "LVL", None)]),
    ("50,- euro gadā", [("50.00", "EUR", None)]),
    ("1,5 milj. euro un 3 miljoni EUR", [("1500000.00", "EUR", None), ("3000000.00", "EUR", None)]),
    ("12 tūkst. EUR", [("12000.00", "EUR", None)]),
    ("5 euro un 20 centi", [("5.20", "EUR", None)]),
    ("0,125 EUR/kWh un 0.0456 EUR", [("0.125", "EUR", None), ("0.0456", "EUR", None)]),
    ("1.250 EUR", [("1250.00", "EUR", None)]),
    ("3,40 EUR/m² mēnesī (bez pievienotās vērtības nodokļa)", [("3.40", "EUR", "excluded")]),
    ("18,00 EUR (bez PVN), 21,78 EUR ar PVN", [("18.00", "EUR", "excluded"), ("21.78", "EUR", "included")]),
    ("cena bez PVN – 18,00 EUR", [("18.00", "EUR", "excluded")]),
    ("100 EUR, ieskaitot PVN 21 %", [("100.00", "EUR", "included")]),
    ("300 EUR + PVN", [("300.00", "EUR", "excluded")]),
    ("100 EUR plus PVN", [("100.00", "EUR", "excluded")]),
    ("2023. gadā – 150 000,00 EUR", [("150000.00", "EUR", None)]),
    ("10 % no sākumcenas jeb 2470,00 EUR", [("2470.00", "EUR", None)]),
    ("USD 500 vai 300 GBP", [("500.00", "USD", None), ("300.00", "GBP", None)]),
    # no amounts
    ("2840 m2 platībā, kadastra Nr.1700-014-0233", []),
    ("50 procentu apmērā no 2021. gada 1. marta", []),
    ("Eiropas Savienības fondu līdzekļi; latviešu valoda", []),
    ("Pakalpojuma cena, EUR", []),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_amounts(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = find_amounts(words, 0, len(words))
    assert [(one.value, one.currency, one.vat) for one in found] == expected
    for one in found:
        assert any(sign.isdigit() for sign in words[slice(*one.span)])


def test_only_within_the_given_words() -> None:
    words = "EUR 100 un EUR 200"
    assert [one.value for one in find_amounts(words, 8, len(words))] == ["200.00"]


@pytest.mark.parametrize(("figure", "expected"), [
    ("1 204,37", "1204.37"), ("12.400", "12400"), ("0.125", "0.125"), ("50,-", "50"),
])
def test_plain(figure: str, expected: str) -> None:
    assert plain(figure) == expected
