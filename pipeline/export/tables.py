"""Every table of the corpus as one Parquet or CSV file, with the meaning of each column beside it."""
from __future__ import annotations

import contextlib
import csv
import itertools
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from pipeline.corpus.schema import TABLES, Table
from pipeline.corpus.search import open_corpus

if TYPE_CHECKING:
    import pyarrow

#: Rows of a Parquet row group: enough for good compression, few enough for memory.
GROUP = 100_000


def export_parquet(corpus: Path, out: Path) -> int:
    """One `.parquet` a table; the columns' meanings are in the schema. Returns the number of rows."""
    import pyarrow as arrow
    import pyarrow.parquet as parquet
    count = 0
    with contextlib.closing(open_corpus(corpus)) as db:
        for table in TABLES:
            schema = arrow_schema(table)
            with parquet.ParquetWriter(out / f"{table.name}.parquet", schema, compression="zstd") as writer:
                for rows in _groups(db, table):
                    columns = zip(*rows, strict=True)
                    arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
                    writer.write_table(arrow.table(arrays, schema=schema))
                    count += len(rows)
    return count


def arrow_schema(table: Table) -> pyarrow.Schema:
    """Types and meanings of a table's columns."""
    import pyarrow as arrow
    types = {"INTEGER": arrow.int64(), "REAL": arrow.float64(), "TEXT": arrow.string()}
    fields = [arrow.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in table.columns]
    return arrow.schema(fields, metadata={"meaning": table.meaning})


def export_csv(corpus: Path, out: Path) -> int:
    """One `.csv` a table (UTF-8, comma, null as an empty field) and `datapackage.json` with the types. Returns the rows."""
    count = 0
    with contextlib.closing(open_corpus(corpus)) as db:
        for table in TABLES:
            with (out / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(table.names)
                for rows in _groups(db, table):
                    writer.writerows(rows)
                    count += len(rows)
    (out / "datapackage.json").write_bytes(orjson.dumps(datapackage(), option=orjson.OPT_INDENT_2))
    return count


def datapackage() -> dict[str, Any]:
    """A Frictionless Data Package: files, columns, types, meanings."""
    types = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}
    return {"name": "lemumi-corpus", "profile": "tabular-data-package", "resources": [{
        "name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource", "encoding": "utf-8",
        "description": table.meaning,
        "schema": {"fields": [{"name": c.name, "type": types[c.type], "description": c.meaning} for c in table.columns]}}
        for table in TABLES]}


def _groups(db: sqlite3.Connection, table: Table) -> Any:
    order = table.key or "rowid"
    cursor = db.execute(f'SELECT {", ".join(table.names)} FROM "{table.name}" ORDER BY {order}')
    while rows := list(itertools.islice(cursor, GROUP)):
        yield rows
