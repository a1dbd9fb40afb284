"""Where the decision was taken, in the nominative.

    Ogrē                                      → Ogre
    Ādažos, Ādažu novadā                      → Ādaži, Ādažu novads
    Rīgā, 2021. gada 16. jūnijā               → Rīga
    Līvānos, Rīgas ielā 77, 2013. gada 28. novembrī plkst. 9.00   → Līvāni
"""
from __future__ import annotations

import re

from pipeline.extract.found import Found
from pipeline.latvian.dates import DATE
from pipeline.latvian.places import from_locative
from pipeline.records import Span

_NAME = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]+(?: [\w-]+){0,2}"
_PLACE = re.compile(rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}}),?")
_TOWNS = re.compile(rf"{_NAME}(?:, {_NAME}){{0,2}}")
_LABEL = re.compile(r"^\s*(?:(?:Sēdes )?[Nn]orises vieta|(?:Sēdes )?[Vv]ieta):\s*(?P<place>[^\n\t|]{3,160}?)\s*$")
_LABELLED = re.compile(r"(?<=ieta):")
#: What stands beside the town in one line: the house, the room, the hour, the minutes' number.
_BESIDE = re.compile(
    r"^(?:(?!Par |Ar )[\w. -]{0,60}?(?:\biel|alej|bulvār|prospekt|laukum|gatv|šosej|krastmal)(?P<case>ā|ī|a|s|is)"
    r"(?: \d+ ?\w?(?:[-/]\d+)?)?"
    r"|[\w. -]{0,60}?\b(?:zāl[ēe]|telp(?:ās|as)|kabinet(?:ā|s))(?: (?:Nr\. ?)?\d+)?"
    r"|(?:un |kā arī )?(?:videokonferenc|tiešsaist|attālināt|tālsaist)[^,]{0,60}"
    r"|(?:no )?(?:plkst|pl|pulksten)\b.{0,40}|(?:Nr|NR|nr)\.? ?\S+)$")
#: What everything beside a town holds; quick to look for.
_BESIDE_WORDS = re.compile("iel|alej|bulvār|prospekt|laukum|gatv|šosej|krastmal|zāl|telp|kabinet|pl|pulksten|N[rR]|nr")
_PARTED = re.compile(r",| \| ?")
_DIGIT = re.compile(r"\d")
#: `Gaismas iela 19 k-9-1, Ķekava`
_SEAT = re.compile(
    rf"^[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w. -]{{0,60}}?(?:iela|aleja|bulvāris|prospekts|laukums|gatve|šoseja|krastmala) \d[\w /-]{{0,12}}, "
    rf"(?P<place>{_NAME})[ \t]*\n", re.MULTILINE)
_TYPE_LINE = re.compile(r"(?:protokols|lēmums|rīkojums)[^\n]{0,20}\n$", re.IGNORECASE)
_DATE = re.compile(rf"(?=[\dŠš]){DATE}", re.IGNORECASE)
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
    return next(filter(None, (_below_type(text, start, end) for start, end in spans)), None)


def labelled_place(text: str, end: int) -> Found[str] | None:
    """The place that the opening of a session names by its label: `Sēdes norises vieta: Preiļi, Raiņa bulvāris 19`."""
    for mark in _LABELLED.finditer(text, 0, end):
        start = text.rfind("\n", 0, mark.start()) + 1
        stop = text.find("\n", mark.end(), end)
        found = _in_cell(text[start:stop if stop >= 0 else end], start)
        if found:
            return found
    return None


def _below_type(text: str, start: int, end: int) -> Found[str] | None:
    """The town of an address that stands between the type line and the date, where the place does."""
    for match in _SEAT.finditer(text, start, end):
        if _TYPE_LINE.search(text[max(start, match.start() - 120):match.start()]) and _DATE.match(text, match.end()):
            return Found(match["place"], match.span("place"))
    return None


def _in_cell(cell: str, at: int) -> Found[str] | None:
    date = _DATE.search(cell) if _DIGIT.search(cell) else None
    pieces = [(0, cell)] if date is None else [(0, cell[:date.start()]), (date.end(), cell[date.end():])]
    for offset, piece in pieces:
        label = _LABEL.match(piece)
        if label:
            name = _town(label["place"], named=True)
            if name:
                left = at + offset + label.start("place") + label["place"].index(name)
                return Found(from_locative(name) or name, (left, left + len(name)))
            continue
        stripped = piece.strip(" ,.|(")
        if not stripped:
            continue
        if ") " in stripped:
            stripped = stripped.rsplit(") ", 1)[1]
        name = _town(stripped) or (stripped if _PLACE.fullmatch(stripped) else None)
        if not name or _NOT_PLACE.search(name):
            continue
        match = _PLACE.fullmatch(name)
        place = from_locative(match["place"]) if match else None
        if match and place:
            left = at + offset + piece.index(name)
            return Found(place, (left, left + len(match["place"])))
    return None


def _town(words: str, *, named: bool = False) -> str | None:
    """The place in a line that holds its house, room or hour too: `Rīgas ielā 77, Līvānos`; `named` when a label calls it
    the place, else a house in the nominative is a letterhead's address."""
    if len(words) >= 160 or not (named or _BESIDE_WORDS.search(words)):
        return None
    parts = [part.strip(" .,(") for part in _PARTED.split(words)]
    beside = [_BESIDE.match(part) for part in parts]
    towns = [part for part, other in zip(parts, beside, strict=True) if part and not other]
    letterhead = any(other and other["case"] in ("a", "s", "is") for other in beside)
    if not towns or (not named and (letterhead or not any(beside))):
        return None
    name = ", ".join(towns)
    return name if name in words and _TOWNS.fullmatch(name) else None
