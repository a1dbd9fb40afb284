"""Amounts of money, as figures with a currency.

    30 100,00 EUR (bez PVN)     → 30100.00 EUR, VAT excluded
    Ls 0,15 par kvadrātmetru    → 0.15 LVL
    1,5 milj. euro              → 1500000.00 EUR
    5 euro 20 centi             → 5.20 EUR
    EUR 1.234,56                → 1234.56 EUR
"""
from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from pipeline.records import Amount, Span

Currency = Literal["EUR", "LVL", "USD", "GBP", "SEK", "NOK", "RUB"]

#: 30 100,00 · 1.234,56 · 1,234.56 · 0,125 · 1450 · 50,-
#: Groups of three may be parted by one space, full stop or apostrophe, the same throughout.
_FIGURE = (r"\d(?<![\d,.]\d)(?:\d{0,2}(?P<gap>[ .'’])\d{3}(?:(?P=gap)\d{3}){0,3}(?:[.,]\d{1,4})?(?!\d)"
           r"|\d{0,2}(?:,\d{3}){1,3}\.\d{2}(?!\d)|\d{0,11}(?:[.,]\d{1,5})?(?:,-|\.-|,–)?(?!\d))")


_TIMES = r"(?:\s?(?P<times>tūkst\.|tūkstoš\w{1,3}|milj\.|miljon\w{0,3}|mljrd\.|miljard\w{0,3}))?"
_UNIT = (r"(?P<unit>EUR\b|[Ee]uro\b|EURO\b|[Ee]iro\b|€|LVL\b|Ls\b\.?|[Ll]at(?:s|i|a|u|iem|am|os|us|ā)\b"
         r"|USD\b|ASV dolār\w{1,4}|\$|GBP\b|£|SEK\b|NOK\b|RUB\b)")
_PREFIX = r"(?P<unit>EUR|EURO|€|Ls|LVL|USD|\$|GBP|£|SEK|NOK)"
#: By the first sign of a unit.
_CURRENCY_OF: dict[str, Currency] = {
    "E": "EUR", "e": "EUR", "€": "EUR", "L": "LVL", "l": "LVL", "U": "USD", "A": "USD", "$": "USD", "G": "GBP", "£": "GBP",
    "S": "SEK", "N": "NOK", "R": "RUB"}
_BEHIND = re.compile(
    rf"(?P<figure>{_FIGURE}){_TIMES}(?:\s?\([^()\d\n]{{1,160}}\))?\s?{_UNIT}"
    r"(?:\s?(?:un )?(?P<cents>\d{1,2})\s?(?:cent|santīm)\w{1,3})?")
_BEFORE = re.compile(rf"(?<!\w){_PREFIX}\.?\s?(?P<figure>{_FIGURE}){_TIMES}")
#: What may be a currency. Every branch begins with a letter of its own: so `re` leaps to those.
SIGN = re.compile(r"EUR|Euro\b|euro\b|Eiro\b|eiro\b|€|Ls\b(?<=\bLs)|LVL|Lat[siauoā](?<=\bLat.)|lat[siauoā](?<=\blat.)"
                   r"|USD|dolār|\$|£|GBP|SEK|NOK|RUB")
_TIMES_OF = {"tū": 1_000, "mi": 1_000_000, "ml": 1_000_000_000}
_VAT = re.compile(
    r"(?P<excluded>bez (?:PVN|pievienotās vērtības nodok)|neieskaitot (?:PVN|pievienotās)|neietverot PVN|(?:plus"
    r"|papildus) (?:PVN|pievienotās)"
    r"|PVN papildus|(?:un|\+) ?(?:PVN\b|pievienotās vērtības nodok)|izņemot (?:PVN|pievienotās))"
    r"|(?P<included>(?:ar|ieskaitot|ietverot|t\. ?sk\.|tai skaitā|tajā skaitā|iekļaujot) (?:\d\d ?% ?)?(?:PVN"
    r"|pievienotās vērtības nodok))",
    re.IGNORECASE)


def find_amounts(text: str, start: int, end: int) -> list[Amount]:
    """Every amount in `text[start:end]`, in order."""
    found: list[tuple[Span, str, Currency]] = []
    at = start
    for sign in SIGN.finditer(text, start, end):
        if sign.start() < at:
            continue
        match = _around(text, sign, at, end)
        value = _value(match) if match else None
        if match and value is not None:
            at = match.end()
            found.append((match.span(), value, _CURRENCY_OF[match["unit"][0]]))
    if not found:
        return []
    words = text[start:end].lower()
    taxed = "pvn" in words or "pievienot" in words
    return [Amount(value=value, currency=currency, span=span, vat=_vat(text, found, index, start, end) if taxed else None)
            for index, (span, value, currency) in enumerate(found)]


def _around(text: str, sign: re.Match[str], floor: int, end: int) -> re.Match[str] | None:
    """The amount whose currency stands at `sign`: its figure before it (`5 (pieci) euro`), else behind it (`EUR 5`)."""
    reach = 220 if text[max(floor, sign.start() - 2):sign.start()].rstrip().endswith(")") else 50
    behind = _BEHIND.search(text, max(floor, sign.start() - reach), min(end, sign.end() + 40))
    if behind and behind.start() < sign.start():
        return behind
    return _BEFORE.match(text, sign.start(), end)


def _value(match: re.Match[str]) -> str | None:
    """The figure as a decimal with two digits or more behind the point."""
    figure, times = match.group("figure", "times")
    cents = match["cents"] if match.re is _BEHIND else None
    if not times and not cents and figure.isascii():
        whole, _, decimals = plain(figure).partition(".")
        return f"{whole.lstrip('0') or '0'}.{decimals.rstrip('0').ljust(2, '0')}"
    value = Decimal(plain(figure))
    if times:
        key = "ml" if times.startswith(("mlj", "miljard")) else times[:2]
        value *= _TIMES_OF[key]
    if cents and value == value.to_integral_value():
        value += Decimal(int(cents)) / 100
    digits = max(2, -int(value.normalize().as_tuple().exponent))
    return f"{value:.{digits}f}"


def plain(figure: str) -> str:
    """`30 100,00` → `30100.00`. A full stop before three last digits parts thousands, a comma always parts the decimals."""
    figure = figure.rstrip("-–,.").replace(" ", "").replace("'", "").replace("’", "")
    if "," in figure and "." in figure:
        mark = max(figure.rfind(","), figure.rfind("."))
        return figure[:mark].replace(",", "").replace(".", "") + "." + figure[mark + 1:]
    if figure.count(".") > 1 or (figure.count(".") == 1 and len(figure) - figure.find(".") == 4 and figure[0] != "0"):
        return figure.replace(".", "")
    return figure.replace(",", ".")


def _vat(text: str, found: list[tuple[Span, str, Currency]], index: int, start: int, end: int,
         ) -> Literal["included", "excluded"] | None:
    """What is said of VAT right behind the amount, else right before it."""
    span = found[index][0]
    limit = min(found[index + 1][0][0] if index + 1 < len(found) else end, span[1] + 70)
    behind = _VAT.search(text, span[1], limit)
    if behind is None:
        floor = max(found[index - 1][0][1] if index else start, span[0] - 60)
        behind = _VAT.search(text, floor, span[0]) if index == 0 or span[0] - floor < 30 else None
    if behind is None:
        return None
    return "excluded" if behind["excluded"] else "included"
