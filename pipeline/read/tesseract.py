"""Tesseract, through its command line: one image in, words with boxes and confidence out."""
from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import NamedTuple

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS

LANGUAGE = "lav"
#: Page segmentation. Tesseract's own (3) takes the numbers of points for a column of their own and loses them: over the
#: corpus 0.77 % of letters wrong, with 4 (one column) 0.36 %, with 6 (lines across the page) 0.30 %.
LINES, BLOCKS = 6, 3
ENOUGH = 0.7       # mean confidence above which the first reading is kept
#: What to type where Tesseract or its Latvian data is missing.
INSTALL = ("Debian/Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-lav; "
           "macOS: brew install tesseract tesseract-lang; "
           "Windows: winget install UB-Mannheim.TesseractOCR (tick Latvian under additional language data)")


class Word(NamedTuple):
    """One recognised word; box in pixels from the top left, confidence 0..1, `line` numbers the printed lines."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    line: tuple[int, int, int]


@cache
def missing() -> str | None:
    """What is missing for recognising Latvian; None when all is there."""
    program = shutil.which("tesseract")
    if program is None:
        return f"Tesseract is not installed. {INSTALL}"
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return f"Tesseract does not start. {INSTALL}"
    if LANGUAGE not in (listed.stdout + listed.stderr).split():
        return f"Tesseract has no Latvian data. {INSTALL}"
    return None


def require() -> None:
    """Raises `needs_ocr`, with what to type, when Tesseract cannot read Latvian here."""
    lack = missing()
    if lack:
        raise failure("needs_ocr", lack)


def recognise(image: bytes, dpi: int) -> list[Word]:
    """The words of one image (PNM, PNG, TIFF …), read as lines across the page; a page on which that gives little to
    rely on is read again with its blocks told apart. Raises `ocr_failed`."""
    lines = recognise_as(image, dpi, LINES)
    if reliability(lines) >= ENOUGH:
        return lines
    return max(lines, recognise_as(image, dpi, BLOCKS), key=reliability)


def reliability(words: list[Word]) -> float:
    """Mean confidence over letters; 0.0 for an empty page."""
    weight = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / weight if weight else 0.0


def recognise_as(image: bytes, dpi: int, mode: int) -> list[Word]:
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", str(mode),
               "-c", "tessedit_create_tsv=1"]
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=LIMITS.ocr_seconds, check=False,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    except subprocess.TimeoutExpired as error:
        raise failure("ocr_failed", f"more than {LIMITS.ocr_seconds} s for one page") from error
    if done.returncode:
        raise failure("ocr_failed", done.stderr.decode("utf-8", errors="replace").strip()[-200:])
    return list(words_of(done.stdout.decode("utf-8", errors="replace")))


def recognise_all(images: Iterable[bytes], dpi: int, jobs: int) -> list[list[Word]]:
    """Several pages side by side, each in a Tesseract process of its own."""
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        return list(pool.map(lambda image: recognise(image, dpi), images))


def words_of(table: str) -> Iterable[Word]:
    """Rows of level 5 of Tesseract's TSV."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield Word(cells[11].strip(), left, top, left + width, top + height, max(0.0, float(cells[10])) / 100,
                   (int(cells[2]), int(cells[3]), int(cells[4])))
