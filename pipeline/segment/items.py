"""The items of minutes as parts; those without a decision with the reason.

    … nolemj: Pagarināt īres līgumu …                           → a part
    Informācija uzklausīta.                                     → skipped: heard
    Sēdes vadītājs jautājumu no darba kārtības noņem …          → skipped: withdrawn
"""
from __future__ import annotations

import re

from pipeline.clean.text import Text
from pipeline.segment.agenda import Agenda, bare
from pipeline.segment.minutes import Heading
from pipeline.segment.operative import may_decide
from pipeline.segment.part import Minutes, Part, Session, Skipped, Zone
from pipeline.segment.undecided import UNDECIDED, Reason
from pipeline.segment.zones import cut

_ADOPTED = re.compile(r"[Ll]ēmums (?:ir )?(?:tiek )?pieņemts|[Pp]ieņemts lēmums|LĒMUMS (?:PIEŅEMTS|Nr)|\(lēmums (?:Nr|nr)"
    r"|Lēmums Nr\.? ?\d", re.MULTILINE)
#: A resolution that only puts its own item off: `nolēma jautājumu atlikt līdz marta sēdei.`
_PUT_OFF = re.compile(
    r"(?:1\. ?)?(?:(?:šo |lēmuma projekta )?(?:jautājum|izskatīšan)\w* (?:izskatīšanu )?(?:atlikt|pārcelt)"
    r"|(?:[Aa]tlikt|[Pp]ārcelt) (?:šī |šo )?(?:(?:lēmuma projekta|jautājuma) )?(?:izskatīšan|jautājum)\w*)[^.\n]{0,120}\.?")
_PASSED = re.compile(r"(?:^|[,;.:)] )(?:[Ll]ēmums (?:ir |tiek )?pieņemts|[Pp]ieņemts lēmums)\b", re.MULTILINE)
_INFINITIVE_POINT = re.compile(r"^(?:1\. ?)?[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{3,}(?:āt|ēt|īt|ot|kt|rt|st|lt|ūt) ", re.MULTILINE)
#: The number of an item with its sign: `1. §`, `(protokols Nr. 14; 1.§)`, `§ 1`.
_SIGNED_NUMBER = re.compile(
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)*)\.? ?(?:[§¤]|p\b|punkts|jautājums)|§ ?(?P<behind>\d+(?:\.\d+)*)")
_LONGEST_HEADING = 120


def cut_items(text: Text, headings: list[Heading], end: int, session: Session, agenda: Agenda) -> Minutes:
    """Each item as a part or as skipped, in order. `end` is the paragraph where the session closes."""
    paras = text.paragraphs
    limit = paras[end].start if end < len(paras) else len(text.text)
    drafts: list[tuple[Heading, Text, int, tuple[Zone, ...]]] = []
    skipped: list[Skipped] = []
    for index, heading in enumerate(headings):
        start = paras[heading.paragraph].start
        follow = headings[index + 1] if index + 1 < len(headings) else None
        stop = paras[follow.paragraph].start if follow else limit
        own = text.slice(start, start + len(text.text[start:stop].rstrip()))
        below = follow and heading.number and follow.number and follow.number.startswith(heading.number + ".")
        if below and own.text.count("\n") < 4 and not may_decide(own.text, 0, len(own.text)):
            continue  # the heading of a section: its items follow
        item_end = max(0, heading.end - start)
        zones = cut(own, own.lines(), "minutes_item", item=True, item_end=item_end)
        reason = _undecided(own, zones)
        if reason:
            skipped.append(Skipped(heading.number, _title(own, zones), reason))
        else:
            drafts.append((heading, own, item_end, zones))
    parts = tuple(
        Part(own, zones, "minutes_item", index, len(drafts), session, heading.number,
             _number_span(own, heading.number, item_end)) for index, (heading, own, item_end, zones) in enumerate(drafts, 1))
    return Minutes(parts, tuple(skipped))


def _number_span(own: Text, number: str | None, end: int) -> tuple[int, int] | None:
    """Where the item's number stands in its heading: at its sign, else first, before `end`; None when it is said in words."""
    if not number:
        return None
    signed = next((m for m in _SIGNED_NUMBER.finditer(own.text, 0, _LONGEST_HEADING) if number in m.groups()), None)
    at = own.text.index(number, signed.start()) if signed else own.text.find(number, 0, min(end, 40))
    return (at, at + len(number)) if at >= 0 else None


def _title(own: Text, zones: tuple[Zone, ...]) -> str | None:
    title = next((zone for zone in zones if zone.kind == "title"), None)
    return bare(" ".join(own.text[title.start:title.end].split())) if title else None


def _undecided(own: Text, zones: tuple[Zone, ...]) -> Reason | None:
    """Why an item has no decision; None when it has one."""
    words = own.text
    operative = next((zone for zone in zones if zone.kind == "operative"), None)
    if UNDECIDED["not adopted"].search(words, operative.start + 1 if operative else 0):
        return "not adopted"
    if operative:
        decided = " ".join(words[zone.start:zone.end] for zone in zones if zone.kind == "resolution")
        return "postponed" if len(decided) < 250 and _PUT_OFF.fullmatch(decided) else None
    if _PASSED.search(words):
        return None     # the text may stand elsewhere: `lēmums pieņemts (pielikumā)`
    if _ADOPTED.search(words) and any(zone.kind == "resolution" for zone in zones):
        return None
    if _ADOPTED.search(words) and _INFINITIVE_POINT.search(words):
        return None
    return next((reason for reason, pattern in UNDECIDED.items() if pattern.search(words)), "no decision")
