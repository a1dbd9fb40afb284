"""The Decision record, field by field. Frozen: a record says what one document says and is never edited.

Every `span` is `[start, end)` in characters of `Decision.text`. `None` means "the document does not say";
an empty list means "it says there are none, or there is none". Dates are ISO 8601 strings (YYYY-MM-DD).
"""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]

DocumentType = Literal["decision", "minutes_item", "order", "binding_regulation", "ruling", "other"]
ReferenceKind = Literal[
    "likums", "satversme", "mk_noteikumi", "mk_rikojums", "mk_instrukcija", "saistosie_noteikumi", "lemums",
    "rikojums", "es_akts", "tiesas_nolemums", "cits",
]
ReferenceForm = Literal["full", "short", "alias", "relative"]
ReferenceRole = Literal["legal_basis", "amends", "repeals", "approves", "mentions"]
PinpointUnit = Literal[
    "pants", "dala", "punkts", "apakspunkts", "teikums", "rindkopa", "nodala", "sadala", "pielikums", "parejas",
]
ZoneKind = Literal[
    "head", "title", "facts", "basis", "vote", "operative", "resolution", "annexes", "signature", "appeal",
    "distribution", "annex_text", "other",
]
VoteMethod = Literal["open", "secret", "electronic"]
Outcome = Literal["adopted", "rejected", "unknown"]
Action = Literal[
    "approve", "amend", "repeal", "entrust", "allocate", "sell", "lease", "inform", "control", "appoint", "other",
]
Severity = Literal["error", "warning", "info"]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PartOf(Frozen):
    """Which of several decisions in one file this is; `index` counts from 1."""

    index: int
    of: int


class Container(Frozen):
    """The .edoc, .asice or .zip the document came out of."""

    path: str
    sha256: str
    media_type: str


class ESignature(Frozen):
    """One electronic signature, read offline. `None` where it could not be checked."""

    signer: str | None = Field(description="Name on the signing certificate.")
    signed_at: str | None = Field(description="Signing time as claimed, ISO 8601 with zone.")
    digest_ok: bool | None = Field(description="The signed files still have the digests that were signed.")
    signature_ok: bool | None = Field(description="The signature value fits the certificate's key.")
    chain: Literal["not checked", "trusted", "untrusted"] = "not checked"


class SourceInfo(Frozen):
    path: str = Field(description="Relative to the input folder, with forward slashes.")
    sha256: str
    bytes: int
    media_type: str
    pages: int | None = Field(description="Number of pages; null for formats without pages.")
    text_source: Literal["native", "ocr", "mixed"]
    ocr_confidence: float | None = Field(default=None, description="0..1 when OCR took part.")
    part: PartOf | None = None
    container: Container | None = None
    e_signatures: list[ESignature] = []
    duplicates: list[str] = Field(default=[], description="Other input paths with the same content.")
    notes: list[str] = Field(default=[], description="What the reader noticed: repaired letters, pages it could not read.")


class Institution(Frozen):
    """The deciding body, nominative, as printed."""

    name: str
    kind: str | None = Field(description="municipal_council, committee, cabinet, ministry, court, official, …")
    municipality: str | None = Field(description="e.g. `Aizkraukles novads`, nominative; null when none is meant.")


class Protocol(Frozen):
    number: str | None
    item: str | None


class Reference(Frozen):
    """One mention of one act."""

    kind: ReferenceKind
    form: ReferenceForm
    title: str | None = None
    number: str | None = None
    date: IsoDate | None = None
    issuer: str | None = None
    alias: str | None = Field(default=None, description="When this mention defines one with (turpmāk – …).")
    pinpoints: list[dict[PinpointUnit, str]] = []
    act: str = Field(description="Canonical key; the same for every form of the same act in the record.")
    span: Span
    role: ReferenceRole = "mentions"
    antecedent: int | None = Field(
        default=None, description="For alias and relative forms: index in `references` of the mention they stand for.")


class Definition(Frozen):
    """A short form that the document defines with (turpmāk – X)."""

    alias: str
    kind: Literal["act", "body", "project", "other"]
    meaning: str | None = Field(description="What it stands for, as printed; null when its extent is in doubt.")
    act: str | None = None
    span: Span


class VoteSide(Frozen):
    count: int | None = None
    declared: int | None = None
    names: list[str] = []
    spans: list[Span] = Field(default=[], description="One for each name, in order.")


class Recusal(Frozen):
    """Who took no part, with the stated reason."""

    name: str
    reason: str | None = None
    span: Span


class Candidate(Frozen):
    """One candidate's result in an election."""

    name: str
    votes_for: int | None
    votes_against: int | None = None
    span: Span


class Vote(Frozen):
    method: VoteMethod | None = None
    unanimous: bool | None = None
    for_: VoteSide = Field(default=VoteSide(), alias="for")
    against: VoteSide = VoteSide()
    abstain: VoteSide = VoteSide()
    not_voting: VoteSide = VoteSide()
    absent: VoteSide = VoteSide()
    span: Span
    outcome: Outcome = "unknown"
    outcome_rule: str | None = Field(default=None, description="Which rule told the outcome; see docs/RULES.md.")
    subject: str | None = Field(default=None, description="What was voted on, when the text says (amendment, candidate).")
    total: int | None = Field(default=None, description="Number of voters or members that the text itself states.")
    invalid: int | None = Field(default=None, description="Invalid ballot papers.")
    recusals: list[Recusal] = []
    candidates: list[Candidate] = []

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Attendee(Frozen):
    name: str
    note: str | None = Field(default=None, description="Reason of absence, late arrival or early leaving, as printed.")
    arrived: str | None = Field(default=None, description="HH:MM when stated.")
    left: str | None = Field(default=None, description="HH:MM when stated.")
    span: Span | None = None


class Attendance(Frozen):
    present: list[Attendee] = []
    absent: list[Attendee] = []
    chair: str | None = None
    secretary: str | None = None
    seats: int | None = None


class Amount(Frozen):
    value: str = Field(description="Decimal with a point and two or more digits after it, e.g. `30100.00`.")
    currency: Literal["EUR", "LVL", "USD", "GBP", "SEK", "NOK", "RUB"]
    span: Span
    vat: Literal["included", "excluded"] | None = None


class RelativeDeadline(Frozen):
    """`viena mēneša laikā no …`: so many units from an event."""

    amount: int
    unit: Literal["day", "working_day", "week", "month", "year"]
    event: str | None = None
    span: Span


class Point(Frozen):
    number: str | None
    text: str
    children: list[Point] = []
    span: Span
    references: list[int] = Field(default=[], description="Indexes into `references`.")
    annexes: list[str] = []
    deadline: IsoDate | None = None
    relative_deadline: RelativeDeadline | None = None
    amounts: list[Amount] = []
    action: Action | None = None


class Resolution(Frozen):
    verb: str | None
    points: list[Point]
    span: Span | None = None


class Annex(Frozen):
    number: str | None
    title: str | None = None
    pages: int | None = None
    cited_in: list[str] = []
    in_document: bool = False
    span: Span | None = None
    text_span: Span | None = Field(default=None, description="Where the annex's own text stands in `text`.")
    tables: list[list[list[str]]] = Field(default=[], description="Tables of the annex: rows of cells.")
    stamp: str | None = Field(default=None, description="Approval stamp (APSTIPRINĀTS ar …), as printed.")


class Signatory(Frozen):
    role: str | None
    name: str
    span: Span | None = None


class Person(Frozen):
    """Someone the resolution appoints, entrusts or makes responsible."""

    name: str
    printed: str
    role: str | None
    point: str | None
    span: Span
    ambiguous: bool = Field(default=False, description="Latvian allows another nominative and nothing decides.")
    alternatives: list[str] = Field(default=[], description="The other possible nominatives.")


class Appeal(Frozen):
    """The appeal notice: where, and within what term."""

    court: str | None
    term: str | None
    span: Span


class Relation(Frozen):
    """What this decision does to another act: amends, repeals or approves it."""

    type: Literal["amends", "repeals", "approves"]
    act: str
    pinpoints: list[dict[PinpointUnit, str]] = []
    points: list[str] = Field(default=[], description="Numbers of the resolution points that do so.")
    references: list[int] = []


class Finding(Frozen):
    """What does not add up. The codes are listed in docs/FINDINGS.md."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


class Page(Frozen):
    number: int
    start: int
    end: int


class ZoneSpan(Frozen):
    kind: ZoneKind
    start: int
    end: int


class LayoutLine(Frozen):
    """Where one printed line of `text` stands on its page; PDF points from the page's top left corner."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


class DoubtfulWord(Frozen):
    """A word that recognition was not sure of."""

    span: Span
    confidence: float = Field(description="0..1, as the recogniser gives it.")


class Parser(Frozen):
    """What made this record: with the source's sha256 it decides whether a run may skip the file."""

    code: str
    rules: str


class Decision(Frozen):
    """One decision as one document gives it."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    document_type: DocumentType
    source: SourceInfo
    institution: Institution | None
    number: str | None
    date: IsoDate | None
    place: str | None
    protocol: Protocol | None
    title: str | None
    references: list[Reference]
    vote: Vote | None
    resolution: Resolution
    annexes: list[Annex]
    signatories: list[Signatory]
    persons: list[Person]
    findings: list[Finding]
    text: str
    pages: list[Page]
    spans: dict[str, Span] = Field(
        default={}, description="Where the head values stand: number, date, place, protocol, title, institution.")
    zones: list[ZoneSpan] = []
    definitions: list[Definition] = []
    vote_rounds: list[Vote] = Field(default=[], description="All votes of the item in order, when more than one.")
    attendance: Attendance | None = None
    relations: list[Relation] = []
    appeal: Appeal | None = None
    layout: list[LayoutLine] = []
    doubtful: list[DoubtfulWord] = Field(default=[], description="Words that recognition was not sure of.")
    parser: Parser | None = None
