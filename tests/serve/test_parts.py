"""The parts that pages are made of: words, marks, charts, addresses, originals."""
from __future__ import annotations

import html
import math
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.serve import address
from pipeline.serve.charts import MOST_SEATS, bars, dot, seats, years
from pipeline.serve.marks import Mark, paragraphs
from pipeline.serve.original import original
from pipeline.serve.pages.municipalities import topics
from pipeline.serve.visible import visible
from pipeline.serve.words import Words, table

LV, EN = Words("lv"), Words("en")
TEMPLATES = Path(__file__).parents[2] / "pipeline" / "serve" / "templates"


def test_values_in_both_languages() -> None:
    assert (LV.day("2024-10-17"), EN.day("2024-10-17")) == ("17.10.2024.", "17 October 2024")
    assert (LV.money("30100.00", "EUR"), EN.money("30100.00", "EUR")) == ("30\u202f100,00 EUR", "EUR 30,100.00")
    place = {"pants": "10", "dala": "1", "punkts": "21"}
    assert LV.pinpoint(place) == "10. pants, 1. daļa, 21. punkts"
    assert EN.pinpoint(place) == "article 10, part 1, point 21"
    assert LV.term({"amount": 1, "unit": "month", "event": "no spēkā stāšanās"}) == "1 mēn. no spēkā stāšanās"
    assert LV.pinpoint({"apakspunkts": "a"}) == "a apakšpunkts"
    assert [LV.counted(n).split()[-1] for n in (1, 2, 11, 21, 111)] == ["lēmums", "lēmumi", "lēmumi", "lēmums", "lēmumi"]


def test_words_and_templates_know_the_same_keys() -> None:
    """No page asks for words that are not there, and none are there that no page asks for."""
    source = "\n".join(p.read_text(encoding="utf-8") for p in TEMPLATES.glob("*.html"))
    source += "\n".join(p.read_text(encoding="utf-8") for p in TEMPLATES.parent.rglob("*.py"))
    asked = set(re.findall(r"\bw\.([a-z_]+)\b(?!\()", source)) - {"of", "day", "figure", "money", "pinpoint", "term", "counted"}
    assert asked <= set(table())
    groups = ("severity", "outcome", "method", "text_source", "type", "kind", "role", "unit", "action", "zone", "sort", "term")
    unused = {key for key in table() if not re.search(rf"\b{key}\b", source) and not key.startswith(groups)}
    assert not unused
    assert all(both["lv"] and both["en"] for both in table().values())


def plain(marked: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", marked))


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from([None, "#x", "/akts/a"])), max_size=12)


@given(st.text(st.sampled_from("ab<>&\"'\n\u202e\0 ā"), max_size=80), spans)
@settings(max_examples=300, deadline=None)
def test_marking_loses_and_adds_nothing(text: str, drawn: list[tuple[int, int, str | None]]) -> None:
    marks = sorted((Mark(s, min(s + n, len(text)), "reference", "<b>", href) for s, n, href in drawn if s < len(text)),
                   key=lambda m: (m.start, -m.end))
    found = paragraphs({"text": text, "zones": []}, marks, LV)
    assert [plain(p.html) for p in found] == [visible(line) for line in text.split("\n") if line.strip()]
    for one in found:
        assert re.fullmatch(r"(?:[^<>]|<a class=\"m [^<>]*>[^<>]*</a>|<span class=\"m [^<>]*>[^<>]*</span>)*", one.html)


def test_a_piece_has_every_kind_over_it_and_the_innermost_note() -> None:
    marks = [Mark(0, 20, "vote", "outer", "#vote-1"), Mark(4, 9, "voter for", "inner", "/deputats/x/y")]
    (found,) = paragraphs({"text": "Par Jānis, pret nav.", "zones": []}, marks, LV, "/en")
    assert '<a class="m vote voter for" data-m="1" title="inner" href="/en/deputats/x/y">Jānis</a>' in found.html
    assert found.html.count('tabindex="-1"') == 1, "a mark in two pieces is one stop of the Tab key"


def test_zones_have_headings_where_they_begin() -> None:
    text = "Nr. 1\nPar zemi\nA\nB\nNOLEMJ:\n1. C"
    kinds = (("head", 0, 5), ("title", 6, 14), ("facts", 15, 18), ("operative", 19, 26), ("resolution", 27, 31))
    zones = [{"kind": kind, "start": start, "end": end} for kind, start, end in kinds]
    found = paragraphs({"text": text, "zones": zones}, [], LV)
    assert [(p.zone, p.heading) for p in found] == [
        ("head", None), ("title", None), ("facts", "Apstākļi"), ("facts", None), ("operative", None),
        ("resolution", "Nolemjošā daļa")]


def test_hidden_characters_are_shown() -> None:
    assert visible("a\x00b\u202ec\u200bd\ud800\te\n") == "a␀b⟨RLO⟩c⟨ZWSP⟩d\ufffd\te\n"
    assert visible("Žagarē – “labi”, 10\u00a0€") == "Žagarē – “labi”, 10\u00a0€"


@given(*[st.integers(0, 40)] * 4)
@settings(deadline=None)
def test_a_dot_for_every_voter_and_no_two_overlap(for_: int, against: int, abstain: int, absent: int) -> None:
    vote = {"for": {"count": for_, "names": []}, "against": {"count": None, "names": ["A"] * against},
            "abstain": {"count": abstain, "names": []}, "absent": {"count": absent}}
    found, total = seats(vote), for_ + against + abstain + absent
    assert len(found) == (total if total <= MOST_SEATS else 0)
    expected = ["for"] * for_ + ["against"] * against + ["abstain"] * abstain + ["absent"] * absent
    assert [seat.side for seat in found] == expected[:len(found)]
    near = min((math.dist(a[:2], b[:2]) for i, a in enumerate(found) for b in found[:i]), default=99)
    assert near > 1.6 * dot(total)
    assert all(0 <= s.x <= 200 and 0 <= s.y <= 112 for s in found)


def test_years_without_decisions_have_a_place() -> None:
    assert years([(2021, 2), (2023, 1), (None, 5)]) == [(2021, 2), (2022, 0), (2023, 1)]
    assert years([]) == []
    assert [bar.height for bar in bars([(1, 4), (2, 2), (3, 0)])] == [100, 50, 1.5]


@pytest.mark.parametrize("key", ["mk:2024-07-16/483", "likums:pašvaldību likums", "mk:?/483", "cits:x/../y", "a//b", "x/..",
                                 "x#y%2f&c=d", "ogres-novada-dome/janis-berzins", "cits:“a” <b>\x00"])
def test_a_key_survives_its_address(key: str) -> None:
    path = address.act_path(key)
    assert urljoin("http://h/x/y", path) == f"http://h{path}", "a browser must not shorten it"
    assert unquote(path.removeprefix("/akts/")) == key


def test_a_changed_filter_begins_at_the_first_page() -> None:
    asked = {"q": "zeme", "p": "3", "type": "order"}
    assert address.query(asked, type=None) == "?q=zeme"
    assert address.query(asked, p="4") == "?q=zeme&p=4&type=order"


def source(path: str, sha256: str) -> dict[str, str]:
    return {"path": path, "sha256": sha256, "media_type": "application/pdf"}


def test_only_the_very_bytes_that_were_read(root: Path, tmp_path: Path) -> None:
    import hashlib
    data = (root / "data" / "raw" / "ogre-214.pdf").read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(root / "data" / "raw" / "ogre-214.pdf", raw / "a.pdf")
    (tmp_path / "outside.pdf").write_bytes(data)
    (raw / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    with zipfile.ZipFile(raw / "b.edoc", "w") as container:
        container.writestr("in/c.pdf", data)
    assert original(raw, source("a.pdf", digest)) == data
    assert original(raw, source("b.edoc/in/c.pdf", digest)) == data
    elsewhere = ("../outside.pdf", str(tmp_path / "outside.pdf"), "link.pdf", "b.edoc/in/d.pdf", "a.pdf/x", "nav.pdf",
                 "\x00", "")
    for path in elsewhere:
        assert original(raw, source(path, digest)) is None, path
    assert original(raw, source("a.pdf", "0" * 64)) is None
    assert original(None, source("a.pdf", digest)) is None


def test_boxes_stand_on_the_words(root: Path) -> None:
    """Held against the words that another library finds on the page."""
    import json

    import pdfplumber

    from pipeline.api import parse_file
    from pipeline.serve.marks import marks_of
    from pipeline.serve.page_image import boxed_pages
    path = root / "data" / "raw" / "ogre-214.pdf"
    record = json.loads(parse_file(path)[0].model_dump_json())
    record["source"]["path"] = path.name
    marks = marks_of(record, LV)
    page = boxed_pages(path.parent, record, marks)[0]
    with pdfplumber.open(path) as pdf:
        words = pdf.pages[0].extract_words()
    checked = 0
    for number, _, x, y, width, height in page.boxes:
        inside = [w["text"] for w in words if x - 1 <= w["x0"] and w["x1"] <= x + width + 1
                  and y - 2 <= (w["top"] + w["bottom"]) / 2 <= y + height + 2]
        told = record["text"][marks[number].start:marks[number].end].split()
        assert set(inside) <= set(told) | {t.rstrip("-") for t in inside if t.endswith("-")}, (inside, told)
        checked += bool(inside)
    assert checked > 15


def test_topics_are_words_of_titles_in_their_usual_form() -> None:
    titles = ["Par zemes nomu Ogres novadā", "Par zemes nomas maksu", "Par zemei piešķirto adresi",
              "Par saistošo noteikumu grozījumiem"]
    found = dict(topics(titles, "Ogres novads"))
    assert found["zemes"] == 3 and "ogres" not in found and "grozījumiem" not in found and "noteikumu" not in found
