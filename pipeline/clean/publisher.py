"""The page around a published act: what the gazette or the database of laws printed above it.

    Vēl šajā numurā / PAR DOKUMENTU / Izdevējs: Rīgas dome / … / RĪKI / Rīgas domes saistošie noteikumi Nr. 6
    └ all of it out of the text, among the asides (publisher)                 └ the act

The page names other acts as well (the next one in the issue), so none of it may reach the head.
"""
from __future__ import annotations

import re

from pipeline.clean.lines import Line
from pipeline.latvian.tables import table

_BEGINNINGS = tuple(row[0] for row in table("pipeline.clean", "page_furniture.tsv"))
_HEAD = 90  # lines; the gazette's page has some 60 above the act
_REDIRECT = re.compile(r"(?:Skatīt|Sk\.) .{5,300}(?:noteikum|lēmum|nolikum|rīkojum)")


def mark_page(lines: list[Line]) -> None:
    """Sets `aside` on every line down to the last of the page's own."""
    last = max((i for i, line in enumerate(lines[:_HEAD]) if line.body.startswith(_BEGINNINGS)), default=-1)
    if last < 0:
        return
    if last + 1 < len(lines) and _REDIRECT.match(lines[last + 1].body):
        last += 1
    for line in lines[:last + 1]:
        line.aside = "publisher"
