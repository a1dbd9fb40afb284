"""Municipalities: the list, and each one's page: by year, what is decided, topics, findings."""
from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pipeline.corpus.lemmas import lemma, tokens
from pipeline.serve.pages import Asked, NoSuchPage, Page, dicts, of_rows, pairs

#: Titles looked through for topics, the newest.
MOST_TITLES = 20_000
_LIST = ("municipality", "decisions", "first", "last", "findings")


def municipalities(db: sqlite3.Connection, asked: Asked) -> Page:
    """All of them, by name."""
    rows = dicts(db, "SELECT d.municipality, count(*) AS decisions, min(d.year) AS first, max(d.year) AS last, "
                     "sum(d.decision IN (SELECT decision FROM findings)) AS findings FROM decisions d "
                     "WHERE d.municipality IS NOT NULL GROUP BY 1 ORDER BY 1")
    without = int(db.execute("SELECT count(*) FROM decisions WHERE municipality IS NULL").fetchone()[0])
    return Page("municipalities.html", {"municipalities": rows, "without": without}, _LIST, of_rows(rows, _LIST))


def municipality(db: sqlite3.Connection, asked: Asked) -> Page:
    """Raises `NoSuchPage`."""
    name = asked.named()
    of = "FROM decisions d WHERE d.municipality = ?"
    total = int(db.execute(f"SELECT count(*) {of}", [name]).fetchone()[0])
    if not total:
        raise NoSuchPage
    titles = (title for (title,) in db.execute(
        f"SELECT title {of} AND title IS NOT NULL ORDER BY date DESC LIMIT {MOST_TITLES}", [name]))
    inside = "WHERE decision IN (SELECT decision FROM decisions WHERE municipality = ?)"
    facts: dict[str, Any] = {
        "municipality": name, "total": total, "topics": topics(titles, name),
        "years": pairs(db, f"SELECT d.year, count(*) {of} AND d.year IS NOT NULL GROUP BY 1 ORDER BY 1", [name]),
        "types": pairs(db, f"SELECT d.document_type, count(*) {of} GROUP BY 1 ORDER BY 2 DESC, 1", [name]),
        "institutions": dicts(db, f"SELECT d.institution, d.institution_slug AS slug, count(*) AS decisions {of} "
                                  "AND d.institution IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 20", [name]),
        "outcomes": pairs(db, f"SELECT d.outcome, count(*) {of} AND d.outcome IS NOT NULL GROUP BY 1 ORDER BY 2 DESC", [name]),
        "actions": pairs(db, f"SELECT action, count(DISTINCT decision) FROM points {inside} AND action IS NOT NULL "
                             "GROUP BY 1 ORDER BY 2 DESC, 1", [name]),
        "findings": dicts(db, f"SELECT code, severity, count(DISTINCT decision) AS decisions FROM findings {inside} "
                              "GROUP BY 1, 2 ORDER BY 3 DESC, 1", [name]),
        "acts": dicts(db, "SELECT a.act, a.title, a.number, a.kind, count(*) AS mentions FROM refs r JOIN acts a USING (act) "
                          "WHERE r.decision IN (SELECT decision FROM decisions WHERE municipality = ?) "
                          "GROUP BY 1 ORDER BY mentions DESC, 1 LIMIT 10", [name]),
        "sums": dicts(db, "SELECT m.decimal, m.currency, d.title, d.date, d.file FROM amounts m JOIN decisions d "
                          "USING (decision) WHERE d.municipality = ? AND m.currency = 'EUR' "
                          "ORDER BY m.value DESC LIMIT 8", [name]),
        "persons": dicts(db, "SELECT p.key, p.name, count(*) AS votes FROM vote_names n JOIN persons p USING (person) "
                             "WHERE n.decision IN (SELECT decision FROM decisions WHERE municipality = ?) "
                             "GROUP BY p.person ORDER BY votes DESC, p.key LIMIT 40", [name]),
        "newest": dicts(db, f"SELECT d.file, d.title, d.date, d.institution, d.number, d.document_type, d.outcome {of} "
                            "ORDER BY d.date DESC, d.decision LIMIT 12", [name]),
    }
    return Page("municipality.html", facts, ("year", "decisions"), facts["years"])


def topics(titles: Iterable[str], municipality: str, most: int = 40) -> list[tuple[str, int]]:
    """The most frequent words of titles, in the form they mostly stand in there, each with the number of titles that have it.

    Not words that nearly every title has (`topic_stopwords.tsv`), numbers, or the municipality's own name.
    """
    own = {lemma(word) for word, _, _ in tokens(municipality)}
    count: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        seen = set()
        for word, _, _ in tokens(title):
            if len(word) > 3 and word.isalpha() and word not in _stopwords():
                key = lemma(word)
                if key not in own and key not in _stop_keys():
                    forms[key][word] += 1
                    seen.add(key)
        count.update(seen)
    frequent = [(key, n) for key, n in count.items() if n > 1 or len(count) <= most]
    return [(forms[key].most_common(1)[0][0], n) for key, n in sorted(frequent, key=lambda kn: (-kn[1], kn[0]))[:most]]


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    lines = (files("pipeline.serve") / "topic_stopwords.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _stop_keys() -> frozenset[str]:
    return frozenset(map(lemma, _stopwords()))
