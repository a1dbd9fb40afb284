"""The operative words: each is found wherever it stands as a word of its own."""
import re

import pytest

from pipeline.segment.operative import _WORDS, find_operative

WORDS = [re.sub(r"\(.*", "", word) for word in _WORDS]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("text", [
    "{}:\n1. Piešķirt zemi.", "Līčupes novada dome {}:\n1. Piešķirt zemi.", "vienbalsīgi\n{} :\n1. Piešķirt."])
def test_found_as_a_word(word: str, text: str) -> None:
    whole = text.format(word)
    found = find_operative(whole, 0, len(whole), last="ēmums" in word)  # `Lēmums:` decides only in minutes
    assert found is not None
    assert (found.word, found.start) == (word, whole.index(word))


@pytest.mark.parametrize("word", WORDS)
def test_not_inside_another_word(word: str) -> None:
    whole = f"Dome xx{word}: 1. Piešķirt zemi."
    assert find_operative(whole, 0, len(whole)) is None
