"""The office of a person in a clause: the one given, else the one printed beside the name.

    Ievēlēt Sanitu Veinbergu par domes priekšsēdētāja vietnieci          → given: domes priekšsēdētāja vietnieci
    Par Komisijas sekretāri iecelt lietvedi Agnesi Pāvulu                → given: Komisijas sekretāri; printed: lietvedi
    Iecelt Māri Skuju pašvaldības aģentūras “Spodra” direktora amatā     → given: pašvaldības aģentūras “Spodra” direktora
    Komisijas priekšsēdētājs – Nauris Āmarts, Iepirkumu nodaļas vadītājs → given: Komisijas priekšsēdētājs
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.people.clauses import Clause, Verb
from pipeline.latvian.names import Case
from pipeline.latvian.roles import find_role, offices
from pipeline.records import Span

#: Where an office phrase before a name can begin at the earliest: behind these.
_BEFORE = re.compile(
    r"[:;(–—]|\s-\s|(?:^|(?<=\s))(?:par|ar|no|pie|kā|uz|ir|arī|tās|tā)(?=\s)|person[aui]\w*|\bpienākumu(?=\s)(?!\s+izpildīt)|\batbildīg\w+(?=\s+(?:par|ir)\b)|\batbildīg(?:s|a|ais|ā|ie|o)\b",
    re.IGNORECASE)
#: What each of these is or holds; quick to look for.
_BOUNDING_WORDS = frozenset({"par", "ar", "no", "pie", "kā", "uz", "ir", "arī", "tās", "tā", "-"})
_BOUNDING = re.compile("[:;(–—]|person|pienākumu|atbildīg")
#: Where the office after `par` ends.
_AFTER = re.compile(
    r"[;(\n]|\s[–—-]\s|,?\s(?:no|uz|ar|līdz|sākot|kas|kurš|kura|kurai|kuram|nosakot|nosacot|apstiprinot|un\s+[a-zāčēģīķļņšūž]+t\b|[a-zāčēģīķļņšūž]{4,}t)(?=\s|$)")
_COMMA_TAIL = re.compile(r",[^,]{0,80}\b(?:jautājumos|lietās|jomā|jomās)\b")
_AMATA = re.compile(r"\s+(?:amatā|amatam|pienākumu\s+izpildītāj\w+)\b")
_OBJECT = re.compile(r"(?:[a-zāčēģīķļņšūž]+(?:u|us|os)\s+)(?=[a-zāčēģīķļņšūž]+\b)")
#: What parts an office from the next person: `par direktoru un deputāti Ilzi Rozi`.
_AND = re.compile(r"(?:,|\sun)\s+(?:[a-zāčēģīķļņšūž]+\s+){0,3}$")
_BEHIND = re.compile(r"\s*(?:,|[–—-]|\()\s*")
_OBJECT_NOUN = re.compile(r"(?<!attiec)(?<!ties)ību$")
_DASH = re.compile(r"\s+[–—-]\s+|\s[–—]|:\s")
_OF_A_BODY = re.compile(r"komisij|grup|padom|komitej|kolēģij|\bloce?k", re.IGNORECASE)
_STOP = re.compile(r"[;,(\n)]|\s[–—-]\s")
_NO = re.compile(r"\bno\s")
_BLANK = re.compile(r"\s*,?\s*")
_PAR = re.compile(r"(?<![\w-])[Pp]ar\s+")
_NOT_A_POST = re.compile(
    r"\s*(?:par\s+)?(?:kandidāt|(?:līgum\w+\s+|sadarbības\s+partnera\s+|projekta\s+)?atbildīg)", re.IGNORECASE)


#: An office and its holder are parted by nothing but a comma, a dash, a colon, an opening bracket.
_GAP = " ,(“”\"\t–—-:"


class Post(NamedTuple):
    """An office phrase in the text and the case its head stands in; `given` when the point gives it."""

    span: Span
    case: Case | None
    given: bool
    plural: bool = False


def printed_before(text: str, clause: Clause, start: int, floor: int, case: Case) -> Post | None:
    """The office that stands before the name at `start`, not further left than `floor`."""
    left = max(clause.start, floor)
    for verb in clause.verbs:
        if verb.end <= start:
            left = max(left, verb.end)
    if _may_bound(text[left:start].lower()):
        for match in _BEFORE.finditer(text, left, start):
            if text[match.end():start].strip():
                left = match.end()
    span = find_role(text, left, start, case=case)
    if span is None or text[span[1]:start].strip(_GAP):
        return None
    if clause.verbs and any(verb.end <= span[0] and verb.effect in ("other", "make")
                            and not text[verb.end:span[0]].strip() for verb in clause.verbs):
        # `parakstīt līgumu izpilddirektorei`: the verb's own object, not a genitive of the office.
        object_ = _OBJECT.match(text, span[0], span[1])
        span = (object_.end(), span[1]) if object_ else span
    return Post(span, case, given=False, plural=_plural(text, span))


def _may_bound(words: str) -> bool:
    return not _BOUNDING_WORDS.isdisjoint(words.split()) or _BOUNDING.search(words) is not None


def heading_in(text: str, clause: Clause, case: Case = "nominative") -> Post | None:
    """The office that a line of its own states for the lines below: `Komisijas locekļi:`, `Padomes priekšsēdētājs`."""
    if clause.verbs or clause.end - clause.start > 120:
        return None
    words = text[clause.start:clause.end].rstrip(" :,–—-")
    span = find_role(text, clause.start, clause.start + len(words), case=case)
    if span is None or span[1] < clause.start + len(words):
        return None
    return Post(span, case, given=True, plural=_plural(text, span))


def heading_of_several(text: str, clause: Clause) -> Post | None:
    """`Komisijas locekļi: Ilze Roze,` and more lines follow: the office before the last colon, when it is a plural."""
    colon = text.rfind(":", clause.start, clause.end)
    if colon < 0:
        return None
    left = max(clause.start, *(text.rfind(mark, clause.start, colon) + 1 for mark in ",;:–—"),
               *(verb.end for verb in clause.verbs if verb.end <= colon))
    posts = (heading_in(text, Clause(left, colon, (), ""), case) for case in _HEADING_CASES)
    return next((post for post in posts if post and post.plural), None)


_HEADING_CASES: tuple[Case, ...] = ("nominative", "accusative")


def stated_before(text: str, clause: Clause, name: int) -> Post | None:
    """`Komisijas priekšsēdētājs – mežzinis Jānis Kalns`, `par sekretāri – Ilzi Rozi`: the office that opens the line."""
    verbs = (verb.end for verb in clause.verbs if verb.end <= name)
    left = max(clause.start, text.rfind(": ", clause.start, name - 3) + 1, *verbs)
    dash = _DASH.search(text, left, name)
    if dash is None:
        return None
    left += len(text[left:dash.start()]) - len(text[left:dash.start()].lstrip())
    post = _in_par(text, left, dash.start()) or heading_in(text, Clause(left, dash.start(), (), ""))
    return None if post is None or post.plural else post


def _in_par(text: str, start: int, end: int) -> Post | None:
    match = _PAR.match(text, start, end)
    return _post(text, match.end(), end, "accusative") if match else None


def _plural(text: str, span: Span) -> bool:
    return _names_several(text[span[0]:span[1]].rsplit(None, 1)[-1])


@lru_cache(maxsize=4096)
def _names_several(word: str) -> bool:
    known = offices(word)
    return bool(known) and all(office.plural for office in known if office.case != "genitive")


def printed_after(text: str, clause: Clause, end: int, ceiling: int, case: Case) -> Post | None:
    """The office behind the name: `Nauris Āmarts, Iepirkumu nodaļas vadītājs`; `R.Jurdžs - labklājības ministrs`."""
    match = _BEHIND.match(text, end, ceiling)
    if not match:
        return None
    stop = _STOP.search(text, match.end(), ceiling)
    right = stop.start() if stop else ceiling
    for verb in clause.verbs:
        if match.end() <= verb.start < right:
            return None
    longer = _COMMA_TAIL.match(text, right, ceiling) if stop and stop.group() == "," else None
    span = find_role(text, match.end(), longer.end() if longer else right, case=case)
    if span is None or text[match.end():span[0]].strip():
        return None
    if ceiling < clause.end and not text[span[1]:ceiling].strip():
        return None     # `Juris Kalns, vadītāja Ilze Roze`: the office of who is named behind it
    if stop and stop.group() == "," and not longer and not _OF_A_BODY.search(text, *span):
        # `Jānis Kalns – domes priekšsēdētājs, komisijas priekšsēdētājs`: the second is the one given.
        second = printed_after(text, clause, right, ceiling, case)
        if second and _OF_A_BODY.search(text, *second.span):
            return second
    return Post(span, case, given=False)


def given(text: str, clause: Clause, name: Span, names: Sequence[Span], verb: Verb | None) -> Post | None:
    """The office that an appointing verb gives to the person."""
    following = [other for other in names if other[0] >= name[1]]
    ceiling = following[0][0] if following else clause.end
    return (_after_par(text, name[1], clause.end, following) or _in_post(text, name[1], ceiling)
            or (_before_appointing(text, clause, names, name, verb) if verb else None))


def _after_par(text: str, start: int, end: int, following: list[Span]) -> Post | None:
    match = _PAR.search(text, start, min(end, start + 160))
    if not match:
        return None
    stop = _AFTER.search(text, match.end(), end)
    right = stop.start() if stop else end
    behind = next((other[0] for other in following if other[0] >= match.end()), None)
    if behind is not None and (behind <= right or not text[right:behind].strip(_GAP)):
        parted = _AND.search(text, match.end(), behind)
        if parted is None:
            return None     # `par sekretāri – Ilzi Rozi`: the office of who is named behind it
        right = min(right, parted.start())
    comma = text.find(",", match.end(), right)
    if comma > 0 and not _COMMA_TAIL.match(text, comma, right):
        right = comma
    return _post(text, match.end(), right, "accusative")


def _post(text: str, start: int, end: int, case: Case) -> Post | None:
    if _NOT_A_POST.match(text, start, end):
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    span = find_role(text, start, end, case=case)
    if case == "accusative":
        several = find_role(text, start, end, case="dative")
        if several and _plural(text, several):       # `par` takes the dative in the plural: `par locekļiem`
            span, case = several, "dative"
    if span is None or any(word[-1] not in "suaā" or _OBJECT_NOUN.search(word) for word in text[start:span[0]].split()):
        return None
    span = (start, span[1])
    words = text[span[0]:span[1]].split()
    if any(office.masculine == "pārstāvis" and office.case == case for word in words for office in offices(word)):
        return None       # who represents keeps the office held
    return Post(span, case, given=True, plural=_plural(text, span))


def _in_post(text: str, start: int, end: int) -> Post | None:
    match = _AMATA.search(text, start, min(end, start + 160))
    if not match or _NO.search(text[start:match.start()]):
        return None
    return _post(text, _BLANK.match(text, start).end(), match.start(), "genitive")  # type: ignore[union-attr]


def _before_appointing(text: str, clause: Clause, names: Sequence[Span], name: Span, verb: Verb) -> Post | None:
    """`Par Komisijas sekretāri iecelt …`, `Direktora amatā iecelt …`, `ievēlēt par priekšsēdētāju Jāni Kalnu`."""
    spots = list(_PAR.finditer(text, clause.start, name[0]))
    if spots:
        first = min(other[0] for other in names if other[0] >= spots[-1].end())
        right = verb.start if spots[-1].end() <= verb.start else first
        post = _post(text, spots[-1].end(), right, "accusative")
        if post:
            return post
    start, end = (clause.start, verb.start) if verb.start > clause.start else (verb.end, name[0])
    match = _AMATA.search(text, start, end)
    return _post(text, start, match.start(), "genitive") if match else None
