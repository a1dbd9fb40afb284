"""One scan over the text for the words that can name an act; each is then read where it stands."""

from __future__ import annotations

import re
from operator import attrgetter

from pipeline.grammar.courts import read_case, read_case_number, read_ruling, read_verdict
from pipeline.grammar.laws import read_charter, read_law, read_rules_of_order
from pipeline.grammar.mention import Mention
from pipeline.grammar.numbered import read_numbered, relative_before
from pipeline.grammar.tail import read_tail
from pipeline.grammar.union import read_union_act
from pipeline.latvian.quotes import QUOTES, quoted

#: Stems that can begin a mention (the group is the stem; it may stand inside a word, `Civillikums`): plain letters that are
#: rare, so that `re` leaps to them, and what a look back and forth from there must find: quicker than one pattern for all.
_ANCHORS = tuple(
    (letters, re.compile(letters + around))
    for letters, around in (
        ("um", "(?:(?<=([Nn]oteikum))|(?<=([Nn]olikum))|(?<=([Ll]ikum))|(?<=([Ll]ēmum))|(?<=([Rr]īkojum))|(?<=([Ss]priedum)))"),
        ("UM", "(?:(?<=(NOTEIKUM))|(?<=(LIKUM))|(?<=(LĒMUM))|(?<=(RĪKOJUM)))"),
        ("odeks", "(?<=([Kk]odeks))"),
        ("KODEKS", ""),
        ("cij", "(?:(?<=([Ii]nstrukcij))|(?<=([Kk]onvencij)))"),
        ("egul", "(?<=([Rr]egul))(?=[aāu])"),
        ("REGUL", ""),
        ("irektīv", "(?<=([Dd]irektīv))"),
        ("DIREKTĪV", ""),
        ("Satversm", ""),
        ("art", "[aāu](?<=([Hh]art.))"),
        ("īgum", r"(?<=([Ll]īgum))\w{1,3}\s+par\s+Eiropas"),
        ("iet", r"(?<=([Ll]iet))(?:a|ā|as|u|ās)\s+(?:[Nn]r|[CT](?=[-‑–]\d))"),
        ("SK", r"[ACK]\s?[-‑–]"),
        ("ārtības", r"(?<=([Kk]ārtības))\s+ru[lļ]"),
        ("nosprieda", ""),
        ("nolēma", ""),
    )
)
_LETTERS = re.compile(r"\w*")
_FIRST = frozenset({"s", "a", "am", "u", "ā", "i", "iem", "us", "os"})
_FOURTH = frozenset({"a", "as", "ai", "u", "ā", "ām", "ās"})
_FIFTH = frozenset({"e", "es", "ei", "i", "ē"})
#: Stem → the group of its acts, and the endings of its declension; the same for the stem as titles print it.
_STEMS = {
    "likum": ("law", _FIRST),
    "kodeks": ("law", _FIRST),
    "noteikum": ("noteikumi", _FIRST - {"s", "a", "ā", "am"}),
    "nolikum": ("nolikums", _FIRST),
    "rīkojum": ("rīkojums", _FIRST),
    "instrukcij": ("instrukcija", _FOURTH),
    "lēmum": ("lēmums", _FIRST),
    "regul": ("regula", _FOURTH),
    "direktīv": ("regula", _FOURTH),
    "spriedum": ("spriedums", _FIRST),
    "satversm": ("satversme", _FIFTH),
}
_GROUP_OF = {printed: known for stem, known in _STEMS.items() for printed in (stem, stem.capitalize(), stem.upper())}
_TITLE_NEXT = re.compile(rf"\w{{0,4}}(?:\s+projekt\w{{1,3}})?(?:\s+Nr\.?\s?\S{{1,16}})?\s?(?=[{QUOTES}](?:Par\b|Groz))")
_STATE = re.compile(r"(?:Latvijas\s+Republikas|LR|Latvijas)\s+$")
#: The court, the bureau named after the constitution; a school's own statutes.
_NOT_CONSTITUTION = re.compile(r"\s+(?:ties\w{1,3}|aizsardzīb\w{1,2})\b")
_STATUTES = re.compile(r"(?:universitātes|akadēmijas|augstskolas|institūta|koledžas|biedrības)\s+$", re.IGNORECASE)
_CASE_NEXT = re.compile(r"\s+(?:\w+\s+)?liet[āas]+\s+(?:[Nn]r|SK|[CT][-‑–]\d)")


def scan(text: str, year: int | None = None) -> list[Mention]:
    """Every mention that says by itself which act it means, or points back with a relative word; in text order."""
    found: list[Mention] = []
    floor, inside = 0, 0
    aside: tuple[int, int] | None = None
    for start, end in _anchors(text):
        if start < floor:
            if aside and aside[0] < start < aside[1]:
                inner = _read(text, start, end, max(inside, aside[0] + 1), year)
                found += inner
                inside = inner[-1].end if inner else inside
            continue
        mentions = _read(text, start, end, floor, year)
        if mentions:
            found += mentions
            floor = mentions[-1].end
            aside = None
            for mention in mentions:
                aside = aside or mention.aside
        elif text[start] in "LlNnRr":
            floor = max(floor, _own_title(text, end))
    found.sort(key=attrgetter("start"))
    return found


def _anchors(text: str) -> list[tuple[int, int]]:
    """The spans of all words that can name an act, in text order."""
    found: list[tuple[int, int]] = []
    for letters, pattern in _ANCHORS:
        if letters in text:
            found += [(m.start(m.lastindex or 0), m.end()) for m in pattern.finditer(text)]
    found.sort()
    return found


def _own_title(text: str, at: int) -> int:
    """Where the title ends that stands right behind a noun which names no act (a draft): nothing in it counts."""
    title = _TITLE_NEXT.match(text, at)
    span = quoted(text, title.end()) if title else None
    return span[2] if span else 0


def _read(text: str, start: int, end: int, floor: int, year: int | None) -> list[Mention]:
    known = _GROUP_OF.get(text[start:end])
    if known is None:
        return _read_other(text, text[start:end].casefold(), start, end, floor, year)
    group, endings = known
    if group != "law" and start > floor and text[start - 1].isalpha():
        return []
    stop = _word_end(text, end)
    if text[end:stop] not in endings and text[end:stop].casefold() not in endings:
        return []
    if group == "law":
        limit = max(floor, start - 24)
        while start > limit and text[start - 1].isalpha():
            start -= 1
        return _relative(text, "likums", start, stop, floor) or read_law(text, start, stop, floor)
    return _named(text, group, start, stop, floor, year)


def _word_end(text: str, at: int) -> int:
    match = _LETTERS.match(text, at)
    return match.end() if match else at


def _read_other(text: str, stem: str, start: int, end: int, floor: int, year: int | None) -> list[Mention]:
    """What an anchor names that is more than a stem: a case, a verdict, a charter."""
    if stem.startswith("sk"):
        return _some(read_case_number(text, start, floor, year))
    if stem.startswith("liet"):
        return _some(read_case(text, start, start + len(stem.split()[0]), floor, year))
    if stem in ("nosprieda", "nolēma"):
        return _some(read_verdict(text, start, floor, year))
    if stem.startswith("kārtības"):
        return read_rules_of_order(text, start, end, floor)
    if stem.startswith(("hart", "konvenc", "līgum")):
        stop = _word_end(text, end)
        charter = read_charter(text, start, stop, floor)
        return charter or ([] if stem.startswith("līgum") else _relative(text, "harta", start, stop, floor))
    return []


def _named(text: str, group: str, start: int, stop: int, floor: int, year: int | None) -> list[Mention]:
    if group == "noteikumi":
        if text[max(0, start - 7) : start].casefold() in ("pārejas", "ārejas "):
            return []
    elif group == "satversme":
        return _constitution(text, start, stop, floor)
    elif group in ("regula", "lēmums"):
        act = read_union_act(text, start, stop, floor, year)
        if act or group == "regula":
            return _some(act) or _relative(text, group, start, stop, floor)
    if group in ("spriedums", "lēmums") and _CASE_NEXT.match(text, stop):
        return []
    if group == "spriedums":
        return _some(read_ruling(text, start, stop, floor, year)) or _relative(text, group, start, stop, floor)
    return read_numbered(text, group, start, stop, floor, year) or _relative(text, group, start, stop, floor)


def _constitution(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    if _NOT_CONSTITUTION.match(text, stop) or _STATUTES.search(text, max(floor, start - 24), start):
        return []
    state = _STATE.search(text, max(floor, start - 24), start)
    tail = read_tail(text, stop, law=True)
    return [
        Mention(
            "satversme",
            "satversme",
            state.start() if state else start,
            tail.end,
            title="Latvijas Republikas Satversme",
            alias=tail.alias,
            alias_span=tail.alias_span,
            pinpoints=tail.pinpoints,
        )
    ]


def _relative(text: str, group: str, start: int, stop: int, floor: int) -> list[Mention]:
    begin = relative_before(text, start, floor)
    if begin is None and group == "noteikumi":  # minēto saistošo noteikumu
        space = text.rfind(" ", max(floor, start - 14), start - 1)
        if space >= 0 and text[space + 1 : start].casefold().startswith("saistoš"):
            begin = relative_before(text, space + 1, floor)
    if begin is None:
        return []
    tail = read_tail(text, stop, law=True)
    if tail.title is not None or (group == "likums" and text[stop - 2 : stop] in ("em", "os", "us", "mi")):
        return []  # `minētajiem likumiem`: several
    return [Mention("likums", group, begin, tail.end, form="relative", pinpoints=tail.pinpoints)]


def _some(mention: Mention | None) -> list[Mention]:
    return [mention] if mention else []
