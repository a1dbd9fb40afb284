"""The page around a published act: what the gazette or the database of laws printed above and below it.

    Vēl šajā numurā / PAR DOKUMENTU / Izdevējs: Rīgas dome / … / RĪKI / Rīgas domes saistošie noteikumi Nr. 6
    └ all of it out of the text, among the asides (publisher)                 └ the act

    … Domes priekšsēdētājs A. Ozols / Tiesību akta pase / Nosaukums: … Numurs: 437Pieņemts: 08.10.2015.
                                      └ from here on the page's again

The page names other acts as well (the next one in the issue), so none of it may reach the head.
"""
from __future__ import annotations

import re

from pipeline.clean.lines import Line
from pipeline.latvian.tables import table

_BEGINNINGS = tuple(row[0] for row in table("pipeline.clean", "page_furniture.tsv"))
_STARTS = frozenset(beginning[:4] for beginning in _BEGINNINGS)      # a quick look; none is shorter
_FOOT = tuple(row[0] for row in table("pipeline.clean", "page_foot.tsv"))
#: Where an act has begun to decide; the page's lines below that are its foot.
_BODY = re.compile(r"\b(?:nolemj|nolēma|NOLEMJ|NOLĒMA) ?:?$|^1\. ?[A-ZĀČĒĢĪĶĻŅŠŪŽ“„\"].{20,}")
_HEAD = 90  # lines; the gazette's page has some 60 above the act
_REDIRECT = re.compile(r"(?:Skatīt|Sk\.) .{5,300}(?:noteikum|lēmum|nolikum|rīkojum)")


def mark_page(lines: list[Line]) -> None:
    """Sets `aside` on every line down to the last of the page's own above the act, and from the first below it on."""
    own = [i for i, line in enumerate(lines[:_HEAD]) if line.body[:4] in _STARTS and line.body.startswith(_BEGINNINGS)]
    if not own:
        return
    body = next((i for i, line in enumerate(lines) if i > own[0] and _BODY.search(line.body)), len(lines))
    foot = next((i for i in range(body, len(lines)) if lines[i].body.startswith(_FOOT)), len(lines))
    for line in lines[foot:]:
        line.aside = "publisher"
    last = max((i for i in own if i < body), default=-1)
    if last + 1 < len(lines) and _REDIRECT.match(lines[last + 1].body):
        last += 1
    for line in lines[:last + 1]:
        line.aside = "publisher"
