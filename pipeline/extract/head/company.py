"""A company, agency or association in the letterhead, by its legal form and the name in quotes, with the organ that decides.

    SIA „KULDĪGAS ŪDENS” / VALDES LĒMUMS                           → SIA „Kuldīgas ūdens” valde
    BIEDRĪBA “KALNI” / … / valde nolemj:                           → Biedrības “Kalni” valde
    LĪČUPES NOVADA PAŠVALDĪBAS AĢENTŪRA “SPORTS” / DIREKTORA RĪKOJUMS → Līčupes novada pašvaldības aģentūras “Sports” direktors
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.latvian.bodies import nominative
from pipeline.latvian.quotes import QUOTES
from pipeline.records import Span

#: Legal forms that stay in capitals.
ABBREVIATED = ("SIA", "PSIA", "VSIA", "AS", "VAS", "PAS", "PA", "VA", "PII")
#: Nominative and genitive endings of the nouns of legal forms.
_NOUNS = {"sabiedrība": "as", "aģentūra": "as", "biedrība": "as", "apvienība": "as", "iestāde": "es", "skola": "as",
          "nodibinājums": "a", "uzņēmums": "a", "fonds": "a", "centrs": "a", "nams": "a"}
_LINE = re.compile(
    rf"(?P<form>(?:[\w-]+ ){{0,6}}?(?:{'|'.join(ABBREVIATED)}|\w*(?i:{'|'.join(_NOUNS)})(?: (?i:ar ierobežotu atbildību))?))"
    rf" ?(?P<name>[{QUOTES}][^\n\t{QUOTES}]{{2,80}}[{QUOTES}])$")
_ORGANS = r"(?:valdes|padomes|(?:dalībnieku|akcionāru|biedru) (?:kop)?sapulces|kopsapulces)"
_OFFICERS = r"(?:valdes (?:priekšsēdētāja|priekšsēdētājas|locekļa|locekles)|direktora|direktores|vadītāja|vadītājas)"
_TYPE_LINE = re.compile(
    rf"(?P<organ>{_OFFICERS}|{_ORGANS}) (?:(?:ārkārtas|kārtējās) )?(?:sēdes )?(?:lēmum|rīkojum|protokol)", re.IGNORECASE)
_SPOKEN = re.compile(r"(?<!\w)(?P<organ>[Vv]alde|(?:[Dd]alībnieku|[Aa]kcionāru|[Bb]iedru) (?:kop)?sapulce)(?= ?,| no)")


def find_company(text: str, head: list[Span], formula: list[Span], *, alone: bool) -> Found[str] | None:
    """The first such line of the head with its organ, from the type line.

    `alone`: nothing else names a body, so that the operative formula may say which organ decides, or none may.
    """
    for start, end in head[:1]:
        company: re.Match[str] | None = None
        at, span = start, (start, start)
        for line in text[start:end].split("\n"):
            if company is None:
                company = _LINE.match(line) if line[-1:] in tuple(QUOTES) else None
                span = (at, at + len(line))
            elif organ := _TYPE_LINE.match(line):
                return Found(_with(company, nominative(organ["organ"].lower())), span)
            at += len(line) + 1
        if company and alone:
            spoken = [m["organ"].lower() for left, right in formula for m in _SPOKEN.finditer(text, left, right)]
            return Found(_with(company, spoken[-1]) if spoken else company[0], span)
    return None


def _with(company: re.Match[str], organ: str) -> str:
    """Company and organ, both in capitals or neither."""
    organ = organ.upper() if company[0].isupper() else organ
    return f"{_genitive(company['form'])} {company['name']} {organ}"


def _genitive(form: str) -> str:
    """`Biedrība` → `Biedrības`, `Sabiedrība ar ierobežotu atbildību` → `Sabiedrības ar ierobežotu atbildību`."""
    for noun, ending in _NOUNS.items():
        at = form.casefold().find(noun)
        if at >= 0:
            stop = at + len(noun)
            stem = form[: stop - (2 if noun[-1] == "s" else 1)]
            return stem + (ending.upper() if form[stop - 1].isupper() else ending) + form[stop:]
    return form
