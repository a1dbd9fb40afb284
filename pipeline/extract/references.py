"""Every mention of a legal act in one part."""
from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Definition, Reference
from pipeline.segment import Part


@dataclass(frozen=True, slots=True)
class References:
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()


def read_references(part: Part, institution: str | None, date: str | None) -> References:
    """Found, resolved references in text order, with the definitions they rest on.

    `institution` (the deciding body, nominative) and `date` (ISO) of the decision serve self-references and `š.g.`.
    """
    return References()
