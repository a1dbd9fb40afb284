"""What all items of one session share: date, place, body, protocol number, chair and minute-taker, attendance.

    SĒDES PROTOKOLS Nr. 3 / Dobelē / 2022. gada 24. februārī     → number 3, date, place
    Sēdi slēdz plkst. 11.25 / Sēdes vadītājs<TAB>Edvards Rijnieks → signatories
    Balsošana notiek elektroniski                                → method
"""
from __future__ import annotations

import re
from typing import Literal

from pipeline.clean.text import Text
from pipeline.extract.attendance import read_attendance
from pipeline.extract.head.session import session_head
from pipeline.extract.signatories import read_signatories
from pipeline.segment import marks
from pipeline.segment.part import Session
from pipeline.segment.tail import signature_block

_METHOD = re.compile(r"[Bb]alsošana (?:sēdē )?(?:notiek|norisinās|ir)[^.\n]{0,60}?(?P<how>elektronisk|aizklāt|atklāt"
    r"|paceļot roku)")
_METHODS: dict[str, Literal["open", "secret", "electronic"]] = {
    "elektronisk": "electronic", "aizklāt": "secret", "atklāt": "open", "paceļot roku": "open"}


def closing(text: Text, first: int) -> int:
    """Index of the paragraph where the session closes or is signed, at or after paragraph `first`; the end if nowhere."""
    lines = [text.text[p.start:p.end] for p in text.paragraphs]
    signed = None
    for index in range(first, len(lines)):
        if marks.CLOSING.match(lines[index]):
            return index
        if signature_block(lines, index, len(lines)):
            signed = index if signed is None else signed
        elif signed is not None and len(lines[index]) > 200:
            signed = None
    return signed if signed is not None else len(lines)


def read_session(text: Text, before: int, after: int) -> Session:
    """The session of minutes whose items stand between paragraphs `before` and `after`."""
    paras = text.paragraphs
    opening = paras[before].start if before < len(paras) else len(text.text)
    tail = (paras[after].start, len(text.text)) if after < len(paras) else (len(text.text), len(text.text))
    head = session_head(text.text, opening)
    method = _METHOD.search(text.text, 0, opening)
    return Session(
        date=head.date, place=head.place, institution=head.institution, protocol_number=head.number,
        signatories=tuple(read_signatories(text, [tail])) if tail[0] < tail[1] else (),
        attendance=read_attendance(text, (0, opening)), method=_METHODS[method["how"]] if method else None)
