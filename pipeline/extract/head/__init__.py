"""The head values of one part: number, date, place, protocol, title, institution. One file per value.

    LĒMUMS / Ogrē / 2023. gada 25. maijā<TAB>Nr. 214 / (protokols Nr. 8, 17. p.)   → 214, 2023-05-25, Ogre, 8 and 17
    1. Par zemes iegādi (lēmums Nr. 41/3)                                           → 41/3; date and place are the session's
    Saeimas Prezidija lēmums … Rīgā 2000.gada 21.janvārī (at the foot)              → Saeimas Prezidijs, 2000-01-21, Rīga
"""
from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.found import Found
from pipeline.extract.head.date import find_date
from pipeline.extract.head.institution import bare, find_institution
from pipeline.extract.head.number import adopted_number, find_number
from pipeline.extract.head.place import find_place
from pipeline.extract.head.protocol import find_protocol
from pipeline.extract.head.title import find_title
from pipeline.records import Institution, Protocol, Span
from pipeline.segment import Part, Session


class Head(NamedTuple):
    number: Found[str] | None = None
    date: Found[str] | None = None
    place: Found[str] | None = None
    protocol: Found[Protocol] | None = None
    title: Found[str] | None = None
    institution: Found[Institution] | None = None


def read_head(part: Part) -> Head:
    """What the head zones state; for an item of minutes what the session states, the item's own number and title apart."""
    text = part.text.text
    head = part.zones_of("head")
    formula = part.zones_of("basis", "vote", "operative")
    title = find_title(text, part.zones_of("title"))
    body = find_institution(text, head, formula, part.zones_of("signature"))
    if part.session:
        number = find_number(text, _without(part.item_span, head)) \
            or find_number(text, part.zones_of("operative")) or adopted_number(text, part.zones_of("resolution"))
        return _of_session(part, part.session, number, title, body)
    return Head(number=find_number(text, head), date=find_date(text, head), place=find_place(text, head),
                protocol=find_protocol(text, head), title=title, institution=body)


def _without(item: Span | None, head: list[Span]) -> list[Span]:
    """The head without the item's own number: `Nr. 1` above a title numbers no decision."""
    if item is None or not head or not head[0][0] <= item[0] < head[0][1]:
        return head
    return [(head[0][0], item[0]), (item[1], head[0][1]), *head[1:]]


def _of_session(
    part: Part, session: Session, number: Found[str] | None, title: Found[str] | None, body: Found[Institution] | None,
) -> Head:
    whole = session.institution
    if whole is not None and (body is None or body.value.kind != "municipal_council" or bare(body.value.name)
                              or whole.name.startswith(body.value.name)):
        body = Found(whole, None)
    protocol = Protocol(number=session.protocol_number, item=part.item) if session.protocol_number or part.item else None
    return Head(
        number=number, title=title, institution=body,
        date=Found(session.date, None) if session.date else None,
        place=Found(session.place, None) if session.place else None,
        protocol=Found(protocol, part.item_span) if protocol else None)
