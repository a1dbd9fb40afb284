"""Words in every form under one key; words that only look alike under two."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus.lemmas import _lines, fold, lemma, tokens

ONE_WORD = """
skola skolas skolai skolu skolā skolām skolās
kopiena kopienas kopienu kopienām kopienā
noma nomas nomu nomai nomā
aizņēmums aizņēmuma aizņēmumu aizņēmumam aizņēmumi
ierobežojums ierobežojumiem ierobežojumu
noteikumi noteikumu noteikumiem noteikumos
izsole izsoli izsoles izsolē izsolēm
nekustamais nekustamā nekustamo nekustamajam nekustamajā
pašvaldība pašvaldību pašvaldībām pašvaldības
atsavināšana atsavināšanas atsavināšanu atsavināšanai
iedzīvotājs iedzīvotāji iedzīvotājiem iedzīvotāju
īpašnieks īpašniekam īpašnieku īpašnieces
lēmums lēmuma lēmumu lēmumam lēmumi
novads novada novadā novadu
bērnudārzs bērnudārza bērnudārzā bērnudārzu
rubenis rubeņa rubenim rubeni
kļaviņa kļaviņas kļaviņai kļaviņu
detālplānojums detālplānojuma detālplānojumu
"""


@pytest.mark.parametrize("forms", ONE_WORD.strip().splitlines())
def test_forms_of_one_word_meet(forms: str) -> None:
    assert len({lemma(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["ministrs ministrija", "nams noma", "skola skala", "gads godā", "izsole izsaukt"])
def test_different_words_stay_apart(pair: str) -> None:
    first, second = pair.split()
    assert lemma(first) != lemma(second)


def test_every_suffix_has_an_example_that_needs_it() -> None:
    for line in _lines("suffixes.tsv"):
        form, nominative = line.split("\t")[3].split()
        assert lemma(form) == lemma(nominative), line


@pytest.mark.parametrize("word", ["4.2.3.1", "2024/16", "30100,00", "ab", "x9"])
def test_numbers_and_short_words_stay(word: str) -> None:
    assert lemma(word) == word


def test_tokens_keep_numbers_whole_and_part_words() -> None:
    text = "Nr.750 “skola–kopiena” 4.2.3.1. projekta 4.panta 30 100,00 EUR"
    assert [word for word, _, _ in tokens(text)] == [
        "nr", "750", "skola", "kopiena", "4.2.3.1", "projekta", "4", "panta", "30", "100,00", "eur"]
    assert all(text[start:end].lower() == word for word, start, end in tokens(text))


def test_fold_takes_diacritics_off() -> None:
    assert fold("skolēnu ģimeņu žūrija") == "skolenu gimenu zurija"


@given(st.text(alphabet="aābcčdeēgģiījkķlļmnņoprsštuūvzž", min_size=1, max_size=40))
def test_property_any_word_has_a_key(word: str) -> None:
    key = lemma(word)
    assert key and " " not in key
