"""Did the vote carry? Adopted, rejected or unknown, and the rule that says so. RULES is the table that docs/RULES.md prints.

    … Lēmums nav pieņemts.                                     → rejected, `stated`
    par – 9, pret – 1, …, dome nolemj:                         → adopted, `operative`
    Balso par A. Ozola priekšlikumu: par – 2, pret – 9.        → rejected, `not_more_for_than_against`
"""
from __future__ import annotations

import re

from pipeline.extract.voting.rounds import Round
from pipeline.records import Span
from pipeline.records.model import Outcome

#: Rule → (outcome, what it says). In the order they are tried.
RULES: dict[str, tuple[Outcome, str]] = {
    "stated_rejected": ("rejected", "Right after the vote (or right before) the text says that it did not carry: "
                                    "`Lēmums nav pieņemts`, `priekšlikums noraidīts`, `netiek atbalstīts`."),
    "stated_adopted": ("adopted", "Right after the vote (or right before) the text says that it carried: "
                                  "`Lēmums pieņemts`, `priekšlikums atbalstīts`, `darba kārtība apstiprināta`, `ievēlēts`."),
    "operative": ("adopted", "The operative word (`nolemj`, `nolēma`) follows, or the vote stands under the resolution; "
                             "no other vote stands between."),
    "elected": ("adopted", "More voted for this one candidate than against, and the resolution names the candidate."),
    "unanimous": ("adopted", "The text says `vienbalsīgi`, or that all voted for."),
    "not_more_for_than_against": ("rejected", "For and against are both told, and not more voted for than against. "
                                              "No council adopts anything so."),
    "figures_alone": ("unknown", "More for than against, and the text does not say what came of it. A chair, for one, is "
                                 "removed only by a majority of all who were elected: figures alone do not tell."),
    "nothing": ("unknown", "Neither figures nor words tell."),
}
_REJECTED = re.compile(
    r"(?:[Ll]ēmum\w*(?: projekts)?|LĒMUMS|[Pp]riekšlikum\w*|[Gg]rozījum\w*|[Jj]autājum\w*|[Pp]rojekts|[Ii]erosinājum\w*"
    r"|[Kk]andidatūra)"
    r"[^.;:\n]{0,60}?(?:\b[Nn]av|\bNAV|\bnetiek|\bnetika|\bnoraid|\bneguva?|\bnesaņem|\bneatbalst)"
    r"|^[\s.,;–-]*(?:[^.;:\n]{0,40} )?(?:nav (?:pieņemts|atbalstīts|guvis|ievēlēt)|noraid[aī]|netiek (?:pieņemts|atbalstīts))"
    r"|balsu vairākum\w+ nav|nepieņem|dome neatbalsta")
#: What every refusal holds; quick to look for.
_DENIED = re.compile(r"nav|Nav|NAV|netiek|netika|noraid|negu|nesa|neatb|nepie")
_ADOPTED = re.compile(
    r"(?:[Ll]ēmum\w*(?: projekts)?|LĒMUMS|[Pp]riekšlikum\w*|[Gg]rozījum\w*|[Dd]arba kārtība)(?: \w+){0,5}? (?:tiek |tika |ir )?"
    r"(?:pieņemt|PIEŅEMT|atbalstīt|apstiprināt)[sia]?"
    r"|^[\s.,;–-]*(?:[^.;:\n]{0,40} )?(?:pieņemts|atbalstīts|apstiprināta|ievēlēt[sai])\b|\bievēlēt[sa]\b|tiek pieņemts")
#: What every assent holds.
_AGREED = re.compile(r"pieņemt|PIEŅEMT|atbalstīt|apstiprināt|ievēlēt")
_REJECTED_BEFORE = re.compile(r"[Ll]ēmums nav pieņemts")
_ADOPTED_BEFORE = re.compile(r"(?:[Ll]ēmums|LĒMUMS)(?: \w+)? (?:pieņemts|PIEŅEMTS)(?:\W*| ar [^.;]{0,40})$")
#: The body's name stands between the vote and the operative word.
_NEAR = 260
_OPERATIVE = re.compile(r"\b(?:nolemj|NOLEMJ|nolēma|NOLĒMA|NOLEMTS|nolemts|N O L E M J)\b")


def outcome(text: str, vote: Round, span: Span, *, floor: int, ceiling: int, leads: bool) -> tuple[Outcome, str]:
    """Outcome and rule for the vote at `span`, whose neighbours end at `floor` and begin at `ceiling`.

    `leads`: no other vote stands between this one and the resolution.
    """
    start, end = span
    limit = min(ceiling, end + 160)
    operative = _OPERATIVE.search(text, end, min(ceiling, end + _NEAR))
    if operative:
        limit = min(operative.start(), end + 160)
    after, before = text[end:limit], text[max(floor, start - 60):start]
    if (_DENIED.search(after) and _REJECTED.search(after)) or ("nav pie" in before and _REJECTED_BEFORE.search(before)):
        return _named("stated_rejected")
    if (_AGREED.search(after) and _ADOPTED.search(after)) or (
            ("ieņemts" in before or "IEŅEMTS" in before) and _ADOPTED_BEFORE.search(before)):
        return _named("stated_adopted")
    favour, against = vote.sides["for"].count, vote.sides["against"].count
    beaten = favour is not None and against is not None and favour <= against
    if operative and not (beaten and vote.ran):
        return _named("operative")
    if vote.unanimous:
        return _named("unanimous")
    if beaten:
        return _named("not_more_for_than_against")
    if leads:
        return _named("operative")
    return _named("nothing" if favour is None else "figures_alone")


def _named(rule: str) -> tuple[Outcome, str]:
    return RULES[rule][0], rule
