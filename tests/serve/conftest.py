"""Sites on corpora of several sizes, each served by the command itself on a free port, and one browser for all."""
from __future__ import annotations

import copy
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bench.generate_records import generate_records, write_records, written_records
from pipeline.corpus.index import build_index
from tests.browser import CHROMIUM, MISSING, Browser, Tab, chromium
from tests.corpus_db.conftest import write

Record = dict[str, Any]
Served = Callable[..., str]


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


def get(address: str, **headers: str) -> Answer:
    """What an address answers, redirects and refusals included."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        return Answer(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read().decode("utf-8"))


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """`lemumi serve FOLDER` as its own process; gives the address it names."""
    process = subprocess.Popen([sys.executable, "-m", "pipeline", "serve", str(folder), "--port", "0", *options],
                               stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+?(?=/\s)", line)
        assert found, line
        yield found.group()
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def raw_site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """The shipped documents, parsed: with page images."""
    from pipeline.run.options import RunOptions
    from pipeline.run.run import run
    out = tmp_path_factory.mktemp("raw")
    run([str(root / "data" / "raw")], out, RunOptions())
    build_index(out)
    with serving(out, "--raw", str(root / "data" / "raw")) as address:
        yield address


@pytest.fixture(scope="session")
def written_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The written decisions with everything known of them, votes and points included."""
    folder = tmp_path_factory.mktemp("written")
    write(folder, written_records())
    build_index(folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("empty")
    (folder / "decisions.jsonl").write_text("", encoding="utf-8")
    build_index(folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """10,000 decisions."""
    folder = tmp_path_factory.mktemp("large")
    write_records(10_000, folder / "decisions.jsonl")
    build_index(folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    write(folder, [hostile_record()])
    build_index(folder)
    with serving(folder) as address:
        yield address


SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
BIDI = "par \u202etērp\u202c, \u2067atturas\u2069"


def hostile_record() -> Record:
    """A record every text of which tries to be more than text."""
    record = copy.deepcopy(next(iter(generate_records(1))))
    text = "\n".join((SCRIPT, "\"'><svg onload=\"document.title=1\">", BIDI, "\x00\x1b[31m\x7f\x85", "a" * 200_000,
                      "</p></article>&lt;b&gt;"))
    spans = [[0, 30], [10, 90], [20, 60], [20, 60], [0, len(text)], [5, 10_000_000], [len(text), len(text)]]
    evil = f"{SCRIPT}{BIDI}\x00"
    nobody: Record = {"count": None, "declared": None, "names": [], "spans": []}
    side = {"count": 2, "declared": 3, "names": [evil, "../../etc"], "spans": spans[:2]}
    record |= {
        "id": "javascript:alert(1)/..%2f/<b>", "number": evil, "title": evil, "place": evil, "date": None, "text": text,
        "institution": {"name": evil, "kind": None, "municipality": evil}, "zones": [], "pages": [], "definitions": [],
        "spans": {"title": spans[1], "number": spans[2]},
        "references": [{"kind": "cits", "form": "full", "title": evil, "number": evil, "date": None, "issuer": evil,
                        "alias": None, "pinpoints": [{"punkts": evil}], "act": f"cits:{evil}/../..?#", "span": span,
                        "role": "mentions", "antecedent": None} for span in spans],
        "vote": {"method": "open", "unanimous": None, "for": side, "against": nobody, "abstain": nobody, "not_voting": nobody,
                 "absent": nobody, "span": spans[4], "outcome": "adopted", "subject": evil, "candidates": [], "recusals": []},
        "resolution": {"verb": evil, "span": None, "points": [_deep(evil, 80)]},
        "annexes": [{"number": evil, "title": evil, "cited_in": [evil], "in_document": True, "span": spans[3]}],
        "persons": [{"name": evil, "printed": evil, "role": evil, "point": evil, "span": spans[2]}],
        "signatories": [{"name": "..", "role": evil, "span": spans[2]}],
        "findings": [{"code": "x<b>", "severity": "error", "message": evil, "span": spans[1]}],
    }
    record["source"] |= {"path": "../../../../etc/passwd", "media_type": "application/pdf", "e_signatures": []}
    return record


def _deep(evil: str, depth: int) -> Record:
    point: Record = {"number": "1", "text": evil, "children": [], "span": [0, 20], "references": [0], "annexes": [evil],
                     "deadline": None, "action": None, "amounts": []}
    for _ in range(depth):
        point = {**point, "children": [point]}
    return point


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with chromium() as one:
        yield one


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A page of its own; whatever the test did, the console must not have complained."""
    one = browser.tab()
    one.media()
    yield one
    assert not one.errors
    one.close()
