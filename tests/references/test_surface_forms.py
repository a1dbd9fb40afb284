"""One reference, every way to print it: always the same canonical reference, and a span that gives the printed words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import find_references
from tests.references.hostile import HOSTILE

NAMES = ["Pašvaldību likum", "Zemes ierīcības likum", "Valsts un pašvaldību mantas nomas likum", "Ceļu satiksmes likum"]
CASES = ["s", "a", "am", "u", "ā"]
WORDS = {1: "pirm", 2: "otr", 3: "treš", 4: "ceturt", 5: "piekt", 11: "vienpadsmit"}
MARKS = [("“", "”"), ("„", "”"), ('"', '"'), ("«", "»"), ("”", "”")]
OPENERS = ["", "Pamatojoties uz ", "Saskaņā ar ", "kā arī ", "Dome, ievērojot "]
MONTHS = [
    "janvāra",
    "februāra",
    "marta",
    "aprīļa",
    "maija",
    "jūnija",
    "jūlija",
    "augusta",
    "septembra",
    "oktobra",
    "novembra",
    "decembra",
]


@settings(deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(CASES),
    st.integers(1, 200),
    st.sampled_from(sorted(WORDS)),
    st.integers(1, 40),
    st.sampled_from(["", " "]),
    st.booleans(),
    st.sampled_from(OPENERS),
)
def test_laws(name: str, case: str, article: int, part: int, point: int, space: str, digits: bool, opener: str) -> None:
    part_printed = f"{part}.{space}daļas" if digits else f"{WORDS[part]}ās daļas"
    text = f"{opener}{name}{case} {article}.{space}panta {part_printed} {point}.{space}punktu, turpinājums"
    found = find_references(text)
    assert [(r.act, r.pinpoints) for r in found] == [
        (f"likums:{name}s".lower(), [{"pants": str(article), "dala": str(part), "punkts": str(point)}])
    ]
    assert text[slice(*found[0].span)] == text[len(opener) : text.index(", turpinājums")]


@settings(deadline=None)
@given(
    st.integers(1, 1500),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1992, 2025),
    st.sampled_from(["Ministru kabineta", "MK", "LR MK"]),
    st.sampled_from(["i", "u", "iem", "us", "os"]),
    st.sampled_from(["before", "figures", "bracket", "first"]),
    st.sampled_from(MARKS),
    st.sampled_from(["Nr. ", "Nr.", "nr. "]),
    st.sampled_from(["", " "]),
)
def test_cabinet_regulations(
    number: int,
    day: int,
    month: int,
    year: int,
    issuer: str,
    case: str,
    order: str,
    marks: tuple[str, str],
    sign: str,
    space: str,
) -> None:
    title = f"{marks[0]}Noteikumi par koku ciršanu, ko dara {'“ārpus meža”' if marks[0] != '”' else 'mežā'}{marks[1]}"
    words, figures = f"{year}.{space}gada {day}.{space}{MONTHS[month - 1]}", f"{day:02}.{month:02}.{year}."
    noun = f"noteikum{case} {sign}{number}"
    text = {
        "before": f"{issuer} {words} {noun} {title}",
        "figures": f"{issuer} {figures} {noun} {title}",
        "bracket": f"{issuer} {noun} ({figures}) {title}",
        "first": f"{words} {issuer} {noun} {title}",
    }[order]
    found = find_references(text + " 5. punkts paredz")
    assert [(r.act, r.pinpoints) for r in found] == [(f"mk:{year}-{month:02}-{day:02}/{number}", [{"punkts": "5"}])]
    assert (text + " 5. punkts paredz")[slice(*found[0].span)] == text + " 5. punkts"


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_work_stays_in_proportion(name: str) -> None:
    """Eight times the text, at most three times eight the time: of the processor (not the clock), far from quadratic."""

    def spent(n: int) -> float:
        text = HOSTILE[name](n)
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            find_references(text)
            best = min(best, time.process_time() - start)
        return best

    assert spent(1600) <= 24 * max(spent(200), 1e-3)
