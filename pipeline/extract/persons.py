"""Everyone the resolution appoints, elects, entrusts or makes responsible.

    Uzdot Finanšu pārvaldes vadītājai Sarmai Bukai līdz … iesniegt    → Sarma Buka, Finanšu pārvaldes vadītāja
    Ievēlēt Sanitu Veinbergu par domes priekšsēdētāja vietnieci       → Sanita Veinberga, domes priekšsēdētāja vietniece
    Uzdot Finanšu nodaļai (I.Komisare) sagatavot …                    → I.Komisare, Finanšu nodaļa

Names are found (`latvian.names.find`), judged by the verb that governs them (`people.govern`), given their office
(`people.posts`) and turned to the nominative with what both tell of gender and case.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.people.bodies import body_before
from pipeline.extract.people.clauses import Clause, Verb, clauses, leading
from pipeline.extract.people.govern import Governed, govern, partner
from pipeline.extract.people.posts import (
    Post,
    given,
    heading_in,
    heading_of_several,
    printed_after,
    printed_before,
    stated_before,
)
from pipeline.latvian.names import Gender, Name, gave_name, like_names, nominative
from pipeline.latvian.roles import Role, role_nominative
from pipeline.records import Attendance, Person, Point, Resolution, Signatory, Span, Vote
from pipeline.segment import Part
from pipeline.segment.marks import NAME

#: Who drafted the document, in the nominative: behind the word, or before a telephone number.
_DRAFTER = re.compile(
    rf"^(?:(?:[Ll]ēmum\w*\s)?(?:[Pp]rojektu\s)?(?:[Ss]agatavo(?:ja|tāj[sa])|[Ii]zpildītāj[sa]|[Ii]zstrādāja)\s?[:–-]?\s{{1,2}}"
    rf"(?:\w+\s){{0,4}}?(?P<name>{NAME})|(?P<caller>{NAME}),?\s{{1,2}}(?:tālr\.?\s?)?[26]\d{{3}}\s?\d{{4}})", re.MULTILINE)


class _Place(NamedTuple):
    """One clause with what reaches in from above: the leading verb, its words, the office that a heading states."""

    clause: Clause
    names: tuple[Span, ...]
    point: str | None
    lead: Verb | None
    context: str
    heading: Post | None


def read_persons(
    part: Part, resolution: Resolution, vote: Vote | None, signatories: list[Signatory], attendance: Attendance | None,
) -> list[Person]:
    """Listed once a record, in text order. Nominatives printed elsewhere decide doubtful ones: in vote, signature, attendance,
    and where the drafter is named.

    Not listed: the dismissed, the awarded, those who get or ask for something, partners of a contract.
    """
    seen: frozenset[str] | None = None
    found: dict[str, Person] = {}
    given_posts: set[str] = set()
    for place in _places(part.text.text, resolution.points):
        seen = _seen(vote, signatories, attendance).union(_drafters(part)) if seen is None else seen
        for person, is_given in _read_clause(part.text.text, place, seen):
            key = person.name.casefold()
            if key not in found or (is_given and key not in given_posts):
                found[key] = person if key not in found else found[key].model_copy(update={"role": person.role})
            if is_given:
                given_posts.add(key)
    return list(found.values())


def _seen(vote: Vote | None, signatories: list[Signatory], attendance: Attendance | None) -> frozenset[str]:
    seen = {signatory.name for signatory in signatories}
    if vote:
        for side in (vote.for_, vote.against, vote.abstain, vote.not_voting, vote.absent):
            seen.update(side.names)
    if attendance:
        seen.update(attendee.name for attendee in (*attendance.present, *attendance.absent))
    return frozenset(seen)


def _drafters(part: Part) -> Iterator[str]:
    """`Sagatavoja: D. Kļava`, `A.Kļava 64600024` at the foot."""
    for start, end in part.zones_of("distribution"):
        yield from (match["name"] or match["caller"] for match in _DRAFTER.finditer(part.text.text, start, end))


def _places(text: str, points: list[Point], written: list[Span] | None = None, lead: Verb | None = None, context: str = "",
            heading: Post | None = None) -> Iterator[_Place]:
    """Every clause of the points in text order; children hang on the words of the point above them.

    `written`: what is written like a name in the point above.
    """
    for point in points:
        start, end = point.span
        inside = like_names(text, start, end) if written is None else written
        candidates = [name for name in inside if start <= name[0] and name[1] <= end]
        if not candidates:
            continue
        own_lead, own_context, own_heading = lead, context, heading
        edges = [point.span[0], *(edge for child in point.children for edge in child.span), point.span[1]]
        for index in range(0, len(edges), 2):
            for clause in clauses(text, edges[index], edges[index + 1]):
                if clause.verbs:
                    own_lead = leading(clause.verbs) or own_lead
                    own_context, own_heading = text[clause.start:clause.end], None
                elif clause.after == "." and not own_context.rstrip().endswith(":") and own_lead is not lead:
                    own_lead = lead
                names = tuple([name for name in candidates if clause.start <= name[0] and name[1] <= clause.end
                               and not gave_name(text, name, clause.end)])
                if names:
                    yield _Place(clause, names, point.number, own_lead, own_context, own_heading)
                else:
                    own_heading = heading_in(text, clause) or own_heading
                own_heading = heading_of_several(text, clause) or own_heading
                own_context = own_context or text[clause.start:clause.end]
            if index // 2 < len(point.children):
                yield from _places(text, [point.children[index // 2]], candidates, own_lead, own_context, own_heading)


def _read_clause(text: str, place: _Place, seen: frozenset[str]) -> Iterator[tuple[Person, bool]]:
    clause = place.clause
    names = place.names
    heading = place.heading
    for index, span in enumerate(names):
        governed = govern(text, clause, names, index, place.lead, place.context)
        if governed is None:
            continue
        floor = names[index - 1][1] if index else clause.start
        ceiling = names[index + 1][0] if index + 1 < len(names) else clause.end
        before = printed_before(text, clause, span[0], floor, governed.cases[0])
        if before and index and _belongs_to_previous(text, names[index - 1][1], before.span, span[0]):
            before = None
        if partner(text, clause, before.span[0] if before else span[0]):
            continue
        listed = governed.cases[0] == "nominative" and governed.effect in ("appoint", "body")
        if before and listed and before.plural:
            heading = before
        after = printed_after(text, clause, span[1], ceiling, governed.cases[0])
        post = _post(text, clause, names, span, governed, (before, heading, after), listed)
        gender = _gender(text, before) or _gender(text, post) or _gender(text, after)
        name = _name(text[span[0]:span[1]], seen, gender, governed)
        if name is None or (governed.needs_office and post is None):
            continue
        body = None if post else body_before(text, clause.start, span[0])
        role = role_nominative(text[slice(*post.span)], gender=name.gender, case=post.case).text if post else body
        if post and role and " " not in role and text[:post.span[0]].endswith("("):
            # `Uzdot Juridiskajai nodaļai (vadītāja M. Sīle)`: whose head she is stands before the bracket
            of = body_before(text, clause.start, post.span[0], genitive=True)
            role = f"{of} {role}" if of else role
        yield Person(name=name.text, printed=text[span[0]:span[1]], role=role, point=place.point, span=span,
                     ambiguous=name.ambiguous, alternatives=list(name.alternatives)), bool(post and post.given)


def _post(text: str, clause: Clause, names: tuple[Span, ...], span: Span, governed: Governed,
          printed: tuple[Post | None, Post | None, Post | None], listed: bool) -> Post | None:
    """The office given, else the one printed: before the name, in the list's heading, behind the name."""
    before, heading, after = printed
    if listed:
        stated = stated_before(text, clause, span[0]) if span == names[0] else None
        return stated or before or heading or after
    if governed.effect == "appoint":
        found = given(text, clause, span, names, governed.verb)
        if found:
            return found
    return before or after or heading


def _belongs_to_previous(text: str, end: int, office: Span, start: int) -> bool:
    """`Anna Roze, ekonomiste, Jānis Kalns`: the office is the one of who is named before it."""
    return text[end:office[0]].strip() in (",", "–", "—", "-") and "," in text[office[1]:start]


def _gender(text: str, post: Post | None) -> Gender | None:
    """The gender that an office tells; plurals and offices to be given (`par priekšsēdētāja vietnieci`) tell it as well."""
    if post is None or post.plural or post.case == "genitive":
        return None
    role: Role = role_nominative(text[slice(*post.span)], case=post.case)
    return role.gender if role.case == post.case else None


def _name(printed: str, seen: frozenset[str], gender: Gender | None, governed: Governed) -> Name | None:
    """The nominative, or None when the name cannot stand in any case that the verb asks for."""
    for case in governed.cases:
        name = nominative(printed, seen=seen, gender=gender, case=case)
        if name.case == case or name.case is None:
            return name
    return None


