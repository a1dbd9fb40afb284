"""Whether a page's text layer can be trusted, by signs that can be measured.

    no letters, a large image           → a scan
    private-use or unmapped characters  → a font without a map
    "Rîgas domes lçmums"                → Windows-1257 read as Latin-1: repaired, letter for letter
    "Wklv lv qrw Odwyldq"               → codes shifted: words without vowels
    letters without marks over an image → somebody else's recognition, in English
"""
from __future__ import annotations

import re
from typing import Literal

Verdict = Literal["good", "empty", "broken", "unmarked"]

#: What Windows-1257's letters become when they are read as Windows-1252.
MISREAD = dict(zip("âèçìîíïòðûþÂÈÇÌÎÍÏÒÐÛÞ", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", strict=True))
MISREAD_TABLE = str.maketrans(MISREAD)
_MISREAD = re.compile(f"[{''.join(MISREAD)}]")
_LATVIAN = re.compile("[āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f\u0250-\u02ff\u1000-\u1dff\u2800-\u28ff\u3000-\ud7ff]")
_WORD = re.compile(r"[^\W\d_]{4,30}")
_VOWELS = "aeiouyāēīōūäöüõåæøąęėįųůáéíóúýàèìòùâêîôûаеёиоуыэюяіїєαεηιουω"
_VOWEL = re.compile(f"[{_VOWELS}]", re.IGNORECASE)
#: Letters in a row that are no vowels: every word without a vowel is such a run or holds one.
_RUN = re.compile(rf"[^\W\d_{_VOWELS}{_VOWELS.upper()}]{{4,30}}")
SAMPLE = 6000


def judge(text: str) -> Verdict:
    """What the letters of a page's text layer are worth."""
    sample = text[:SAMPLE]
    strange = len(_STRANGE.findall(sample))
    if strange == 0 and sample.count("ā") >= max(25, 0.01 * len(sample)):      # nearly every Latvian page: no letter is counted
        return "broken" if _without_vowels(sample) else "good"
    letters = sum(map(str.isalpha, sample))
    if letters + strange < 25:
        return "empty"
    if strange > 0.05 * (letters + strange) or _without_vowels(sample):
        return "broken"
    if letters > 200 and len(_LATVIAN.findall(sample)) < 0.01 * letters:
        return "unmarked"
    return "good"


def _without_vowels(sample: str) -> bool:
    """Of a dozen words or more, three in ten have no vowel."""
    runs = len(_RUN.findall(sample))
    if runs <= 0.3 * 12:
        return False
    words = _WORD.findall(sample)
    most = 0.3 * len(words)
    return len(words) >= 12 and runs > most and sum(_VOWEL.search(word) is None for word in words) > most


def misread(text: str) -> bool:
    """Latvian in Windows-1257 that was read as Latin-1: its letters' stand-ins are common, its own letters are not there."""
    sample = text[:SAMPLE]
    common = sample.count("ā")
    others = len(sample.encode("utf-8", "surrogatepass")) - len(sample) - common    # at most so many are not ASCII
    if common >= 0.2 * others:
        return False      # told without looking at each letter; so nearly every Latvian text ends here
    wrong = len(_MISREAD.findall(sample))
    return wrong >= 5 and wrong > 0.03 * len(sample) and len(_LATVIAN.findall(sample)) < 0.2 * wrong


def repair(text: str) -> str:
    """The letters that were meant; every character stays in its place."""
    return text.translate(MISREAD_TABLE)
