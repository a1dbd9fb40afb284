"""What the decision does to other acts: amends, repeals, approves."""
from __future__ import annotations

from pipeline.records import Reference, Relation, Resolution


def read_relations(references: tuple[Reference, ...], resolution: Resolution) -> list[Relation]:
    """Stub."""
    return []
