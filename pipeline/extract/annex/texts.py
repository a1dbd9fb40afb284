"""Annexes whose text follows in the same file.

    1. pielikums / Līčupes novada domes 31.05.2023. lēmumam Nr. 12 / IZSOLES NOTEIKUMI / 1. …  → number 1, title, text
    APSTIPRINĀTS / ar Līčupes novada domes lēmumu Nr. 12 / NOLIKUMS                            → stamp and title
    Nosaukums<TAB>Skaits / Galdi<TAB>4                                                         → a table of two rows
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import Span
from pipeline.segment import marks

#: The lines under an annex's heading that say whose annex it is.
_OWNER = re.compile(r"\b(?:lēmum(?:am|a|u|iem)|noteikumiem|rīkojum(?:am|u|a)|nolikum(?:am|u)|kārtībai|līgum(?:am|a)"
                    r"|protokol(?:am|a)"
                    r"|instrukcijai|pielikum(?:am|a))\b", re.IGNORECASE)
_NESTED = re.compile(r"\b(?:noteikumiem|nolikumam|kārtībai|līgumam|instrukcijai|reglamentam|pielikumam)\b")
_DECISION = re.compile(r"\b(?:lēmum|rīkojum|protokol|sēdes)\w*", re.IGNORECASE)
_OWNER_MORE = re.compile(
    rf"^(?:[{marks.UPPER}][^\n]{{0,60}}\b(?:domes|padomes|pašvaldības|kabineta|komisijas|valdes)$"
    rf"|\(?prot\w*\b.{{0,60}}$|Nr\. ?\S+.{{0,30}}$"
    r"|\d{4}\. ?gada \d{1,2}\. ?\w+$|\d{1,2}\.\d{1,2}\.\d{4}\.?$)")
#: An act's name in the genitive opens a heading when a noun follows (`Līguma paraugs`); `Lēmuma Nr. 12` says whose annex it is.
_NAMES = re.compile(r"^(?:Lēmuma|Rīkojuma|Līguma|Protokola) [a-zāčēģīķļņšūž]{3}")
_TITLE_NOT = re.compile(r"^(?:\d+[.)]|[\d\s.,%–-]+$|[*_=─━═╌┄–—-]+$)")
_HEADING_WORDS = re.compile(
    r"^(?:NOLIKUMS|NOTEIKUMI|SAISTOŠIE NOTEIKUMI|LĪGUMS|CENRĀDIS|REGLAMENTS|INSTRUKCIJA|KĀRTĪBA|TĀME|SARAKSTS"
    r"|PASKAIDROJUMA RAKSTS|STATŪTI"
    r"|Nolikums|Noteikumi|Saistošie noteikumi|Paskaidrojuma raksts|Cenrādis|Kārtība|Līgums|Instrukcija|Reglaments)\b")

#: A heading that only says what kind of text follows: the next line names it.
_HEADING_ALONE = re.compile(rf"{_HEADING_WORDS.pattern}(?:\s?(?:Nr|N)\.? ?\S+)?\.?$")


#: How a line ends that the next one goes on with.
_OPEN = (" un", " par", " ar", " nosaukumu", ",", " -", " –")


@dataclass(frozen=True, slots=True)
class AnnexText:
    """One annex as it stands in the file."""

    number: str | None
    title: str | None
    stamp: str | None
    span: Span
    tables: list[list[list[str]]]
    headed: bool                # it has a heading `pielikums` of its own


def read_texts(text: str, start: int, end: int, *, regulation: bool) -> list[AnnexText]:
    """The annexes in `text[start:end]`. An annex of an annex stays inside it; `regulation`: the document is regulations."""
    lines = _lines(text, start, end)
    heads = [index for index in range(len(lines)) if index == 0 or _opens(text, lines, index, regulation)]
    found = []
    for place, head in enumerate(heads):
        stop = heads[place + 1] if place + 1 < len(heads) else len(lines)
        found.append(_annex(text, lines[head:stop]))
    return found


def _lines(text: str, start: int, end: int) -> list[Span]:
    spans = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            spans.append((at, stop))
        at = stop + 1
    return spans


def _opens(text: str, lines: list[Span], index: int, regulation: bool) -> bool:
    """A heading `2. pielikums` of the document itself, not of the annex that is being read."""
    line = text[slice(*lines[index])]
    if not marks.ANNEX_HEAD.match(line) or line.endswith(":"):
        return False
    owner = " ".join(text[slice(*span)][:160] for span in lines[index:index + 4])
    return regulation or not _NESTED.search(owner) or bool(_DECISION.search(owner.split("oteikumiem")[0]))


def _annex(text: str, lines: list[Span]) -> AnnexText:
    words = [text[slice(*span)].strip() for span in lines]
    head = marks.ANNEX_HEAD.match(words[0])
    number = (head["number"] or head["after"]) if head else None
    at = 1 if head or marks.SEPARATOR.match(words[0]) else 0
    stamp = None
    index = at
    title_at = at
    while index < min(len(words), at + 8):
        if marks.STAMP.match(words[index]):
            last = _stamp_end(words, index)
            stamp = " ".join(words[index:last])
            index = title_at = last
            continue
        if index == at and head and len(words[0]) > head.end() and _OWNER.search(words[0]):
            title_at = index
        owner = _OWNER.search(words[index]) and not _HEADING_WORDS.match(words[index]) and not _NAMES.match(words[index])
        if _OWNER_MORE.match(words[index]) or (owner and (head or stamp) and not words[index].isupper()):
            index += 1
            title_at = index
            continue
        break
    return AnnexText(number, _title(words, title_at), stamp, (lines[0][0], lines[-1][1]), _tables(words), head is not None)


def _stamp_end(words: list[str], index: int) -> int:
    """The line after an approval stamp: the lines `ar … lēmumu Nr. 12`, `(prot. Nr. 3, 4. §)` belong to it."""
    last = index + 1
    while last < min(len(words), index + 6):
        line = words[last]
        goes_on = line[:1].islower() or line.startswith("(") or _OWNER.search(line) or _OWNER_MORE.match(line)
        if not goes_on or _HEADING_WORDS.match(line) or (line.isupper() and not marks.STAMP.match(line)):
            break
        last += 1
    return last


def _title(words: list[str], start: int) -> str | None:
    """The heading of the annex: one line, or several in capitals, or going on with a quoted name."""
    if start >= len(words) or _TITLE_NOT.match(words[start]) or "\t" in words[start]:
        return None
    if not re.search(r"[^\W\d_]{3}", words[start]) or len(words[start]) > 300 or marks.signature_line(words[start]):
        return None
    taken = [words[start]]
    for line in words[start + 1:start + 4]:
        quoted = line[:1] in "“„\"" and taken[-1][-1:] not in ".:;"
        goes_on = line[:1].islower() and taken[-1].endswith(_OPEN) and len(line) < 200
        capitals = _capitals(taken[-1]) and (line.isupper() or quoted) and not _TITLE_NOT.match(line) and "\t" not in line
        named = len(taken) == 1 and bool(_HEADING_ALONE.match(taken[-1])) and len(line) < 200
        if capitals or goes_on or (quoted and len(line) < 200 and "\t" not in line) or (named and (quoted or line[:1] in "Pp")):
            taken.append(line)
        else:
            break
    return " ".join(" ".join(taken).split()).rstrip(" .:")


def _capitals(line: str) -> bool:
    """In capitals but for `Nr.`: `SAISTOŠIE NOTEIKUMI Nr. 9`."""
    return line.replace(" Nr", " NR").isupper()


def _tables(words: list[str]) -> list[list[list[str]]]:
    """Runs of two rows or more, cells parted by tabs."""
    tables: list[list[list[str]]] = []
    rows: list[list[str]] = []
    for line in [*words, ""]:
        if "\t" in line:
            rows.append([cell.strip() for cell in line.split("\t")])
            continue
        if len(rows) > 1:
            tables.append(rows)
        rows = []
    return tables
