"""One citation against the registry: the verdict, its reason, and the entry it was held against.

    MK 2024. gada 16. jūlija noteikumi Nr. 483 “…”, decision of 17.10.2024     → match
    MK 2023. gada 16. jūlija noteikumi Nr. 483 “…” (the title of 16.07.2024)   → date_differs, suggests 2024-07-16
    Pašvaldību likuma 940. pants                                              → pinpoint_missing, exists: 1–98

An accusation (`*_differs`, `repealed`, `not_yet_in_force`, `pinpoint_missing`) is made only where the registry holds the
fact that proves it. What the registry does not hold is `unknown`, never wrong. Rules and figures: docs/AUDIT.md.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.registry.entry import Entry
from pipeline.registry.store import Registry
from pipeline.registry.structure import missing_pinpoint
from pipeline.registry.titles import compare

Verdict = Literal[
    "match", "title_differs", "date_differs", "number_differs", "repealed", "not_yet_in_force", "pinpoint_missing",
    "ambiguous", "undefined_alias", "unknown",
]
#: Every verdict, gravest first, with what it says.
VERDICTS: Mapping[Verdict, str] = {
    "number_differs": "Date and title belong to another number.",
    "date_differs": "The act of that number and title has another date.",
    "title_differs": "The act of that number and date has another title.",
    "repealed": "No longer in force on the decision's day.",
    "not_yet_in_force": "Not yet adopted or in force on the decision's day.",
    "pinpoint_missing": "The act has no such article, part or point.",
    "undefined_alias": "A short form that the document does not define.",
    "ambiguous": "What is cited fits several acts.",
    "unknown": "Not in the registry; says nothing about the citation.",
    "match": "Number, date, title and place agree with the registry, as far as they are cited.",
}
ACCUSATIONS = frozenset({"number_differs", "date_differs", "title_differs", "repealed", "not_yet_in_force", "pinpoint_missing"})
Reference = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`entry` is what the registry holds; `suggestion` what the citation may have meant, with the reason in `reason`."""

    verdict: Verdict
    reason: str
    entry: Entry | None = None
    suggestion: str | None = None
    notes: tuple[str, ...] = field(default=())


def judge(reference: Reference, registry: Registry, day: str | None) -> Judgement:
    """The verdict on one resolved reference of a record made on `day` (ISO; None: judged without a day)."""
    kind = reference["kind"]
    if unresolved(reference):
        return Judgement("undefined_alias", "the document does not say which act this short form stands for")
    if kind in {"mk_noteikumi", "mk_rikojums", "mk_instrukcija", "saistosie_noteikumi"}:
        found = _numbered(reference, registry, day)
    elif kind == "likums":
        found = _law(reference, registry, day)
    else:
        return Judgement("unknown", "the registry does not hold acts of this kind")
    if found.verdict != "match" or found.entry is None:
        return found
    return _as_of(_placed(found, reference), day)


def unresolved(reference: Reference) -> bool:
    """A short form or alias that no definition and no known abbreviation explains."""
    nothing = not reference.get("number") and not reference.get("title") and not reference.get("date")
    key = str(reference["act"]).partition(":")[2]
    return reference["form"] in {"alias", "relative", "short"} and nothing and not any(
        part.strip("?") for part in key.split("/")[0 if reference["kind"].startswith("mk") else -2:])


def _numbered(reference: Reference, registry: Registry, day: str | None) -> Judgement:
    kind, number, date, title = reference["kind"], reference.get("number"), reference.get("date"), reference.get("title")
    if not number:
        return _by_title(reference, registry, day)
    same_number = [e for e in registry.numbered(kind, number) if _issuer_fits(reference, e)]
    if date:
        exact = next((e for e in same_number if e.date == date), None)
        if exact:
            return _title(exact, title)
        return _other_date(reference, same_number) or _other_number(reference, registry) or Judgement(
            "unknown", f"no act Nr. {number} of {date} in the registry", notes=_leads(same_number))
    if title:
        fits = [e for e in same_number if compare(title, e.title, known_cut=e.title_truncated).same]
        if fits:
            return _one_of(fits, registry, day, "number and title agree; no date cited")
        return _other_number(reference, registry) or Judgement(
            "unknown", f"no act Nr. {number} with this title in the registry", notes=_leads(same_number))
    if not same_number:
        return Judgement("unknown", f"no act Nr. {number} in the registry")
    return Judgement("ambiguous", "cited by number alone, and numbers begin anew every year", notes=_leads(same_number))


def _issuer_fits(reference: Reference, entry: Entry) -> bool:
    """Binding regulations are numbered by each council: the issuer is part of what identifies them."""
    if reference["kind"] != "saistosie_noteikumi":
        return True
    from pipeline.latvian.slug import slug
    cited = str(reference["act"]).partition(":")[2].partition("/")[0]
    return bool(entry.issuer) and slug(entry.issuer or "") == cited


def _title(entry: Entry, title: str | None) -> Judgement:
    if not title:
        return Judgement("match", "number and date agree; no title cited", entry)
    result = compare(title, entry.title, known_cut=entry.title_truncated)
    if result.same:
        return Judgement("match", "number, date and title agree" + (" (one title is cut short)" if result.cut else ""), entry)
    return Judgement("title_differs", f"the act of that number and date is titled otherwise ({result.differs})", entry,
                     suggestion=entry.title)


def _other_date(reference: Reference, same_number: Sequence[Entry]) -> Judgement | None:
    """The number with another date: proven by the title, or by the year (no number comes twice in one year)."""
    number, date, title = reference["number"], reference["date"], reference.get("title")
    for entry in same_number:
        if title and entry.date and compare(title, entry.title, known_cut=entry.title_truncated).same:
            reason = f"cited {date}; Nr. {number} with this title is of {entry.date}"
            return Judgement("date_differs", reason, entry, entry.date)
    if reference["kind"] == "saistosie_noteikumi":
        return None
    for entry in same_number:
        if not title and entry.date and entry.date[:4] == date[:4]:
            return Judgement("date_differs", f"cited {date}; Nr. {number} of {date[:4]} is of {entry.date}", entry, entry.date)
    return None


def _other_number(reference: Reference, registry: Registry) -> Judgement | None:
    """Date and title together fit an act of another number."""
    title, date = reference.get("title"), reference.get("date")
    if not title or not date:
        return None
    for entry in registry.titled(reference["kind"], title):
        if entry.date == date and entry.number and entry.number != reference["number"] and _issuer_fits(reference, entry):
            return Judgement("number_differs", f"cited Nr. {reference['number']}; the act of {date} with this title is "
                             f"Nr. {entry.number}", entry, entry.number)
    return None


def _by_title(reference: Reference, registry: Registry, day: str | None) -> Judgement:
    title, date = reference.get("title"), reference.get("date")
    fits = [e for e in registry.titled(reference["kind"], title) if _issuer_fits(reference, e)] if title else []
    if date and fits:
        same_day = [e for e in fits if e.date == date]
        if same_day:
            return Judgement("match", "title and date agree; no number cited", same_day[0])
        return Judgement("unknown", f"no act of {date} with this title in the registry", notes=_leads(fits))
    if not fits:
        return Judgement("unknown", "title not in the registry")
    return _one_of(fits, registry, day, "title agrees; no number cited")


def _law(reference: Reference, registry: Registry, day: str | None) -> Judgement:
    title = reference.get("title") or str(reference["act"]).partition(":")[2]
    # `Advokatūras likums`: the state's name is often left out of a title that has it
    fits = registry.titled("likums", title) or registry.titled("likums", f"Latvijas Republikas {title}")
    if not fits:
        return _law_by_date(reference, registry, title)
    date = reference.get("date")
    if date:
        same_day = [e for e in fits if e.date == date]
        if same_day:
            return Judgement("match", "title and date of adoption agree", same_day[0])
        if len(fits) == 1 and fits[0].date:
            return Judgement("date_differs", f"cited {date}; the law was adopted on {fits[0].date}", fits[0], fits[0].date)
        fits = [e for e in fits if e.date is None] or fits
    return _one_of(fits, registry, day, "title agrees")


def _law_by_date(reference: Reference, registry: Registry, title: str) -> Judgement:
    """A title no law has: proven wrong only by the date of a law that differs in one word."""
    near = registry.nearest_law(title)
    if near and near.date and near.date == reference.get("date"):
        return Judgement("title_differs", f"the law of {near.date} is titled “{near.title}”", near, near.title)
    return Judgement("unknown", "no law of this title in the registry",
                     notes=(f"one word differs from “{near.title}”",) if near else ())


def _one_of(fits: list[Entry], registry: Registry, day: str | None, reason: str) -> Judgement:
    """The one act of several that was in force on the day; several that may have been are `ambiguous`."""
    if len(fits) > 1 and day:
        states = [(e, e.status_on(day)[0]) for e in fits]
        alive = [e for e, state in states if state == "in_force"]
        fits = alive or [e for e, state in states if state == "unknown"] or fits
        newest = registry.newest_before(fits, day) if len(fits) > 1 else None
        if newest:
            return Judgement("match", f"{reason}; of {len(fits)} acts of this title the last before {day}", newest)
    if len(fits) == 1:
        return Judgement("match", reason, fits[0])
    return Judgement("ambiguous", f"{len(fits)} acts of this title", notes=_leads(fits))


def _placed(found: Judgement, reference: Reference) -> Judgement:
    """Whether the cited articles, parts and points exist in the act."""
    assert found.entry is not None
    for pinpoint in reference.get("pinpoints") or []:
        missing = missing_pinpoint(found.entry, pinpoint)
        if missing and missing.certain:
            return Judgement("pinpoint_missing", missing.reason, found.entry, notes=found.notes)
        if missing:
            found = Judgement(found.verdict, found.reason, found.entry, found.suggestion, (*found.notes, missing.reason))
    return found


def _as_of(found: Judgement, day: str | None) -> Judgement:
    """Whether the act was in force on the decision's day."""
    assert found.entry is not None
    if day is None:
        return Judgement(found.verdict, found.reason, found.entry, found.suggestion,
                         (*found.notes, "the decision has no date: judged without a day"))
    state, fact = found.entry.status_on(day)
    if found.verdict == "match" and state in {"repealed", "not_yet_in_force"}:
        instead = (found.entry.replaced_by or {}).get("title")
        return Judgement("repealed" if state == "repealed" else "not_yet_in_force", f"{fact}; the decision is of {day}",
                         found.entry, instead, found.notes)
    return Judgement(found.verdict, found.reason, found.entry, found.suggestion, (*found.notes, fact))


def _leads(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(f"the registry knows {entry.name}" for entry in entries[:4])
