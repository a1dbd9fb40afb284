"""What does not add up in the citations of one record.

`Likuma 4. pants`, nothing defined `Likums`                   → reference.undefined_alias
Nr. 97 of 20.02.2018. and Nr. 97 of 20.02.2019. of one title  → reference.conflicting_dates
(turpmāk – Noteikumi), never used                             → reference.unused_definition
an act dated later than the decision itself                   → reference.date_mismatch
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.codes import CODES
from pipeline.records import Decision, Finding, Reference, Span
from pipeline.resolve.aliases import alias_source


def check_references(decision: Decision) -> Iterator[Finding]:
    """The four `reference.*` findings, each at the words it is about."""
    for reference in decision.references:
        if reference.form == "alias" and reference.act.endswith("?"):
            yield _finding(
                "reference.undefined_alias",
                f"“{decision.text[slice(*reference.span)]}” stands for no act that the text names.",
                reference.span,
            )
        if decision.date and reference.date and reference.date > decision.date and reference.form == "full":
            yield _finding(
                "reference.date_mismatch", f"{reference.act} is dated after the decision ({decision.date}).", reference.span
            )
    yield from _conflicts(decision)
    for definition in decision.definitions:
        if definition.kind == "act" and not re.search(
            rf"(?<!\w)(?i:{alias_source(definition.alias)})(?!\w)", decision.text[definition.span[1] :]
        ):
            yield _finding("reference.unused_definition", f"“{definition.alias}” is defined but not used.", definition.span)


def _conflicts(decision: Decision) -> Iterator[Finding]:
    """One number and one title of one issuer, two dates; or one number and date, two titles."""
    full: dict[tuple[str, str | None, str | None], list[Reference]] = defaultdict(list)
    for reference in decision.references:
        if reference.form == "full" and reference.number and reference.kind not in ("es_akts", "tiesas_nolemums"):
            full[reference.kind, reference.issuer, reference.number].append(reference)
    for group in full.values():
        first = group[0]
        for other in group[1:]:
            same_title = first.title and other.title and first.title.casefold() == other.title.casefold()
            if same_title and first.date and other.date and first.date != other.date:
                yield _finding(
                    "reference.conflicting_dates",
                    f"Nr. {first.number} “{first.title}” is dated {first.date} and {other.date}.",
                    other.span,
                )


def _finding(code: str, message: str, span: Span) -> Finding:
    return Finding(code=code, severity=CODES[code][0], message=message, span=span)
