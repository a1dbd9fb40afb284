"""spaCy `DocBin` files for those who train models: each decision a `Doc`, what was read in it as span groups.

Groups: `references` (label: kind), `votes` (side), `persons`, `signatories`, `amounts`, `points`, `annexes`, `zones` (kind),
`head` (field). Tokens that a span cuts through are taken in whole. `doc.user_data["id"]` is the record's id.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.common import Record, records

if TYPE_CHECKING:
    from spacy.tokens import DocBin

#: Decisions a file.
PART = 2000
Marked = tuple[str, str, tuple[int, int]]


def export_docbin(corpus: Path, out: Path) -> int:
    """`decisions-00001.spacy` onwards. Returns the number of documents."""
    import spacy
    from spacy.tokens import DocBin
    nlp = spacy.blank("lv")
    count, part = 0, 0
    binned = DocBin(store_user_data=True)

    def close() -> None:
        nonlocal part, binned
        part += 1
        binned.to_disk(out / f"decisions-{part:05}.spacy")
        binned = DocBin(store_user_data=True)

    for _, record in records(corpus):
        _add(binned, nlp, record)
        count += 1
        if len(binned) >= PART:
            close()
    if len(binned) or not part:
        close()
    return count


def _add(binned: DocBin, nlp: Any, record: Record) -> None:
    doc = nlp.make_doc(record["text"])
    groups: dict[str, list[Any]] = {}
    for group, label, (start, end) in marked(record):
        span = doc.char_span(start, end, label=label, alignment_mode="expand") if start < end <= len(doc.text) else None
        if span is not None:
            groups.setdefault(group, []).append(span)
    for group, spans in groups.items():
        doc.spans[group] = spans
    doc.user_data["id"] = record["id"]
    binned.add(doc)


def marked(record: Record) -> Iterator[Marked]:
    """(group, label, span) of everything in a record that has a place in the text."""
    from pipeline.corpus.schema import SIDES
    for field, span in (record.get("spans") or {}).items():
        yield "head", field, tuple(span)
    for zone in record.get("zones") or ():
        yield "zones", zone["kind"], (zone["start"], zone["end"])
    for one in record["references"]:
        yield "references", one["kind"], tuple(one["span"])
    for side in SIDES:
        for span in ((record["vote"] or {}).get(side) or {}).get("spans") or ():
            yield "votes", side, tuple(span)
    for group, label in (("persons", "person"), ("signatories", "signatory"), ("annexes", "annex")):
        yield from ((group, label, tuple(one["span"])) for one in record[group] if one.get("span"))
    stack = list(reversed(record["resolution"]["points"]))
    while stack:
        point = stack.pop()
        yield "points", point.get("action") or "point", tuple(point["span"])
        yield from (("amounts", a["currency"], tuple(a["span"])) for a in point.get("amounts") or ())
        stack += reversed(point.get("children") or ())
