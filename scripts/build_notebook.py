"""Writes and executes docs/notebook.ipynb: `python scripts/build_notebook.py [PARQUET-FOLDER]`.

Without a folder it makes its own corpus: 2,000 records of bench.generate_records, whose names and figures are drawn.
"""
from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "notebook.ipynb"
DECISIONS = 2_000

CELLS: tuple[tuple[str, str], ...] = (
    ("markdown", """# A corpus of council decisions in pandas and DuckDB

`lemumi export parquet` writes every table of [CORPUS.md](CORPUS.md) as a Parquet file; DuckDB asks them where they lie, pandas
draws. `pip install lemumi[research]` brings both.

**The figures below are drawn, not real**: the notebook runs on 2,000 records varied from written examples by a seeded generator
(`bench/generate_records.py`). Set `LEMUMI_PARQUET` to the folder of your own export and run it again."""),
    ("code", """import os
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import pandas as pd

folder = Path(os.environ.get("LEMUMI_PARQUET", "data/export/parquet"))
db = duckdb.connect()
for file in sorted(folder.glob("*.parquet")):
    db.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM '{file}'")
plt.rcParams.update({"figure.figsize": (8, 3.5), "figure.dpi": 70, "axes.spines.top": False, "axes.spines.right": False})

db.sql("SELECT count(*) AS decisions, min(date) AS first, max(date) AS last, "
       "count(DISTINCT municipality) AS municipalities FROM decisions").df()"""),
    ("markdown", "## Which acts are cited most\n\nMentions count every place in the text; decisions count each decision once."),
    ("code", """acts = db.sql(\"\"\"
    SELECT coalesce(a.title, a.act) AS title, a.kind, count(*) AS mentions, count(DISTINCT r.decision) AS decisions
    FROM refs r JOIN acts a ON a.act = r.act
    GROUP BY a.act, a.title, a.kind ORDER BY decisions DESC, title LIMIT 12\"\"\").df()
acts.assign(title=acts["title"].str.slice(0, 70)).set_index("title")[["decisions"]].iloc[::-1].plot.barh(legend=False)
plt.xlabel("decisions that cite it")
plt.ylabel("")
acts"""),
    ("markdown", """## Who dissents

Of the deciding votes in which a councillor was on a side, the share in which he or she did not vote *for*. A vote without names
says nothing of anybody and does not count."""),
    ("code", """dissent = db.sql(\"\"\"
    SELECT p.name, p.institution, count(*) AS votes,
           count(*) FILTER (n.side = 'against') AS against, count(*) FILTER (n.side = 'abstain') AS abstained,
           count(*) FILTER (n.side <> 'for') / count(*) AS share
    FROM vote_names n JOIN persons p ON p.person = n.person
    WHERE n.deciding = 1 AND n.side <> 'absent'
    GROUP BY p.person, p.name, p.institution HAVING count(*) >= 5
    ORDER BY share DESC, votes DESC, p.name LIMIT 12\"\"\").df()
dissent.set_index(dissent["name"] + ", " + dissent["institution"])[["share"]].iloc[::-1].plot.barh(legend=False)
plt.gca().xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
plt.xlabel("votes not for")
plt.ylabel("")
dissent"""),
    ("markdown", "## How often councils are of one mind, by year"),
    ("code", """years = db.sql(\"\"\"
    SELECT d.year, count(*) AS votes, avg(CASE WHEN v.unanimous = 1 THEN 1 ELSE 0 END) AS unanimous
    FROM votes v JOIN decisions d ON d.decision = v.decision
    WHERE v.deciding = 1 AND d.year IS NOT NULL AND v.unanimous IS NOT NULL
    GROUP BY d.year ORDER BY d.year\"\"\").df().set_index("year")
years["unanimous"].plot(marker="o", ylim=(0, 1))
plt.gca().yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
plt.ylabel("unanimous votes")
years.tail()"""),
    ("markdown", "## Money by topic\n\nThe topic is told by words of the title; the first that fits counts."),
    ("code", """topics = pd.DataFrame([
    ("loans", "aizņēm"), ("auctions and sales", "izsol|atsavin|pirmpirk"), ("leases", "nom(a|u|as|ai|ā)\\\\b"),
    ("fees and prices", "cenrād|maks"), ("grants and support", "līdzfinans|pabalst|palīdzīb|atvieglojum"),
    ("budget", "budžet|līdzekļ"), ("other", ""),
], columns=["topic", "pattern"])
money = db.sql(\"\"\"
    WITH told AS (
        SELECT d.decision, arg_min(t.topic, t.place) AS topic
        FROM decisions d JOIN (SELECT *, row_number() OVER () AS place FROM topics) t
          ON regexp_matches(lower(coalesce(d.title, '')), t.pattern)
        GROUP BY d.decision)
    SELECT topic, count(DISTINCT a.decision) AS decisions, count(*) AS sums, sum(a.value) AS total, median(a.value) AS median
    FROM amounts a JOIN told USING (decision)
    WHERE a.currency = 'EUR' GROUP BY topic ORDER BY total DESC\"\"\").df()
money.set_index("topic")[["total"]].iloc[::-1].plot.barh(legend=False)
plt.xlabel("EUR named in resolutions")
plt.ylabel("")
money"""),
)


def notebook() -> Any:
    """The cells, not yet executed."""
    import nbformat
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    for number, (kind, source) in enumerate(CELLS):
        cell = nbformat.v4.new_markdown_cell(source) if kind == "markdown" else nbformat.v4.new_code_cell(source)
        cell["id"] = f"cell-{number}"
        book.cells.append(cell)
    return book


def execute(book: Any, parquet: Path) -> Any:
    """Runs every cell. Raises `CellExecutionError` when one fails."""
    from nbclient import NotebookClient
    had = os.environ.get("LEMUMI_PARQUET")
    os.environ["LEMUMI_PARQUET"] = str(parquet.absolute())
    try:
        NotebookClient(book, timeout=120, kernel_name="python3", record_timing=False).execute()
    finally:
        os.environ.pop("LEMUMI_PARQUET")
        if had is not None:
            os.environ["LEMUMI_PARQUET"] = had
    return book


def make_parquet(folder: Path, decisions: int) -> Path:
    """A generated corpus as Parquet."""
    from bench.generate_records import write_records
    from pipeline.corpus.index import build_index
    from pipeline.export.tables import export_parquet
    write_records(decisions, folder / "decisions.jsonl")
    build_index(folder)
    out = folder / "parquet"
    out.mkdir()
    export_parquet(folder, out)
    return out


def main(arguments: list[str]) -> None:
    import nbformat
    with tempfile.TemporaryDirectory() as place:
        parquet = Path(arguments[0]) if arguments else make_parquet(Path(place), DECISIONS)
        nbformat.write(execute(notebook(), parquet), str(PAGE))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1:])
