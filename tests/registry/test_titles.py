"""Two titles are one title when a careful clerk would say so."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.registry.titles import compare

SAME = [
    ("Publiskas personas mantas iznomāšanas noteikumi", "PUBLISKAS PERSONAS MANTAS IZNOMĀŠANAS NOTEIKUMI"),
    ("Publiskas personas mantas iznomāšanas noteikumiem", "Publiskas personas mantas iznomāšanas noteikumi"),
    ("Noteikumi „Par „Alfa” zonu”", "Noteikumi \"Par “Alfa” zonu\""),
    ("2021. – 2027. gada plāns", "2021.–2027.gada plāns"),
    ("Kārtība, kādā atsavināma publiskas personas", "Kārtība, kādā atsavināma publiskas personas manta"),
    ("Noteikumi par pašvaldību aiznēmumiem un galvojumiem", "Noteikumi par pašvaldību aizņēmumiem un galvojumiem"),
    ("Administrativā procesa likums", "Administratīvā procesa likums"),
    ("Noteikumi par  šķiršanu", "Noteikumi par šķir šanu"),
]
DIFFERENT = [
    ("Adresācijas noteikumi", "Adresācijas kārtība"),
    ("Noteikumi par 2023. gada plānu un budžetu", "Noteikumi par 2024. gada plānu un budžetu"),
    ("Noteikumi par koku ciršanu mežā", "Noteikumi par koku ciršanu ārpus meža"),
    ("Kārtība, kādā veido komisijas", "Kārtība, kādā likvidē komisijas"),
    ("Grozījumi", "Grozījumi noteikumos par nodokļiem un nodevām"),
    ("Noteikumi par pabalstiem un to apmēru", "Noteikumi par nodokļiem un to apmēru"),
]


@pytest.mark.parametrize(("cited", "known"), SAME)
def test_same(cited: str, known: str) -> None:
    assert compare(cited, known).same


@pytest.mark.parametrize(("cited", "known"), DIFFERENT)
def test_different_and_says_what(cited: str, known: str) -> None:
    result = compare(cited, known)
    assert not result.same
    assert "cited:" in result.differs and "registry:" in result.differs


WORD = st.text("abcdefgāēīšž", min_size=6, max_size=10)


@given(st.lists(WORD, min_size=4, max_size=12, unique=True), st.data())
def test_a_replaced_word_is_always_seen(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "zzzqqqxxx", *words[at + 1:]]
    assert not compare(" ".join(changed), " ".join(words)).same
    assert compare(" ".join(words).upper(), " ".join(words)).same
