"""The record: what `data/parsed` holds. In: values found by the stages. Out: frozen, validated pydantic models.

`model` defines every field with its meaning; `schema/decision.schema.json` is generated from it.
"""
from pipeline.records.model import (
    SCHEMA_VERSION,
    Amount,
    Annex,
    Appeal,
    Attendance,
    Attendee,
    Candidate,
    Container,
    Decision,
    Definition,
    DocumentType,
    DoubtfulWord,
    ESignature,
    Finding,
    Institution,
    LayoutLine,
    Page,
    Parser,
    PartOf,
    Person,
    Point,
    Protocol,
    Recusal,
    Reference,
    Relation,
    RelativeDeadline,
    Resolution,
    Signatory,
    SourceInfo,
    Span,
    Vote,
    VoteSide,
    ZoneKind,
    ZoneSpan,
)

__all__ = [
    "SCHEMA_VERSION", "Amount", "Annex", "Appeal", "Attendance", "Attendee", "Candidate", "Container", "Decision",
    "Definition", "DocumentType", "DoubtfulWord", "ESignature", "Finding", "Institution", "LayoutLine", "Page", "Parser",
    "PartOf", "Person",
    "Point", "Protocol", "Recusal", "Reference", "Relation", "RelativeDeadline", "Resolution", "Signatory", "SourceInfo",
    "Span",
    "Vote", "VoteSide", "ZoneKind", "ZoneSpan",
]
