"""The stages in order, for one document. The only file that knows the order.

    bytes ─read→ Source ─clean→ Text ─segment→ Parts ─extract→ values ─check→ findings → Decision
"""
from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from pipeline.check.checks import check
from pipeline.clean.cleaner import clean
from pipeline.extract.annexes import read_annexes
from pipeline.extract.appeal import read_appeal
from pipeline.extract.doubtful import doubtful_words
from pipeline.extract.head import read_head
from pipeline.extract.persons import read_persons
from pipeline.extract.references import read_references
from pipeline.extract.relations import read_relations
from pipeline.extract.resolution import read_resolution
from pipeline.extract.signatories import read_signatories
from pipeline.extract.votes import read_votes
from pipeline.latvian.slug import slug
from pipeline.read.readers import ReadOptions, read
from pipeline.read.source import Source
from pipeline.records import Decision, PartOf, SourceInfo, ZoneSpan
from pipeline.segment.part import Part, Skipped
from pipeline.segment.segmenter import segment

_ZONES = TypeAdapter(list[ZoneSpan])


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one document gave: its decisions, and the agenda items that had none."""

    source: Source
    decisions: tuple[Decision, ...]
    skipped: tuple[Skipped, ...] = ()


def parse_bytes(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> list[Parsed]:  # noqa: B008
    """Every document in `data` (several when it is a container). Raises `ReadError` when it cannot be read."""
    return [parse_source(source) for source in read(data, path, options)]


def parse_source(source: Source) -> Parsed:
    """The decisions of one document."""
    minutes = segment(clean(source))
    return Parsed(source, tuple(parse_part(part) for part in minutes.parts), minutes.skipped)


def parse_part(part: Part) -> Decision:
    """One decision's record, from its part of the text."""
    head = read_head(part)
    institution = head.institution.value if head.institution else None
    date = head.date.value if head.date else None
    references = read_references(part, institution.name if institution else None, date)
    votes = read_votes(part)
    resolution = read_resolution(part, references, date)
    session = part.session
    # who signs the minutes signs each item, in words that stand outside the item's text
    signatories = ([one.model_copy(update={"span": None}) for one in session.signatories] if session
                   else read_signatories(part.text, part.zones_of("signature")))
    attendance = session.attendance if session else None
    values = {"number": head.number, "date": head.date, "place": head.place, "protocol": head.protocol,
              "title": head.title, "institution": head.institution}
    record = Decision(
        id=record_id(part, institution.name if institution else None, date, head.number.value if head.number else None),
        document_type=part.document_type,
        source=source_info(part),
        institution=institution,
        number=head.number.value if head.number else None,
        date=date,
        place=head.place.value if head.place else None,
        protocol=head.protocol.value if head.protocol else None,
        title=head.title.value if head.title else None,
        references=list(references.references),
        vote=votes.vote,
        resolution=resolution,
        annexes=read_annexes(part, resolution, references.references),
        signatories=signatories,
        persons=read_persons(part, resolution, votes.vote, signatories, attendance),
        findings=[],
        text=part.text.text,
        pages=part.text.pages(),
        spans={key: found.span for key, found in values.items() if found and found.span},
        zones=_ZONES.validate_python(part.zones, from_attributes=True),  # all in one go
        definitions=list(references.definitions),
        vote_rounds=list(votes.rounds),
        attendance=attendance,
        relations=read_relations(references.references, resolution, part.zone("title")),
        appeal=read_appeal(part),
        layout=part.text.layout(),
        doubtful=doubtful_words(part.text),
    )
    record.findings.extend(check(record))      # the last of its values: told by all the others
    return record


def record_id(part: Part, institution: str | None, date: str | None, number: str | None) -> str:
    """`<institution slug>/<year>/<number>`; when a part of that is missing, the source's hash (RECORD.md)."""
    if institution and date and number:
        return f"{slug(institution)}/{date[:4]}/{number}"
    tail = f"-{part.index}" if part.of > 1 else ""
    return f"sha256/{part.text.source.sha256[:16]}{tail}"


def source_info(part: Part) -> SourceInfo:
    source = part.text.source
    return SourceInfo(
        path=source.path, sha256=source.sha256, bytes=source.bytes, media_type=source.media_type,
        pages=len(source.pages) if source.paged else None, text_source=source.text_source,
        ocr_confidence=source.ocr_confidence, part=PartOf(index=part.index, of=part.of) if part.of > 1 else None,
        container=source.container, e_signatures=list(source.e_signatures), duplicates=[], notes=list(source.notes),
    )
