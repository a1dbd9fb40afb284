"""Annexes that the list, the points and the file do not agree on.

    (2. pielikums) in point 3, the list ends at 1              → annex.cited_not_listed
    (2. pielikums) in point 3, no list, nothing attached       → annex.absent
    2) paskaidrojuma raksts, which no point cites              → annex.listed_not_cited
    3. pielikums behind the signature, the list ends at 2      → annex.present_not_listed
    “uz 3 lp.”, and the annex fills two pages of the file      → annex.pages_differ
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.check.codes import CODES
from pipeline.extract.annexes import own_pieces
from pipeline.extract.points.annex_citations import find_citations
from pipeline.records import Annex, Decision, Finding, Span

_SIDES = re.compile(r"\blpp\b|lappus|lapaspus", re.IGNORECASE)


def check_annexes(decision: Decision) -> Iterator[Finding]:
    """The five `annex.*` findings. Regulations list no annexes, so only what they cite is held against the file."""
    if not decision.annexes:
        return
    zones = [(zone.start, zone.end) for zone in decision.zones if zone.kind == "annexes"]
    bare: bool | None = None      # not asked yet
    for annex in decision.annexes:
        listed = _inside(annex.span, zones)
        name = f"Annex {annex.number}" if annex.number else "The annex"
        if not listed and not annex.in_document and annex.span:
            yield (_finding("annex.cited_not_listed", f"{name} is cited but not in the list of annexes.", annex.span) if zones
                   else _finding("annex.absent", f"{name} is cited, but neither listed nor in the file.", annex.span))
        if listed and not annex.cited_in and decision.resolution.points:
            bare = _cited_bare(decision) if bare is None else bare
            if not bare:
                yield _finding("annex.listed_not_cited", f"{name} is listed but no point cites it.", annex.span)
        if annex.in_document and not listed and zones:
            yield _finding("annex.present_not_listed", f"{name} follows in the file but is not in the list.", annex.span)
        yield from _pages(decision, annex, name)


def _cited_bare(decision: Decision) -> bool:
    """A point's citation cannot be told by its number: `(pielikumā)`, or any in a point without a number."""
    waiting = list(decision.resolution.points)
    spans = sorted(reference.span for reference in decision.references)
    while waiting:
        point = waiting.pop()
        waiting += point.children
        for start, end in own_pieces(point):
            near = spans[bisect_left(spans, (start, 0)):bisect_left(spans, (end, 0))]
            if any(one.number is None or point.number is None for one in find_citations(decision.text, start, end, near)):
                return True
    return False


def _pages(decision: Decision, annex: Annex, name: str) -> Iterator[Finding]:
    """The pages stated and those in the file, where the annex begins and ends with a page. A sheet may have two sides."""
    if not annex.pages or not annex.text_span or not decision.pages:
        return
    start, end = annex.text_span
    starts = [page.start for page in decision.pages]
    first = bisect_left(starts, start - 2)
    last = bisect_left(starts, end)
    begins = first < len(starts) and abs(starts[first] - start) <= 2
    ends = last == len(starts) or not decision.text[end:starts[last]].strip()
    rest = decision.text[end:decision.pages[last - 1].end] if last else ""
    if not begins or not ends or rest.strip():
        return
    found = last - first
    sides = bool(annex.span and _SIDES.search(decision.text[annex.span[0]:annex.span[1] + 30]))
    if found != annex.pages if sides else not annex.pages <= found <= 2 * annex.pages:
        yield _finding("annex.pages_differ", f"{name} should have {annex.pages} pages and has {found}.", annex.span)


def _inside(span: Span | None, zones: list[Span]) -> bool:
    return span is not None and any(start <= span[0] < end for start, end in zones)


def _finding(code: str, message: str, span: Span | None) -> Finding:
    return Finding(code=code, severity=CODES[code][0], message=message, span=span)
