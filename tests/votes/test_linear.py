"""Inputs made to be slow: twice the text takes about twice the work."""
from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from pipeline.clean.cleaner import clean
from pipeline.extract.attendance import read_attendance
from pipeline.extract.votes import votes_in
from pipeline.read.source import Source

VOTES: dict[str, Callable[[int], str]] = {
    "par": lambda n: "balsojot par " * n,
    "labels": lambda n: "PAR PRET ATTURAS " * n,
    "quotes": lambda n: "balsojot " + "“" * n,
    "open brackets": lambda n: "PAR – 3 " + "(" * n,
    "brackets": lambda n: "PAR – 3 (A. Ozols), " * n,
    "names": lambda n: "PAR – 3: " + "A. Ozols, " * n,
    "names without end": lambda n: "balsojot par – " + "Jānis Ozols un " * n,
    "long name": lambda n: "PAR – 1 (" + "Ozols-" * n + ")",
    "capital words": lambda n: "PAR – 1 (" + "Ozols " * n + ")",
    "initials": lambda n: "PAR – 1 (" + "A." * n + ")",
    "nested notes": lambda n: "PAR – 1 (" + "A. Ozols (x), " * n + ")",
    "numbers": lambda n: "balsojot " + "1 " * n + "par",
    "dashes": lambda n: "PRET " + "– " * n,
    "commas": lambda n: "PRET" + "," * n + " balsojot",
    "spaces": lambda n: "PAR" + " " * n + "13 balsojot",
    "lines": lambda n: "Jānis Ozols – par\n" * n,
    "table": lambda n: "Jānis Ozols\tPar\n" * n,
    "cells": lambda n: "PAR\n13\nPRET\n" * n,
    "reasons": lambda n: "A. Ozols, ievērojot interešu konfliktu, balsojumā nepiedalās, " * n,
    "reason without end": lambda n: "A. Ozols balsojumā nepiedalās, ievērojot interešu " + "konfliktu " * n,
    "not voting": lambda n: "balsojumā nepiedalās " * n,
    "un": lambda n: "deputāti " + "A. Ozols un " * n + "balsojumā nepiedalās",
    "unanimous": lambda n: "vienbalsīgi " * n,
    "operative": lambda n: "balsojot par – 3, dome nolemj: " * n,
    "candidates": lambda n: "aizklāti balsojot, par Jāni Ozolu – 8 balsis, " * n,
    "candidate words": lambda n: "aizklāti balsojot par " + "ļoti labu " * n,
    "invalid": lambda n: "aizklāti balsojot, 3 zīmes nederīgas, " * n,
    "subject": lambda n: "Balso par " + "priekšlikumu " * n + ": par – 3, pret – 1",
    "prose": lambda n: "Lēmuma projekts paredz atbalstīt pasākumu un noteikt kārtību. " * n,
    "refused": lambda n: "par – 3, pret – 5. " + "Priekšlikums " * n,
}
OPENINGS: dict[str, Callable[[int], str]] = {
    "labels": lambda n: "Sēdē piedalās deputāti: " * n,
    "names": lambda n: "Sēdē piedalās deputāti: " + "A. Ozols, " * n,
    "lines": lambda n: "Sēdē piedalās deputāti:\n" + "Jānis Ozols\n" * n,
    "notes": lambda n: "Sēdē nepiedalās deputāti: " + "A. Ozols (slimības dēļ), " * n,
    "brackets": lambda n: "Sēdē piedalās deputāti: A. Ozols " + "(" * n,
    "dashes": lambda n: "Sēdē piedalās deputāti " + "– " * n,
    "hours": lambda n: "Plkst. 10.40 ierodas " * n,
    "movements": lambda n: "Plkst. 10.40 sēdi atstāj Anna Egle. " * n,
    "chair": lambda n: "Sēdi vada " + "domes " * n,
    "words": lambda n: "Sēdē piedalās deputāti: " + "ierodas no " * n,
}


def _attendance(words: str) -> None:
    text = clean(Source(path="x.txt", sha256="", bytes=0, media_type="text/plain", raw=words))
    read_attendance(text, (0, len(text.text)))


def _work(read: Callable[[str], object], text: str) -> float:
    """The processor's time of the quickest of three goes."""
    best = 9e9
    gc.collect()
    for _ in range(3):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


CASES = [*((name, make, "votes") for name, make in VOTES.items()),
         *((name, make, "attendance") for name, make in OPENINGS.items())]


@pytest.mark.parametrize(("name", "make", "what"), CASES, ids=[f"{case[2]}-{case[0]}" for case in CASES])
def test_work_grows_with_the_text(name: str, make: Callable[[int], str], what: str) -> None:
    read: Callable[[str], object] = _attendance if what == "attendance" else lambda text: votes_in(text, 0, len(text))
    for size in (6_000, 24_000):  # start where the clock can tell; a machine under load gets a second chance
        small, large = (make(n // len(make(1)) + 1) for n in (size, 4 * size))
        if _work(read, large) < 4 * 2.5 * _work(read, small) + 0.02:
            return
    pytest.fail(f"{name}: four times the text, more than ten times the work")
