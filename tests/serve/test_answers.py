"""Every page over HTTP: languages, JSON, CSV, headers, refusals; reading only, on this machine only, not for ever."""
from __future__ import annotations

import asyncio
import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import pytest

from bench.generate_records import written_records
from pipeline.corpus.filters import Filters
from pipeline.corpus.index import NAME, build_index
from pipeline.corpus.search import open_corpus, search
from pipeline.serve import site as site_module
from pipeline.serve.address import act_path, decision_path, municipality_path, person_path
from pipeline.serve.site import make_site
from tests.corpus_db.conftest import write
from tests.serve.conftest import get, serving

LISTS = ("/", "/lemumi", "/lemumi?q=zeme", "/akti", "/deputati", "/pasvaldibas")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A key of each kind in the written decisions, the most telling one."""
    folder = tmp_path_factory.mktemp("known")
    write(folder, written_records())
    build_index(folder)
    db = sqlite3.connect(folder / NAME)

    def first(statement: str) -> str:
        return str(db.execute(statement).fetchone()[0])

    return {
        "folder": folder,
        "decision": first("SELECT file FROM decisions WHERE votes_against > 0 AND points > 2 ORDER BY points DESC"),
        "person": first("SELECT p.key FROM persons p JOIN vote_names n USING (person) GROUP BY 1 ORDER BY count(*) DESC, 1"),
        "act": first("SELECT act FROM pinpoints GROUP BY 1 ORDER BY count(*) DESC, 1"),
        "municipality": first("SELECT municipality FROM decisions GROUP BY 1 ORDER BY count(*) DESC, 1"),
    }


def pages(known: dict[str, Any]) -> list[str]:
    return [*LISTS, decision_path(known["decision"]), person_path(known["person"]), act_path(known["act"]),
            municipality_path(known["municipality"])]


def with_form(path: str, form: str) -> str:
    where, _, asked = path.partition("?")
    return f"{'/sakums' if where == '/' else where}{form}" + (f"?{asked}" if asked else "")


def test_every_page_in_both_languages_and_forms(written_site: str, known: dict[str, Any]) -> None:
    for path in pages(known):
        latvian, english = get(written_site + path), get(f"{written_site}/en{path}")
        assert (latvian.status, english.status) == (200, 200), path
        assert '<html lang="lv">' in latvian.body and '<html lang="en">' in english.body, path
        facts = get(written_site + with_form(path, ".json"))
        assert facts.headers["content-type"].startswith("application/json") and json.loads(facts.body), path
        table = get(written_site + with_form(path, ".csv"))
        assert table.headers["content-type"].startswith("text/csv"), path
        assert len(list(csv.reader(io.StringIO(table.body)))) > 1, path


def test_a_decision_as_json_is_its_record(written_site: str, known: dict[str, Any]) -> None:
    path = decision_path(known["decision"])
    assert get(f"{written_site}{path}.json").body.encode() == (known["folder"] / known["decision"]).read_bytes()


def test_a_decision_as_csv_points_into_its_text(written_site: str, known: dict[str, Any]) -> None:
    record = json.loads((known["folder"] / known["decision"]).read_bytes())
    rows = list(csv.DictReader(io.StringIO(get(f"{written_site}{decision_path(known['decision'])}.csv").body)))
    assert {"reference", "number"} <= {row["kind"] for row in rows}
    for row in rows:
        assert record["text"][int(row["start"]):int(row["end"])] == row["words"]


def test_a_decision_by_its_id(written_site: str) -> None:
    record = next(r for r in written_records() if r["id"].count("/") == 2)
    assert json.loads(get(f"{written_site}/lemums/{quote(record['id'])}.json").body)["id"] == record["id"]


@pytest.mark.parametrize(("asked", "typed", "filters"), [
    ("q=skolas+kopiena", "skolas kopiena", Filters()),
    ("q=zeme&from=2023&to=2023", "zeme", Filters(date_from="2023", date_to="2023")),
    ("amount_over=1+000", "", Filters(amount_over=1000)),
    ("finding=any", "", Filters(finding="any")),
    ("type=minutes_item", "", Filters(document_type="minutes_item")),
])
def test_search_is_the_search_of_the_command(
    written_site: str, known: dict[str, Any], asked: str, typed: str, filters: Filters,
) -> None:
    found = json.loads(get(f"{written_site}/lemumi.json?limit=1000&{asked}").body)
    db = open_corpus(known["folder"])
    expected = search(db, typed, filters, limit=1000)
    db.close()
    assert found["total"] == expected.total > 0
    assert [hit["id"] for hit in found["hits"]] == [hit.id for hit in expected.hits]


def test_what_nobody_can_mean_is_explained(written_site: str) -> None:
    nobody = get(f"{written_site}/lemumi?person=Nekas+Nekads")
    assert nobody.status == 400 and "Nekas Nekads" in nobody.body
    assert json.loads(get(f"{written_site}/lemumi.json?amount_over=daudz").body)["error"] == "bad_query"
    for path in ("/lemums/nav", "/akts/nav", "/deputats/nav", "/pasvaldiba/nav", "/lemums", "/nekas", "/en/nekas",
                 "/corpus/nekas", "/lapa/1/nav.png", "/lapa/1/../../etc.png"):
        assert get(written_site + path).status == 404, path


def test_headers_everywhere(written_site: str, known: dict[str, Any]) -> None:
    datasettes = ("/corpus", "/corpus/decisions", "/corpus/decisions.json", "/-/versions")
    for path in (*pages(known), "/nekas", "/static/lemumi.js", *datasettes):
        headers = get(written_site + path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy, path
        assert ("unsafe-inline" in policy) == path.startswith(("/corpus", "/-/")), path
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer", path


def test_every_table_as_json_and_csv(written_site: str) -> None:
    for table, rows in (("decisions", 3), ("refs", 3), ("vote_names", 3), ("points", 3)):
        got = json.loads(get(f"{written_site}/corpus/{table}.json?_shape=array&_size={rows}").body)
        assert len(got) == rows, table
    every = get(f"{written_site}/corpus/refs.csv?_stream=on").body
    total = json.loads(get(f"{written_site}/sakums.json").body)["totals"]["refs"]
    assert len(list(csv.reader(io.StringIO(every)))) == total + 1


@pytest.mark.parametrize("statement", [
    "DELETE FROM decisions", "INSERT INTO acts (act) VALUES (1)", "PRAGMA journal_mode=WAL", "ATTACH '/tmp/x' AS y",
    "SELECT 1; SELECT 2", "WITH x AS (SELECT 1) DELETE FROM decisions", "SELECT load_extension('x')",
    "SELECT writefile('/tmp/x', 'y')",
])
def test_reads_only(written_site: str, statement: str) -> None:
    assert get(f"{written_site}/corpus.json?sql={quote(statement)}").status == 400
    assert json.loads(get(f"{written_site}/sakums.json").body)["totals"]["decisions"] == len(written_records())


def test_a_query_without_end_is_ended(written_site: str) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    answer = get(f"{written_site}/corpus.json?sql={quote(endless)}")
    assert answer.status == 400 and "long" in answer.body.lower()


def test_a_page_without_end_is_ended(known: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "PAGE_LIMIT", 0)

    async def ask() -> tuple[int, str]:
        site = make_site(known["folder"])
        await site.invoke_startup()
        answer = await site.client.get("/lemumi?q=a*+OR+b*+OR+c*")
        return answer.status_code, answer.text

    status, body = asyncio.run(ask())
    assert status == 503 and "pārāk ilgu laiku" in body


def test_only_this_machine_and_its_own_name(known: dict[str, Any]) -> None:
    with serving(known["folder"]) as address:
        port = int(address.rsplit(":", 1)[1])
        mine = [c for p in psutil.Process().children(recursive=True) for c in p.net_connections()
                if c.laddr and c.laddr.port == port and c.status == psutil.CONN_LISTEN]
        assert {c.laddr.ip for c in mine} == {"127.0.0.1"}
        assert get(address + "/", Host=f"localhost:{port}").status == 200
        assert get(address + "/", Host="evil.example").status == 421
    with serving(known["folder"], "--host", "0.0.0.0") as address:
        assert get(address.replace("0.0.0.0", "127.0.0.1") + "/", Host="corpus.example").status == 200


def test_follows_the_database(known: dict[str, Any], tmp_path: Path) -> None:
    """Mended in place, or another file in its place: the next page has it."""
    shutil.copytree(known["folder"], tmp_path, dirs_exist_ok=True)
    changed = json.loads((tmp_path / known["decision"]).read_bytes())
    with serving(tmp_path) as address:
        before = json.loads(get(f"{address}/sakums.json").body)["totals"]["decisions"]
        for anew, word in ((False, "ksilofons"), (True, "mandolīna")):
            changed["title"] = f"Par {word}"
            (tmp_path / known["decision"]).write_text(json.dumps(changed), encoding="utf-8")
            build_index(tmp_path, anew=anew)
            assert f"Par {word}" in get(address + decision_path(known["decision"])).body
            assert json.loads(get(f"{address}/lemumi.json?q={quote(word)}").body)["total"] == 1
        (tmp_path / known["decision"]).unlink()
        build_index(tmp_path)
        assert json.loads(get(f"{address}/sakums.json").body)["totals"]["decisions"] == before - 1
        assert get(address + decision_path(known["decision"])).status == 404


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "serve", str(tmp_path)], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 2 and "lemumi index" in done.stderr


def test_a_taken_port_is_named(written_site: str, known: dict[str, Any]) -> None:
    port = written_site.rsplit(":", 1)[1]
    done = subprocess.run([sys.executable, "-m", "pipeline", "serve", str(known["folder"]), "--port", port],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 3 and port in done.stderr


def test_an_empty_corpus(empty_site: str) -> None:
    assert "Krājums ir tukšs" in get(empty_site + "/").body
    for path in LISTS:
        assert get(empty_site + path).status == 200, path


def test_hostile_text_stays_text(hostile_site: str) -> None:
    found = json.loads(get(f"{hostile_site}/lemumi.json").body)["hits"][0]
    paths = [decision_path(found["file"]), "/", "/lemumi?q=" + quote("tērp"), "/akti", "/deputati", "/pasvaldibas",
             municipality_path(found["municipality"]), "/corpus/decisions", "/corpus/texts"]
    paths += [person_path(p["key"]) for p in json.loads(get(f"{hostile_site}/deputati.json").body)["persons"]]
    paths += [act_path(a["act"]) for a in json.loads(get(f"{hostile_site}/akti.json").body)["acts"]]
    assert len(paths) > 11
    for path in paths:
        answer = get(hostile_site + path)
        assert answer.status == 200, path
        lower = answer.body.lower()
        assert "<script>" not in lower and "<img src=x" not in lower and "<svg onload" not in lower, path
        assert not set("\u202e\u2067\u2066\x00\x1b\x7f") & set(answer.body), path
    assert "⟨RLO⟩" in get(hostile_site + paths[0]).body
