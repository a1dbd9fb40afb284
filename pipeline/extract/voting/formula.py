"""What stands round the figures of a vote: how was voted, on what, and by how many.

    atklāti, elektroniski balsojot: …                            → electronic
    Balso par deputāta A. Ozola priekšlikumu: …                  → subject `deputāta A. Ozola priekšlikumu`
    Balsojumā piedalās 15 deputāti: par – 12, …                  → of 15
"""
from __future__ import annotations

import re

from pipeline.records.model import VoteMethod

_HOW = r"(?:[Aa]tklāti|[Aa]izklāti|[Ss]lēgti|[Ee]lektroniski|[Vv]ārdiski)"
#: Words that begin a vote.
START = re.compile(
    r"\b(?:[Bb]also(?:jums|juma|jot|ja|šan\w*|jumu)?|BALSO\w*|[Nn]otiek balso|[Tt]iek balso|[Nn]obalso"
    rf"|{_HOW}(?:,? (?:un )?(?:elektroniski|vārdiski|atklāti|aizklāti))?,? bals\w+)\b")
_METHODS: tuple[tuple[str, VoteMethod], ...] = (
    ("aizklāt", "secret"), ("slēgt", "secret"), ("zīm", "secret"), ("biļeten", "secret"), ("elektronisk", "electronic"),
    ("atklāt", "open"), ("vārdisk", "open"), ("paceļot rok", "open"), ("roku pacel", "open"))
_METHOD = re.compile(
    r"(?P<a>aizklāt|slēgt|elektronisk|atklāt|vārdisk)(?=\w*[^.;\n]{0,40}?(?:bals|vēlēš))"
    r"|bals\w*[^.;\n]{0,40}?(?P<b>aizklāt|elektronisk|atklāt|vārdisk|paceļot rok|roku pacel|zīm|biļeten)")
_TOTAL = re.compile(
    r"(?:(?<!ne)[Pp]iedal\w+|[Kk]lātesot|[Rr]eģistrēj\w+|[Ii]zsniegt\w+)[\s:–-]{1,3}(?:visi |kopā |vēl )?"
    r"(?P<n>\d{1,3})\s(?:domes )?(?:deputāt|zīm|biļeten)"
    r"|(?<!ne)piedalās (?P<k>\d{1,3})(?=[:,])"
    r"|(?<![\d.])(?P<m>\d{1,3}) deputātiem (?:piedal|klātes)")
_ANY = r"(?:[^:;.\n]|\d\.)"
_SUBJECT = re.compile(
    rf"\b[Bb]also(?:ts|jums|ja|jot|t|šana)?(?: tiek)? par (?P<a>{_ANY}{{3,180}}?)(?:: | ?[–-] ?(?=[„“\"]?(?:par|PAR))|:?\n)"
    rf"|(?:^|(?<=[.:;\n] )|(?<=\n))Par (?P<b>{_ANY}{{3,180}}?) (?:balso|balsoja)\s?:")
_PLAIN_SUBJECT = re.compile(
    r"(?:šād\w+ |šo |sagatavot\w+ |iesniegt\w+ |minēt\w+ |doto )?lēmum\w*(?: projektu?)?$|[„“\"]?\d|balso")


def method(text: str, start: int, end: int) -> VoteMethod | None:
    """How was voted, as the words from `start` to `end` say; electronic goes before open (`atklāti, elektroniski balsojot`)."""
    words = text[start:end].lower()
    if not any(word in words for word, _ in _METHODS):
        return None
    told = {match["a"] or match["b"] for match in _METHOD.finditer(words)}
    return next((name for word, name in _METHODS if any(one.startswith(word) for one in told)), None)


def lead(text: str, floor: int, start: int) -> int:
    """Where the formula that leads to the first label begins (`atklāti balsojot:`)."""
    found = None
    for match in START.finditer(text, max(floor, start - 160), start):
        if found is None or re.search(r"[.;\n]", text[found:match.start()]):
            found = match.start()
    if found is not None and not re.search(r"[.;]\s", text[found:start]):
        return found
    with_ = re.search(r"\bar \W?$", text[max(floor, start - 5):start])
    return max(floor, start - 5) + with_.start() if with_ else start



def subject(text: str, floor: int, start: int, first: int) -> str | None:
    """What was voted on: `Balso par A. Ozola priekšlikumu:`, `Par grozījumu 2. punktā balso:`."""
    sentence = max(text.rfind(mark, max(floor, start - 200), start) for mark in ("\n", ". "))
    match = _SUBJECT.search(text[max(floor, sentence + 1, start - 200):first])
    if not match:
        return None
    words = " ".join((match["a"] or match["b"]).split())
    return None if _PLAIN_SUBJECT.match(words) else words


def total(text: str, start: int, end: int) -> int | None:
    """How many took part, where the words from `start` to `end` say so."""
    words = text[start:end]
    if not any(hint in words for hint in ("iedal", "lātesot", "eģistrēj", "zsniegt", "klātes")):
        return None
    stated = _TOTAL.search(words)
    return int(stated["n"] or stated["m"] or stated["k"]) if stated else None
