"""Whether a name in a clause is appointed, entrusted or made responsible, and in which case it then stands.

    Uzdot vadītājai Dacei Žīgurei izsniegt izziņu Jānim Kalnam    → Dacei Žīgurei (dative); Jānim Kalnam only receives
    Jāni Kalnu atbrīvot no amata, Ilzi Bērzu iecelt par vadītāju  → Ilzi Bērzu (accusative)
    Domes Finanšu nodaļai (I.Komisare) sagatavot                  → I.Komisare (nominative, for the body)
    Vadītājam Jurim Kalnam pieņemt zemi ar aktu                   → Jurim Kalnam (dative): he is to do it, nobody takes him on
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.people.clauses import Clause, Effect, Verb
from pipeline.latvian.names import Case
from pipeline.records import Span

#: A word before the office or name that makes the person someone else's partner, source or subject.
_PREPOSITION = re.compile(r"(?:^|[\s(])(?:ar|no|pie|pret|pēc|bez|starp|pirms|kopā ar)\s+$", re.IGNORECASE)
_DATIVE_BODY = re.compile(r"(?:ai|ei|am|im|um|iem|ām|ēm)[”“\"»]?\s*\($")
_QUOTED_BODY = re.compile(r"[”“\"»]\s*\($")
_MARKS = re.compile(r"^\s*[–—-]?\s*\d+\s*(?:bals|par\b|%)")
#: Words of a text whose list of nominatives is a list of people put somewhere.
_POSTS = re.compile(
    r"komisij|grup|padom|vald[ei]|kolēģij|komitej|sastāv|locek|pārstāv|deleg|atbildīg|amat|person|vadītāj|priekšsēd|sekretār|pārraudz",
    re.IGNORECASE)

#: An office in the dative right before the name; no accusative ends like it.
_DATIVE_OFFICE = re.compile(r"(?:[aiu]m|[ae]i|iem|[āē]m)\s+$")
#: `Direktoram J. Kalnam noteikt mēnešalgu`: what the one in the dative gets. All other objects are work to do.
_GAINED = re.compile(
    r"(?:alg(?:as?|u|ai)\b|\b(?:atalgojum|atlīdzīb|samaks|piemaks|prēmij|pabalst|kompensācij|atvaļinājum|limit|slodz|pienākum|pilnvar"
    r"|disciplinārsod|rājien|kategorij|status|darba\s+laik))", re.IGNORECASE)

_STATED = re.compile(r"(?i:komisij|darba\s+grup|grup|padom|komitej|kolēģij|projekt)[^,;:\n]{3,80}?\s*(?:[–—-]\s|:\s*)\s*$")


class Governed(NamedTuple):
    """`cases`: the cases the name may stand in, the likeliest first; `needs_office`: without an office it does not count."""

    effect: Effect
    cases: tuple[Case, ...]
    verb: Verb | None
    needs_office: bool = False


def govern(text: str, clause: Clause, names: Sequence[Span], index: int, lead: Verb | None, context: str) -> Governed | None:
    """How the name `names[index]` is governed; None when it is not appointed or entrusted.

    `lead` is the verb that reaches in from the clause or point above, `context` the words it stands in.
    """
    start, end = names[index]
    before = [verb for verb in clause.verbs if verb.end <= start]
    after = [verb for verb in clause.verbs if verb.start >= end]
    if _MARKS.match(text[end:clause.end]):
        return None
    bracketed = text.rfind("(", clause.start, start) > text.rfind(")", clause.start, start)
    if bracketed:
        return _in_brackets(text, clause, before, after, start, lead)
    if not clause.verbs:
        return _listed(lead, context) if lead else _stated(text, clause, start) or _addressed(text, clause, end)
    if before:
        return _after_verb(text, clause, names, index, before, after)
    return _before_verb(text, clause, start, after[0]) if after else None


def partner(text: str, clause: Clause, start: int) -> bool:
    """Whether a preposition before `start` (of the office phrase or the name) takes the person out of the verb's hands."""
    return bool(_PREPOSITION.search(text[max(clause.start, start - 12):start]))


def _in_brackets(
    text: str, clause: Clause, before: list[Verb], after: list[Verb], start: int, lead: Verb | None,
) -> Governed | None:
    opening = text.rfind("(", clause.start, start)
    words = text[max(clause.start, opening - 40):opening + 1]
    verb = before[-1] if before else lead if lead and lead.end <= clause.start else None
    acts = verb is not None or (bool(after) and after[0].effect != "grant")
    if not _DATIVE_BODY.search(words) and not (acts and _QUOTED_BODY.search(words)):
        return None
    if verb is None or verb.effect in ("entrust", "ask", "carry", "make"):
        return Governed("entrust", ("nominative",), verb)
    return None


def _listed(lead: Verb, context: str) -> Governed | None:
    """A clause without a verb, below one that has it."""
    if lead.effect in ("none", "grant", "other", "carry", "make"):
        return None
    if lead.effect in ("entrust", "ask"):
        return Governed("entrust", _cases(lead), lead, needs_office=lead.effect == "ask")
    if lead.effect == "responsible" or _POSTS.search(context):
        cases: tuple[Case, ...] = ("nominative",) if lead.case == "nominative" else ("nominative", "accusative")
        return Governed(lead.effect, cases, lead)
    return Governed("appoint", ("accusative",), lead) if lead.effect == "appoint" else None


def _stated(text: str, clause: Clause, start: int) -> Governed | None:
    """`Darba grupas vadītājs – Jānis Kalns`: a point of its own that says who has an office of a body just made."""
    return Governed("appoint", ("nominative",), None, needs_office=True) if _STATED.match(text, clause.start, start) else None


def _addressed(text: str, clause: Clause, end: int) -> Governed | None:
    """`Skolas direktorei Ilzei Rozei līdz 1. maijam:` and what to do in the points below."""
    return Governed("entrust", ("dative",), None, needs_office=True) if text[end:clause.end].rstrip().endswith(":") else None


def _after_verb(
    text: str, clause: Clause, names: Sequence[Span], index: int, before: list[Verb], after: list[Verb],
) -> Governed | None:
    start = names[index][0]
    verb = before[-1]
    held = any(verb.end <= name[0] < start for name in names) or names[0][0] < clause.verbs[0].start
    if held and after and verb.effect in ("appoint", "none", "grant"):
        # `Jāni Kalnu atbrīvot …, Ilzi Bērzu iecelt …`: the verb before has its object, the next one follows at once.
        following = names[index + 1][0] if index + 1 < len(names) else clause.end
        if after[0].start < following and after[0].effect in ("appoint", "entrust", "none", "grant") \
                and "," in text[names[index - 1][1]:start]:
            verb = after[0]
    if verb.effect in ("other", "carry", "make"):
        free = next((v for v in reversed(before) if v.case and v.effect in ("appoint", "entrust", "ask")), None)
        if free and not any(free.end <= name[0] < start for name in names):
            return Governed(free.effect, _cases(free), free, needs_office=free.effect != "entrust")
        if verb.effect != "other" and not free:
            return Governed("carry", ("dative",), verb, needs_office=verb.effect == "make")
        return None
    return _by(text, verb, start)


def _by(text: str, verb: Verb, start: int) -> Governed | None:
    colon = ":" in text[verb.end:start]
    if verb.effect in ("none", "grant", "other") or verb.case is None:
        return None
    if verb.effect == "body":
        return Governed("body", ("nominative",), verb) if colon else None
    if verb.effect == "appoint" and colon:
        return Governed("appoint", ("nominative", "accusative"), verb)
    return Governed(verb.effect, _cases(verb), verb, needs_office=verb.effect == "ask")


def _gained(text: str, start: int, end: int) -> bool:
    """Whether the first words behind the verb, before a comma, hold something that a person is given."""
    return bool(_GAINED.search(text[start:min(end, start + 60)].partition(",")[0]))


def _cases(verb: Verb) -> tuple[Case, ...]:
    return tuple(case for case in (verb.case, verb.other) if case)


def _before_verb(text: str, clause: Clause, start: int, verb: Verb) -> Governed | None:
    """The name opens the clause: `Direktoram J. Kalnam sagatavot …`, `Jāni Kalnu iecelt …`, `Direktors J. Kalns atbild …`."""
    if verb.effect == "grant":
        return None
    if verb.effect == "appoint" and _DATIVE_OFFICE.search(text, max(clause.start, start - 20), start):
        infinitive = text[verb.end - 1] in "tT"
        if not infinitive or _gained(text, verb.end, clause.end):
            return None
        return Governed("entrust", ("dative",), verb, needs_office=True)
    if verb.effect == "appoint":
        return Governed("appoint", ("accusative",), verb)
    if verb.effect == "responsible":
        return Governed("responsible", ("nominative",), verb, needs_office=True)
    if verb.effect == "body":
        return None
    if verb.effect == "ask":
        return Governed("entrust", _cases(verb), verb, needs_office=True)
    return Governed("entrust", ("dative",), verb, needs_office=verb.effect != "entrust")
