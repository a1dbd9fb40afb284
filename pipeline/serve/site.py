"""The site: a Datasette on one `corpus.sqlite`, opened for reading only, with the pages of `pages/` before its own.

Datasette brings the tables, SQL, JSON and CSV under `/corpus`, the thread pool, the templates and the static files; `plugin.py`
adds routes, headers and the language.
"""
from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils import sqlite_timelimit

from pipeline.corpus.index import NAME
from pipeline.corpus.schema import TABLES, VIEWS
from pipeline.corpus.search import open_corpus

HERE = Path(__file__).parent
#: Milliseconds that the queries of one page of ours, and one query typed by a reader, may take.
PAGE_LIMIT = 5_000
SQL_LIMIT = 1_000
SETTINGS = {
    "sql_time_limit_ms": SQL_LIMIT, "max_returned_rows": 1000, "default_page_size": 100, "max_csv_mb": 0,
    "suggest_facets": False, "allow_download": False, "default_cache_ttl": 0, "num_sql_threads": 3,
}
T = TypeVar("T")


def metadata() -> dict[str, Any]:
    """What Datasette says of the tables and columns: as `docs/CORPUS.md`; the program's own tables are out of sight."""
    tables: dict[str, Any] = {table.name: {"description": table.meaning, "columns": {c.name: c.meaning for c in table.columns}}
                              for table in TABLES}
    tables["decisions"] |= {"sort_desc": "date", "label_column": "title"}
    views = {name: {"description": meaning} for name, (meaning, _) in VIEWS.items()}
    hidden = {name: {"hidden": True} for name in ("_stamps", "_records", "_forms", "_meta", "_columns")}
    return {"title": "lemumi", "databases": {"corpus": {"tables": {**tables, **views, **hidden}}}}


class CorpusFile(Database):  # type: ignore[misc]
    """The database file. `lemumi index --anew` puts another in its place: then the connections are made anew too."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, str(path), is_mutable=True)
        self._own = threading.local()

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        def run() -> T:
            now = self.identity()[:2]
            if getattr(self._own, "identity", None) != now:
                if (old := getattr(self._own, "connection", None)) is not None:
                    old.close()
                self._own.connection = self.connect()
                self.ds._prepare_connection(self._own.connection, self.name)
                self._own.identity = now
            return fn(self._own.connection)

        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, run)

    def identity(self) -> tuple[int, int, int, int]:
        """Changes with the file (the first two) or with what stands in it."""
        stat = os.stat(self.path)  # noqa: PTH116
        return stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size


class Site(Datasette):  # type: ignore[misc]
    """`folder` holds the records and their database, `raw` the documents they were read from (None: no page images).

    `hosts`: the names a request may ask for, None for any; a page of somebody else's that has its own name point to this
    machine must not read the corpus through the reader's browser.
    """

    def __init__(self, folder: Path, raw: Path | None = None, hosts: frozenset[str] | None = None) -> None:
        file = folder / NAME if folder.is_dir() else folder
        open_corpus(file).close()  # raises NoRecords
        self.raw = raw
        self.hosts = hosts  # before Datasette's own beginning, which asks the plugin
        self._kept: dict[str, tuple[Any, Any]] = {}
        super().__init__([], settings=dict(SETTINGS), template_dir=str(HERE / "templates"), memory=False,
                         static_mounts=[("static", str(HERE / "static"))], metadata=metadata())
        self.remove_database("_memory")
        self.corpus = CorpusFile(self, file)
        self.add_database(self.corpus, name="corpus")

    async def ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` on the corpus, in a thread. Raises `sqlite3.OperationalError` ("interrupted") beyond `PAGE_LIMIT`."""
        def limited(db: sqlite3.Connection) -> T:
            with sqlite_timelimit(db, PAGE_LIMIT):
                return work(db)
        return await self.corpus.execute_fn(limited)

    async def keep(self, name: str, work: Callable[[sqlite3.Connection], T]) -> T:
        """As `ask`, for figures over the whole corpus: reckoned once for each state of the file."""
        identity = self.corpus.identity()
        had = self._kept.get(name)
        if had is None or had[0] != identity:
            had = self._kept[name] = (identity, await self.ask(work))
        return had[1]  # type: ignore[no-any-return]


def make_site(folder: Path, raw: Path | None = None, hosts: frozenset[str] | None = None) -> Site:
    """The site on a records folder (or the database itself). Raises `NoRecords`."""
    from pipeline.serve import plugin
    if not pm.is_registered(plugin):
        pm.register(plugin, name="lemumi")
    return Site(folder, raw, hosts)
