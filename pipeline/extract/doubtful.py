"""Words that recognition was not sure of, as spans of the text.

    "Nr. 5l7" read with confidence 0.41  → span of `5l7`, 0.41
"""
from __future__ import annotations

from bisect import bisect_right

from pipeline.clean.text import Text
from pipeline.records import DoubtfulWord


def doubtful_words(text: Text) -> list[DoubtfulWord]:
    """The source's doubtful words that are in this text; () for every source that was not recognised."""
    if not text.source.doubtful or not text.runs:
        return []
    starts = [run.raw_start for run in text.runs]
    found: list[DoubtfulWord] = []
    for word in text.source.doubtful:
        index = bisect_right(starts, word.start) - 1
        if index < 0 or text.runs[index].raw_end <= word.start:
            continue
        run = text.runs[index]
        left = min(run.start + word.start - run.raw_start, run.end)
        right = min(left + word.end - word.start, run.end)
        if right > left:
            found.append(DoubtfulWord(span=(left, right), confidence=word.confidence))
    return found
