"""The audit of a corpus: records and the registry in, one row a citation out, with what the corpus adds."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from pipeline.audit.corpus import CorpusFacts, CorpusIndex, corpus_facts
from pipeline.audit.judge import ACCUSATIONS, VERDICTS, Judgement, judge
from pipeline.audit.rows import Row, make_row
from pipeline.registry.store import Registry

Record = Mapping[str, Any]
AUDITED = ("mk_noteikumi", "mk_rikojums", "mk_instrukcija", "likums", "saistosie_noteikumi", "lemums")
#: Checks of one document about its citations, shown beside the verdicts.
DOCUMENT_FINDINGS = "reference."


class AuditError(Exception):
    """No records where they should be: names the place."""


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """What one document says against itself about its citations (two dates of one act, a short form nobody defined)."""

    decision: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Audit:
    """`rows` in the order of the corpus; `resting`: decisions whose legal basis had been repealed on their day."""

    rows: list[Row]
    findings: list[DocumentFinding]
    corpus: CorpusFacts
    records: int

    @property
    def counts(self) -> dict[str, int]:
        """Rows by verdict, every verdict named, gravest first."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    @property
    def open(self) -> list[Row]:
        """What a person must look at: anything but `match` and `unknown` that nobody has accepted yet."""
        return [row for row in self.rows if row.verdict not in {"match", "unknown"} and not row.accepted]

    @property
    def resting(self) -> list[Row]:
        return [row for row in self.rows if row.verdict == "repealed" and row.role == "legal_basis"]

    def citing(self, act: str) -> list[Row]:
        """Every citation of an act, by its canonical key."""
        return [row for row in self.rows if row.act == act]


def read_records(folder: Path) -> Iterator[dict[str, Any]]:
    """The records of a folder: `decisions.jsonl` when it is there, else every JSON file below `decisions/`.

    Raises `AuditError` when there is neither.
    """
    corpus = folder if folder.is_file() else folder / "decisions.jsonl"
    if corpus.is_file():
        with corpus.open("rb") as file:
            for line in file:
                if line.strip():
                    yield orjson.loads(line)
        return
    single = sorted(folder.glob("decisions/**/*.json")) if folder.is_dir() else []
    if not single:
        raise AuditError(f"{folder}: no decisions.jsonl and no decisions/ in it; run `make parse` first")
    for path in single:
        yield orjson.loads(path.read_bytes())


def audit(
    records: Iterable[Record], registry: Registry, accepted: Mapping[tuple[str, str, str, str], str] | None = None,
) -> Audit:
    """Judges every citation of the audited kinds. Of the records' text only the rows' sentences are kept in memory."""
    index = CorpusIndex()
    rows: list[Row] = []
    findings: list[DocumentFinding] = []
    slim: list[Record] = []
    for record in records:
        index.add(record)
        slim.append({"id": record["id"], "references": record["references"]})
        rows += judged(record, registry)
        findings += [DocumentFinding(record["id"], f["code"], f["message"]) for f in record.get("findings") or []
                     if f["code"].startswith(DOCUMENT_FINDINGS)]
    rows = [_in_corpus(row, index) for row in rows]
    if accepted:
        rows = [replace(row, accepted=accepted.get(row.key)) for row in rows]
    return Audit(rows, findings, corpus_facts(slim, index), len(slim))


def judged(record: Record, registry: Registry) -> Iterator[Row]:
    """One row for each citation of an audited kind in a record."""
    for reference in record["references"]:
        if reference["kind"] in AUDITED:
            facts = resolved(reference)
            yield make_row(record, reference, facts, judge({**reference, **facts}, registry, record.get("date")))


def resolved(reference: Mapping[str, Any]) -> dict[str, Any]:
    """Number, date and title as this mention stands for them.

    Number and date come from the canonical key where the mention prints none. The title is held against the registry
    only where it is printed: a mention by a short form repeats its antecedent's title, and its antecedent's fault.
    """
    number, date, title = reference.get("number"), reference.get("date"), reference.get("title")
    if reference["kind"] not in {"likums", "satversme"}:
        parts = str(reference["act"]).partition(":")[2].split("/")
        parts = parts if reference["kind"].startswith("mk") else parts[1:]
        if len(parts) >= 2:
            date = date or (parts[0] if parts[0] != "?" else None)
            cited = "/".join(parts[1:])
            number = number or (cited if cited != "?" and any(c.isdigit() for c in cited) else None)
        if reference["form"] in {"alias", "relative"}:
            title = None
    return {"number": number, "date": date, "title": title}


def _in_corpus(row: Row, index: CorpusIndex) -> Row:
    """A cited decision that is itself in the corpus is confirmed by it."""
    if row.verdict == "unknown" and row.kind in {"lemums", "saistosie_noteikumi"}:
        linked = index.find(row.act)
        if linked and linked != row.decision:
            return replace(row, verdict="match", reason=f"in the corpus: {linked}", registry_act=linked)
    return row


__all__ = ["ACCUSATIONS", "Audit", "AuditError", "DocumentFinding", "Judgement", "audit", "read_records"]
