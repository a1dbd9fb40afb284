"""What is typed, and the tree it means. Nothing typed may break the search."""
from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.corpus.query import Compiler, Group, Node, QueryError, Term, parse_query
from pipeline.corpus.search import search


def shown(node: Node) -> str:
    if isinstance(node, Term):
        return {"word": "{}", "phrase": "“{}”", "prefix": "{}*"}[node.kind].format(" ".join(node.words))
    inner = f" {node.operator} ".join(shown(part) for part in node.parts)
    return f"({inner}{''.join(f' NOT {shown(part)}' for part in node.without)})"


@pytest.mark.parametrize(("typed", "tree"), [
    ("skolas kopiena", "(skolas AND kopiena)"),
    ('"skolu kopienām" zeme', "(“skolu kopienām” AND zeme)"),
    ("„precīza frāze”", "(“precīza frāze”)"),
    ("sko*", "(sko*)"),
    ("zeme OR noma", "((zeme) OR (noma))"),
    ("zeme VAI noma NE izsole", "((zeme) OR (noma NOT izsole))"),
    ("zeme NOT (noma OR izsole)", "(zeme NOT ((noma) OR (izsole)))"),
    ("NOT zeme", "( NOT zeme)"),
    ("skola–kopiena", "(skola AND kopiena)"),
    ("(((zeme", "(((zeme)))"),
    ("AND zeme OR", "(zeme)"),
    ("zeme) noma", "((zeme) AND (noma))"),
    ('zeme "noma', "(zeme AND “noma”)"),
    ("and or not", "(and AND or AND not)"),
])
def test_trees(typed: str, tree: str) -> None:
    read = shown(parse_query(typed))
    while read.startswith("((") and tree.count("(") < read.count("("):
        read = read[1:-1]
    assert read == tree or read.strip("()") == tree.strip("()")


@pytest.mark.parametrize("typed", ["", "  ", "–", "()", "AND OR", '""', "x" * 1001, "zeme " * 41])
def test_queries_that_mean_nothing_are_refused(typed: str) -> None:
    with pytest.raises(QueryError):
        parse_query(typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(["zeme", "sko*", '"', "(", ")", "AND", "OR", "NOT", "*", "NEAR(", "title:", "^", "-", "+", "'",
                                 "{body}", "4.2.3.1", "ā", "\x00", "%", "_", "AND NOT"]), max_size=14))
def test_property_whatever_is_typed_is_answered_or_refused(db: sqlite3.Connection, pieces: list[str]) -> None:
    try:
        found = search(db, " ".join(pieces))
    except QueryError:
        return
    assert 0 <= len(found.hits) <= found.total


def test_hostile_depth_and_length_take_little(db: sqlite3.Connection) -> None:
    tree = parse_query("(" * 480 + "zeme" + ")" * 480)
    assert isinstance(tree, Group) and Compiler(db, tree).compile().match


def test_a_prefix_that_begins_too_many_words_is_refused(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.corpus.query.MOST_FORMS", 3)
    with pytest.raises(QueryError, match="one letter more"):
        search(db, "no*")
    assert search(db, "pie*").total  # long enough: the index itself is asked
