"""Names in every case to the nominative: `phrases.tsv` is the rules' reading list."""
from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.latvian.names import CASES, Case, Gender, Name, capitals, declined, nominative
from pipeline.latvian.names.data import given_names, rows, surnames

PHRASES = [line.split("\t") for line in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
           if line and not line.startswith("#")][1:]

GIVEN = [(row["name"], row["gender"].lower()) for row in rows("given_common.tsv")]
SURNAMES = [(row["name"], row["gender"].lower()) for row in rows("surnames_common.tsv")]


@pytest.mark.parametrize(("printed", "expected", "case", "gender", "also"), PHRASES, ids=lambda cell: cell)
def test_phrases(printed: str, expected: str, case: Case, gender: Gender, also: str) -> None:
    answer = nominative(printed, case=case or None, gender=gender or None)
    assert answer.text == expected
    assert answer.ambiguous == bool(also)
    assert answer.alternatives == tuple(also.split("; ") if also else ())


@st.composite
def people(draw: st.DrawFn) -> tuple[str, Gender]:
    """A common given name or initials, one or two common surnames of the same gender."""
    gender: Gender = draw(st.sampled_from(get_args(Gender)))
    first = draw(st.sampled_from([name for name, other in GIVEN if other == gender]))
    if draw(st.booleans()):
        first = first[0] + "."
    last = draw(st.lists(st.sampled_from([name for name, other in SURNAMES if other == gender]), min_size=1, max_size=2))
    return f"{first} " + "-".join(last), gender


@given(people(), st.sampled_from(CASES), st.booleans(), st.booleans(), st.booleans())
def test_declined_and_read_back(person: tuple[str, Gender], case: Case, tell_case: bool, tell_gender: bool,
                                shout: bool) -> None:
    """The same name comes back, or the answer says that it is not the only one."""
    name, gender = person
    printed = declined(name, gender, case)
    answer = nominative(printed.upper() if shout else printed, case=case if tell_case else None,
                        gender=gender if tell_gender else None)
    assert name in (answer.text, *answer.alternatives)
    assert answer.ambiguous == bool(answer.alternatives)


@given(people(), st.sampled_from(CASES))
def test_the_same_person_in_the_nominative_decides(person: tuple[str, Gender], case: Case) -> None:
    name, gender = person
    answer = nominative(declined(name, gender, case), seen=[name.upper(), "Zigrīda Ābele"])
    assert (answer.text, answer.ambiguous) == (name, False)
    assert answer.gender in (gender, None)          # `A. Liepa` is a man or a woman


@given(st.text(max_size=60))
def test_any_text_gives_a_name(printed: str) -> None:
    assert isinstance(nominative(printed).text, str)


@given(st.text(alphabet="AaĀāš-–. 'JDzvondelJāņaKalna1\t", max_size=40))
def test_text_like_names_gives_a_name(printed: str) -> None:
    answer = nominative(printed, seen=["Jānis Kalns"], case="dative")
    assert answer.ambiguous == bool(answer.alternatives) and answer.text not in answer.alternatives


@pytest.mark.parametrize(("seen", "expected", "ambiguous"), [
    ([], "J. Bērza", True),
    (["Juris Bērzs", "Ilze Kalna"], "J. Bērzs", False),
    (["Jana Bērza"], "J. Bērza", False),
    (["J.BĒRZS"], "J. Bērzs", False),
    (["Andris Bērzs"], "J. Bērza", True),        # another person
])
def test_names_seen(seen: list[str], expected: str, ambiguous: bool) -> None:
    answer = nominative("J. Bērza", seen=seen)
    assert (answer.text, answer.ambiguous) == (expected, ambiguous)


def test_hints_are_weighed_not_obeyed() -> None:
    """A given name that fits only one gender stands against the office's."""
    assert nominative("Ilzei Bērzai", gender="m") == Name("Ilze Bērza", "f", "dative")


@pytest.mark.parametrize(("printed", "expected"), [
    ("BAJINSKIS", "Bajinskis"), ("DZ.KURŠINSKA", "Dz.Kuršinska"), ("Jānis KALNS", "Jānis Kalns"), ("MC Kalns", "Mc Kalns"),
    ("KARLS FON BĒRS", "Karls fon Bērs"), ("ILZE KALNIŅA-LIEPA", "Ilze Kalniņa-Liepa"), ("O'NĪLS", "O'Nīls"),
    ("J. K.", "J. K."),
])
def test_capitals(printed: str, expected: str) -> None:
    assert capitals(printed) == expected


@pytest.mark.parametrize(("name", "gender", "case", "form"), [
    ("Sarmīte Kļaviņa", "f", "accusative", "Sarmīti Kļaviņu"), ("J. Lācis", "m", "genitive", "J. Lāča"),
    ("J.Lācis", "m", "genitive", "J.Lāča"), ("Hugo Krastkalns", "m", "dative", "Hugo Krastkalnam"),
    ("Uldis Dzenis", "m", "genitive", "Ulda Dzeņa"), ("Juris Kozlovskis", "m", "genitive", "Jura Kozlovska"),
    ("Modris Sarkanais", "m", "dative", "Modrim Sarkanajam"), ("Iveta Baltā", "f", "genitive", "Ivetas Baltās"),
    ("Karls fon Bērs", "m", "dative", "Karlam fon Bēram"), ("Kaspars Liepa", "m", "dative", "Kasparam Liepam"),
    ("Anna Lāce-Liepa", "f", "locative", "Annā Lācē-Liepā"), ("Oksana Ševčenko", "f", "dative", "Oksanai Ševčenko"),
])
def test_declined(name: str, gender: Gender, case: Case, form: str) -> None:
    assert declined(name, gender, case) == form


def test_lists_say_what_they_claim() -> None:
    """Listed names are capitalised nominatives, each once a list."""
    assert all(name[:1].isupper() for name in given_names())
    assert all(name[:1].isupper() and gender in ("m", "f") for name, gender in surnames())
    columns = {"surname_words.tsv": "name", "surname_endings.tsv": "ending", "surnames_adjectives.tsv": "stem"}
    for table, column in columns.items():
        keys = [(row[column], row.get("gender")) for row in rows(table)]
        assert len(keys) == len(set(keys)), table
