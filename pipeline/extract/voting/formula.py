"""What stands round the figures of a vote: how was voted, on what, and by how many.

    atklāti, elektroniski balsojot: …                            → electronic
    Balso par deputāta A. Ozola priekšlikumu: …                  → subject `deputāta A. Ozola priekšlikumu`
    Balsojumā piedalās 15 deputāti: par – 12, …                  → of 15
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.model import VoteMethod

_HOW = r"(?:[Aa]tklāti|[Aa]izklāti|[Ss]lēgti|[Ee]lektroniski|[Vv]ārdiski)"
#: Words that begin a vote.
START = re.compile(
    r"\b(?:[Bb]also(?:jums|juma|jot|ja|šan\w*|jumu)?|BALSO\w*|[Nn]otiek balso|[Tt]iek balso|[Nn]obalso"
    rf"|{_HOW}(?:,? (?:un )?(?:elektroniski|vārdiski|atklāti|aizklāti))?,? bals\w+)\b")
#: What every beginning holds, and how far before it that one may begin.
_STEMS, _HOW_LONG = ("bals", "Bals", "BALSO"), 40
_METHODS: tuple[tuple[str, VoteMethod], ...] = (
    ("aizklāt", "secret"), ("slēgt", "secret"), ("zīm", "secret"), ("biļeten", "secret"), ("elektronisk", "electronic"),
    ("atklāt", "open"), ("vārdisk", "open"), ("paceļot rok", "open"), ("roku pacel", "open"))
#: Words of method that may stand before the vote they tell of, and what follows them there.
_LEADING = frozenset({"aizklāt", "slēgt", "elektronisk", "atklāt", "vārdisk"})
_TO_VOTE = re.compile(r"\w*[^.;\n]{0,40}?(?:bals|vēlēš)")
#: The vote with the first word of method behind it.
_VOTED = re.compile(r"bals\w*[^.;\n]{0,40}?(aizklāt|elektronisk|atklāt|vārdisk|paceļot rok|roku pacel|zīm|biļeten)")
#: What every stated total holds, and how far before it the figure may begin.
_TOTAL_STEMS, _FIGURE_LONG = ("iedal", "lātes", "eģistrēj", "zsniegt"), 20
_TOTAL = re.compile(
    r"(?:(?<!ne)[Pp]iedal\w+|[Kk]lātesot|[Rr]eģistrēj\w+|[Ii]zsniegt\w+)[\s:–-]{1,3}(?:visi |kopā |vēl )?"
    r"(?P<n>\d{1,3})\s(?:domes )?(?:deputāt|zīm|biļeten)"
    r"|(?<!ne)piedalās (?P<k>\d{1,3})(?=[:,])"
    r"|(?<![\d.])(?P<m>\d{1,3}) deputātiem (?:piedal|klātes)")
_BREAK = re.compile(r"[.;\n]")
_CLOSED = re.compile(r"[.;]\s")
_WITH = re.compile(r"\bar \W?$")
_ANY = r"(?:[^:;.\n]|\d\.)"
_SUBJECT = re.compile(
    rf"\b[Bb]also(?:ts|jums|ja|jot|t|šana)?(?: tiek)? par (?P<a>{_ANY}{{3,180}}?)(?:: | ?[–-] ?(?=[„“\"]?(?:par|PAR))|:?\n)"
    rf"|(?:^|(?<=[.:;\n] )|(?<=\n))Par (?P<b>{_ANY}{{3,180}}?) (?:balso|balsoja)\s?:")
_PLAIN_SUBJECT = re.compile(
    r"(?:šād\w+ |šo |sagatavot\w+ |iesniegt\w+ |minēt\w+ |doto )?lēmum\w*(?: projektu?)?$|[„“\"]?\d|balso")


def method(text: str, start: int, end: int) -> VoteMethod | None:
    """How was voted, as the words from `start` to `end` say; electronic goes before open (`atklāti, elektroniski balsojot`)."""
    words = text[start:end].lower()
    if "bals" not in words and "vēlēš" not in words:    # every word of method stands with one of them
        return None
    for word, name in _METHODS:
        if word in words and ((word in _LEADING and _leads(words, word)) or _follows(words, word)):
            return name
    return None


def _leads(words: str, method: str) -> bool:
    """`atklāti balsojot`."""
    return any(_TO_VOTE.match(words, at + len(method)) for at in _places(words, method))


def _follows(words: str, method: str) -> bool:
    """`balsojot atklāti`: the first word of method behind a vote."""
    return any((match := _VOTED.match(words, at)) and match[1] == method for at in _places(words, "bals"))


def _places(words: str, sought: str) -> Iterator[int]:
    at = words.find(sought)
    while at >= 0:
        yield at
        at = words.find(sought, at + len(sought))


def lead(text: str, floor: int, start: int) -> int:
    """Where the formula that leads to the first label begins (`atklāti balsojot:`)."""
    found = None
    left = max(floor, start - 160)
    stems = [at for stem in _STEMS if (at := text.find(stem, left, start)) >= 0]
    for match in START.finditer(text, max(left, min(stems) - _HOW_LONG), start) if stems else ():
        if found is None or _BREAK.search(text, found, match.start()):
            found = match.start()
    if found is not None and not _CLOSED.search(text, found, start):
        return found
    with_ = _WITH.search(text[max(floor, start - 5):start])
    return max(floor, start - 5) + with_.start() if with_ else start


def subject(text: str, floor: int, start: int, first: int) -> str | None:
    """What was voted on: `Balso par A. Ozola priekšlikumu:`, `Par grozījumu 2. punktā balso:`."""
    left = max(floor, start - 200)
    sentence = max(text.rfind("\n", left, start), text.rfind(". ", left, start))
    left = max(left, sentence + 1)
    if text.find("also", left, first) < 0:
        return None
    match = _SUBJECT.search(text[left:first])
    if not match:
        return None
    words = " ".join((match["a"] or match["b"]).split())
    return None if _PLAIN_SUBJECT.match(words) else words


def total(text: str, start: int, end: int) -> int | None:
    """How many took part, where the words from `start` to `end` say so."""
    stems = [at for stem in _TOTAL_STEMS if (at := text.find(stem, start, end)) >= 0]
    if not stems:
        return None
    stated = _TOTAL.search(text[start:end], max(0, min(stems) - start - _FIGURE_LONG))
    return int(stated["n"] or stated["m"] or stated["k"]) if stated else None
