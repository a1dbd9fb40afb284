"""Every act of the registry is read as decisions print it: in every case, quoted or not, at a sentence start or inside it.

A sample of the titles runs each time (one in `STEP`); `STEP = 1` runs them all.
"""

from __future__ import annotations

import re

import pytest

from pipeline import find_references
from pipeline.grammar.laws import key_title
from pipeline.registry.entry import Entry
from pipeline.registry.store import load
from tests.references.test_surface_forms import MONTHS

STEP = 9
CASES = ("a", "u", "am", "ā", "s")
NOUNS = {"mk_noteikumi": ("mk", "noteikum", ("u", "iem", "us", "os")), "mk_rikojums": ("mkr", "rīkojum", ("a", "am", "u", "ā")),
         "mk_instrukcija": ("mki", "instrukcij", ("as", "ai", "u", "ā"))}  # fmt: skip
#: Publishers' notes, marks with spaces inside, capitals, titles cut short: slips of the registry, not forms of citing.
SLIP = re.compile(r"\((?:Likuma nosaukums|Likums \d)|[\"“] | [\"”]|\.\.$|^[A-ZĀČĒĢĪĶĻŅŠŪŽ]{4}")
ENTRIES = [entry for entry in load().entries if not SLIP.search(entry.title) and len(entry.title) < 1100]
LAWS = [entry for entry in ENTRIES if entry.type == "likums"]
NAMED = [entry for entry in LAWS if re.search(r" (?:likums|kodekss)$", entry.title) and "\"" not in entry.title]
TITLED = [entry for entry in LAWS if entry.title.startswith("Par ")]
NUMBERED = [entry for entry in ENTRIES if entry.type in NOUNS and entry.date and entry.number]


def ids(entry: Entry) -> str:
    return entry.title[:40]


def read(text: str) -> list[tuple[str, list[dict[str, str]]]]:
    return [(reference.act, [dict(pinpoint) for pinpoint in reference.pinpoints]) for reference in find_references(text)]


@pytest.mark.parametrize("law", NAMED[::STEP], ids=ids)
def test_law_named_by_its_title(law: Entry) -> None:
    # two acts were called so, one with the state's name in the title: the name without it is read
    title = law.title if law.title != "Latvijas Republikas Medību likums" else "Medību likums"
    for case in CASES:
        name = law.title[:-1] + case
        for opener in ("", "Saskaņā ar ", "Noklausījusies ziņojumu un pamatojoties uz "):
            assert read(f"{opener}{name} 3. panta otro daļu.") == [
                (f"likums:{key_title(title)}", [{"pants": "3", "dala": "2"}])
            ]


@pytest.mark.parametrize("law", TITLED[:: STEP * 2], ids=ids)
def test_law_with_its_title_in_marks(law: Entry) -> None:
    for case in CASES:
        for left, right in ("“”", "„”", '""', "«»", "„“"):
            text = f"Saskaņā ar likum{case} {left}{law.title}{right} 3. panta otro daļu."
            assert read(text) == [(f"likums:{key_title(law.title)}", [{"pants": "3", "dala": "2"}])], text


@pytest.mark.parametrize("act", NUMBERED[::STEP], ids=ids)
def test_act_of_the_cabinet(act: Entry) -> None:
    prefix, noun, cases = NOUNS[act.type]
    year, month, day = (act.date or "").split("-")
    expected = [(f"{prefix}:{act.date}/{act.number}", [{"punkts": "3"}])]
    for case in cases:
        for left, right in ("“”", "„”", '""'):
            title = f"{left}{act.title}{right}"
            for opener in ("", "Saskaņā ar "):
                date = f"{year}. gada {int(day)}. {MONTHS[int(month) - 1]}"
                assert read(f"{opener}Ministru kabineta {date} {noun}{case} Nr. {act.number} {title} 3. punktu.") == expected
                assert read(f"{opener}MK {day}.{month}.{year}. {noun}{case} Nr.{act.number} {title} 3.punkts.") == expected
