"""What the corpus itself says of the acts its decisions cite: links, absences, chains of amendment, fallen grounds."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.latvian.slug import slug

Record = Mapping[str, Any]


@dataclass(slots=True)
class CorpusIndex:
    """Decisions and binding regulations of the corpus by (institution slug, number, date)."""

    decisions: dict[str, str] = field(default_factory=dict)       # canonical key of the decision itself → record id
    adopted: dict[str, str] = field(default_factory=dict)         # binding regulations → the decision that adopts them
    #: act → (amends or repeals, record id)
    changes: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, record: Record) -> None:
        """Makes one record known to the others."""
        institution = (record.get("institution") or {}).get("name")
        if institution and record.get("date") and record.get("number"):
            self.decisions[own_key(institution, record["date"], record["number"])] = record["id"]
        for relation in record.get("relations") or []:
            if relation["type"] == "approves" and relation["act"].startswith("sn:"):
                self.adopted[relation["act"]] = record["id"]
            if relation["type"] in {"amends", "repeals"}:
                self.changes[relation["act"]].append((relation["type"], record["id"]))

    def find(self, act: str) -> str | None:
        """The record of a cited decision or of the decision that adopted cited binding regulations; None when absent."""
        return self.decisions.get(act) or self.adopted.get(act)


def own_key(institution: str, date: str, number: str) -> str:
    """The key under which other decisions cite this one."""
    return f"lemums:{slug(institution)}/{date}/{number.casefold()}"


@dataclass(frozen=True, slots=True)
class CorpusFacts:
    """`links`: (record, act, linked record); `absent`: acts the corpus lacks, how often cited; `chains`: act → changes."""

    links: list[tuple[str, str, str]]
    absent: list[tuple[str, int]]
    chains: dict[str, list[tuple[str, str]]]


def corpus_facts(records: Iterable[Record], index: CorpusIndex) -> CorpusFacts:
    """Links between the decisions of a corpus; `records` may be read a second time."""
    links: list[tuple[str, str, str]] = []
    absent: Counter[str] = Counter()
    for record in records:
        for act in dict.fromkeys(r["act"] for r in record["references"] if r["kind"] in {"lemums", "saistosie_noteikumi"}):
            linked = index.find(act)
            if linked and linked != record["id"]:
                links.append((record["id"], act, linked))
            elif not linked:
                absent[act] += 1
    return CorpusFacts(links, absent.most_common(), {act: sorted(c) for act, c in sorted(index.changes.items())})
