"""One record as rows: what the tables of `schema.py` hold of it.

A record here is the JSON object, not the pydantic model: building a hundred thousand models costs minutes and gives nothing.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.corpus.people import PersonId, within
from pipeline.corpus.schema import SIDES, UNITS, row_id
from pipeline.latvian.slug import slug

Record = Mapping[str, Any]
Rows = dict[str, list[tuple[Any, ...]]]
Named = Callable[[str], int]

NO_SPAN = (None, None)


def person_key(institution: str | None, name: str) -> str:
    """`ogres-novada-dome/janis-berzins`; `?` where the record names no institution."""
    return f"{slug(institution) if institution else '?'}/{slug(name) or name.casefold()}"


def rows_of(record: Record, decision: int, file: str, removed: bool, person_id: PersonId) -> Rows:
    """Every table's rows, but for `acts` and `persons`, which belong to no one record."""
    rows: Rows = defaultdict(list)
    institution = (record.get("institution") or {}).get("name")

    meant = within(set(_printed(record)))

    def person(name: str) -> int:
        return person_id(institution, meant.get(name, name))

    points = list(_points(record["resolution"]["points"], decision))
    rows["decisions"].append(_decision(record, decision, file, removed, len(points)))
    rows["texts"].append((decision, record["text"]))
    _references(record, decision, points, rows)
    for number, vote in enumerate(rounds(record)):
        _vote(vote, number, vote == record["vote"], decision, person, rows)
    for point, parent, depth, identifier in points:
        term = point.get("relative_deadline") or {}
        rows["points"].append((identifier, decision, parent, depth, point["number"], point["text"], point.get("action"),
                               point.get("deadline"), term.get("amount"), term.get("unit"), term.get("event"), *_span(point)))
        rows["amounts"] += [(decision, identifier, float(a["value"]), a["value"], a["currency"], a.get("vat"), *_span(a))
                            for a in point.get("amounts") or ()]
    _people(record, decision, person, rows)
    rows["annexes"] += [(decision, a["number"], a.get("title"), a.get("pages"), int(a.get("in_document", False)),
                         ", ".join(a.get("cited_in") or ()), a.get("stamp"), *_span(a)) for a in record["annexes"]]
    rows["relations"] += [(decision, r["type"], r["act"], ", ".join(r.get("points") or ()))
                          for r in record.get("relations") or ()]
    rows["definitions"] += [(decision, d["alias"], d["kind"], d["meaning"], d.get("act"), *_span(d))
                            for d in record.get("definitions") or ()]
    rows["findings"] += [(decision, f["code"], f["severity"], f["message"], *_span(f)) for f in record["findings"]]
    rows["e_signatures"] += [(decision, e["signer"], e["signed_at"], _flag(e["digest_ok"]), _flag(e["signature_ok"]),
                              e.get("chain", "not checked")) for e in record["source"].get("e_signatures") or ()]
    return rows


def _printed(record: Record) -> Iterator[str]:
    """Every personal name of the record that some table holds."""
    for vote in rounds(record):
        for side in SIDES:
            yield from (vote.get(side) or {}).get("names") or ()
        yield from (one["name"] for what in ("recusals", "candidates") for one in vote.get(what) or ())
    attendance = record.get("attendance") or {}
    for people in (record["persons"], record["signatories"], attendance.get("present"), attendance.get("absent")):
        yield from (one["name"] for one in people or ())


def rounds(record: Record) -> list[Mapping[str, Any]]:
    """All votes in order; the deciding one is among them."""
    vote = record.get("vote")
    several = list(record.get("vote_rounds") or ())
    return several if vote is None or vote in several else [*several, vote]


def acts_of(record: Record) -> set[str]:
    """Every act the record names in a reference or a relation."""
    return {r["act"] for r in record["references"]} | {r["act"] for r in record.get("relations") or ()}


def _span(item: Mapping[str, Any]) -> tuple[int | None, int | None]:
    span = item.get("span")
    return (span[0], span[1]) if span else NO_SPAN


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _decision(record: Record, decision: int, file: str, removed: bool, points: int) -> tuple[Any, ...]:
    institution = record.get("institution") or {}
    protocol = record.get("protocol") or {}
    vote = record.get("vote") or {}
    appeal = record.get("appeal") or {}
    source = record["source"]
    part = source.get("part") or {}
    date, name = record["date"], institution.get("name")
    return (
        decision, record["id"], file, record["document_type"], name, slug(name) if name else None, institution.get("kind"),
        institution.get("municipality"), record["number"], date, int(date[:4]) if date else None, record["place"],
        protocol.get("number"), protocol.get("item"), record["title"], record["resolution"]["verb"], vote.get("method"),
        _flag(vote.get("unanimous")), vote.get("outcome"),
        *((vote.get(side) or {}).get("count") for side in SIDES[:4]), points, appeal.get("court"), appeal.get("term"),
        source["path"], source["sha256"], source["media_type"], source.get("pages"), source["text_source"],
        source.get("ocr_confidence"), part.get("index"), part.get("of"), int(removed), len(record["text"]),
    )


def _points(points: list[dict[str, Any]], decision: int) -> Iterator[tuple[dict[str, Any], int | None, int, int]]:
    """(point, its parent's id, depth, its id) in text order."""
    count = -1
    stack = [(point, None, 0) for point in reversed(points)]  # no recursion: depth is the document's
    while stack:
        point, parent, depth = stack.pop()
        count += 1
        identifier = row_id(decision, count)
        yield point, parent, depth, identifier
        stack += [(child, identifier, depth + 1) for child in reversed(point.get("children") or ())]  # type: ignore[misc]


def _references(record: Record, decision: int, points: list[tuple[dict[str, Any], int | None, int, int]], rows: Rows) -> None:
    holder = {index: identifier for point, _, _, identifier in points for index in point.get("references") or ()}
    text = record["text"]
    for n, one in enumerate(record["references"]):
        identifier, (start, end) = row_id(decision, n), one["span"]
        antecedent = one.get("antecedent")
        rows["refs"].append((
            identifier, decision, n, one["act"], one["kind"], one["form"], one.get("role", "mentions"), holder.get(n),
            one.get("title") if one["form"] == "full" else None, one.get("number"), one.get("date"), one.get("issuer"),
            one.get("alias"), None if antecedent is None else row_id(decision, antecedent), text[start:end], start, end))
        rows["pinpoints"] += [(identifier, decision, one["act"], *(place.get(unit) for unit in UNITS))
                              for place in one.get("pinpoints") or ()]


def _vote(vote: Mapping[str, Any], number: int, deciding: bool, decision: int, person: Named, rows: Rows) -> None:
    identifier = row_id(decision, number)
    sides = {side: vote.get(side) or {} for side in SIDES}
    figures = [sides[side].get(what) for side in SIDES for what in ("count", "declared")]
    rows["votes"].append((
        identifier, decision, number + 1, int(deciding), vote.get("method"), _flag(vote.get("unanimous")), vote.get("outcome"),
        vote.get("outcome_rule"), vote.get("subject"), vote.get("total"), vote.get("invalid"), *figures, *_span(vote)))
    for side, told in sides.items():
        spans = told.get("spans") or ()
        for n, name in enumerate(told.get("names") or ()):
            rows["vote_names"].append((identifier, decision, person(name), name, side, int(deciding),
                                       *(spans[n] if n < len(spans) else NO_SPAN)))
    rows["recusals"] += [(identifier, decision, person(r["name"]), r["name"], r.get("reason"), *_span(r))
                         for r in vote.get("recusals") or ()]
    rows["candidates"] += [(identifier, decision, person(c["name"]), c["name"], c["votes_for"], c.get("votes_against"),
                            *_span(c)) for c in vote.get("candidates") or ()]


def _people(record: Record, decision: int, person: Named, rows: Rows) -> None:
    rows["assignments"] += [(decision, person(p["name"]), p["name"], p["printed"], p["role"], p["point"],
                             int(p.get("ambiguous", False)), *_span(p)) for p in record["persons"]]
    rows["signatories"] += [(decision, person(s["name"]), s["name"], s["role"], *_span(s)) for s in record["signatories"]]
    attendance = record.get("attendance") or {}
    rows["attendance"] += [(decision, person(a["name"]), a["name"], int(side == "present"), a.get("note"), a.get("arrived"),
                            a.get("left")) for side in ("present", "absent") for a in attendance.get(side) or ()]
