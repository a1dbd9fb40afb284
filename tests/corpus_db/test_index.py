"""The database follows the records: new, changed, gone; mended it is what it would be made anew; killed it is whole."""
from __future__ import annotations

import copy
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline.corpus.folder import NoRecords
from pipeline.corpus.index import build_index
from pipeline.corpus.search import open_corpus, search
from pipeline.run.exits import Exit, RunError
from pipeline.run.store import file_of
from tests.corpus_db.conftest import Record, dump, write


def found(folder: Path, typed: str) -> list[str]:
    with closing(open_corpus(folder)) as db:
        return [hit.id for hit in search(db, typed, limit=1000).hits]


@pytest.fixture
def folder(tmp_path: Path, records: list[Record]) -> Path:
    write(tmp_path, records)
    build_index(tmp_path)
    return tmp_path


def test_nothing_changed_nothing_done(folder: Path, records: list[Record]) -> None:
    before = (folder / "corpus.sqlite").read_bytes()
    done = build_index(folder)
    assert (done.records, done.added, done.changed, done.removed, done.anew) == (len(records), 0, 0, 0, False)
    assert (folder / "corpus.sqlite").read_bytes() == before


def test_a_touched_record_with_the_same_words_is_no_change(folder: Path, records: list[Record]) -> None:
    path = folder / file_of(records[0]["id"])
    os.utime(path, (1, 1))
    assert build_index(folder).changed == 0
    assert build_index(folder).unchanged == len(records)


def test_changed_new_and_gone_records_are_followed(folder: Path, records: list[Record], tmp_path_factory: Any) -> None:
    changed, gone, new = records[1], records[2], copy.deepcopy(records[3])
    changed["title"] = "Par ksilofonu iegādi"
    changed["references"] = changed["references"][1:]
    new |= {"id": "jauna-dome/2025/1", "number": "1", "text": new["text"] + "\nBaritonsaksofonu ansamblis."}
    write(folder, [changed, new])
    (folder / file_of(gone["id"])).unlink()
    done = build_index(folder)
    assert (done.added, done.changed, done.removed, done.anew) == (1, 1, 1, False)
    assert found(folder, "ksilofons") == [changed["id"]]
    assert found(folder, "baritonsaksofons") == ["jauna-dome/2025/1"]
    with closing(open_corpus(folder)) as db:
        assert not db.execute("SELECT 1 FROM decisions WHERE id = ?", (gone["id"],)).fetchall()
        db.execute("PRAGMA query_only = OFF")
    mended = dump(folder)
    anew = tmp_path_factory.mktemp("anew")
    write(anew, [*(r for r in records if r is not gone), new])
    build_index(anew)
    made = dump(anew)
    for table in made:
        assert mended[table] == made[table], table


def test_words_of_a_changed_text_are_forgotten(folder: Path, records: list[Record]) -> None:
    record = records[0]
    had = set(found(folder, "vienādojums"))
    record["text"] += "\nVienādojumu sistēma."
    write(folder, [record])
    build_index(folder)
    assert set(found(folder, "vienādojums")) - had == {record["id"]}
    record["text"] = record["text"].removesuffix("\nVienādojumu sistēma.")
    write(folder, [record])
    build_index(folder)
    assert set(found(folder, "vienādojums")) == had
    with closing(sqlite3.connect(folder / "corpus.sqlite")) as db:
        db.execute("INSERT INTO _words (_words) VALUES ('integrity-check')")


def test_persons_and_acts_that_nobody_names_any_more_go(folder: Path, records: list[Record]) -> None:
    first = next(r for r in records if "Uģis Rubenis" in (r["vote"] or {}).get("for", {}).get("names", []))
    (folder / file_of(first["id"])).unlink()
    build_index(folder)
    with closing(open_corpus(folder)) as db:
        assert not db.execute("SELECT 1 FROM persons WHERE name = 'Uģis Rubenis'").fetchall()
        assert not db.execute("SELECT 1 FROM acts WHERE act = 'mk:2024-07-16/483'").fetchall()
        assert db.execute("SELECT 1 FROM acts WHERE act = 'likums:pašvaldību likums'").fetchall()


def test_a_spoilt_record_is_named_and_harms_no_other(folder: Path, records: list[Record]) -> None:
    path = folder / file_of(records[0]["id"])
    had = path.read_bytes()
    path.write_bytes(had[:100])
    done = build_index(folder)
    assert len(done.unreadable) == 1 and done.unreadable[0].startswith(file_of(records[0]["id"]))
    with closing(open_corpus(folder)) as db:
        assert db.execute("SELECT count(*) FROM decisions").fetchone() == (len(records),)  # the last good state stays
    assert len(build_index(folder, anew=True).unreadable) == 1
    with closing(open_corpus(folder)) as db:
        assert db.execute("SELECT count(*) FROM decisions").fetchone() == (len(records) - 1,)
    path.write_bytes(had)
    assert build_index(folder).added == 1


def test_a_spoilt_line_is_named(tmp_path: Path, records: list[Record]) -> None:
    lines = [orjson.dumps(records[0]), b'{"id": 1', b"[]", orjson.dumps(records[1])]
    (tmp_path / "decisions.jsonl").write_bytes(b"\n".join(lines))
    done = build_index(tmp_path)
    assert done.added == 2 and [line.split(": ")[0] for line in done.unreadable] == ["decisions.jsonl:2", "decisions.jsonl:3"]


def test_ids_claimed_twice_keep_both(tmp_path: Path, records: list[Record]) -> None:
    with (tmp_path / "decisions.jsonl").open("wb") as stream:
        for record in (records[0], records[0], records[1]):
            stream.write(orjson.dumps(record) + b"\n")
    assert build_index(tmp_path).records == 3
    with closing(open_corpus(tmp_path)) as db:
        assert db.execute("SELECT count(*), count(DISTINCT id), count(DISTINCT file) FROM decisions").fetchone() == (3, 2, 3)


def test_one_file_and_many_files_give_the_same(folder: Path, records: list[Record], tmp_path_factory: Any) -> None:
    single = tmp_path_factory.mktemp("single")
    (single / "decisions.jsonl").write_bytes(b"".join(orjson.dumps(r) + b"\n" for r in records))
    build_index(single)
    assert dump(single) == dump(folder)


def test_a_document_that_left_the_input_folder_is_marked(tmp_path: Path) -> None:
    from pipeline.run.options import RunOptions
    from pipeline.run.run import run
    source, out = tmp_path / "in", tmp_path / "out"
    dev = Path(__file__).parents[1] / "corpus" / "dev"
    source.mkdir()
    for name in ("aizkraukle-750.txt", "c01-ogre-pirmpirkums.txt"):
        (source / name).write_bytes((dev / name).read_bytes())
    run([str(source)], out, RunOptions(jobs=1))
    build_index(out)
    (source / "aizkraukle-750.txt").unlink()
    run([str(source)], out, RunOptions(jobs=1))
    build_index(out)
    with closing(open_corpus(out)) as db:
        assert dict(db.execute("SELECT source_path, removed FROM decisions")) == {
            "aizkraukle-750.txt": 1, "c01-ogre-pirmpirkums.txt": 0}


@pytest.mark.parametrize("damage", ["version", "bytes", "empty"])
def test_an_unusable_database_is_made_anew(folder: Path, damage: str) -> None:
    path = folder / "corpus.sqlite"
    before = dump(folder)
    if damage == "version":
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE _meta SET value = '0'")
    else:
        path.write_bytes(b"x" * 5000 if damage == "bytes" else b"")
    with pytest.raises(NoRecords):
        open_corpus(folder)
    assert build_index(folder).anew
    assert dump(folder) == before


def test_a_folder_without_records_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(NoRecords, match="lemumi parse"):
        build_index(tmp_path)
    with pytest.raises(NoRecords, match="lemumi index"):
        open_corpus(tmp_path)


def test_an_empty_corpus_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_bytes(b"")
    assert build_index(tmp_path).records == 0
    assert found(tmp_path, "zeme") == []


def test_two_at_once_the_second_says_so(folder: Path) -> None:
    from pipeline.run.lock import locked
    with locked(folder), pytest.raises(RunError) as raised:
        build_index(folder, anew=True)
    assert raised.value.exit == Exit.BUSY


_KILLED = """
import sys
from pathlib import Path
from pipeline.corpus import index, writer
writer.BATCH = 1
index.build_index(Path(sys.argv[1]), anew=sys.argv[2] == "anew", progress=lambda done, of: print(done, flush=True))
"""


@pytest.mark.parametrize("how", ["anew", "mend"])
@pytest.mark.parametrize("after", [1, 5])
def test_killed_it_is_as_before_and_the_next_run_ends_well(folder: Path, records: list[Record], how: str, after: int) -> None:
    before = dump(folder)
    for record in records[:10]:
        record["title"] = "Par kaut ko citu"
    write(folder, records[:10])
    process = subprocess.Popen([sys.executable, "-c", _KILLED, str(folder), how], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    for _ in range(after):
        assert process.stdout.readline()
    process.send_signal(signal.SIGSTOP)  # so that the kill falls into the work, not after it
    time.sleep(0.01)
    process.kill()
    process.wait()
    process.stdout.close()
    assert dump(folder) == before
    done = build_index(folder)
    assert done.changed + done.added >= 10
    assert len(found(folder, '"par kaut ko citu"')) == 10
