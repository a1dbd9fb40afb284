"""A vote printed in any style is read back as it was: counts, names, their order."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.votes import votes_in
from tests.votes.printing import STYLES, Printed


@pytest.mark.parametrize("style", sorted(STYLES))
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_printed_and_read(style: str, data: st.DataObject) -> None:
    printed: Printed = data.draw(STYLES[style])
    found = votes_in(printed.text, 0, len(printed.text))
    assert len(found) == 1, printed.text
    vote = found[0]
    sides = {"for": vote.for_, "against": vote.against, "abstain": vote.abstain, "not_voting": vote.not_voting}
    assert {side: got.count for side, got in sides.items() if got.count is not None} == printed.counts, printed.text
    assert {side: tuple(got.names) for side, got in sides.items() if got.names} == \
        {side: names for side, names in printed.names.items() if names}, printed.text
    for got in sides.values():
        assert all(0 <= a < b <= len(printed.text) for a, b in got.spans)


@given(words=st.text(alphabet="par PRET(),;:–-“”\n\t1 3nvaturs.Jē", max_size=200))
@settings(max_examples=300, deadline=None)
def test_anything_is_read_without_error(words: str) -> None:
    for vote in votes_in("balsojot " + words, 0, len(words) + 9):
        assert 0 <= vote.span[0] < vote.span[1] <= len(words) + 9
