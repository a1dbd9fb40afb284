"""The report: counts, stable columns, exceptions, HTML in which nothing from a document can run."""
from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.audit.accept import AcceptError, read_accepted
from pipeline.audit.audit import Audit, audit
from pipeline.audit.html_report import LATVIAN, MEANING, html_report
from pipeline.audit.judge import VERDICTS
from pipeline.audit.rows import COLUMNS, sentence
from pipeline.registry.store import load

HOSTILE = "<script>document.title='taken'</script>"


def record(own: str = "1", /, **reference: object) -> dict[str, object]:
    text = f"Pirms teikums. Pamatojoties uz noteikumu Nr. 97 {HOSTILE} 2. punktu, dome nolemj. Pēc teikums."
    start = text.index("noteikumu")
    base = {"kind": "mk_noteikumi", "form": "full", "number": "97", "date": "2018-02-20", "title": None, "role": "legal_basis",
            "pinpoints": [{"punkts": "2"}], "act": "mk:2018-02-20/97", "span": (start, text.index(" 2. punktu"))}
    return {"id": f"zilanu-novada-dome/2023/{own}", "source": {"path": f"{own}.txt"}, "date": "2023-05-02", "number": own,
            "institution": {"name": "Zīlānu novada dome", "municipality": "Zīlānu novads"}, "text": text, "pages": [],
            "references": [{**base, **reference}], "relations": [], "findings": []}


WRONG = {"number": "97", "date": "2018-02-20", "title": "Pavisam cita lieta un kārtība"}


@pytest.fixture
def mixed() -> Audit:
    return audit([record("1"), record("2", **WRONG)], load())


def test_counts_name_every_verdict(mixed: Audit) -> None:
    assert mixed.counts["match"] == 1 and mixed.counts["title_differs"] == 1 and sum(mixed.counts.values()) == 2
    assert [row.decision for row in mixed.open] == ["zilanu-novada-dome/2023/2"]


def test_the_sentence_is_the_citations_own() -> None:
    text = "Pirms teikums. Pamatojoties uz A likuma 2. pantu, dome nolemj. Pēc teikums."
    before, words, after = sentence(text, text.index("A likuma"), text.index(", dome"))
    assert (before, words, after) == ("Pamatojoties uz ", "A likuma 2. pantu", ", dome nolemj.")


def test_an_accepted_exception_is_shown_but_no_longer_open(tmp_path: Path, mixed: Audit) -> None:
    row = mixed.open[0]
    accepted = tmp_path / "accepted.csv"
    accepted.write_text("decision,act,pinpoints,verdict,reason,name\n"
                        f"{row.decision},{row.act},{row.pinpoints},{row.verdict},vecā redakcija,A. Ozola\n", encoding="utf-8")
    again = audit([record("1"), record("2", **WRONG)], load(), read_accepted(accepted))
    assert again.open == []
    assert [r.accepted for r in again.rows if r.verdict == "title_differs"] == ["vecā redakcija (A. Ozola)"]


def test_an_exception_without_a_name_is_none(tmp_path: Path) -> None:
    accepted = tmp_path / "accepted.csv"
    accepted.write_text("decision,act,pinpoints,verdict,reason,name\nx,y,,match,tā vajag,\n", encoding="utf-8")
    with pytest.raises(AcceptError, match=r"line 2: lacks name"):
        read_accepted(accepted)


def test_undated_decision_is_judged_without_a_day() -> None:
    [row] = audit([{**record(), "date": None}], load()).rows
    assert row.verdict == "match" and "no date" in row.notes


def test_cited_decision_in_the_corpus_is_linked_and_absent_ones_are_listed() -> None:
    cited = {"kind": "lemums", "title": None, "pinpoints": []}
    known = record("5")
    citing = record("6", **cited, number="5", date="2023-05-02", act="lemums:zilanu-novada-dome/2023-05-02/5")
    lost = record("7", **cited, number="9", date="2020-01-01", act="lemums:zilanu-novada-dome/2020-01-01/9")
    result = audit([known, citing, lost], load())
    assert result.corpus.links == [(citing["id"], "lemums:zilanu-novada-dome/2023-05-02/5", known["id"])]
    assert result.corpus.absent == [("lemums:zilanu-novada-dome/2020-01-01/9", 1)]
    assert [row.verdict for row in result.rows] == ["match", "match", "unknown"]


def test_html_escapes_what_documents_say(mixed: Audit) -> None:
    page = html_report(mixed)
    assert HOSTILE not in page and "&lt;script&gt;" in page
    assert "http" not in page.split("<main>")[0], "no external resources"


def test_html_puts_the_gravest_first_and_speaks_latvian(mixed: Audit) -> None:
    page = html_report(mixed)
    verdicts = re.findall(r'<details class="v-(\w+)"', page)
    assert verdicts == ["title_differs", "match"]
    assert re.findall(r'<button type="button" data-verdict="(\w+)"', page) == verdicts, "only verdicts with rows are buttons"
    assert set(MEANING) == set(LATVIAN) == set(VERDICTS)
    assert not any(meaning in page for meaning in VERDICTS.values())


def test_a_law_is_found_without_its_head_noun_or_the_states_name() -> None:
    registry = load()
    for title, known in (("Par budžetu un finanšu vadību", "Likums par budžetu un finanšu vadību"),
                         ("Zemessardzes likums", "Latvijas Republikas Zemessardzes likums")):
        law = {"kind": "likums", "number": None, "title": title, "pinpoints": [], "date": None, "act": "likums:x"}
        [row] = audit([record(**law)], registry).rows
        assert row.verdict == "match" and row.registry_act == known


def folder(tmp_path: Path) -> Path:
    lines = "\n".join(json.dumps(r) for r in (record("1"), record("2", **WRONG)))
    (tmp_path / "decisions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    import typer

    from pipeline.cli.audit import audit as command
    app = typer.Typer()
    app.command()(command)
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


def test_csv_has_the_documented_columns(tmp_path: Path) -> None:
    code, output = run(str(folder(tmp_path)), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(output)))
    assert code == 0 and tuple(rows[0]) == COLUMNS and [r["verdict"] for r in rows] == ["match", "title_differs"]


def test_json_and_strict_and_errors(tmp_path: Path) -> None:
    place = str(folder(tmp_path))
    code, output = run(place, "--format", "json")
    assert code == 0 and json.loads(output)["counts"]["title_differs"] == 1
    assert run(place, "--strict")[0] == 1
    assert run(place, "--format", "csv", "--strict")[0] == 1
    code, output = run(str(tmp_path / "nowhere"))
    assert code == 2 and "make parse" in output
    assert run(place, "--act", "MK 97/2018", "--format", "json")[0] == 0
