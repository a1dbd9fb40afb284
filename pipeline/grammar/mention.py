"""One mention of an act as it is printed, before it is known which act it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.grammar.pinpoints import Pinpoint
from pipeline.records.model import ReferenceForm, ReferenceKind


@dataclass(slots=True)
class Mention:
    """`start`, `end`: what is printed. `group` tells which head noun (`likums`, `noteikumi`, `lēmums` …) names it."""

    kind: ReferenceKind
    group: str
    start: int
    end: int
    form: ReferenceForm = "full"
    title: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    alias: str | None = None
    alias_span: tuple[int, int] | None = None
    pinpoints: list[Pinpoint] = field(default_factory=list)
    antecedent: int | None = None
    aside: tuple[int, int] | None = None  # a bracket inside the mention that may name other acts
    bare_issuer: bool = False  # the issuer is printed as `domes` alone, or not at all
    resolved: bool = True
    key: str = ""
