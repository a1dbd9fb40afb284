"""Whose name it is: a name with initials belongs to the one person it fits.

    Jānis Bērziņš votes, J. Bērziņš signs the same decision            → one person
    J. Bērziņš signs; the council's decisions know Jānis alone         → Jānis Bērziņš
    J. Bērziņš signs; they know Jānis Bērziņš and Juris Bērziņš        → J. Bērziņš, a person of its own: nothing is guessed

The decision comes first, then all decisions of the institution. Rows keep the name as printed; `person` tells whose it is.
When a later decision brings a second one who fits, or the only one goes, the rows follow.
"""
from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from pipeline.corpus.schema import OWNED
from pipeline.latvian.names.same import is_short, key, the_one

#: (institution or None, name) → number of the person of exactly that name.
PersonId = Callable[[str | None, str], int]
Names = dict[str, set[str]]  # institution's slug → full names of its persons

TABLES = tuple(table.name for table in OWNED if "person" in table.names)


def within(names: Collection[str]) -> dict[str, str]:
    """Of one decision's names: those with initials, and the full name each stands for where only one fits."""
    short = {name for name in names if is_short(name)}
    if not short:
        return {}
    whole = [name for name in names if name not in short]
    return {name: full for name in short if (full := the_one(name, whole))}


def keys_of(db: sqlite3.Connection, decision: int) -> dict[str, str]:
    """Each name that a decision prints, and the key of the person whose name it is."""
    named = " UNION ".join(f'SELECT name, person FROM "{table}" WHERE decision = :decision' for table in TABLES)
    return dict(db.execute(f"SELECT n.name, p.key FROM ({named}) n JOIN persons p USING (person)", {"decision": decision}))


def full_names(db: sqlite3.Connection) -> Names:
    """The full names that each institution's decisions know."""
    found: Names = defaultdict(set)
    for institution, name in db.execute("SELECT institution_slug, name FROM persons WHERE institution_slug IS NOT NULL"):
        if not is_short(name):
            found[institution].add(name)
    return found


class Whole:
    """Looks a name with initials up among the full names of one institution, by surname."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_surname: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self.by_surname[_surname(name)].append(name)
        self.find = lru_cache(maxsize=None)(self._find)

    def _find(self, short: str) -> str | None:
        return the_one(short, self.by_surname.get(_surname(short), ()))


def _surname(name: str) -> str:
    """The last word that is no initial."""
    return next((word for word in reversed(key(name)) if len(word) > 2), "")


def join_all(db: sqlite3.Connection) -> None:
    """For a database just filled, without indexes: a person of initials whom one of the institution fits becomes that one."""
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for number, institution, name in db.execute(
            "SELECT person, institution_slug, name FROM persons WHERE institution_slug IS NOT NULL ORDER BY person"):
        numbers[institution].setdefault(name, number)
    moved = []
    for known in numbers.values():
        whole = Whole(name for name in known if not is_short(name))
        moved += [(number, known[full]) for name, number in known.items() if is_short(name) and (full := whole.find(name))]
    if not moved:
        return
    db.execute("CREATE TEMP TABLE moved (person INTEGER PRIMARY KEY, into_person INTEGER)")
    db.executemany("INSERT INTO moved VALUES (?,?)", moved)
    for table in TABLES:
        db.execute(f'UPDATE "{table}" SET person = (SELECT into_person FROM moved m WHERE m.person = "{table}".person) '
                   f"WHERE person IN (SELECT person FROM moved)")
    db.execute("DELETE FROM persons WHERE person IN (SELECT person FROM moved)")
    db.execute("DROP TABLE moved")


def join_again(db: sqlite3.Connection, before: Names, changed: Iterable[int], left: Iterable[int], person: PersonId) -> None:
    """For a database that was mended: in the decisions changed, and in those with initials of a surname that came or went.

    `left`: persons of decisions that were taken out; whom only initials name any more is no one they could stand for.
    """
    after = full_names(db)
    for number in left:
        if not _printed_in_full(db, number):
            for institution, name in db.execute("SELECT institution_slug, name FROM persons WHERE person = ?", (number,)):
                after.get(institution, set()).discard(name)
    decisions = set(changed)
    for institution in before.keys() | after.keys():
        surnames = {_surname(name) for name in before.get(institution, set()) ^ after.get(institution, set())}
        if surnames:
            decisions |= set(_with_initials(db, institution, surnames))
    whole = {institution: Whole(names) for institution, names in after.items()}
    for decision in sorted(decisions):
        row = db.execute("SELECT institution, institution_slug FROM decisions WHERE decision = ?", (decision,)).fetchone()
        if row is not None:
            _join(db, decision, row[0], whole.get(row[1]), person)


def persons_of(db: sqlite3.Connection, decision: int) -> set[int]:
    """Everyone a decision names."""
    return {number for table in TABLES
            for (number,) in db.execute(f'SELECT DISTINCT person FROM "{table}" WHERE decision = ?', (decision,))}


def _printed_in_full(db: sqlite3.Connection, person: int) -> bool:
    return any(not is_short(name) for table in TABLES
               for (name,) in db.execute(f'SELECT DISTINCT name FROM "{table}" WHERE person = ?', (person,)))


def _with_initials(db: sqlite3.Connection, institution: str, surnames: set[str]) -> Iterator[int]:
    for table in TABLES:
        rows = db.execute(f'SELECT t.decision, t.name FROM "{table}" t JOIN decisions d ON d.decision = t.decision '
                          "WHERE d.institution_slug = ? AND t.name LIKE '%.%'", (institution,))
        yield from (decision for decision, name in rows if _surname(name) in surnames)


def _join(db: sqlite3.Connection, decision: int, institution: str | None, whole: Whole | None, person: PersonId) -> None:
    held = [(table, name, number) for table in TABLES
            for name, number in db.execute(f'SELECT DISTINCT name, person FROM "{table}" WHERE decision = ?', (decision,))]
    near = within({name for _, name, _ in held})
    for table, name, number in held:
        if is_short(name):
            full = near.get(name) or (whole.find(name) if whole else None)
            meant = person(institution, full or name)
            if meant != number:
                db.execute(f'UPDATE "{table}" SET person = ? WHERE decision = ? AND name = ?', (meant, decision, name))
