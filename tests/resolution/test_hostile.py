"""Input made to hurt: the work grows with the length, not with its square, and nothing overflows."""
from __future__ import annotations

import time

import pytest

from pipeline.extract.annex.listing import read_listing
from pipeline.extract.points.actions import action_of
from pipeline.extract.points.amounts import find_amounts
from pipeline.extract.points.annex_citations import find_citations
from pipeline.extract.points.deadlines import find_deadline, find_relative_deadline
from pipeline.extract.points.lines import read_lines
from pipeline.extract.points.outline import read_outline

PIECES = [
    "1. ", "1.1.1.1.1.1. ", "1.\n", "a) ", "(", "“", "”", "\"", "1. “2. ", "šādā redakcijā:\n“1. ", "redakcijā: “",
    "1.\t2.\t\n",
    "I. II. ", "1. a) i) 1) ", "2024. gada ", "\n1. ", "\n1.1. ", "\n1) a) ", ". 2. A", "; 1) ", "\n“1. x\n",
    "viena mēneša laikā no ", "līdz 2024. gada 1. ", "1 000 ", "1 000 000 EUR ", "EUR ", "1,1 EUR (",
    "1. pielikums ", "1., 2. un ",
    "pielikums Nr. 1 un ", "uz 3 lp. un ",
    "Pielikumā: ", "Kontroli par ", "nodaļai ", "A. ", "no 1. ", "divdesmit piecu ",
]


def _all(text: str) -> None:
    end = len(text)
    read_outline(text, read_lines(text, [(0, end)]))
    read_listing(text, 0, end)
    list(find_citations(text, 0, end))
    find_amounts(text, 0, end)
    find_deadline(text, 0, end, "2024-01-01")
    find_relative_deadline(text, 0, end)
    action_of(text)


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_length(piece: str) -> None:
    """Four times the length must not take much more than four times the processor's time; squares would take sixteen."""
    def cost(times: int) -> float:
        text = piece * times
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            _all(text)
            best = min(best, time.process_time() - start)
        return best

    base = max(200, 6_000 // len(piece))
    assert cost(4 * base) < 10 * cost(base) + 0.02


@pytest.mark.parametrize("text", [
    "\n".join(f"{'1.' * depth} x:" for depth in range(1, 60)), "1." * 5000, "\n".join("a) x:" for _ in range(3000)),
    "\n".join(f"{n}. A:\n1. B:" for n in range(1, 400)),
])
def test_depth_is_bounded(text: str) -> None:
    waiting = [(node, 1) for node in read_outline(text, read_lines(text, [(0, len(text))]))]
    while waiting:
        node, depth = waiting.pop()
        assert depth <= 8
        waiting += [(child, depth + 1) for child in node.children]
