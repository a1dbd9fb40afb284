"""SQL reads, and does nothing else."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.corpus.sql import SqlError, ask, open_reading
from pipeline.corpus.stats import statistics


@pytest.mark.parametrize("statement", [
    "SELECT count(*) FROM decisions", "WITH x AS (SELECT 1 AS a) SELECT a FROM x",
    "SELECT count(*) FROM _words WHERE _words MATCH 'zem'", "SELECT act FROM citations ORDER BY mentions DESC LIMIT 1",
    "SELECT * FROM pragma_table_info('decisions')",
])
def test_reading_is_answered(corpus: Path, statement: str) -> None:
    assert list(ask(open_reading(corpus), statement).rows)


@pytest.mark.parametrize("statement", [
    "DELETE FROM decisions", "UPDATE decisions SET title = ''", "DROP TABLE refs", "CREATE TABLE x (a)",
    "CREATE TEMP TABLE x (a)", "INSERT INTO _words (_words) VALUES ('delete-all')", "ATTACH '/tmp/other.sqlite' AS other",
    "PRAGMA writable_schema = 1", "PRAGMA journal_mode = WAL", "UPDATE sqlite_master SET sql = ''",
    "VACUUM INTO '/tmp/copy.sqlite'", "BEGIN", "SELECT load_extension('x')", "SELECT 1; SELECT 2", "nonsense", "",
    "SELECT no_such FROM decisions",
])
def test_all_else_is_refused(corpus: Path, statement: str) -> None:
    before = (corpus / "corpus.sqlite").read_bytes()
    with pytest.raises(SqlError):
        list(ask(open_reading(corpus), statement).rows)
    assert (corpus / "corpus.sqlite").read_bytes() == before


def test_what_never_ends_is_stopped(corpus: Path) -> None:
    endless = "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT {} FROM a"
    for columns in ("count(*)", "x"):
        with pytest.raises(SqlError, match="time-limit"):
            for _ in ask(open_reading(corpus), endless.format(columns), seconds=0.2).rows:
                pass


def test_statistics_agree_with_the_tables(corpus: Path) -> None:
    db = open_reading(corpus)
    figures = statistics(db)
    assert figures.totals["decisions"] == sum(n for _, _, n in figures.by_municipality) == sum(n for _, n in figures.by_type)
    assert figures.coverage["title"] == db.execute(
        "SELECT avg(title IS NOT NULL) FROM decisions").fetchone()[0]
    assert sum(n for _, _, n, _ in figures.findings) == figures.totals["findings"]
