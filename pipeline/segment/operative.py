"""The operative word: where the decision says that it decides.

    Ogres novada pašvaldības dome NOLEMJ:        → NOLEMJ, resolution behind it
    …departamenta kolēģija / nolēma:             → nolēma
    2022. gadā dome nolēma slēgt līgumu. … Dome nolemj:   → the second: it ends its paragraph with a colon
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = (
    "nolemj", "nolēma", "nolemjam", "nolemts", "lemj", "NOLEMJ", "NOLĒMA", "NOLEMTS", "Nolemj", "Nolēma", "Nolemts",
    r"LĒMUMS(?=(?: Nr\. ?[^\s:]{1,20})? ?:)", r"Lēmums(?=(?: Nr\. ?[^\s:]{1,20})? ?:)", "lēmums(?= ?:)",
    "RĪKOJU", "rīkoju", "NOSAKU", "nosaku", "UZDODU", "uzdodu(?= ?:)", "PAVĒLU", "pavēlu", "IZDODU",
    "izdodu(?= ?:)", "nospriež", "nosprieda", "NOSPRIEDA", "NOLĒMUMS(?= ?:)", "LEMJ", "N O L E M J")
#: `nolemj (lēmums Nr. 118):`: the number may stand before the colon.
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(_WORDS)})\b[”\"]?"
    r"(?P<colon>(?: ?\((?:[Ll]ēmum|[Pp]rot|[“„\"]?[Pp]ar\b|PAR\b|[Vv]ienbals|[Bb]also|ar \d)[^()\n]{1,120}\)"
    r"|(?<=ēmums|ĒMUMS) Nr\. ?[^\s:]{1,20})? ?:)?")
#: The middle of every word, and what stands before it: `re` leaps to letters so rare that it seldom has to stop.
_MIDDLES = (("le", "mj"), ("le", "mts"), ("ol", "ēma"), ("rīko", "ju"), ("nosa", "ku"), ("u", "zdodu"), ("i", "zdodu"),
            ("pav", "ēlu"), ("nos", "prie"))
_MIDDLE = re.compile("|".join(
    [f"{middle}(?<={before}{middle})" for before, middle in (
        *_MIDDLES, *((before.upper(), middle.upper()) for before, middle in _MIDDLES), ("L", "ĒMUMS"))]
    + ["ēmums(?<=[Ll]ēmums)(?= ?:| Nr)", "N O L E M J"]))
_LONGEST_START = 4  # letters of a word before its middle
_POINT_NEXT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}\)|[–•-] )")
_INFINITIVE = re.compile(r"[ –-]{1,3}(?:[a-zāčēģīķļņšūž]+ ){0,4}?[a-zāčēģīķļņšūž]{2,}(?:t|ties)\b")
_BODIES = ("dome", "komisija", "komiteja", "kolēģija", "prezidijs", "valde", "kabinets", "pašvaldība", "birojs", "sapulce",
           "tiesa", "saeima", "prezidents", "ministrs", "priekšsēdētājs", "priekšsēdētāja", "departaments", "aģentūra")
#: How a sentence begins that decides within itself: `Līčupes novada dome, pamatojoties uz …, nolemj apstiprināt …`.
_DECIDES = re.compile(
    r"(?:^|\n|(?<=[.!?] ))(?:(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]+ (?:[\w-]+ ){0,6}?)?"
    r"(?i:dome|padome|komisija|komiteja|valde|kolēģija|pašvaldība|deputāti)\b"
    r"|Pamatojoties|Saskaņā|Ņemot vērā|Ievērojot|Atbilstoši|Izskat|Izvērtē|Noklaus|Balstoties|Sakarā|Atklāti|Aizklāti"
    r"|Vienbalsīgi|Balsojot)")
_SUBORDINATE = re.compile(r"\b(?:ja|kad|kurā|kas|ka|pirms|līdz) (?:[\w-]+ ){0,4}$")
_LONGEST_SENTENCE = 2000  # characters before the word
_LONGEST_BODY = 20  # characters, with the marks behind it
_NO_LETTERS = re.compile(r"\W{1,3}$")
#: The body's name right before the operative word: `…, Aizkraukles novada dome`.
_BODY_NAME = re.compile(
    r"(?:(?<=^)|(?<=[,;.:)\n\t] )|(?<=[,;.:)\n\t])|(?<=par )|(?<=nav ))(?P<name>(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])"
    r"(?!(?:Saskaņā|Pamatojoties|Ņemot|Ievērojot|Atbilstoši|Atbilstīgi|Sakarā|Balstoties|Izskat|Izvērtē|Noklaus)\w* )"
    r"(?:[^,;:()\n]{1,100}? )?"
    r"(?i:dome|padome|komisija|komiteja|kolēģija|prezidijs|valde|kabinets|pašvaldība|sapulce|tiesa))\s+$")

_NOT_IN_NAMES = ",;:()\n"


@dataclass(frozen=True, slots=True)
class Operative:
    """`[start, end)` of the operative word with its colon; `body` where the name of the body right before it begins."""

    word: str
    start: int
    end: int
    body: int


def find_operative(text: str, start: int, end: int, *, last: bool = False) -> Operative | None:
    """The operative word of `text[start:end]`: the best formed one, the first of them (or the last, for minutes)."""
    best: tuple[int, re.Match[str]] | None = None
    for match in _words(text, start, end):
        if not last and (match["word"] in ("Lēmums", "lēmums") or "Nr" in (match["colon"] or "")[:4]):
            continue    # `Lēmums Nr. 55:` decides only in minutes
        score = _score(text, match, start, end)
        if last and score < 3 and _within(text, match, start):
            score = 3
        if score >= 3 and (best is None or score > best[0] or (last and score >= min(best[0], 6))):
            best = (score, match)
    if best is None:
        return None
    match = best[1]
    return Operative(match["word"], match.start(), match.end(), _body(text, start, match.start()))


def may_decide(text: str, start: int, end: int) -> bool:
    """A quick look: whether an operative word stands in `text[start:end]` at all."""
    return _MIDDLE.search(text, start, end) is not None


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every operative word of `text[start:end]`, in order."""
    for middle in _MIDDLE.finditer(text, start, end):
        at = middle.start()
        floor = max(start, at - _LONGEST_START)
        while at > floor and text[at - 1].isalpha():
            at -= 1
        match = _WORD.match(text, at, end)
        if match:
            yield match


def _body(text: str, start: int, end: int) -> int:
    """Where the name of the body that ends at `end` begins; `end` when none does."""
    start = max(start, end - 140)
    stop = start + len(text[start:end].rstrip())
    name = _BODY_NAME.search(text, max(start, *(text.rfind(mark, start, stop) + 1 for mark in _NOT_IN_NAMES)), end)
    return name.start("name") if name else end


def _within(text: str, match: re.Match[str], start: int) -> bool:
    """`… dome, pamatojoties uz …, nolemj apstiprināt projektu`: a minutes item that decides within one sentence."""
    if match["word"].lower() not in ("nolemj", "nolēma", "nolemts") or not _INFINITIVE.match(text, match.end()):
        return False
    at = match.start()
    if match["word"][0].isupper() and (at == start or text[at - 1] == "\n" or text[at - 2] in ".!?"):
        return True
    left = max(start, at - _LONGEST_SENTENCE)
    left = max(left, text.rfind("\n", left, at) + 1)
    before = text[left:match.start()]
    ends = before.rstrip()
    if not (_ends_in_body(before) or ends.endswith((",", ")", "–", "vienbalsīgi"))):
        return False
    return bool(_DECIDES.search(before)) and not _SUBORDINATE.search(before[-60:])


def _ends_in_body(words: str) -> bool:
    return _NO_LETTERS.sub("", words[-_LONGEST_BODY:]).lower().endswith(_BODIES)


def _score(text: str, match: re.Match[str], start: int, end: int) -> int:
    """How surely this word opens the resolution; 3 is enough."""
    tail = text[match.end():match.end() + 80]
    line_start = match.start() == start or text[match.start() - 1] == "\n"
    line_end = match.end() >= end or tail.startswith("\n") or not tail.strip()
    before = text[max(start, match.start() - 60):match.start()]
    score = 0
    if match["colon"]:
        score += 4
    elif not line_end and match["word"] in ("nosaku", "rīkoju", "pavēlu", "lemj"):
        return 0
    if line_end or (match["colon"] and _POINT_NEXT.match(tail)):
        score += 2
    if match["word"].isupper():
        score += 1
    if line_start or _ends_in_body(before):
        score += 1
    if not match["colon"] and not line_end:
        follows = tail.lstrip(" –-")
        infinitive = re.match(r"(?:\d+\.\s*)?[A-Za-zĀ-ž]+(?:t|ties)\b", follows)
        score += 1 if infinitive and (match["word"].isupper() or before.rstrip().endswith(("vienbalsīgi", ",", ")"))) else -1
        voted = re.search(r"vienbalsīgi,? $|balsīm[^.]{0,40} $", before)
        if infinitive and voted and match["word"][0] == "n" and "līdz" not in before:
            score += 2
    return score
