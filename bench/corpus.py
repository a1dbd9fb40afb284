"""`python -m bench.corpus [--write] [SIZE …]`: indexing, mending and searching at 1,000, 10,000 and 100,000 decisions.

The records are `bench.generate_records` with seed 1, a file each. Every query of the fixed set runs in one process, once to
warm up and three times measured; with and without facets. Needs 5 GB of disk for 100,000.
"""
from __future__ import annotations

import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import orjson

from bench.bench import machine
from bench.generate_records import ROOT, generate_records
from pipeline.corpus.filters import Filters
from pipeline.corpus.index import NAME, build_index
from pipeline.corpus.search import open_corpus, search

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3

#: What people type: rare and common words, phrases, prefixes, operators, no diacritics.
WORDS = (
    "skolas kopiena", "bērnudārzs", "nekustamais īpašums", "zemes noma", "izsole", "aizņēmums projektam", "saistošie noteikumi",
    "skolenu edinasana", "ielas nosaukums", "detālplānojums", "dzīvojamā telpa", "pašvaldības aģentūra", "nodokļa atvieglojums",
    '"nekustamā īpašuma"', '"pašvaldību likuma"', '"zemes vienības"', "sko*", "aizņēm*", "pirmpirkum*", "zeme NOT noma",
    "(izsole OR noma) AND zeme", "koku ciršana", "domes lēmums", "4.2.3.1", "kadastra numurs", "līdzfinansējums nometnēm",
    "iepirkumu komisija", "budžeta grozījumi", "adreses piešķiršana", "parāda dzēšana",
)


def filter_sets(db: sqlite3.Connection) -> list[tuple[str, Filters]]:
    """(words, filters) beside the bare words: each filter alone and with words."""
    (voter,) = db.execute("SELECT p.name FROM persons p JOIN vote_names n ON n.person = p.person WHERE n.side = 'against' "
                          "ORDER BY p.key LIMIT 1").fetchone()
    (council,) = db.execute("SELECT municipality FROM decisions WHERE municipality IS NOT NULL ORDER BY 1 LIMIT 1").fetchone()
    (act,) = db.execute("SELECT act FROM refs GROUP BY act ORDER BY count(*) DESC, act LIMIT 1").fetchone()
    alone = [Filters(municipality=council), Filters(date_from="2024"), Filters(cites=("MK 455/2021 2. punkts",)),
             Filters(cites=("Pašvaldību likuma 4. pants",)), Filters(cites=(act,)), Filters(voted=(f"{voter}:against",)),
             Filters(person=voter), Filters(finding="any"), Filters(amount_over=100_000)]
    return [(words, filters) for filters in alone for words in ("", "skolas", "zemes noma")]


def measure(size: int) -> dict[str, str]:
    """One line of the table."""
    with tempfile.TemporaryDirectory(prefix="lemumi-bench-") as place:
        folder = Path(place)
        files = write(folder, size)
        built = build_index(folder)
        same = build_index(folder)
        changed = mend(folder, files[size // 2])
        with closing(open_corpus(folder)) as db:
            queries = [(words, Filters()) for words in WORDS] + filter_sets(db)
            plain = times(db, queries, False)
            faceted = times(db, queries, True)
        megabytes = (folder / NAME).stat().st_size / 1e6
    return {
        "decisions": f"{size:,}", "index": f"{built.seconds:.1f} s", "database": f"{megabytes:,.0f} MB",
        "nothing changed": f"{same.seconds:.2f} s", "one record changed": f"{changed:.2f} s",
        "search p50": f"{quantile(plain, 50):.1f} ms", "search p95": f"{quantile(plain, 95):.1f} ms",
        "slowest": f"{max(plain):.0f} ms", "with facets p50": f"{quantile(faceted, 50):.1f} ms",
        "with facets p95": f"{quantile(faceted, 95):.1f} ms",
    }


def write(folder: Path, size: int) -> list[Path]:
    files = []
    for record in generate_records(size):
        path = folder / "decisions" / f"{record['id']}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(orjson.dumps(record) + b"\n")
        files.append(path)
    return files


def mend(folder: Path, path: Path) -> float:
    """Seconds until one changed record can be found."""
    record = orjson.loads(path.read_bytes())
    record["title"] = "Par ksilofonu iegādi"
    path.write_bytes(orjson.dumps(record) + b"\n")
    started = time.perf_counter()
    done = build_index(folder)
    seconds = time.perf_counter() - started
    with closing(open_corpus(folder)) as db:
        if done.changed != 1 or search(db, "ksilofons").total != 1:
            raise RuntimeError("the changed record was not found")
    return seconds


def times(db: sqlite3.Connection, queries: list[tuple[str, Filters]], facets: bool) -> list[float]:
    """Milliseconds of every query and round."""
    for words, filters in queries:
        search(db, words, filters, facets=facets)
    return [search(db, words, filters, facets=facets).milliseconds for _ in range(ROUNDS) for words, filters in queries]


def quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def page(rows: list[dict[str, str]]) -> str:
    heads = list(rows[0])
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(f"| {' | '.join(row.values())} |" for row in rows)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    count = len(WORDS) + 27
    return (f"# Speed of the corpus\n\nWritten by `make bench-corpus`. Machine: {machine()}, SQLite {sqlite3.sqlite_version}; "
            f"one process. {count} queries (bench/corpus.py), {ROUNDS} rounds each, 20 hits with snippets. Most memory in all: "
            f"{memory:,.0f} MB.\n\n" + "\n".join(lines) + "\n")


def main(arguments: list[str]) -> None:
    sizes = [int(a) for a in arguments if a.isdigit()] or list(SIZES)
    body = page([measure(size) for size in sizes])
    sys.stdout.write(body)
    if "--write" in arguments:
        (ROOT / "docs" / "BENCH-CORPUS.md").write_text(body, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
