"""A name with initials is the one person it fits: in the decision, in the institution; nothing is guessed between two."""
from __future__ import annotations

import copy
import itertools
import random
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.corpus.index import build_index
from pipeline.corpus.search import open_corpus
from pipeline.latvian.names.same import is_short, stands_for, the_one
from pipeline.run.store import file_of

from .conftest import Record, dump, write


@pytest.mark.parametrize(("short", "full", "fits"), [
    ("J. Bērziņš", "Jānis Bērziņš", True), ("J.BĒRZIŅŠ", "Jānis Bērziņš", True), ("J. Bērziņš", "Jānis Oto Bērziņš", True),
    ("J. O. Bērziņš", "Jānis Oto Bērziņš", True), ("J. O. Bērziņš", "Jānis Bērziņš", False),
    ("O. Bērziņš", "Jānis Oto Bērziņš", False),
    ("Dz. Kalna", "Dzintra Kalna", True), ("D. Kalna", "Dzintra Kalna", True), ("Dz. Kalna", "Dace Kalna", False),
    ("A.-M. Kalna", "Anna-Marija Kalna", True), ("I. Lāce-Roze", "Ilze Lāce-Roze", True), ("I. Lāce", "Ilze Lāce-Roze", False),
    ("Bērziņš J.", "Jānis Bērziņš", True), ("J. Bērziņa", "Jānis Bērziņš", False), ("J. K.", "Jānis Kalns", False),
])
def test_initials_that_stand_for_a_name(short: str, full: str, fits: bool) -> None:
    assert stands_for(short, full) is fits


def test_the_only_one_that_fits() -> None:
    assert the_one("J. Bērziņš", ["Jānis Bērziņš", "JĀNIS BĒRZIŅŠ", "J.Bērziņš", "Ilze Bērziņa"]) == "Jānis Bērziņš"
    assert the_one("J. Bērziņš", ["Jānis Bērziņš", "Juris Bērziņš"]) is None
    assert the_one("J. Bērziņš", []) is None
    assert is_short("Bērziņš J.") and not is_short("Jānis Bērziņš")


@pytest.fixture
def blank(records: list[Record]) -> Record:
    """A decision with a vote, of a body whose name is known, in which nobody is named."""
    record = next(r for r in records if r["vote"] and r["institution"])
    record.update(persons=[], signatories=[], attendance=None, vote_rounds=[])
    for side in ("for", "against", "abstain", "not_voting", "absent"):
        record["vote"][side] = {"count": 0, "declared": 0, "names": [], "spans": []}
    record["vote"].update(recusals=[], candidates=[])
    return record


def decision(blank: Record, number: int, voters: list[str] = [], signs: str | None = None,  # noqa: B006
             institution: str | None = "Silmalas novada dome") -> Record:
    record = copy.deepcopy(blank)
    record["id"], record["number"] = f"x/2024/{number}", str(number)
    record["institution"] = {**record["institution"], "name": institution} if institution else None
    record["vote"]["for"]["names"] = voters
    record["signatories"] = [{"name": signs, "role": None, "span": None}] if signs else []
    return record


def whose(folder: Path) -> dict[tuple[str, str], str]:
    """(number of the decision, name printed) → key of the person."""
    with closing(open_corpus(folder)) as db:
        return {(number, name): key for table in ("vote_names", "signatories") for number, name, key in db.execute(
            f"SELECT d.number, t.name, p.key FROM {table} t JOIN decisions d USING (decision) JOIN persons p USING (person)")}


COUNCIL = "silmalas-novada-dome"


def test_within_one_decision_and_across(tmp_path: Path, blank: Record) -> None:
    write(tmp_path, [decision(blank, 1, ["Jānis Bērziņš", "Ilze Roze"], "J. Bērziņš"),
                     decision(blank, 2, ["I. Roze", "J.Zaķis"])])
    build_index(tmp_path)
    assert whose(tmp_path) == {
        ("1", "Jānis Bērziņš"): f"{COUNCIL}/janis-berzins", ("1", "J. Bērziņš"): f"{COUNCIL}/janis-berzins",
        ("1", "Ilze Roze"): f"{COUNCIL}/ilze-roze", ("2", "I. Roze"): f"{COUNCIL}/ilze-roze",
        ("2", "J.Zaķis"): f"{COUNCIL}/j-zakis"}


def test_a_council_with_two_of_that_name(tmp_path: Path, blank: Record) -> None:
    """Nothing is guessed; only the decision that prints just one of them in full says which one signs it."""
    write(tmp_path, [decision(blank, 1, ["Jānis Bērziņš", "Juris Bērziņš"], "J. Bērziņš"), decision(blank, 2, ["J. Bērziņš"]),
                     decision(blank, 3, ["Juris Bērziņš"], "J.Bērziņš")])
    build_index(tmp_path)
    found = whose(tmp_path)
    assert found["1", "J. Bērziņš"] == found["2", "J. Bērziņš"] == f"{COUNCIL}/j-berzins"
    assert found["3", "J.Bērziņš"] == f"{COUNCIL}/juris-berzins"


def test_another_council_is_another_person(tmp_path: Path, blank: Record) -> None:
    other = "Upmalas novada dome"
    write(tmp_path, [decision(blank, 1, ["Jānis Bērziņš"]), decision(blank, 2, ["J. Bērziņš"], institution=other),
                     decision(blank, 3, ["Jānis Bērziņš"], institution=None),
                     decision(blank, 4, ["J. Bērziņš"], institution=None)])
    build_index(tmp_path)
    assert whose(tmp_path) == {
        ("1", "Jānis Bērziņš"): f"{COUNCIL}/janis-berzins", ("2", "J. Bērziņš"): "upmalas-novada-dome/j-berzins",
        ("3", "Jānis Bērziņš"): "?/janis-berzins", ("4", "J. Bērziņš"): "?/j-berzins"}


def test_a_second_one_who_comes_later_undoes_and_who_goes_restores(tmp_path: Path, blank: Record) -> None:
    both = [decision(blank, 1, ["Jānis Bērziņš"]), decision(blank, 2, ["J. Bērziņš"]),
            *(decision(blank, n) for n in range(10, 20))]
    write(tmp_path, both)
    build_index(tmp_path)
    assert whose(tmp_path)["2", "J. Bērziņš"] == f"{COUNCIL}/janis-berzins"
    second = decision(blank, 3, ["Juris Bērziņš"])
    write(tmp_path, [second])
    assert not build_index(tmp_path).anew
    assert whose(tmp_path)["2", "J. Bērziņš"] == f"{COUNCIL}/j-berzins"
    (tmp_path / file_of(second["id"])).unlink()
    assert not build_index(tmp_path).anew
    assert whose(tmp_path)["2", "J. Bērziņš"] == f"{COUNCIL}/janis-berzins"


@pytest.mark.parametrize("seed", range(8))
def test_mended_step_by_step_it_is_what_it_would_be_made_anew(tmp_path: Path, blank: Record, seed: int) -> None:
    chance = random.Random(seed)
    names = ["Jānis Bērziņš", "Juris Bērziņš", "J. Bērziņš", "Jānis Oto Bērziņš", "J. O. Bērziņš", "Ilze Roze", "I. Roze",
             "I. Lāce"]
    numbers = itertools.count(100)
    folder = tmp_path / "mended"
    held: dict[int, Record] = {}

    def some(number: int) -> Record:
        return decision(blank, number, chance.sample(names, chance.randint(0, 3)), chance.choice([None, *names]),
                        chance.choice(["Silmalas novada dome", "Silmalas novada dome", "Upmalas novada dome", None]))

    for number in itertools.islice(numbers, 20):
        held[number] = some(number)
    write(folder, list(held.values()))
    build_index(folder)
    for step in range(4):
        gone = chance.choice(sorted(held))
        (folder / file_of(held.pop(gone)["id"])).unlink()
        for number in (chance.choice(sorted(held)), next(numbers)):
            held[number] = some(number)
            write(folder, [held[number]])
        assert not build_index(folder).anew
        anew = tmp_path / f"anew{step}"
        write(anew, list(held.values()))
        build_index(anew)
        assert dump(folder) == dump(anew)

