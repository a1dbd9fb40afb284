"""Every code a finding can have: how grave it is and what it means. The one place codes are listed."""

from __future__ import annotations

from pipeline.records.model import Severity

CODES: dict[str, tuple[Severity, str]] = {
    "reference.undefined_alias": ("warning", "A short form of an act is used that nothing in the text defines."),
    "reference.conflicting_dates": ("error", "One act, by its number and its title or year, is cited with two dates."),
    "reference.conflicting_titles": ("warning", "One act, by number and date, is cited under two titles."),
    "reference.unused_definition": ("info", "A short form is defined with (turpmāk – …) and never used."),
    "reference.date_mismatch": ("warning", "An act is cited with a date later than the decision itself."),
    "vote.count_mismatch": ("error", "The stated number of a side and the names listed for it differ."),
    "vote.two_sides": ("error", "One person stands on two sides of a vote."),
    "vote.named_twice": ("error", "One person is listed twice on one side of a vote."),
    "vote.not_present": ("error", "Someone who voted is not among those whom the minutes name as present."),
    "vote.unaccounted": ("warning", "Someone who was present stands on no side of a vote that lists all names."),
    "vote.more_than_seats": ("error", "More votes than the council has seats."),
    "vote.more_than_present": ("error", "More votes than people whom the minutes name as present."),
    "vote.unanimous_against": ("error", "The text says vienbalsīgi, and somebody voted against or abstained."),
    "vote.total_mismatch": ("error", "For, against and abstaining together are not the total that the text states."),
    "annex.cited_not_listed": ("warning", "A point cites an annex that the list of annexes lacks."),
    "annex.absent": ("info", "A point cites an annex that is neither listed nor in the file."),
    "annex.listed_not_cited": ("info", "The list of annexes holds one that no point cites."),
    "annex.present_not_listed": ("warning", "An annex follows in the file that the list of annexes lacks."),
    "annex.pages_differ": ("warning", "An annex has not as many pages as the list states."),
    "numbering.gap": ("warning", "The numbers of the points leave one out."),
    "numbering.repeated": ("warning", "A number of a point comes twice, or the numbers run backwards."),
    "numbering.wrong_parent": ("warning", "A point's first figures are not those of the point it stands under."),
    "head.no_number": ("info", "The decision has neither a number nor an item of the session's minutes."),
    "head.no_date": ("warning", "The decision has no date."),
    "head.no_title": ("warning", "The decision has no title."),
    "head.no_institution": ("warning", "The deciding body is not named."),
    "head.date_differs": ("error", "The decision's own date is written twice, differently."),
    "head.number_differs": ("error", "An annex names its decision by another number than the head."),
}
