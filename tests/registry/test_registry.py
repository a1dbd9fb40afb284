"""The shipped registry, and what a user lays over it."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.registry.entry import Entry
from pipeline.registry.imports import merge, read_any
from pipeline.registry.names import find
from pipeline.registry.store import Registry, RegistryError, load, read_entries, row_of
from pipeline.registry.structure import missing_pinpoint

PAGE = """<!doctype html><html><head><title>Suņu turēšanas noteikumi</title>
<link rel="canonical" href="https://likumi.lv/ta/id/999001-sunu-turesanas-noteikumi"><script>Numurs: 1</script></head>
<body><nav>Sākums</nav><h1>Suņu turēšanas noteikumi</h1><div>Izdevējs: <b>Ministru kabinets</b></div><div>Veids: noteikumi</div>
<div>Numurs: 901</div><div>Pieņemts: 05.03.2019.</div><table><tr><td>Stājas spēkā:</td><td>01.04.2019.</td></tr>
<tr><td>Zaudē spēku:</td><td>01.01.2024.</td></tr></table><div>Statuss: Zaudējis spēku</div><p>1. Noteikumi nosaka …</p>
</body></html>"""


def test_every_shipped_entry_names_its_source() -> None:
    entries = load().entries
    assert len(entries) > 2_500
    assert all(entry.sources and entry.title and entry.type for entry in entries)


@pytest.mark.parametrize(("asked", "title"), [
    ("MK 483/2024", "Eiropas Savienības"), ("MK Nr. 97", "iznomāšanas"), ("mk:2018-02-20/97", "iznomāšanas"),
    ("Pašvaldību likums", "Pašvaldību likums"), ("likums:par pašvaldībām", "Par pašvaldībām"),
])
def test_find_reads_what_people_type(asked: str, title: str) -> None:
    assert any(title in entry.title for entry in find(asked, load()))


def test_address_is_built_from_the_id() -> None:
    [law] = find("Par pašvaldībām", load())
    assert law.address == "https://likumi.lv/ta/id/57255"
    assert law.status_on("2022-12-31")[0] == "in_force"
    assert law.status_on("2023-01-01")[0] == "repealed"
    assert law.status_on("1994-01-01")[0] == "not_yet_in_force"


def test_saved_page_is_read_by_its_labels(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    [entry] = read_any(page)
    assert (entry.type, entry.number, entry.date, entry.status) == ("mk_noteikumi", "901", "2019-03-05", "repealed")
    assert (entry.in_force_from, entry.in_force_to, entry.likumi_id) == ("2019-04-01", "2024-01-01", 999001)
    assert entry.title == "Suņu turēšanas noteikumi"


def test_page_without_an_act_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    page = tmp_path / "news.html"
    page.write_text("<html><body><p>Ziņas</p></body></html>", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"news\.html"):
        read_any(page)


def test_csv_with_a_bad_line_names_the_line(tmp_path: Path) -> None:
    table = tmp_path / "acts.csv"
    table.write_text("type,number,date,title\nmk_noteikumi,5,2020-01-02,Labi\nmk_noteikumi,6,2020-01-03,\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="line 3"):
        read_any(table)


def test_merge_keeps_both_sources_and_reports_the_conflict() -> None:
    old = Entry("mk_noteikumi", "Suņu noteikumi", "901", "2019-03-05", status="in_force", sources=({"kind": "a"},))
    new = Entry("mk_noteikumi", "Suņu turēšanas noteikumi", "901", "2019-03-05", in_force_to="2024-01-01",
                sources=({"kind": "b"},))
    result = merge([old], [new])
    [entry] = result.entries
    assert result.new == 0
    assert entry.title == "Suņu turēšanas noteikumi" and entry.status == "in_force" and entry.in_force_to == "2024-01-01"
    assert [s["kind"] for s in entry.sources] == ["a", "b"]
    assert [(c.field, c.other) for c in result.conflicts] == [("title", "Suņu noteikumi")]


def test_overlay_stands_over_the_shipped_entry(tmp_path: Path) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"type":"mk_noteikumi","number":"97","date":"2018-02-20","title":"Mans nosaukums"}\n', encoding="utf-8")
    [entry] = find("MK 97/2018", load(mine))
    assert entry.title == "Mans nosaukums"
    assert len(load(mine)) == len(load())


def test_rows_survive_a_round_trip(tmp_path: Path) -> None:
    import orjson
    sample = load().entries[::100]
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(b"".join(orjson.dumps(row_of(e)) + b"\n" for e in sample))
    assert read_entries(copy) == sample


LAW = Entry("likums", "Parauga likums", articles={"1": {}, "2": {"2": [], "3": ["1", "2"]}, "5": {"": ["1", "2", "1"]}},
            transitional=("1", "2", "3"))


@pytest.mark.parametrize(("pinpoint", "certain"), [
    ({"pants": "1"}, None), ({"pants": "6"}, True), ({"pants": "3"}, False), ({"pants": "2", "dala": "1"}, None),
    ({"pants": "2", "dala": "4"}, True), ({"pants": "2", "dala": "3", "punkts": "2"}, None),
    ({"pants": "2", "dala": "3", "punkts": "3"}, True), ({"pants": "5", "punkts": "9"}, None),
    ({"parejas": "3"}, None), ({"parejas": "4"}, True), ({"nodala": "9"}, None), ({"pants": "1", "dala": "7"}, None),
])
def test_a_place_is_missing_only_beyond_the_last(pinpoint: dict[str, str], certain: bool | None) -> None:
    missing = missing_pinpoint(LAW, pinpoint)
    assert (missing.certain if missing else None) is certain


def test_two_laws_of_one_title_are_told_apart_by_the_day() -> None:
    old = Entry("likums", "Dzīves likums", likumi_id=100)
    new = Entry("likums", "Dzīves likums", likumi_id=3000)
    scale = Entry("mk_noteikumi", "Cits", "1", "2010-01-01", likumi_id=3100)
    registry = Registry([old, new, scale])
    assert registry.newest_before([old, new], "2015-01-01") is new
    assert registry.newest_before([old, new], "2005-01-01") is None
