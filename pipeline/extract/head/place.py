"""Where the decision was taken, in the nominative.

    Ogrē                                      → Ogre
    Ādažos, Ādažu novadā                      → Ādaži, Ādažu novads
    Rīgā, 2021. gada 16. jūnijā               → Rīga
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.latvian.dates import DATE
from pipeline.latvian.places import from_locative
from pipeline.records import Span

_NAME = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]+(?: [\w-]+){0,2}"
_PLACE = re.compile(rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}}),?")
_LABEL = re.compile(rf"^\s*(?:Vieta|Norises vieta|Sēdes vieta):\s*(?P<place>{_NAME})\s*$")
_DATE = re.compile(DATE, re.IGNORECASE)
_NOT_PLACE = re.compile(
    r"\b(?:dom[eē]|padom[eē]|lēmum|protokol|sēd[eē]|sēdes|komisij|pašvaldīb|pirmdien|otrdien|trešdien|ceturtdien|piektdien|gada|noteikumi|rīkojum"
    r"|telpās|zālē|pielikum|republik|datum|apstiprin)", re.IGNORECASE)


def find_place(text: str, spans: list[Span]) -> Found[str] | None:
    """A place that fills a line (or column) of the head zones alone or stands right before or after the date."""
    for start, end in spans:
        at = start
        for line in text[start:end].split("\n"):
            offset = 0
            for cell in line.split("\t"):
                found = _in_cell(cell, at + offset)
                if found:
                    return found
                offset += len(cell) + 1
            at += len(line) + 1
    return None


def _in_cell(cell: str, at: int) -> Found[str] | None:
    date = _DATE.search(cell) if any(c.isdigit() for c in cell) else None
    pieces = [(0, cell)] if date is None else [(0, cell[:date.start()]), (date.end(), cell[date.end():])]
    for offset, piece in pieces:
        label = _LABEL.match(piece)
        if label:
            left = at + offset + label.start("place")
            return Found(from_locative(label["place"]) or label["place"], (left, left + len(label["place"])))
        stripped = piece.strip(" ,.|(")
        if ") " in stripped:
            stripped = stripped.rsplit(") ", 1)[1]
        match = _PLACE.fullmatch(stripped)
        if not match or _NOT_PLACE.search(stripped):
            continue
        place = from_locative(match["place"])
        if place:
            left = at + offset + piece.index(stripped)
            return Found(place, (left, left + len(match["place"])))
    return None
