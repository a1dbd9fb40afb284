"""BagIt, OpenSearch and DocBin, read back by bagit, by the rules of bulk requests, and by spaCy; the command around all."""
from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import bagit
import pytest
import spacy
from spacy.tokens import DocBin

from bench.generate_records import written_records
from pipeline.export.bag import export_bagit
from pipeline.export.common import ExportError, whole
from pipeline.export.docbin import export_docbin, marked
from pipeline.export.opensearch import MAPPING, export_opensearch
from pipeline.run.options import RunOptions
from pipeline.run.run import run
from tests.corpus_db.test_cli import lemumi

DEV = Path(__file__).parents[1] / "corpus" / "dev"


@pytest.fixture
def parsed(tmp_path: Path) -> tuple[Path, Path]:
    """(input folder, records folder)"""
    source, out = tmp_path / "raw", tmp_path / "parsed"
    (source / "2024").mkdir(parents=True)
    for name in ("aizkraukle-750.txt", "c17-smiltene-protokols.txt"):
        (source / "2024" / name).write_bytes((DEV / name).read_bytes())
    (source / "copy.txt").write_bytes((DEV / "aizkraukle-750.txt").read_bytes())
    (source / "note.txt").write_text("Piezīme.", encoding="utf-8")
    run([str(source)], out, RunOptions(jobs=1))
    return source, out


def test_a_bag_holds_everything_and_is_valid(parsed: tuple[Path, Path], tmp_path: Path) -> None:
    source, out = parsed
    target = tmp_path / "bag"
    target.mkdir()
    export_bagit(out, target, info={"Source-Organization": "Valsts arhīvs"})
    bag = bagit.Bag(str(target))
    bag.validate()
    payload = set(bag.payload_entries())
    assert {f"data/originals/{p.relative_to(source).as_posix()}" for p in source.rglob("*.txt")} <= payload
    made = out / "decisions"
    assert {f"data/records/{p.relative_to(made).as_posix()}" for p in made.rglob("*.json")} <= payload
    assert {"data/run.json", "data/schema/decision.schema.json"} <= payload
    assert bag.info["Source-Organization"] == "Valsts arhīvs" and set(bag.algorithms) == {"sha256", "sha512"}
    (target / "data" / "run.json").write_text("{}", encoding="utf-8")
    assert not bagit.Bag(str(target)).is_valid()


def test_originals_that_moved_are_found_where_one_says(parsed: tuple[Path, Path], tmp_path: Path) -> None:
    source, out = parsed
    source.rename(tmp_path / "moved")
    for name, arguments in (("no", {}), ("bag", {"originals": tmp_path / "moved"})):
        (tmp_path / name).mkdir()
        if not arguments:
            with pytest.raises(ExportError, match="--originals"):
                export_bagit(out, tmp_path / name, **arguments)
        else:
            export_bagit(out, tmp_path / name, **arguments)


def test_an_original_that_changed_is_no_original(parsed: tuple[Path, Path], tmp_path: Path) -> None:
    source, out = parsed
    (source / "note.txt").write_text("Cita piezīme.", encoding="utf-8")
    (tmp_path / "bag").mkdir()
    with pytest.raises(ExportError, match="not the one that was parsed"):
        export_bagit(out, tmp_path / "bag")


def _fits(value: Any, mapping: dict[str, Any]) -> None:
    """A strict mapping refuses fields it does not know; so does this."""
    for key, inner in value.items():
        assert key in mapping["properties"], key
        told = mapping["properties"][key]
        for one in inner if isinstance(inner, list) else [inner]:
            if told.get("type") == "nested":
                _fits(one, told)
            elif told.get("type") in {"integer", "scaled_float"}:
                assert isinstance(one, int | float)
            elif told.get("type") in {"keyword", "text", "date"}:
                assert isinstance(one, str)


def test_bulk_files_are_pairs_of_lines_that_fit_the_mapping(corpus: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("pipeline.export.opensearch.PART", 30_000)
    count = export_opensearch(corpus, tmp_path)
    assert json.loads((tmp_path / "index.json").read_bytes()) == MAPPING
    assert MAPPING["mappings"]["properties"]["text"]["analyzer"] == "latvian"
    files = sorted(tmp_path.glob("bulk-*.ndjson"))
    seen = []
    for path in files:
        body = path.read_bytes()
        assert body.endswith(b"\n")
        lines = [json.loads(line) for line in body.splitlines()]
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            assert set(action) == {"index"} and action["index"]["_index"] == "lemumi"
            _fits(document, MAPPING["mappings"])
            seen.append((action["index"]["_id"], document["id"]))
    assert len(files) > 1 and len(seen) == len({i for i, _ in seen}) == count == len(written_records())


def test_docbin_gives_back_text_and_groups(corpus: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("pipeline.export.docbin.PART", 10)
    count = export_docbin(corpus, tmp_path)
    nlp = spacy.blank("lv")
    docs = [doc for path in sorted(tmp_path.glob("*.spacy")) for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
    assert len(list(tmp_path.glob("*.spacy"))) > 1 and len(docs) == count
    by_id = {record["id"]: record for record in written_records()}
    for doc in docs:
        record = by_id[doc.user_data["id"]]
        assert doc.text == record["text"]
        told = Counter((group, label) for group, label, (start, end) in marked(record) if start < end)
        assert Counter((group, span.label_) for group in doc.spans for span in doc.spans[group]) == told
        for reference, span in zip(record["references"], doc.spans.get("references", []), strict=True):
            assert record["text"][slice(*reference["span"])] in span.text


def test_a_target_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with pytest.raises(RuntimeError), whole(target, False) as draft:
        (draft / "half").write_text("x", encoding="utf-8")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with whole(target, False) as draft:
        (draft / "one").write_text("1", encoding="utf-8")
    with pytest.raises(ExportError, match="--force"), whole(target, False):
        pass
    with whole(target, True) as draft:
        (draft / "two").write_text("2", encoding="utf-8")
    assert [p.name for p in target.iterdir()] == ["two"]


@pytest.mark.parametrize("form", ["parquet", "csv", "popolo", "akn", "bagit", "opensearch", "docbin"])
def test_every_format_is_one_command(parsed: tuple[Path, Path], tmp_path: Path, form: str) -> None:
    target = tmp_path / "exported" / form
    done = lemumi("export", form, "--in", parsed[1], "--out", target)
    assert done.returncode == 0, done.stderr
    assert any(target.iterdir()) and str(target) in done.stdout
    assert lemumi("export", form, "--in", parsed[1], "--out", target).returncode == 2


def test_an_unknown_format_is_said_to_be_one(tmp_path: Path) -> None:
    done = lemumi("export", "xlsx", "--in", tmp_path)
    assert done.returncode == 2 and "parquet" in done.stderr
