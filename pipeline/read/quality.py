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
_VOWEL = re.compile("[aeiouyāēīōūäöüõåæøąęėįųůáéíóúýàèìòùâêîôûаеёиоуыэюяіїєαεηιουω]", re.IGNORECASE)
SAMPLE = 6000


def judge(text: str) -> Verdict:
    """What the letters of a page's text layer are worth."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    strange = len(_STRANGE.findall(sample))
    if letters + strange < 25:
        return "empty"
    if strange > 0.05 * (letters + strange):
        return "broken"
    words = _WORD.findall(sample)
    if len(words) >= 12 and sum(_VOWEL.search(word) is None for word in words) > 0.3 * len(words):
        return "broken"
    if letters > 200 and len(_LATVIAN.findall(sample)) < 0.01 * letters:
        return "unmarked"
    return "good"


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
