"""What does not add up in the citations of one record.

`Likuma 4. pants`, nothing defined `Likums`                   → reference.undefined_alias
Nr. 97 of 20.02.2018. and Nr. 97 of 20.02.2019. of one title  → reference.conflicting_dates
Nr. 97 of 20.02.2018. “A” and Nr. 97 of 20.02.2018. “B”       → reference.conflicting_titles
(turpmāk – Noteikumi), never used                             → reference.unused_definition
an act dated later than the decision itself                   → reference.date_mismatch
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from pipeline.check.codes import CODES
from pipeline.records import Decision, Finding, Reference, Span
from pipeline.registry.titles import compare
from pipeline.resolve.aliases import alias_source

#: The Cabinet's numbers begin anew every year: one number of one year is one act.
_NUMBERED_BY_YEAR = ("mk_noteikumi", "mk_rikojums", "mk_instrukcija")


def check_references(decision: Decision) -> Iterator[Finding]:
    """The five `reference.*` findings, each at the words it is about."""
    date = decision.date
    numbered: list[Reference] = []
    for reference in decision.references:
        if reference.form == "alias":
            if reference.act.endswith("?"):
                yield _finding(
                    "reference.undefined_alias",
                    f"“{decision.text[slice(*reference.span)]}” stands for no act that the text names.",
                    reference.span,
                )
        elif reference.form == "full":
            if reference.number:
                numbered.append(reference)
            if date and reference.date and reference.date > date:
                yield _finding("reference.date_mismatch", f"{reference.act} is dated after the decision ({date}).",
                               reference.span)
    if len(numbered) > 1:
        yield from _conflicts(numbered)
    for definition in decision.definitions:
        if definition.kind == "act" and not _use_of(definition.alias).search(decision.text, definition.span[1]):
            yield _finding("reference.unused_definition", f"“{definition.alias}” is defined but not used.", definition.span)


@lru_cache(maxsize=4096)
def _use_of(alias: str) -> re.Pattern[str]:
    """A use of a short form, in any case and capitals. The first letter stands in front, where `re` leaps to it."""
    source = alias_source(alias)
    first = re.match(r"\[(?P<both>\w\w)\]|\w(?![*+?{])", source)
    if first is None:
        return re.compile(rf"(?<!\w)(?i:{source})(?!\w)")
    letters = first["both"] or first[0].upper() + first[0].lower()
    return re.compile(rf"[{letters}](?<!\w[{letters}])(?i:{source[first.end():]})(?!\w)")


def _conflicts(numbered: list[Reference]) -> Iterator[Finding]:
    """One number of one issuer with two dates, by its title or its year; one number and date with two titles."""
    full: dict[tuple[str, str | None, str | None], list[Reference]] = defaultdict(list)
    for reference in numbered:
        if reference.kind not in ("es_akts", "tiesas_nolemums"):
            full[reference.kind, reference.issuer, reference.number].append(reference)
    for group in full.values():
        for first, other in pairwise(group):
            same = bool(first.title and other.title) and compare(first.title or "", other.title or "").same
            if first.date and other.date and first.date != other.date:
                if same or (first.kind in _NUMBERED_BY_YEAR and first.date[:4] == other.date[:4]):
                    message = f"Nr. {first.number} is dated {first.date} and {other.date}."
                    yield _finding("reference.conflicting_dates", message, other.span)
            elif first.date and first.date == other.date and first.title and other.title and not same:
                message = f"Nr. {first.number} of {first.date} is titled “{first.title}” and “{other.title}”."
                yield _finding("reference.conflicting_titles", message, other.span)


def _finding(code: str, message: str, span: Span) -> Finding:
    return Finding(code=code, severity=CODES[code][0], message=message, span=span)
