"""Words behind a look-behind, written so that `re` can leap to them: they find what the plain pattern finds."""
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.latvian.leap import any_case, branches, words

CHOICES = ("nolemj", "nolemjam", "nolēma", "LEMJ", "lemj(?= ?:)")
PAIRS = [
    (re.compile(words(r"\b", CHOICES)), re.compile(rf"\b(?:{'|'.join(CHOICES)})")),
    (re.compile(words(r"[.!?;] |^|\n", CHOICES)), re.compile(rf"(?:(?<=[.!?;] )|(?<=^)|(?<=\n))(?:{'|'.join(CHOICES)})")),
]


@pytest.mark.parametrize(("text", "found"), [
    ("dome nolemj:", ["nolemj"]), ("nenolemj LEMJ", ["LEMJ"]), ("nolemjam", ["nolemj"]), ("lemj : lemj", ["lemj"]), ("", []),
])
def test_at_word_starts(text: str, found: list[str]) -> None:
    assert PAIRS[0][0].findall(text) == found


@given(st.lists(st.sampled_from(["nolemj", "nolēma", "LEMJ", "lemj", "lemj:", " ", ". ", "\n", "x", "am"]), max_size=12))
def test_finds_what_the_plain_pattern_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    for quick, plain in PAIRS:
        assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_branches_part_by_first_letter() -> None:
    assert branches(["pirm", "otr", "piekt"]) == "(?:p(?:irm|iekt)|o(?:tr))"


@given(st.lists(st.sampled_from(["a", "ajā", "ās", "s", "pirm", "pie"]), max_size=6))
def test_branches_find_what_the_plain_alternatives_find(pieces: list[str]) -> None:
    choices = ("ajā", "as", "ās", "a", "s", "pirm", "pi")
    text = "".join(pieces)
    assert re.findall(branches(choices), text) == re.findall("|".join(choices), text)


@given(st.lists(st.sampled_from(["Nolemj", "NOLĒMA", "nolēma", "p. i.", "P. i.", "P. I.", " ", "x", "NOLEMJ:"]), max_size=12))
def test_any_case_finds_what_a_pattern_without_case_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    choices = ("nolemj", "nolēma", r"p\. ?i\.")
    quick, plain = re.compile(words("", any_case(*choices))), re.compile("|".join(choices), re.IGNORECASE)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
