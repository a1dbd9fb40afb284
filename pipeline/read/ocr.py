"""Page images → pieces with boxes, for the same layout that digital PDF goes through."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from pipeline.read.labels import relabelled
from pipeline.read.layout import Piece
from pipeline.read.options import ReadOptions
from pipeline.read.respell import GUESSED, respell
from pipeline.read.straighten import as_pnm, prepare, specks
from pipeline.read.tesseract import Word, recognise_all, reliability, require

GAP = 1.6          # of the line's height: a wider gap between words separates columns
CLEAN = 0.93       # mean confidence under which a page is read again with its specks taken out
UNBELIEVED = 0.45  # mean confidence of a line under which it may be dirt
DOUBTFUL = 0.60    # words that Tesseract trusts less are reported when they stand in names and numbers


class Doubt(NamedTuple):
    """A word that was hard to read: what was read, how sure, and its piece and place in it."""

    text: str
    confidence: float
    piece: int
    offset: int


class OcrPage(NamedTuple):
    """What recognition made of one page."""

    pieces: list[Piece]
    confidence: float | None      # mean over letters, 0..1; None when nothing was found
    doubts: list[Doubt]


def read_images(images: list[Callable[[], Any]], options: ReadOptions, dpi: int | None = None) -> list[OcrPage]:
    """Recognises pages, a few at a time; each image is made only when its turn comes. Raises `needs_ocr`, `ocr_failed`."""
    require()
    dots = dpi or options.ocr_dpi
    found: list[OcrPage] = []
    for start in range(0, len(images), 8):
        makers = images[start:start + 8]
        read = recognise_all([as_pnm(prepare(make())) for make in makers], dots, options.ocr_jobs)
        dirty = [index for index, words in enumerate(read) if reliability(words) < CLEAN]
        again = recognise_all([as_pnm(prepare(specks(makers[index]()))) for index in dirty], dots, options.ocr_jobs)
        for index, words in zip(dirty, again, strict=True):
            read[index] = max(read[index], words, key=reliability)
        found.extend(page_of(words, 72 / dots) for words in read)
    return found


def page_of(words: list[Word], scale: float) -> OcrPage:
    """Words as pieces: those of one printed line together, cut at column gaps. `scale` makes points of pixels."""
    pieces: list[Piece] = []
    doubts: list[Doubt] = []
    lines: list[list[Word]] = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    lines = [line for line in lines if not specks_only(line)]
    for line, following in zip(lines, [*lines[1:], []], strict=False):
        for run in runs_of(respell(line, following)):
            text = ""
            for word in run:
                text += " " if text else ""
                if word.confidence < DOUBTFUL and any(map(str.isalnum, word.text)):
                    doubts.append(Doubt(word.text, word.confidence, len(pieces), len(text)))
                text += word.text
            base = sorted(word.y1 for word in run)[len(run) // 2] * scale
            height = sorted(word.y1 - word.y0 for word in run)[len(run) // 2] * scale
            pieces.append(Piece(run[0].x0 * scale, run[-1].x1 * scale, base, max(height, 1.0), text, len(pieces)))
    for index, label in relabelled(pieces).items():
        pieces[index] = pieces[index]._replace(text=label)
        doubts = [doubt for doubt in doubts if doubt.piece != index] + [Doubt(label, GUESSED, index, 0)]
    weight = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / weight if weight else None
    return OcrPage(pieces, confidence, doubts)


def specks_only(line: list[Word]) -> bool:
    """Dirt taken for writing: hardly a letter in it, and Tesseract itself does not believe it."""
    text = "".join(word.text for word in line)
    trust = sum(word.confidence * len(word.text) for word in line) / len(text)
    return trust < UNBELIEVED and sum(map(str.isalnum, text)) < 0.6 * len(text)


def runs_of(line: list[Word]) -> Iterator[list[Word]]:
    """One of Tesseract's lines, cut where a gap is a column's."""
    line.sort(key=lambda word: word.x0)
    height = sorted(word.y1 - word.y0 for word in line)[len(line) // 2]
    run = [line[0]]
    for word in line[1:]:
        if word.x0 - run[-1].x1 > GAP * max(height, 8):
            yield run
            run = []
        run.append(word)
    yield run
