"""What the decision does to other acts.

    1. Atzīt par spēku zaudējušu … lēmumu Nr. 71      → repeals, point 1
    1. Izdarīt Lēmumā šādus grozījumus: / 1.1. izteikt Lēmuma 2. punktu …   → amends, points 1 and 1.1, pinpoint punkts 2
    1. Apstiprināt saistošos noteikumus Nr. 9/2024    → approves, point 1
    Grozījumi nolikumā Nr. 5 (title), points that do not name it   → amends, no point
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extract.points.actions import action_of
from pipeline.records import Point, Reference, Relation, Resolution, Span
from pipeline.records.model import Action, PinpointUnit, ReferenceRole

#: A council neither amends nor repeals these.
_ABOVE = frozenset({"likums", "satversme", "es_akts", "tiesas_nolemums"})
_ACTS = ("amends", "repeals", "approves")
#: What a point that announces does to the acts that its children begin with: `Atzīt par spēku zaudējušiem: / 2.1. … rīkojumu`.
_ANNOUNCED: dict[Action | None, ReferenceRole] = {"repeal": "repeals", "approve": "approves"}


@dataclass(slots=True)
class _Draft:
    pinpoints: list[dict[PinpointUnit, str]] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    references: list[int] = field(default_factory=list)


def read_relations(references: tuple[Reference, ...], resolution: Resolution, title: Span | None = None) -> list[Relation]:
    """One relation for each act and what is done to it, in text order. `title`: where the decision's title stands."""
    drafts: dict[tuple[str, str], _Draft] = {}
    for point, above in _walk(resolution.points, None):
        if not point.references:
            continue
        announced = above if above in _ANNOUNCED and action_of(point.text) is None else None
        for place, index in enumerate(point.references):
            role = references[index].role
            if announced and place == 0 and role == "mentions":
                role = _ANNOUNCED[announced]
            elif point.action == "repeal" and role == "approves":      # `lēmumu “Par …” apstiprināšanu` among the repealed
                role = "repeals"
            _add(drafts, references[index], role, index, point.number)
    for index, reference in enumerate(references):
        if title and title[0] <= reference.span[0] < title[1] and reference.role in _ACTS:
            known = drafts.get((reference.role, reference.act))
            if known is None and not any(kind == reference.role for kind, _ in drafts):
                _add(drafts, reference, reference.role, index, None)
            elif known is not None:
                known.references.append(index)
    return [Relation(type=kind, act=act, pinpoints=draft.pinpoints, points=draft.points,  # type: ignore[arg-type]
                     references=sorted(draft.references))
            for (kind, act), draft in drafts.items()]


def _add(drafts: dict[tuple[str, str], _Draft], reference: Reference, role: ReferenceRole, index: int,
         number: str | None) -> None:
    if role not in _ACTS or reference.kind in _ABOVE:
        return
    draft = drafts.setdefault((role, reference.act), _Draft())
    draft.references.append(index)
    if number and number not in draft.points:
        draft.points.append(number)
    draft.pinpoints += [pinpoint for pinpoint in reference.pinpoints if pinpoint not in draft.pinpoints]


def _walk(points: list[Point], above: Action | None) -> Iterator[tuple[Point, Action | None]]:
    """Every point in text order, with the action of the point it hangs on."""
    for point in points:
        yield point, above
        if point.children:
            yield from _walk(point.children, point.action)
