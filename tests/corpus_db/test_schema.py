"""Every table and column is documented, and filled by some record."""
from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.corpus.index import build_index
from pipeline.corpus.schema import TABLES, VIEWS
from pipeline.corpus.search import open_corpus
from pipeline.records import Decision
from tests.corpus_db.conftest import Record, write

DOCS = Path(__file__).parents[2] / "docs"

#: What the written decisions lack, so that every column has a record that fills it.
FULL: dict[str, Any] = {
    "protocol": {"number": "7", "item": "3"},
    "place": "Ogre",
    "appeal": {"court": "Administratīvā rajona tiesa", "term": "viena mēneša laikā", "span": [0, 5]},
    "annexes": [{"number": "1", "title": "Plāns", "pages": 2, "cited_in": ["1"], "in_document": True, "span": [0, 5],
                 "stamp": "APSTIPRINĀTS"}],
    "signatories": [{"role": "Domes priekšsēdētājs", "name": "Egils Helmanis", "span": [0, 5]}],
    "persons": [{"name": "Anna Kalna", "printed": "Annu Kalnu", "role": "vadītāja", "point": "1", "span": [0, 5],
                 "ambiguous": True}],
    "relations": [{"type": "amends", "act": "likums:civillikums", "points": ["1", "2"]}],
    "definitions": [{"alias": "Likums", "kind": "act", "meaning": "Civillikums", "act": "likums:civillikums", "span": [0, 5]}],
    "findings": [{"code": "vote.count_mismatch", "severity": "error", "message": "13 ≠ 12", "span": [0, 5]}],
    "attendance": {"present": [{"name": "Anna Kalna", "note": "kavē", "arrived": "10:05", "left": "11:00", "span": None}],
                   "absent": [{"name": "Juris Kalns", "note": "slims", "arrived": None, "left": None, "span": None}]},
    "resolution": {"verb": "NOLEMJ", "points": [{
        "number": "1", "text": "Piešķirt 30 100 EUR.", "span": [0, 5], "references": [0], "action": "allocate",
        "deadline": "2024-12-31", "relative_deadline": {"amount": 1, "unit": "month", "event": "no dienas", "span": [0, 5]},
        "amounts": [{"value": "30100.00", "currency": "EUR", "span": [0, 5], "vat": "included"}],
        "children": [{"number": "1.1", "text": "Daļa.", "span": [0, 5]}]}]},
    "vote": {
        "method": "secret", "unanimous": False, "span": [0, 5], "outcome": "adopted", "outcome_rule": "more for than against",
        "subject": "grozījums", "total": 15, "invalid": 1,
        **{side: {"count": 1, "declared": 1, "names": [f"Anna {side.title()}"], "spans": [[0, 5]]}
           for side in ("for", "against", "abstain", "not_voting", "absent")},
        "recusals": [{"name": "Juris Kalns", "reason": "interešu konflikts", "span": [0, 5]}],
        "candidates": [{"name": "Anna Kalna", "votes_for": 9, "votes_against": 6, "span": [0, 5]}]},
}
UNIT_SETS = [{"pants": "4", "dala": "1", "punkts": "8", "apakspunkts": "a", "teikums": "2", "rindkopa": "1"},
             {"nodala": "2", "sadala": "1", "pielikums": "3", "parejas": "91"}]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from bench.generate_records import written_records
    record: Record = json.loads(json.dumps(next(r for r in written_records() if r["number"] and r["date"] and r["references"])))
    record |= json.loads(json.dumps(FULL))
    first = record["references"][0]
    record["references"] = [
        {**first, "kind": "mk_noteikumi", "form": "full", "title": "Kārtība", "number": "483", "date": "2024-07-16",
         "issuer": "Ministru kabinets", "alias": "noteikumi", "act": "mk:2024-07-16/483", "pinpoints": UNIT_SETS},
        {**first, "form": "alias", "title": "Kārtība", "act": "mk:2024-07-16/483", "antecedent": 0},
        {**first, "kind": "likums", "form": "full", "title": "Civillikums", "act": "likums:civillikums"}]
    record["source"] |= {"pages": 2, "ocr_confidence": 0.9, "part": {"index": 1, "of": 2}, "e_signatures": [{
        "signer": "Anna Kalna", "signed_at": "2024-10-17T10:00:00Z", "digest_ok": True, "signature_ok": True,
        "chain": "trusted"}]}
    Decision.model_validate(record)
    folder = tmp_path_factory.mktemp("full")
    write(folder, [record])
    build_index(folder)
    return folder


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_filled_from_a_record(full: Path, table: Any) -> None:
    with closing(open_corpus(full)) as db:
        counts = ", ".join(f'count("{name}")' for name in table.names)
        filled = db.execute(f'SELECT {counts} FROM "{table.name}"').fetchone()
    assert [name for name, n in zip(table.names, filled, strict=True) if n == 0] == []


def test_every_value_of_a_vote_arrives(full: Path) -> None:
    with closing(open_corpus(full)) as db:
        assert set(db.execute("SELECT name, side FROM vote_names")) == {
            (f"Anna {side.title()}", side) for side in ("for", "against", "abstain", "not_voting", "absent")}
        assert db.execute("SELECT value, decimal, vat FROM amounts").fetchall() == [(30100.0, "30100.00", "included")]
        assert db.execute("SELECT name, reason FROM recusals").fetchall() == [("Juris Kalns", "interešu konflikts")]
        assert db.execute("SELECT depth, number FROM points ORDER BY point").fetchall() == [(0, "1"), (1, "1.1")]


def test_spans_point_at_the_printed_words(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT substr(t.text, r.span_start + 1, r.span_end - r.span_start), r.printed "
                      "FROM refs r JOIN texts t ON t.decision = r.decision").fetchall()
    assert rows and all(there == printed for there, printed in rows)


def test_acts_get_the_address_the_registry_is_sure_of(db: sqlite3.Connection) -> None:
    act, number, date, url = db.execute(
        "SELECT act, number, date, url FROM acts WHERE kind = 'mk_noteikumi' AND url IS NOT NULL LIMIT 1").fetchone()
    assert url.startswith("https://likumi.lv/ta/id/") and act == f"mk:{date}/{number}"


def test_the_documentation_is_the_schema() -> None:
    from scripts.build_corpus_docs import PAGE, page
    body = PAGE.read_text(encoding="utf-8")
    assert page(body) == body, "python scripts/build_corpus_docs.py"
    assert all(column.meaning and not column.meaning.endswith(".") for table in TABLES for column in table.columns)


def test_the_database_describes_itself(db: sqlite3.Connection) -> None:
    for table in TABLES:
        actual = [(name, kind) for _, name, kind, *_ in db.execute(f'PRAGMA table_info("{table.name}")')]
        said = db.execute("SELECT column_name, type FROM _columns WHERE table_name = ?", (table.name,)).fetchall()
        assert actual == said
    for view in VIEWS:
        assert db.execute(f"SELECT * FROM {view} LIMIT 1").fetchall()
