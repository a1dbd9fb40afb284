"""`segment`: Text → Minutes (its parts and the items without a decision).

    LĒMUMS Nr. 750 …                                → one part
    SĒDES PROTOKOLS Nr. 6 … 1. § … 2. § …           → a part for each item that ends in a decision
    PROTOKOLA IZRAKSTS … PROTOKOLA IZRAKSTS …         → the items of each session
    LĒMUMS … LĒMUMS … (one file, signed each)       → a part for each decision
"""
from __future__ import annotations

from dataclasses import replace

from pipeline.clean.text import Text
from pipeline.segment.agenda import read_agenda
from pipeline.segment.bundle import decision_starts, session_starts
from pipeline.segment.items import cut_items
from pipeline.segment.kinds import document_type
from pipeline.segment.minutes import find_headings, is_minutes
from pipeline.segment.part import Minutes, Part
from pipeline.segment.session import closing, read_session
from pipeline.segment.zones import cut


def segment(text: Text) -> Minutes:
    """The decisions of a text. A text without any gives one part, for the checks to speak of."""
    if is_minutes(text):
        minutes = _sessions(text)
        if minutes:
            return minutes
    return _singles(text)


def _sessions(text: Text) -> Minutes | None:
    """The minutes of one session, or of several in one file."""
    starts = [text.paragraphs[index].start for index in session_starts(text)]
    if len(starts) == 1:
        return _minutes(text)
    slices = [text.slice(start, start + len(text.text[start:limit].rstrip()))
              for start, limit in zip(starts, [*starts[1:], len(text.text)], strict=True)]
    read = [_minutes(own) for own in slices]
    if not all(read):
        return _minutes(text)
    parts = [part for minutes in read if minutes for part in minutes.parts]
    return Minutes(
        tuple(replace(part, index=index, of=len(parts)) for index, part in enumerate(parts, 1)),
        tuple(one for minutes in read if minutes for one in minutes.skipped))


def _minutes(text: Text) -> Minutes | None:
    agenda = read_agenda(text)
    count = len(text.paragraphs)
    headings = find_headings(text, agenda, agenda.end, count)
    if not headings:
        return None
    end = closing(text, headings[-1].paragraph + 1)
    session = read_session(text, headings[0].paragraph, end)
    return cut_items(text, headings, end, session, agenda)


def _singles(text: Text) -> Minutes:
    lines = text.lines()
    starts = decision_starts(text, lines)
    if len(starts) == 1:
        kind = document_type(lines)
        return Minutes((Part(text, cut(text, lines, kind), kind),))
    parts = []
    bounds = [text.paragraphs[start].start for start in starts]
    for index, (start, limit) in enumerate(zip(bounds, [*bounds[1:], len(text.text)], strict=True), 1):
        own = text.slice(start, start + len(text.text[start:limit].rstrip()))
        lines = own.lines()
        kind = document_type(lines)
        parts.append(Part(own, cut(own, lines, kind), kind, index, len(bounds)))
    return Minutes(tuple(parts))
