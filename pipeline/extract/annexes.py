"""Annexes: listed under the resolution, cited by its points, or with their text in the same file; one entry each.

    Pielikumā: 1) Apliecinājums uz 3 lp.; point 2: saskaņā ar 1.pielikumu   → 1 "Apliecinājums", 3 pages, cited in 2
    (1. pielikums) in point 2, nothing listed                               → 1, no title, cited in 2
    Pielikums / … lēmumam Nr. 12 / NOTEIKUMI behind the signature           → in the document, with its text
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extract.annex.listing import Listed, read_listing
from pipeline.extract.annex.texts import AnnexText, read_texts
from pipeline.extract.points.annex_citations import find_citations
from pipeline.extract.points.cues import ANNEX, find_words, stands
from pipeline.extract.points.lines import read_lines
from pipeline.extract.points.node import Node
from pipeline.extract.points.outline import read_outline
from pipeline.records import Annex, Point, Reference, Resolution, Span
from pipeline.segment import Part

_WORD = re.compile(r"\w{3,}")
#: An annex that a point names with its pages: `norakstīt 312 grāmatas (pielikumā saraksts uz 6 lp.)`.
_NAMED = re.compile(r"\((?=[Pp]ielikumā\b)[^()\n]{3,160} uz [^()\n]{1,20}\bl(?:p|pp|apām|apas|apa)\b\.?(?=\))")


@dataclass(slots=True)
class _Draft:
    """One annex while it is put together."""

    number: str | None
    listed: Listed | None = None
    text: AnnexText | None = None
    cited: list[str | None] = field(default_factory=list)
    span: Span | None = None


def read_annexes(part: Part, resolution: Resolution, references: tuple[Reference, ...] = ()) -> list[Annex]:
    """In the list's order, then those only in the file, then those only cited."""
    text = part.text.text
    drafts: list[_Draft] = []
    for start, end in part.zones_of("annexes"):
        for listed in read_listing(text, start, end):
            drafts.append(_Draft(listed.number, listed=listed, span=listed.span))
    if not drafts:
        for start, end in part.zones_of("resolution"):
            for named in _NAMED.finditer(text, start, end):
                drafts.extend(_Draft(one.number, listed=one, span=one.span)
                              for one in read_listing(text, named.start() + 1, named.end()))
    regulation = part.document_type in ("binding_regulation", "other")
    for start, end in part.zones_of("annex_text"):
        for found in read_texts(text, start, end, regulation=regulation):
            draft = _draft_of(drafts, found)
            if draft is None:
                draft = _Draft(found.number, span=(found.span[0], min(found.span[1], found.span[0] + 200)))
                drafts.append(draft)
            draft.text = found
            draft.number = draft.number or found.number
    _cite(part, resolution, references, drafts)
    return [_annex(draft) for draft in drafts]


def _draft_of(drafts: list[_Draft], found: AnnexText) -> _Draft | None:
    """The listed annex that this text is: by number, else by title, else the only one left."""
    free = [draft for draft in drafts if draft.text is None]
    if found.number:
        same = [draft for draft in free if draft.number == found.number]
        if same or any(draft.number for draft in free):
            return same[0] if same else None
    likest = max(free, key=lambda draft: _likeness(draft, found), default=None)
    if likest is not None and _likeness(likest, found) > 0.5:
        return likest
    return free[0] if len(free) == 1 and found.headed else None


def _likeness(draft: _Draft, found: AnnexText) -> float:
    """The share of the listed title's words that the heading has, by their first five letters."""
    if not draft.listed or not draft.listed.title or not found.title:
        return 0.0
    listed = {word[:5] for word in _WORD.findall(draft.listed.title.casefold())}
    printed = {word[:5] for word in _WORD.findall(found.title.casefold())}
    return len(listed & printed) / max(1, len(listed))


def _cite(part: Part, resolution: Resolution, references: tuple[Reference, ...], drafts: list[_Draft]) -> None:
    """Links every citation to its annex; one that is neither listed nor in the file gets an entry of its own."""
    cited = list(_citations(part, resolution, references))
    if not cited:
        return
    numbers = sorted({number for number, _, _ in cited if number}, key=_order)
    unnumbered = [draft for draft in drafts if draft.number is None]
    if unnumbered and len(unnumbered) == len(drafts) == len(numbers) and numbers == [str(n + 1) for n in range(len(numbers))]:
        for draft, number in zip(drafts, numbers, strict=True):        # listed without numbers, cited with them
            draft.number = number
    for wanted, point, span in cited:
        holder = next((one for one in drafts if one.number == wanted), None)
        if holder is None and wanted is None and drafts:
            if len(drafts) > 1:
                continue       # `(pielikumā)` where several are listed: nothing says which
            holder = drafts[0]
        if holder is None:
            holder = _Draft(wanted, span=span)
            drafts.append(holder)
        if point not in holder.cited:
            holder.cited.append(point)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(piece) for piece in number.split("."))


def _citations(part: Part, resolution: Resolution, references: tuple[Reference, ...],
               ) -> Iterator[tuple[str | None, str | None, Span]]:
    """Number of the annex, number of the point, words. Of regulations the points are read for this alone."""
    text = part.text.text
    zones = part.zones_of("other")
    if resolution.points:
        zones = [(resolution.points[0].span[0], resolution.points[-1].span[1])]
    places = [place for start, end in zones for place in find_words(text, ANNEX, start, end)]
    if not places:
        return
    if resolution.points:
        pieces = [(point.number, piece) for point in _holding(places, resolution.points) for piece in own_pieces(point)]
    else:
        pieces = [(node.number, piece) for node in _nodes(read_outline(text, read_lines(text, zones))) for piece in node.pieces]
    acts = [reference.span for reference in references]
    for number, (start, end) in pieces:
        if not stands(places, start, end):
            continue
        for citation in find_citations(text, start, end, acts):
            yield citation.number, number, citation.span


def own_pieces(point: Point) -> Iterator[Span]:
    """The parts of a point's span that no child covers."""
    at = point.span[0]
    for child in point.children:
        yield at, child.span[0]
        at = child.span[1]
    yield at, point.span[1]


def _holding(places: list[int], points: list[Point]) -> Iterator[Point]:
    """The points in whose span one of the places stands, in text order."""
    for point in points:
        if stands(places, *point.span):
            yield point
            if point.children:
                yield from _holding(places, point.children)


def _nodes(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _nodes(node.children)


def _annex(draft: _Draft) -> Annex:
    text = draft.text
    title = draft.listed.title if draft.listed else None
    return Annex(
        number=draft.number, title=title or (text.title if text else None), pages=draft.listed.pages if draft.listed else None,
        cited_in=[number for number in draft.cited if number], in_document=text is not None, span=draft.span,
        text_span=text.span if text else None, tables=text.tables if text else [], stamp=text.stamp if text else None)
