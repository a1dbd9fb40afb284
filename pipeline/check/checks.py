"""`check`: a record → its findings. Each family of rules is a function from a record to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.check.annexes import check_annexes
from pipeline.check.head import check_head
from pipeline.check.numbering import check_numbering
from pipeline.check.ocr import check_ocr
from pipeline.check.references import check_references
from pipeline.check.signatures import check_signatures
from pipeline.check.votes import check_votes
from pipeline.records import Decision, Finding

Check = Callable[[Decision], Iterable[Finding]]

#: Every family of checks, in the order findings are listed.
CHECKS: tuple[Check, ...] = (
    check_ocr, check_signatures, check_head, check_numbering, check_annexes, check_references, check_votes)


def check(decision: Decision) -> list[Finding]:
    """All findings about a record; the record itself is left as it is."""
    return [finding for family in CHECKS for finding in family(decision)]
