"""Recognition's doubts, where a wrong letter would be a wrong fact: in names and numbers.

    number "2l4" read with confidence 0.41      → ocr.low_confidence at these characters
    a page that is an image, recognition off    → ocr.page_unread
"""
from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Decision, Finding, Span


def check_ocr(decision: Decision) -> Iterator[Finding]:
    """`ocr.low_confidence` for doubtful words that a value rests on; `ocr.page_unread` for pages not read."""
    for note in decision.source.notes:
        if "was not recognised" in note or "not to be trusted" in note or "could not be read" in note:
            yield Finding(code="ocr.page_unread", severity="error", message=note)
    if not decision.doubtful:
        return
    facts = sorted(fact_spans(decision))
    for word in decision.doubtful:
        start, end = word.span
        printed = decision.text[start:end]
        if any(a < end and start < b for a, b in facts) or any(map(str.isdigit, printed)):
            yield Finding(code="ocr.low_confidence", severity="warning", span=word.span,
                          message=f"“{printed}” was read from the image with confidence {word.confidence:.2f}.")


def fact_spans(decision: Decision) -> Iterator[Span]:
    """Where names and head values stand."""
    yield from decision.spans.values()
    for vote in (decision.vote, *decision.vote_rounds):
        for side in (vote.for_, vote.against, vote.abstain, vote.not_voting, vote.absent) if vote else ():
            yield from side.spans
    yield from (person.span for person in decision.persons)
    yield from (signatory.span for signatory in decision.signatories if signatory.span)
