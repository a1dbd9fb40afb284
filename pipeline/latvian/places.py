"""Names of places: from the locative or genitive in which acts print them to the nominative.

    Cēsīs                     → Cēsis
    Ādažos, Ādažu novadā      → Ādaži, Ādažu novads
    Saldū                     → Saldus

Names whose ending does not tell stand in `data/places.tsv`; all others follow the declension their ending shows.
"""
from __future__ import annotations

import re
from functools import cache

from pipeline.latvian.tables import table

_FORMS = ("nominative", "genitive", "locative")
# Endings of the locative, longest first, with the nominative they come from when the name is not in the table.
_LOCATIVE = (
    ("novadā", "novads"), ("pagastā", "pagasts"), ("rajonā", "rajons"), ("pilsētā", "pilsēta"),
    ("valstspilsētā", "valstspilsēta"),
    ("ciemā", "ciems"), ("kalnā", "kalns"), ("krogā", "krogs"), ("galā", "gals"),
    ("ragā", "rags"), ("mežā", "mežs"), ("siliņā", "siliņš"),
    ("stacijā", "stacija"),
    ("pilī", "pils"), ("salā", "sala"), ("ezerā", "ezers"), ("laukā", "lauka"), ("tiltā", "tilts"), ("dārzā", "dārzs"),
    ("ā", "a"), ("ē", "e"), ("ī", "is"), ("ū", "us"), ("os", "i"), ("ās", "as"), ("ēs", "es"), ("īs", "is"),
)
_GENITIVE_HEAD = re.compile(r"^(?P<name>.+) (?:novad|pagast|rajon|pilsēt|valstspilsēt)", re.IGNORECASE)
_OF_UNIT = re.compile(r"(?P<name>[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+(?: [A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+)?) (?P<unit>novada|pagasta"
                      r"|rajona|pilsētas|valstspilsētas)\b")
_OF_COUNCIL = re.compile(r"(?P<name>[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w]+) (?:dome|pašvaldīb|padome)")
_UNIT = {"novada": "novads", "pagasta": "pagasts", "rajona": "rajons", "pilsētas": "pilsēta", "valstspilsētas": "valstspilsēta"}


@cache
def _table() -> dict[str, dict[str, str]]:
    """`{"locative": {"cēsīs": "Cēsis"}, "genitive": {"cēsu": "Cēsis"}, "nominative": {…}}`."""
    found: dict[str, dict[str, str]] = {form: {} for form in _FORMS}
    for row in table("pipeline.latvian", "places.tsv"):
        for form, printed in zip(_FORMS, row, strict=True):
            found[form].setdefault(printed.casefold(), row[0])
    return found


def known(name: str) -> bool:
    """Whether a name in the nominative is a town, village or municipality of the table."""
    return name.casefold() in _table()["nominative"]


def from_locative(printed: str) -> str | None:
    """The nominative of one place name, or of several separated by commas; None when it is no locative."""
    parts = [_one(part.strip()) for part in printed.strip(" ,").split(",")]
    return ", ".join(part for part in parts if part) if all(parts) else None


def _one(name: str) -> str | None:
    words = name.split()
    if not words or not words[0][:1].isupper():
        return None
    if name.isupper() and len(name) > 2:
        words = [word.capitalize() for word in words]
        words[1:] = [word.lower() if word.lower() in ("novadā", "pagastā", "rajonā", "pilsētā") else word for word in words[1:]]
    whole = _table()["locative"].get(" ".join(words).casefold())
    if whole:
        return whole
    if known(" ".join(words)):
        return " ".join(words)
    last = _table()["locative"].get(words[-1].casefold())
    if last:
        return " ".join([*words[:-1], last])
    for ending, nominative in _LOCATIVE:
        if words[-1].endswith(ending) and len(words[-1]) > (0 if len(ending) > 3 else len(ending) + 1):
            return " ".join([*words[:-1], words[-1][:-len(ending)] + nominative])
    return None


def from_genitive(printed: str) -> str | None:
    """The nominative of a town named in the genitive (`Cēsu` → `Cēsis`); None when it is not in the table."""
    return _table()["genitive"].get(printed.casefold())


def municipality(body: str) -> str | None:
    """The municipality in a body's name: `Cēsu novada dome` → `Cēsu novads`, `Rīgas dome` → `Rīga`; None when it names none."""
    found = list(_OF_UNIT.finditer(body))
    if found:
        return f"{found[-1]['name']} {_UNIT[found[-1]['unit']]}"
    first = _OF_COUNCIL.match(body)
    return from_genitive(first["name"]) if first else None
