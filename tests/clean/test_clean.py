"""What cleaning makes of printed lines (`forms.txt`), and what it never does to any text."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.cleaner import clean
from pipeline.clean.text import Text
from pipeline.read.source import Source

FILE = Path(__file__).with_name("forms.txt")
SIGNS = str.maketrans({"·": " ", "→": "\t", "¬": "\u00ad", "⏎": "\f"})


def cleaned(raw: str) -> Text:
    return clean(Source(path="t.txt", sha256="0" * 64, bytes=len(raw.encode()), media_type="text/plain", raw=raw))


def forms() -> Iterator[tuple[str, str, str, list[str]]]:
    for block in FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, body = block.rstrip("\n").partition("\n")
        printed, _, after = body.partition("\n=\n")
        lines = after.split("\n")
        asides = [line[2:] for line in lines if line.startswith("! ")]
        text = "\n".join(line for line in lines if not line.startswith("! "))
        yield name, printed.translate(SIGNS), text.translate(SIGNS), asides


FORMS = list(forms())


@pytest.mark.parametrize(("raw", "text", "asides"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_form(raw: str, text: str, asides: list[str]) -> None:
    found = cleaned(raw)
    assert found.text == text
    assert [f"{aside.kind} {aside.text}" for aside in found.asides] == asides


#: Text as it comes: words, numbers, hyphens, gaps, page breaks, letters that are composed or left out.
PIECES = st.sampled_from([
    "dome", "nolemj:", "Par zemi", "1.", "2.1.", "Rīgā", "nepie-", "ciešams", "–", "e\u0301", "a\u0304", "ﬁ", "\u00ad",
    "\u200b", "  ", "     ", "\t", "\u00a0", "\n", "\n\n", "\f", "7", "L Ē M U M S", "“Kalni”", "A. Ozols", "LĒMUMS Nr. 5",
    "Statuss: spēkā esošs",
    "šis dokuments ir parakstīts ar drošu elektronisko parakstu",
])
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_every_character_leads_back(raw: str) -> None:
    """Runs are in order, lie inside both texts, and where they are of one length the letters are the same."""
    text = cleaned(raw)
    last = last_raw = 0
    for run in text.runs:
        assert last <= run.start < run.end <= len(text.text)
        assert last_raw <= run.raw_start < run.raw_end <= len(raw)
        if run.end - run.start == run.raw_end - run.raw_start:
            assert text.text[run.start:run.end] == raw[run.raw_start:run.raw_end]
        last, last_raw = run.end, run.raw_end
    covered = sum(run.end - run.start for run in text.runs)
    assert covered == len(text.text) - sum(not _mapped(text, at) for at in range(len(text.text)))
    assert all(text.text[at] in " \t\n" for at in range(len(text.text)) if not _mapped(text, at))


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.data())
def test_spans_of_slices_lead_to_the_same_characters(raw: str, data: st.DataObject) -> None:
    text = cleaned(raw)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    own = text.slice(start, end)
    assert own.text == text.text[start:end]
    for run in own.runs:
        whole = text.to_raw((run.start + start, run.end + start))
        assert own.to_raw((run.start, run.end)) == whole


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_nothing_is_lost(raw: str) -> None:
    """Every visible letter and digit of the raw text stands in the text or among the asides."""
    text = cleaned(raw)
    kept = _letters(text.text) + sum(_letters(aside.text) for aside in text.asides)
    assert kept == _letters(raw)


@pytest.mark.parametrize("name", [form[0] for form in FORMS])
def test_clean_text_stays(name: str) -> None:
    """Cleaning what is clean changes nothing."""
    text = next(form[2] for form in FORMS if form[0] == name)
    assert cleaned(text).text == text


def test_corpus_stays(dev: Path) -> None:
    for path in sorted(dev.glob("*.txt")):
        once = cleaned(path.read_text(encoding="utf-8")).text
        assert cleaned(once).text == once, path.name


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u200b \u2060", "\u00ad"])
def test_a_line_of_hidden_marks_is_an_empty_line(hidden: str) -> None:
    text = cleaned(f"Dome nolemj:\n{hidden}\n1. Piešķirt zemi.\n{hidden}\nDomes priekšsēdētājs A. Ozols\n{hidden}")
    assert text.text.split("\n") == ["Dome nolemj:", "1. Piešķirt zemi.", "Domes priekšsēdētājs A. Ozols"]
    assert [paragraph.blank_before for paragraph in text.paragraphs] == [0, 1, 1]


def _mapped(text: Text, at: int) -> bool:
    return any(run.start <= at < run.end for run in text.runs)


def _letters(text: str) -> int:
    import unicodedata
    return sum(character.isalnum() for character in unicodedata.normalize("NFKC", text))
