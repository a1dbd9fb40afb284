"""Every code a finding can have: how grave it is and what it means. The one place codes are listed."""

from __future__ import annotations

from pipeline.records.model import Severity

CODES: dict[str, tuple[Severity, str]] = {
    "reference.undefined_alias": ("warning", "A short form of an act is used that nothing in the text defines."),
    "reference.conflicting_dates": ("error", "One act, by number and title, is cited with two dates."),
    "reference.unused_definition": ("info", "A short form is defined with (turpmāk – …) and never used."),
    "reference.date_mismatch": ("warning", "An act is cited with a date later than the decision itself."),
}
