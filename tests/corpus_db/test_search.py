"""Search on the written decisions: any form, exact phrases, filters, ranking, highlighting in the original words."""
from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from pipeline.corpus.filters import Filters
from pipeline.corpus.highlight import Piece
from pipeline.corpus.query import QueryError
from pipeline.corpus.search import Found, record_json, search


def ids(found: Found) -> set[str]:
    return {hit.id for hit in found.hits}


def texts(db: sqlite3.Connection, found: Found) -> list[str]:
    return [db.execute("SELECT text FROM texts WHERE decision = ?", (hit.decision,)).fetchone()[0] for hit in found.hits]


@pytest.mark.parametrize(("one", "other"), [
    ("skolas kopiena", "skolu kopienām"), ("zemes noma", "zemi nomā"), ("aizņēmums", "aizņēmumu"),
    ("nekustamais īpašums", "nekustamo īpašumu"), ("izsoles", "IZSOLE"),
])
def test_any_form_finds_the_same(db: sqlite3.Connection, one: str, other: str) -> None:
    first, second = search(db, one, limit=100), search(db, other, limit=100)
    assert first.total and ids(first) == ids(second)


def test_lemmas_find_what_stands_in_other_forms(db: sqlite3.Connection) -> None:
    found = search(db, "aizņēmumiem", limit=100)  # a form that none of the texts has
    assert found.total and all("aizņēmum" in text.lower() for text in texts(db, found))


def test_a_phrase_is_exact(db: sqlite3.Connection) -> None:
    found = search(db, '"nekustamā īpašuma"', limit=100)
    assert 0 < found.total < search(db, "nekustamais īpašums").total
    assert all("nekustamā īpašuma" in text.lower() for text in texts(db, found))
    assert search(db, '"īpašuma nekustamā"').total == 0


def test_operators(db: sqlite3.Connection) -> None:
    land, lease = search(db, "zeme", limit=100), search(db, "noma", limit=100)
    assert ids(search(db, "zeme AND noma", limit=100)) == ids(land) & ids(lease)
    assert ids(search(db, "zeme OR noma", limit=100)) == ids(land) | ids(lease)
    assert ids(search(db, "zeme NOT noma", limit=100)) == ids(land) - ids(lease)
    every = search(db, "", limit=100)
    assert ids(search(db, "NOT noma", limit=100)) == ids(every) - ids(lease)


def test_prefix(db: sqlite3.Connection) -> None:
    found = search(db, "aizņēm*", limit=100)
    assert ids(search(db, "aizņēmums", limit=100)) <= ids(found)


def test_diacritics_are_optional_where_none_is_typed(db: sqlite3.Connection) -> None:
    assert ids(search(db, "nekustama ipasuma", limit=100)) == ids(search(db, "nekustamā īpašuma", limit=100))
    assert ids(search(db, '"nekustama ipasuma"', limit=100)) == ids(search(db, '"nekustamā īpašuma"', limit=100))
    assert ids(search(db, "aiznemumiem", limit=100)) == ids(search(db, "aizņēmums", limit=100))
    assert search(db, "aizņemums īpašuma").total == 0  # one diacritic typed: all are meant


def test_the_title_counts_more(db: sqlite3.Connection) -> None:
    hits = search(db, "aizņēmums", limit=100).hits
    titled = [i for i, hit in enumerate(hits) if "aizņēmum" in (hit.title or "").lower()]
    assert titled and titled == list(range(len(titled)))


def test_common_words_rank_titles_first_then_dates_and_lose_nothing(db: sqlite3.Connection, monkeypatch: Any) -> None:
    usual = search(db, "pašvaldība", limit=100)
    monkeypatch.setattr("pipeline.corpus.search.RANKED", 2)
    titles_rank = len([h for h in usual.hits if "pašvaldīb" in (h.title or "").lower()])
    monkeypatch.setattr("pipeline.corpus.search.RANKED", max(titles_rank, 2))
    common = search(db, "pašvaldība", limit=100)
    assert ids(common) == ids(usual) and common.total == usual.total
    assert all("pašvaldīb" in (hit.title or "").lower() for hit in common.hits[:titles_rank])
    rest = [hit.date or "" for hit in common.hits[titles_rank:]]
    assert rest == sorted(rest, reverse=True)
    paged = [hit.id for page in range(0, 100, 3) for hit in search(db, "pašvaldība", limit=3, offset=page).hits]
    assert paged == [hit.id for hit in common.hits]


def test_highlighting_is_in_the_original_words(db: sqlite3.Connection) -> None:
    hit = search(db, "skolas kopiena").hits[0]
    marked = [piece.text for piece in hit.snippet if piece.hit]
    assert {"skola", "kopiena"} <= {word.lower() for word in marked}
    text = texts(db, search(db, "skolas kopiena"))[0]
    assert "".join(piece.text for piece in hit.snippet) in text.replace("\n", " ").replace("\t", " ")


def test_a_phrase_is_highlighted_as_a_whole(db: sqlite3.Connection) -> None:
    hit = search(db, '"nekustamā īpašuma"').hits[0]
    assert any(p.hit and p.text.lower() == "nekustamā īpašuma" for p in (*hit.snippet, *hit.title_pieces))


def test_titles_are_highlighted(db: sqlite3.Connection) -> None:
    assert Piece("aizņēmumu", True) in search(db, "aizņēmums").hits[0].title_pieces


@pytest.mark.parametrize(("filters", "holds"), [
    (Filters(municipality="Ogre"), "municipality = 'Ogres novads'"),
    (Filters(municipality="ogres novads"), "municipality = 'Ogres novads'"),
    (Filters(institution="Cesu novada"), "institution LIKE 'Cēsu novada%'"),
    (Filters(date_from="2023"), "date >= '2023-01-01'"),
    (Filters(date_to="2022"), "date <= '2022-12-31'"),
    (Filters(date_from="2023-04", date_to="2023-04"), "date BETWEEN '2023-04-01' AND '2023-04-30'"),
    (Filters(document_type="minutes_item"), "document_type = 'minutes_item'"),
    (Filters(amount_over=10_000), "decision IN (SELECT decision FROM amounts WHERE value > 10000 AND currency = 'EUR')"),
    (Filters(finding="reference"), "decision IN (SELECT decision FROM findings WHERE code LIKE 'reference%')"),
    (Filters(finding="any"), "decision IN (SELECT decision FROM findings)"),
    (Filters(voted=("Uģis Rubenis:for",)), "decision IN (SELECT decision FROM vote_names WHERE name = 'Uģis Rubenis')"),
    (Filters(voted=("ugis rubenis:par",)), "decision IN (SELECT decision FROM vote_names WHERE name = 'Uģis Rubenis')"),
    (Filters(person="Miezītis"), "decision IN (SELECT decision FROM vote_names WHERE name LIKE '% Miezītis')"),
    (Filters(cites=("MK 483/2024",)), "decision IN (SELECT decision FROM refs WHERE act = 'mk:2024-07-16/483')"),
    (Filters(cites=("MK 483",)), "decision IN (SELECT decision FROM refs WHERE act LIKE 'mk:%/483')"),
    (Filters(cites=("mk:2024-07-16/483",)), "decision IN (SELECT decision FROM refs WHERE act = 'mk:2024-07-16/483')"),
    (Filters(cites=("MK noteikumi Nr. 483 2. punkts",)),
     "decision IN (SELECT decision FROM pinpoints WHERE act = 'mk:2024-07-16/483' AND punkts = '2')"),
    (Filters(cites=("Pašvaldību likuma 4. pants",)),
     "decision IN (SELECT decision FROM pinpoints WHERE act = 'likums:pašvaldību likums' AND pants = '4')"),
    (Filters(cites=("Pašvaldību likums", "MK 483/2024")),
     "decision IN (SELECT decision FROM refs WHERE act = 'mk:2024-07-16/483')"),
])
def test_filters_let_through_exactly_what_they_say(db: sqlite3.Connection, filters: Filters, holds: str) -> None:
    expected = {i for (i,) in db.execute(f"SELECT id FROM decisions WHERE {holds}")}
    assert expected and ids(search(db, "", filters, limit=100)) == expected
    both = search(db, "dome", filters, limit=100)
    assert ids(both) == expected & ids(search(db, "dome", limit=100)) and both.total == len(both.hits)


@pytest.mark.parametrize("filters", [
    Filters(cites=("MK 483/2024 99. punkts",)), Filters(cites=("Atkritumu apsaimniekošanas likums",)),
    Filters(voted=("Uģis Rubenis:against",)), Filters(amount_over=10**12),
])
def test_filters_that_nothing_passes(db: sqlite3.Connection, filters: Filters) -> None:
    assert search(db, "", filters).total == 0


@pytest.mark.parametrize(("filters", "says"), [
    (Filters(municipality="Atlantīda"), "there are"), (Filters(voted=("Rubenis",)), "NAME:SIDE"),
    (Filters(voted=("Uģis Rubenis:maybe",)), "NAME:SIDE"), (Filters(person="Nav Tāda"), "nobody"),
    (Filters(date_from="pērn"), "no day"), (Filters(cites=("viss kas",)), "no citation"),
    (Filters(cites=("MK 483/2024 kaut kas",)), "no place"), (Filters(person=" "), "nobody"), (Filters(person="%"), "nobody"),
])
def test_filters_that_cannot_be_meant_say_why(db: sqlite3.Connection, filters: Filters, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        search(db, "", filters)


def test_facets_count_every_hit(db: sqlite3.Connection) -> None:
    found = search(db, "noma", facets=True)
    for counts in found.facets.values():
        assert sum(n for _, n in counts) == found.total
    inside = search(db, "noma", Filters(document_type="decision"), facets=True)
    assert sum(n for _, n in inside.facets["year"]) == inside.total


def test_sorting_by_date(db: sqlite3.Connection) -> None:
    dates = [hit.date or "" for hit in search(db, "pašvaldība", sort="newest", limit=100).hits]
    assert dates == sorted(dates, reverse=True)
    oldest = [hit.date or "" for hit in search(db, "", sort="oldest", limit=100).hits]
    assert oldest == sorted(oldest)


def test_the_whole_record_is_at_hand(db: sqlite3.Connection) -> None:
    import orjson
    hit = search(db, "aizņēmums").hits[0]
    assert orjson.loads(record_json(db, hit.decision))["id"] == hit.id
    with pytest.raises(KeyError):
        record_json(db, 10**9)
