"""What was extracted from a text, as marks on it: where, what kind, in words, and where it leads.

    Pašvaldību likuma 4. panta     reference   "Pašvaldību likums · 4. pants · pamatojums"      /akts/likums:pašvaldību likums
    Uģis Rubenis                   voter       "Uģis Rubenis: pret"                             /deputats/ogres-novada-dome/…
    EUR 30 100                     amount      "30 100,00 EUR"                                  #point-4

`paragraphs` turns text and marks into safe HTML. Spans overlap (a reference stands in a point, a name in a vote), elements may
not: a paragraph is cut at every mark's end; a piece carries the classes of all marks over it, note and link of the innermost.
"""
from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from pipeline.corpus.rows import person_key, rounds
from pipeline.corpus.schema import SIDES
from pipeline.serve.address import act_path, person_path
from pipeline.serve.visible import visible
from pipeline.serve.words import Words

Record = Mapping[str, Any]
#: A text with more marks shows the first so many.
MOST_MARKS = 20_000
#: Zones that need no heading: they say what they are.
_UNHEADED = {"head", "title", "operative", "other"}


@dataclass(frozen=True, slots=True)
class Mark:
    """`[start, end)` of the text is a `kind`, which `note` explains; `href` leads on (a path of ours, or a `#place`)."""

    start: int
    end: int
    kind: str
    note: str
    href: str | None = None


def marks_of(record: Record, words: Words) -> list[Mark]:
    """Every mark of a record in text order, the wider first."""
    length = len(record["text"])
    found = (mark for mark in _all(record, words) if 0 <= mark.start < mark.end <= length)
    return sorted(found, key=lambda m: (m.start, -m.end, m.kind))[:MOST_MARKS]


def _mark(span: Sequence[int], kind: str, note: str, href: str | None = None) -> Mark:
    return Mark(span[0], span[1], kind, note, href)


def _all(record: Record, words: Words) -> Iterator[Mark]:
    for name, span in (record.get("spans") or {}).items():
        yield _mark(span, "head", f"{words[name]}: {head_value(record, name, words)}", "#head")
    for reference in record["references"]:
        yield _mark(reference["span"], "reference", reference_note(reference, words), act_path(reference["act"]))
    for one in record.get("definitions") or ():
        meant = f" · {one['meaning']}" if one.get("meaning") else ""
        yield _mark(one["span"], "definition", f"{words['definition']}: {one['alias']}{meant}",
                   act_path(one["act"]) if one.get("act") else None)
    for number, vote in enumerate(rounds(record), 1):
        yield from _vote(record, vote, number, words)
    for number, point in enumerate(walk(record["resolution"]["points"]), 1):
        yield from _point(point, number, words)
    yield from _people(record, words)
    for number, annex in enumerate(record["annexes"], 1):
        if annex.get("span"):
            named = f"{annex['number']}. " if annex["number"] else ""
            yield _mark(annex["span"], "annex", f"{named}{words['annex']} · {annex.get('title') or words['untitled']}",
                       f"#annex-{number}")
    for number, finding in enumerate(record["findings"], 1):
        if finding.get("span"):
            yield _mark(finding["span"], f"finding {finding['severity']}",
                       f"{words.of('severity', finding['severity'])}: {finding['message']}", f"#finding-{number}")
    for doubtful in record.get("doubtful") or ():
        yield _mark(doubtful["span"], "doubtful", f"{words['doubtful']} ({doubtful['confidence']:.0%})")


def _vote(record: Record, vote: Mapping[str, Any], number: int, words: Words) -> Iterator[Mark]:
    outcome = words.of("outcome", vote.get("outcome") or "unknown")
    yield _mark(vote["span"], "vote", f"{words['vote']}: {outcome}", f"#vote-{number}")
    for side in SIDES:
        told = vote.get(side) or {}
        for name, span in zip(told.get("names") or (), told.get("spans") or (), strict=False):
            yield _mark(span, f"voter {side}", f"{name}: {words[side]}", person_address(record, name))
    for one in vote.get("recusals") or ():
        yield _mark(one["span"], "voter not_voting", " · ".join(filter(None, (one["name"], one.get("reason")))),
                   person_address(record, one["name"]))
    for one in vote.get("candidates") or ():
        told = f"{one['name']}: {one['votes_for']} {words['for']}"
        yield _mark(one["span"], "voter", told, person_address(record, one["name"]))


def _point(point: Mapping[str, Any], number: int, words: Words) -> Iterator[Mark]:
    start, end = point["span"]
    if point["number"]:  # the number itself, as it stands before the point's words
        facts = (f"{point['number']}. {words['point']}", words.of("action", point.get("action")),
                 f"{words['deadline']} {words.day(point['deadline'])}" if point.get("deadline") else "")
        told = " · ".join(filter(None, facts))
        yield Mark(start, min(end, start + len(point["number"]) + 1), "number", told, f"#point-{number}")
    for amount in point.get("amounts") or ():
        if amount["span"] != point["span"]:
            yield _mark(amount["span"], "amount", f"{words['amount']} {words.money(amount['value'], amount['currency'])}",
                       f"#point-{number}")
    if term := point.get("relative_deadline"):
        yield _mark(term["span"], "deadline", f"{words['deadline']}: {words.term(term)}", f"#point-{number}")


def _people(record: Record, words: Words) -> Iterator[Mark]:
    for kind, people in (("person", record["persons"]), ("signatory", record["signatories"])):
        for one in people:
            if one.get("span"):
                yield _mark(one["span"], kind, ", ".join(filter(None, (one["name"], one["role"]))),
                           person_address(record, one["name"]))
    attendance = record.get("attendance") or {}
    for side, label in (("present", "present"), ("absent", "absent")):
        for one in attendance.get(side) or ():
            if one.get("span"):
                told = " · ".join(filter(None, (f"{one['name']}: {words[label]}", one.get("note"))))
                yield _mark(one["span"], f"attendee {side}", told, person_address(record, one["name"]))
    if appeal := record.get("appeal"):
        told = ", ".join(filter(None, (appeal.get("court"), appeal.get("term"))))
        yield _mark(appeal["span"], "appeal", f"{words['appeal']}: {told}", "#head")


def head_value(record: Record, name: str, words: Words) -> str:
    """A value of the head for a reader."""
    value = record.get(name)
    if name == "date":
        return words.day(value)
    if isinstance(value, Mapping):
        if name == "protocol":
            item = f", {value['item']}. {words['protocol_item']}" if value.get("item") else ""
            return f"{words['protocol_number']} {value.get('number') or '?'}{item}"
        return str(value.get("name") or "")
    return str(value or "")


def reference_note(reference: Mapping[str, Any], words: Words) -> str:
    """`Pašvaldību likums · 4. pants, 1. daļa · pamatojums`."""
    numbered = f"{words.of('kind', reference['kind'])} Nr. {reference['number']}" if reference.get("number") else None
    places = "; ".join(words.pinpoint(place) for place in reference.get("pinpoints") or ())
    named = reference.get("title") or (reference["act"] if not numbered else None)
    return " · ".join(filter(None, (numbered, named and _short(named), places, words.of("role", reference.get("role")))))


def _short(title: str, most: int = 160) -> str:
    return title if len(title) <= most else title[:most].rsplit(" ", 1)[0] + " …"


def person_address(record: Record, name: str) -> str:
    """A person's page within the record's institution; `person_keys` tells whose names those with initials are."""
    known = (record.get("person_keys") or {}).get(name)
    return person_path(known or person_key((record.get("institution") or {}).get("name"), name))


def walk(points: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every point of a tree, in text order; as deep as the document made it."""
    waiting = list(reversed(points))
    while waiting:
        point = waiting.pop()
        yield point
        waiting += reversed(point.get("children") or ())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`zone`: what part of the decision it belongs to; `heading`: the words above it when that part begins here."""

    zone: str
    heading: str | None
    html: Markup


def paragraphs(record: Record, marks: Sequence[Mark], words: Words, prefix: str = "") -> list[Paragraph]:
    """The text, a paragraph a line; nothing of it can become markup. `prefix` goes before the paths of links."""
    text, zones = record["text"], record.get("zones") or ()
    starts = [zone["start"] for zone in zones]
    writer = _Writer(text, marks, prefix)
    found, at, before = [], 0, -1
    for line in text.split("\n"):
        index = bisect.bisect_right(starts, at) - 1
        kind = zones[index]["kind"] if index >= 0 and at < zones[index]["end"] else "other"
        heading = words.of("zone", kind) if index != before and kind not in _UNHEADED else None
        if line.strip():
            found.append(Paragraph(kind, heading, writer.write(at, at + len(line))))
            before = index
        at += len(line) + 1
    return found


class _Writer:
    """Writes stretches of the text from left to right, keeping the marks that are still open."""

    def __init__(self, text: str, marks: Sequence[Mark], prefix: str) -> None:
        self.text = text
        self.prefix = prefix
        self.coming = list(enumerate(marks))[::-1]
        self.open: list[tuple[int, Mark]] = []
        self.begun: set[int] = set()

    def write(self, start: int, end: int) -> Markup:
        while self.coming and self.coming[-1][1].start < end:
            self.open.append(self.coming.pop())
        self.open = [(n, mark) for n, mark in self.open if mark.end > start]
        cuts = sorted({start, end, *(at for _, m in self.open for at in (m.start, m.end) if start < at < end)})
        pieces, over, waiting = [], list[tuple[int, Mark]](), self.open[::-1]
        for left, right in itertools.pairwise(cuts):
            over = [(n, mark) for n, mark in over if mark.end > left]
            while waiting and waiting[-1][1].start <= left:
                over.append(waiting.pop())
            pieces.append(self._piece(self.text[left:right], over))
        return Markup("").join(pieces)

    def _piece(self, piece: str, over: Sequence[tuple[int, Mark]]) -> Markup:
        body = escape(visible(piece)).replace("\t", Markup('<span class="gap"> </span>'))
        if not over:
            return body
        number, inner = min(over, key=lambda one: one[1].end - one[1].start)
        classes = " ".join(dict.fromkeys(" ".join(mark.kind for _, mark in over).split()))
        first = number not in self.begun
        self.begun.add(number)
        note = visible(inner.note)
        if inner.href is None:
            return Markup('<span class="m {}" data-m="{}" title="{}">{}</span>').format(classes, number, note, body)
        href = inner.href if inner.href.startswith("#") else self.prefix + inner.href
        # a thing cut in pieces is one stop of the Tab key
        return Markup('<a class="m {}" data-m="{}" title="{}" href="{}"{}>{}</a>').format(
            classes, number, note, href, Markup("" if first else ' tabindex="-1"'), body)
