"""What may stand behind an act's head noun, in any order: number, date, brackets, title, short form, pinpoints.

noteikumiem | Nr. 97 “Publiskas personas mantas iznomāšanas noteikumi” (turpmāk – Noteikumi) 72. punktu
lēmumu | (prot. Nr. 5, 12. §) “Par nolikuma apstiprināšanu”
noteikumi | Nr. 97 (16.02.2021.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.grammar.pinpoints import Pinpoint, read_pinpoints
from pipeline.latvian.dates import ACT_DATE, DATE, date_of
from pipeline.latvian.quotes import QUOTES, outer_off, quoted

#: A line may break before the title.
_SPACE = re.compile(rf"[  \t]*(?:\n[ ]{{0,3}}(?=[{QUOTES}](?:Par\b|Groz|Kārt|Noteik)))?")
_NUMBER = re.compile(r",?\s?(?:[Nn]r|NR|№)\s?\.?\s{0,2}(?P<number>[\w/.‑–-]{1,40})")
_BEFORE_NUMBER = frozenset(",nN№ \t\n\r\u00a0")
_DATE = re.compile(rf"(?:no\s+)?{ACT_DATE}", re.IGNORECASE)
_DATE_BRACKET = re.compile(rf"\((?:\s*no\s+)?{ACT_DATE}\s*(?:,?\s?Nr\.?\s?(?P<number>[\w/.‑–-]{{1,30}}))?\s*\)", re.IGNORECASE)
#: `(prot. Nr. 11, 14. p., lēmums Nr. 410)`
_OWN_NUMBER = re.compile(r"lēmum\w{1,2}\s+Nr\.?\s?(?P<number>\w[\w/.‑–-]{0,30})", re.IGNORECASE)
_NO_WORDS = r"(?:\s+(?:arī|tekstā|kopā|visi|sauk\w{1,5}|šajā|šeit|lēmumā|dokumentā|saīsināti|vienkārši|attiecīgi)){0,3}"
_FURTHER_ON = r"(?:turpmāk|tālāk|saīsināti)"
_ALIAS = re.compile(
    rf"[(\[/]\s?{_FURTHER_ON}{_NO_WORDS}\s{{0,2}}[–—:,‑-]?\s{{0,2}}(?P<alias>[^()\[\]\n]{{1,100}}?)\s?(?:[)\]]|/(?=[\s,.;]|$))",
    re.IGNORECASE,
)
#: Where one can begin: `re` leaps to each mark by itself.
_ALIAS_OPENINGS = tuple(re.compile(rf"{mark}(?=\s?[ts])", re.IGNORECASE) for mark in (r"\(", r"\[", "/"))
_ALIAS_BARE = re.compile(
    rf"[,;]?\s?{_FURTHER_ON}{_NO_WORDS}\s{{0,2}}[–—]\s{{0,2}}(?P<alias>[^(),;.\n]{{1,60}}?)(?=[,;.)]|$)", re.IGNORECASE
)
#: Brackets that say where the act was taken or published, or how it was changed.
_ASIDE = re.compile(
    rf"\(\s?(?:prot|sēdes|ārkārtas|[{QUOTES}]?Latvijas\s+Vēst|Latvijas\s+Republikas\s+A|[{QUOTES}]?LV\b|publicē|ziņotāj|ar\s+groz|ar\s+turpm|"
    r"redakcij|spēkā|pieņemt|izdot|apstiprin|grozījum|OV\b|Dokument)[^()\n]{0,300}(?:\([^()\n]{0,40}\)[^()\n]{0,200}){0,6}\)",
    re.IGNORECASE,
)
#: Of those, the ones that name a session or a gazette only.
_PLACE = re.compile(rf"\s?[{QUOTES}]?(?:prot|sēdes|ārkārtas|latvijas|LV\b|publicē|ziņotāj|OV\b|dokument)", re.IGNORECASE)
#: `(pieņemti 2005. gada 11. janvārī)`
_TAKEN = re.compile(rf"\(\s?(?:pieņemt|izdot)\w*\s+{DATE}", re.IGNORECASE)
_SESSION = re.compile(r"\(\s?(?:prot|sēdes)", re.IGNORECASE)
_AMENDED = re.compile(r"\s?(?:ar|un)\s+(?:tā\s+|to\s+)?(?:turpmāk\w+\s+)?grozījumiem\b", re.IGNORECASE)
_APPROVED = re.compile(rf",\s?k(?:as|urš|ura|uri)\s+(?:ir\s+)?apstiprin\w+\s+(?P<when>{DATE})", re.IGNORECASE)
_UNIT_NEXT = re.compile(r"\s?(?:§|pant|daļ|punkt|apakšp|pielik|p\.)")
#: What may follow in words, by its first letter: `ar grozījumiem`, `, kas apstiprināti`, `turpmāk`.
_IN_WORDS = (
    dict.fromkeys("auAU", (_AMENDED,)) | {",": (_APPROVED, _ALIAS_BARE)} | dict.fromkeys(";tTsS", (_ALIAS_BARE,))
)
_OPENERS = frozenset(QUOTES + ",'‘’")
_QUOTES = frozenset(QUOTES)
_BLANKS = frozenset(" \t\n")
#: First letters of what may follow a law; of what may follow other acts too (a date, a number).
_AFTER_LAW = _OPENERS | frozenset("([/;auAUtTsS")
_AFTER_ACT = _AFTER_LAW | frozenset("nN№0123456789\n\r\u00a0")
#: `… lēmumu Nr. 6 „…”, kura 3. punkts uzdod`: a place in the act just named.
_WHOSE = re.compile(r",\skur(?:as|ās|os|[aāu])\s(?=\d)")
_POINT = r"\d{1,4}(?:\.\d{1,3}){0,4}\.?"
_POINT_NEXT = rf"\s{{0,2}}{_POINT}(?:\s?(?:,|un|-|–)\s?{_POINT}){{0,9}}\s?(?:punkt|apakšp|pielik|nodaļ|p\.|pp\.)"
_PLAIN = rf"[^\n;(){QUOTES}]"
#: A title without marks, behind the number: `Nr.196 Noteikumi par galvojumiem 4.punktu`, `Nr.8-31 Par kārtību (grozīts …)`,
#: `Nr.97 Mantas iznomāšanas noteikumi 12.punktu`; up to the citation, or where the clause ends. What names a law is left alone.
_BARE_TITLE = re.compile(
    rf"(?P<title>(?:Par|Noteikumi\s+par|Grozījum\w{{1,3}})\s(?:(?!,|likum|kodeks|Ministru|MK\b){_PLAIN}){{3,260}}?"
    rf"(?=\s?[(,;\n]|{_POINT_NEXT}|(?<!\d)\.(?:\s|$)|$)"
    rf"|Kārtība,\s+kādā\s(?:(?!likum|kodeks|Ministru|MK\b){_PLAIN}){{3,260}}?(?={_POINT_NEXT})"
    rf"|[A-ZĀČĒĢĪĶĻŅŠŪŽ](?:(?!,|likum|kodeks|Ministru|MK\b){_PLAIN}){{3,160}}?\s(?:noteikumi|nolikums|kārtība)(?={_POINT_NEXT}))"
)


@dataclass(slots=True)
class Tail:
    end: int
    number: str | None = None
    date: str | None = None
    title: str | None = None
    alias: str | None = None
    alias_span: tuple[int, int] | None = None
    pinpoints: list[Pinpoint] = field(default_factory=list)
    annex: int | None = None  # where the act ends without the bracket that has nothing but an annex
    aside: tuple[int, int] | None = None  # a bracket that tells how the act was taken or changed: it may name others


def may_follow(text: str, at: int) -> bool:
    """Whether anything but pinpoints may stand behind the head noun that ends at `at`, so far as its first letter tells."""
    return text[(start := _past_space(text, at)) : start + 1] in _AFTER_ACT


def _past_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def read_tail(text: str, at: int, year: int | None = None, *, law: bool = False, title: str | None = None) -> Tail:
    """Reads from `at`, right behind the head noun. `law`: laws carry no number of their own. `title`: what stood there without
    marks, or with the head noun inside them."""
    tail = Tail(at + 1 if title and text[at : at + 1] in _QUOTES else at, title=title)
    begins = _AFTER_LAW if law else _AFTER_ACT
    for _ in range(12):
        start = tail.end
        first = text[start : start + 1]
        if first in _BLANKS:
            start = start + 1 if first == " " and text[start + 1 : start + 2] not in _BLANKS else _past_space(text, start)
            first = text[start : start + 1]
        if first not in begins and not (tail.number and first.isupper()):
            break
        if not _item(text, start, tail, year, law):
            break
    end = tail.end
    if tail.title is None and text[end : end + 1] in _QUOTES:
        end += 1
    whose = _WHOSE.match(text, end) if text.startswith(",", end) else None
    tail.pinpoints, stop = read_pinpoints(text, whose.end() if whose else end, articles=law)
    if tail.pinpoints:
        tail.end = stop
    elif text.startswith(("(", " ("), end):  # Meža likums (4. panta otrā daļa)
        pinpoints, stop = read_pinpoints(text, text.index("(", end) + 1, articles=law)
        if pinpoints and text.startswith(")", stop):
            if all([*one] == ["pielikums"] for one in pinpoints):
                tail.annex = tail.end
            tail.pinpoints, tail.end = pinpoints, stop + 1
    if tail.pinpoints:
        late = _ALIAS.match(text, tail.end + 1) if tail.alias is None and text[tail.end : tail.end + 2] == " (" else None
        if late:
            tail.alias, tail.alias_span, tail.end = late["alias"].strip(QUOTES + " "), late.span(), late.end()
    return tail


def _item(text: str, start: int, tail: Tail, year: int | None, law: bool) -> bool:
    first = text[start]
    if tail.title is None and first in _OPENERS and (first != "," or text[start + 1 : start + 2] == ","):
        span = quoted(text, start)
        if span is not None:
            words = " ".join(text[span[0] : span[1]].split())
            tail.title, tail.end = outer_off(words) if law else words, span[2]
            return True
        if first in QUOTES:
            return False
    if first in "([/":
        return _bracket(text, start, tail, year)
    if tail.number is None and not law and first in _BEFORE_NUMBER:
        match = _NUMBER.match(text, start)
        if match:
            number = match["number"].rstrip(".-–‑/,")
            stop = match.start("number") + len(number)
            if not number:
                return False
            tail.number, tail.end = number, stop
            return True
    if tail.date is None and not law and (first.isdigit() or text.startswith("no ", start)):
        match = _DATE.match(text, start)
        if match and not _UNIT_NEXT.match(text, match.end()):
            tail.date, tail.end = date_of(match, year), match.end()
            return True
    if tail.title is None and tail.number and not law and first.isupper() and start > tail.end:
        match = _BARE_TITLE.match(text, start)
        if match:
            tail.title, tail.end = " ".join(match["title"].split()), match.end()
            return True
    for pattern in _IN_WORDS.get(first, ()):
        match = pattern.match(text, start)
        if match:
            if pattern is _APPROVED and tail.date is None:
                tail.date = date_of(match, year)
            if pattern is _ALIAS_BARE:
                if tail.alias is not None:
                    return False
                tail.alias, tail.alias_span = match["alias"].strip(QUOTES + " "), match.span()
            tail.end = match.end()
            return True
    return False


def _bracket(text: str, start: int, tail: Tail, year: int | None) -> bool:
    match = _ALIAS.match(text, start)
    if match:
        if tail.alias is not None:
            return False
        tail.alias, tail.alias_span, tail.end = match["alias"].strip(QUOTES + " "), match.span(), match.end()
        return True
    match = _DATE_BRACKET.match(text, start)
    if match and tail.date is None:
        tail.date, tail.end = date_of(match, year), match.end()
        tail.number = tail.number or match["number"]
        return True
    match = _ASIDE.match(text, start, start + 700)
    if match:
        own = _OWN_NUMBER.search(match[0]) if tail.number is None and _SESSION.match(match[0]) else None
        if own:
            tail.number = own["number"].rstrip(".-–‑/")
        taken = _TAKEN.match(match[0]) if tail.date is None else None
        if taken:
            tail.date = date_of(taken, year)
        if not _PLACE.match(text, start + 1):
            tail.aside = match.span()
        tail.end = match.end()
        return True
    return False


def find_aliases(text: str) -> list[tuple[str, int, int]]:
    """Every `(turpmāk – X)` of the text: X and its span."""
    found: list[tuple[str, int, int]] = []
    for at in sorted(m.start() for opening in _ALIAS_OPENINGS for m in opening.finditer(text)):
        if found and at < found[-1][2]:
            continue
        match = _ALIAS.match(text, at)
        if match:
            found.append((match["alias"].strip(QUOTES + " "), match.start(), match.end()))
    return found
