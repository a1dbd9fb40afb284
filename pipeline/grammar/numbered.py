"""Acts that go by issuer, date and number: regulations, orders, instructions, decisions, by-laws.

Ministru kabineta 2024. gada 16. jūlija noteikumiem Nr. 483 “…”            → mk_noteikumi
Cēsu novada domes 24.02.2022. lēmumu Nr.57 “Par …”                         → lemums
Siguldas novada pašvaldības dome 2023. gada 16. martā pieņēma lēmumu (…)   → lemums
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.grammar.mention import Mention
from pipeline.grammar.names import name_before
from pipeline.grammar.pinpoints import read_pinpoints
from pipeline.grammar.tail import Tail, may_follow, read_tail
from pipeline.latvian.bodies import body_before, last_word, nominative, noun_in, without_state
from pipeline.latvian.dates import ACT_DATE, DATE, date_of
from pipeline.latvian.quotes import QUOTES
from pipeline.records.model import ReferenceKind

_DATE_END = re.compile(rf"(?=[\dŠš]){ACT_DATE}\s*$", re.IGNORECASE)
#: Cheap look first: figures with dots, or a month's ending, right before.
_MAYBE_DATE = re.compile(r"(?:\d\.?|[rtšļlj][aāīimu]{1,2}|(?:ij|ust)[aāu])\s*$", re.IGNORECASE)
_DATE_AT = re.compile(DATE, re.IGNORECASE)
_CABINET = re.compile(r"(?:(?:Latvijas\s+Republikas|LR)\s+)?(?:Ministru\s+kabineta|MK)\s*$", re.IGNORECASE)
#: Words between the issuer and the head noun, by what they mean.
_INNER = re.compile(
    r"(?:iekšēj|attiecīg|kārtēj|vienpersonisk|apstrīdēt|pārsūdzēt|sākotnēj|galīg|pozitīv|(?:ne)?labvēlīg)\w{1,4}|sēdes|ārkārtas"
)
#: `2020. gada 3. martā pieņemto lēmumu`
_PARTICIPLE = re.compile(r"(?:apstiprināt|izdot|pieņemt)(?:o|ā|ais|ie|os|ās|ajiem|ajos|ajā|ajam|ajai)")
_ADOPTED = re.compile(
    r"(?:(?:ir|tika|tikusi)\s+)?(?:pieņēm\w{1,5}|pieņemt\w{1,2}|pieņēmusi|izdeva|izdevis|izdevusi|apstiprināja)\s+$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:^|[\s(“„\"])(?:(?:iepriekš|augstāk|jau)\s?)?"
    r"(?:minēt\w{1,5}|(?:t[āoiī]s?|š[āīo])\s+paš\w{1,3}|š[āīo]|šajos|šajā|šiem|šie|šis|šos|šim|tiem\s+pašiem)\s+$",
    re.IGNORECASE,
)
#: The last word of those.
_RELATIVE_WORD = re.compile(r"(?:minēt\w{1,5}|paš\w{1,3}|š[āīo]|šajos|šajā|šiem|šie|šis|šos|šim)$")
_AGAIN = re.compile(
    rf"(?:,|;|\s+un|,?\s+kā\s+arī)\s+(?:(?P<date>{DATE})\s*)?(?:(?P<noun>lēmum|noteikum|rīkojum)\w{{1,4}}\s+)?(?=[Nn]r\.?\s?\d)",
    re.IGNORECASE,
)
#: Behind the act: `lēmums “…”, kuru Krāslavas novada dome pieņēma`
_WHO_ADOPTED = re.compile(
    r"\s*,\s*(?:kuru|kurus|kuras|ko)\s+(?P<who>[A-ZĀČĒĢĪĶĻŅŠŪŽ][^,;:.()\n]{3,90}?)\s+(?:ir\s+|bija\s+)?"
    r"(?:pieņēm|izdev|apstiprināj)\w{1,5}\b")
_DRAFT = re.compile(r"\s+projekt", re.IGNORECASE)
#: A court; the orphans' court of a municipality is none.
_COURT = re.compile(r"(?<!bāriņ)tiesa\w*$", re.IGNORECASE)
_BARE = frozenset(
    {
        "dome",
        "padome",
        "pašvaldība",
        "pašvaldības dome",
        "novada dome",
        "pilsētas dome",
        "novada pašvaldība",
        "komisija",
        "novada pašvaldības dome",
        "pilsētas pašvaldība",
        "komiteja",
        "valde",
        "kolēģija",
    }
)
#: Group of the head noun → (kind when the Cabinet issued it, kind when another body did).
_KINDS: dict[str, tuple[ReferenceKind, ReferenceKind]] = {
    "noteikumi": ("mk_noteikumi", "cits"),
    "rīkojums": ("mk_rikojums", "rikojums"),
    "instrukcija": ("mk_instrukcija", "cits"),
    "lēmums": ("lemums", "lemums"),
    "nolikums": ("cits", "cits"),
}
#: What stands in front of a bracket that says which act it is: `Ēku būvnoteikumu (`, `ĒBN (`.
_NAME_FIRST = re.compile(
    r"(?:\b(?P<stem>\w{0,24}(?:noteikum|nolikum|kārtīb))(?P<case>\w{1,3})|\w*(?:lēmum|rīkojum|instrukcij|reglament)\w{1,4}"
    r"|\b[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,8})\s\($"
)
_NOMINATIVE = {"noteikum": "i", "nolikum": "s", "kārtīb": "a"}
#: By-laws that are known by their title alone.
_CHARTER_TITLE = re.compile(r"(?:Par|Grozījum\w{1,3})\s|.*nolikum", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _points_back(word: str) -> bool:
    return _RELATIVE_WORD.search(word) is not None


def relative_before(text: str, start: int, floor: int) -> int | None:
    """Where `minētā`, `šā`, `tā paša` … right before `start` begins; None when none stands there."""
    if not _points_back(_word_before(text, start, floor)):
        return None
    window = max(floor, start - 40, text.rfind("\n", max(floor, start - 40), start) + 1)
    match = _RELATIVE.search(text, window, start)
    if not match:
        return None
    return match.start() if match[0][:1].isalpha() else match.start() + 1


def read_numbered(text: str, group: str, start: int, stop: int, floor: int, year: int | None) -> list[Mention]:
    """The acts named by the head noun `text[start:stop]`: one, or several that share it."""
    if _DRAFT.match(text, stop):
        return []
    front = _front(text, group, start, floor, year)
    if front is None or (front.date is None and not may_follow(text, stop)):
        return []
    tail = read_tail(text, stop, year)
    mention = _head(text, group, front, tail)
    if mention is None:
        return []
    _named_first(text, mention, floor)
    found = [mention]
    for _ in range(40):
        again = _AGAIN.match(text, mention.end)
        if not again or again.end() <= mention.end:
            break
        if again["noun"] and not group.startswith(again["noun"].casefold()):
            break  # `noteikumu Nr. 421 … un lēmuma Nr. 452`: of somebody else
        tail = read_tail(text, again.end(), year)
        if tail.number is None:
            break
        printed = _DATE_AT.match(text, again.start("date")) if again["date"] else None
        behind = _issuer_behind(text, tail.end)
        date = date_of(printed, year) if printed else tail.date or mention.date  # `lēmumi Nr. 4, Nr. 5`: of one day
        mention = replace(
            mention,
            start=again.start("date") if again["date"] else again.end(),
            end=tail.end,
            title=tail.title,
            number=tail.number,
            date=date,
            issuer=behind or mention.issuer,
            bare_issuer=mention.bare_issuer and behind is None,
            alias=tail.alias,
            alias_span=tail.alias_span,
            pinpoints=tail.pinpoints,
            aside=tail.aside,
        )
        found.append(mention)
    return found


#: How long the word in front of a head noun is at most, with the white space between.
_WORD = 26


def _word_before(text: str, end: int, floor: int) -> str:
    """The word that stands, with white space behind it, before `end`, in lower case; nothing when none does."""
    piece = text[end - _WORD if end - _WORD > floor else floor : end]
    words = piece.rsplit(None, 1)
    return words[-1].casefold() if words and piece[-1].isspace() else ""


@lru_cache(maxsize=4096)
def _between(word: str) -> str:
    """What the word does between issuer and head noun; nothing when it cannot stand there."""
    return "participle" if _PARTICIPLE.fullmatch(word) else "inner" if _INNER.fullmatch(word) else ""


class _Front(NamedTuple):
    """What stands before a head noun: where the mention begins, its date and issuer (nominative)."""

    begin: int
    date: str | None
    issuer: str | None
    cabinet: bool
    binding: bool  # `saistošie noteikumi`
    adopted: bool  # with a verb: `dome pieņēma lēmumu`


def _front(text: str, group: str, start: int, floor: int, year: int | None) -> _Front | None:
    """Read back from the head noun at `start`; None when a verb there has no subject that could issue an act."""
    begin, binding, participle = start, False, False
    word = _word_before(text, begin, floor)
    if group == "noteikumi" and word.startswith("saistoš"):
        begin, binding = last_word(text, begin, max(floor, begin - _WORD)), True
        word = _word_before(text, begin, floor)
    while inner := _between(word):
        participle = participle or inner == "participle"
        begin = last_word(text, begin, max(floor, begin - _WORD))
        word = _word_before(text, begin, floor)
    adopted = None
    if group in ("lēmums", "noteikumi") and word.startswith(("pieņ", "izd", "apst")):
        adopted = _ADOPTED.search(text, max(floor, begin - 30), begin)
    if adopted:
        begin = adopted.start()
        word = _word_before(text, begin, floor)
    told = adopted is not None or participle
    date, before = _date_before(text, begin, floor, year, told, word)
    if before != begin:
        begin, word = before, _word_before(text, before, floor)
    issuer, begin, cabinet = _issuer(text, begin, floor, adopted is not None, word)
    if date is None and issuer is not None:
        date, begin = _date_before(text, begin, floor, year, told, _word_before(text, begin, floor))
    if adopted and issuer is None:
        return None
    return _Front(begin, date, issuer, cabinet, binding, adopted is not None)


def _head(text: str, group: str, front: _Front, tail: Tail) -> Mention | None:
    """The act that what stands before and behind its head noun names; None when that is too little."""
    begin, date_in_front, issuer, cabinet, binding, adopted = front
    date = date_in_front or tail.date
    if date is None and tail.number is None and tail.title is None:
        return None
    if adopted and date_in_front is None and tail.number is None:
        return None
    issuer = issuer or _issuer_behind(text, tail.end)
    if tail.annex is not None and not cabinet:
        # `Apstiprināt noteikumus Nr. 18 “…” (pielikums Nr. 1)`: the annex that holds the act, not a place in it
        tail.pinpoints, tail.end = [], tail.annex
    kind = _KINDS[group][0 if cabinet else 1]
    if binding:
        kind = "saistosie_noteikumi"
    bare = issuer is None or issuer.casefold() in _BARE
    if bare and tail.number is None and date is None:
        by_laws = group == "nolikums" and _CHARTER_TITLE.match(tail.title or "")
        if not tail.title or not (binding or by_laws):
            return None
    if issuer is not None and group == "lēmums" and _COURT.search(issuer):
        kind = "tiesas_nolemums"
    return Mention(
        kind,
        group,
        begin,
        tail.end,
        form="full" if date or tail.title else "short",
        title=tail.title,
        number=tail.number,
        date=date,
        issuer=issuer,
        alias=tail.alias,
        alias_span=tail.alias_span,
        pinpoints=tail.pinpoints,
        aside=tail.aside,
        bare_issuer=bare,
    )


def _named_first(text: str, mention: Mention, floor: int) -> None:
    """`Ēku būvnoteikumu (MK noteikumi Nr. 529) 7. punkts`: the name in front and the place behind are the act's."""
    if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")" or mention.pinpoints:
        return
    window = max(floor, mention.start - 60)
    named = _NAME_FIRST.search(text, window, mention.start)
    places, end = read_pinpoints(text, mention.end + 1, articles=False) if named else ([], 0)
    if not named or not places:
        return
    mention.pinpoints, mention.end = places, end
    if named["stem"] and mention.title is None:
        head = named.start("stem")
        name = name_before(text, head, floor, "noteikumi")
        mention.start = head if name is None else name
        ending = next(end for stem, end in _NOMINATIVE.items() if named["stem"].casefold().endswith(stem))
        mention.title = " ".join(text[mention.start : named.end("stem")].split()) + ending


def _issuer_behind(text: str, end: int) -> str | None:
    """The body that a clause behind the act says took it; it is no part of the mention."""
    match = _WHO_ADOPTED.match(text, end)
    span = body_before(text, match.end("who"), nominative_case=True) if match else None
    return " ".join(text[slice(*span)].split()) if match and span and span[0] >= match.start("who") else None


@lru_cache(maxsize=4096)
def _may_end_date(word: str) -> bool:
    return _MAYBE_DATE.search(word) is not None


def _date_before(text: str, begin: int, floor: int, year: int | None, told: bool, word: str) -> tuple[str | None, int]:
    """The date in front, in the genitive, and where it begins; `told`: with a verb, so that it may stand in the locative.

    `word`: the one in front."""
    if word and not _may_end_date(word):
        return None, begin
    at = begin
    if at > floor and text[at - 1] == ",":
        at -= 1
    if not word and not _MAYBE_DATE.search(text, max(floor, at - 14), at):
        return None, begin
    match = _DATE_END.search(text, max(floor, at - 34), at)
    if not match or (match["m"] or match["tm"] or "a")[-1] not in ("aAāĀīĪ" if told else "aA"):
        return None, begin  # `līdz 2023. gada 21. jūnijam noteikumus …`: the day of something else
    return date_of(match, year), match.start()


def _issuer(text: str, begin: int, floor: int, adopted: bool, word: str) -> tuple[str | None, int, bool]:
    """The issuer in front (it ends in `word`), in the nominative; where the mention then begins; whether it is the Cabinet."""
    if word.endswith(("kabineta", "mk")) or not word:
        match = _CABINET.search(text, max(floor, begin - 50), begin)
        if match and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            return "Ministru kabinets", match.start(), True
    if word and noun_in(word, adopted) < 0:
        return None, begin, False
    span = body_before(text, begin, nominative_case=adopted)
    if span is None or span[0] < floor:
        return None, begin, False
    name = without_state(" ".join(text[span[0] : span[1]].split()))
    return nominative(name).strip(QUOTES), span[0], False
