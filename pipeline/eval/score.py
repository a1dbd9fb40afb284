"""A gold folder parsed and scored. A gold file `NAME.gold.json` stands beside its document; minutes hold `{"records": […]}`."""
from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.eval.compare import Json, Tally, compare, fold

Tallies = dict[str, Tally]


@dataclass(slots=True)
class Document:
    """One gold file's own figures; `wrong` says in words what is."""

    name: str
    municipality: str
    tallies: Tallies
    wrong: list[str]

    @property
    def macro(self) -> float:
        return macro(self.tallies)


@dataclass(slots=True)
class Scores:
    """All documents of a gold folder."""

    documents: list[Document] = field(default_factory=list)
    kinds: Tallies = field(default_factory=lambda: defaultdict(Tally))

    @property
    def tallies(self) -> Tallies:
        return total(self.documents)


def macro(tallies: Tallies) -> float:
    """The mean F1 over fields."""
    return sum(t.f1 for t in tallies.values()) / len(tallies) if tallies else 0.0


def total(documents: list[Document]) -> Tallies:
    """Micro-sums over documents, by field name."""
    sums: Tallies = defaultdict(Tally)
    for document in documents:
        for name, tally in document.tallies.items():
            sums[name].add(tally.hit, tally.got, tally.want)
    return dict(sorted(sums.items()))


def document_of(gold: Path) -> Path | None:
    """The document beside a gold file, whatever its format."""
    stem = gold.name.removesuffix(".gold.json")
    return next((p for p in sorted(gold.parent.glob(f"{stem}.*")) if p.stem == stem and p.suffix != ".json"), None)


def score_folder(folder: Path) -> Scores:
    """Parses and scores every gold document. Raises FileNotFoundError when there is none."""
    scores = Scores()
    for path in sorted(folder.rglob("*.gold.json")):
        document = document_of(path)
        records = [] if document is None else parse_records(document)
        add(scores, path.name.removesuffix(".gold.json"), json.loads(path.read_text(encoding="utf-8")), records)
    if not scores.documents:
        raise FileNotFoundError(f"{folder}: no *.gold.json")
    return scores


def parse_records(document: Path) -> list[Json]:
    """A document's records as a reader of the JSON sees them; none when it cannot be read."""
    from pipeline.api import parse_file
    from pipeline.read.source import ReadError
    try:
        return [json.loads(decision.model_dump_json()) for decision in parse_file(document)]
    except ReadError:
        return []


def add(scores: Scores, name: str, gold: Json, records: list[Json]) -> None:
    """Scores one document; items of minutes are matched by their item, or their number."""
    tallies: Tallies = defaultdict(Tally)
    wrong: list[str] = []
    if "records" in gold:
        wanted: list[Json] = gold["records"]
        tallies["segmentation"].add(len(wanted) == len(records), 1, 1)
        if len(wanted) != len(records):
            wrong.append(f"segmentation: want {len(wanted)} records, got {len(records)}")
        by_item = {_item(r): r for r in records}
        pairs = [(w, by_item.get(_item(w))) for w in wanted]
    else:
        wanted = [gold]
        pairs = [(gold, records[0] if records else None)]
    for want, got in pairs:
        for judged in compare(want, got):
            tallies[judged.field].add(judged.hit, judged.got, judged.want)
            if judged.wrong:
                wrong.append(f"{judged.field}: {judged.wrong}")
        _by_kind(scores.kinds, want, got)
    institution = (wanted[0].get("institution") or {}) if wanted else {}
    place = institution.get("municipality") or institution.get("name") or "?"
    scores.documents.append(Document(name, place, dict(tallies), wrong))


def _item(record: Json) -> str:
    return fold((record.get("protocol") or {}).get("item") or record.get("number"))


def _by_kind(kinds: Tallies, gold: Json, record: Json | None) -> None:
    """Acts cited, counted by the kind the gold gives them (an act that is not in the gold: by its own)."""
    if "references" not in gold:
        return
    want = {fold(r.get("act")): r.get("kind", "?") for r in gold["references"]}
    got = {fold(r.get("act")): r.get("kind", "?") for r in (record or {}).get("references") or []}
    for act, kind in want.items():
        kinds[kind].add(act in got, act in got, 1)
    for act, kind in got.items():
        if act not in want:
            kinds[kind].add(0, 1, 0)


__all__ = ["Document", "Scores", "macro", "score_folder", "total"]
