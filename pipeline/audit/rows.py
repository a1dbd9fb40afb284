"""One row of the audit: a citation, its verdict, the words on the page, and what the registry says."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.audit.judge import Judgement, Verdict

Record = Mapping[str, Any]
#: How far a sentence is followed to either side of the citation, in characters.
CONTEXT = 240
_SENTENCE_END = re.compile(r"(?<=[a-zāčēģīķļņšūž”\")][.;:!?])\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ\[(„“\"])|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """Stable columns of the CSV and JSON report. `before`, `words`, `after` are the sentence; `span` points into `text`."""

    verdict: Verdict
    reason: str
    decision: str
    path: str
    institution: str | None
    municipality: str | None
    decision_date: str | None
    act: str
    kind: str
    form: str
    role: str
    cited_number: str | None
    cited_date: str | None
    cited_title: str | None
    pinpoints: str
    words: str
    before: str
    after: str
    start: int
    end: int
    page: int | None
    suggestion: str | None
    registry_act: str | None
    registry_url: str | None
    notes: str
    accepted: str | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a reviewed exception names: stays the same when the text before the citation grows."""
        return self.decision, self.act, self.pinpoints, self.verdict

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


COLUMNS = tuple(Row.__dataclass_fields__)


def make_row(record: Record, reference: Mapping[str, Any], facts: Mapping[str, Any], judgement: Judgement) -> Row:
    """The row of one reference; `facts` are its number, date and title after resolution."""
    start, end = reference["span"]
    before, words, after = sentence(record["text"], start, end)
    institution = record.get("institution") or {}
    return Row(
        verdict=judgement.verdict, reason=judgement.reason, decision=record["id"], path=record["source"]["path"],
        institution=institution.get("name"), municipality=institution.get("municipality"), decision_date=record.get("date"),
        act=reference["act"], kind=reference["kind"], form=reference["form"], role=reference.get("role") or "mentions",
        cited_number=facts.get("number"), cited_date=facts.get("date"), cited_title=facts.get("title"),
        pinpoints="; ".join(" ".join(f"{k} {v}" for k, v in p.items()) for p in reference.get("pinpoints") or []),
        words=words, before=before, after=after, start=start, end=end, page=page_of(record, start),
        suggestion=judgement.suggestion, registry_act=judgement.entry.name if judgement.entry else None,
        registry_url=judgement.entry.address if judgement.entry else None, notes="; ".join(judgement.notes),
    )


def sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence around `text[start:end]`, cut in three: before, the words, after."""
    left = max(0, start - CONTEXT)
    for match in _SENTENCE_END.finditer(text, left, start):
        left = match.end()
    stop = _SENTENCE_END.search(text, end, min(len(text), end + CONTEXT))
    right = stop.start() if stop else min(len(text), end + CONTEXT)
    return text[left:start], text[start:end], text[end:right]


def page_of(record: Record, offset: int) -> int | None:
    """The page a character stands on; None for sources without pages."""
    return next((p["number"] for p in record.get("pages") or [] if p["start"] <= offset < p["end"]), None)
