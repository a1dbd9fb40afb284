"""What was told → the votes of a text, in order.

    par – 3, pret – 10. … Balso par lēmumu: par – 12, pret – 1        → two votes
    A. Ozols – par / B. Egle – pret / kopā: par – 1, pret – 1          → one: names from the list, figures from the sum
    vienbalsīgi ar 12 balsīm par                                       → one, unanimous
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.voting import formula
from pipeline.extract.voting.ballot import Ran, candidates, invalid
from pipeline.extract.voting.formula import START
from pipeline.extract.voting.people import Voter
from pipeline.extract.voting.sides import Told
from pipeline.latvian.names.same import is_short, stands_for
from pipeline.records import Candidate, Recusal, Span, Vote
from pipeline.records.model import Outcome, VoteMethod, VoteSide

_UNTOLD = VoteSide()
_NOUGHT = VoteSide(count=0, declared=0, names=[], spans=[])
SIDES = ("for", "against", "abstain", "not_voting", "absent")
_BREAK = re.compile(
    r"\b(?:nolemj|NOLEMJ|nolēma|NOLĒMA)\b|[Ll]ēmums (?:nav )?pieņemts|[Nn]oraidīt[sa]?\b"
    r"|[Pp]riekšlikums (?:nav |netiek )?(?:atbalst|pieņ)")
_SENTENCE = re.compile(r"(?<=\w\w)[.;]\s+[^\W\d_]")
_CLOSING = re.compile(r"(?: ?[”“\"»’'])?")


@dataclass(slots=True)
class Side:
    declared: int | None = None
    voters: list[Voter] = field(default_factory=list)
    whole: bool = False

    @property
    def count(self) -> int | None:
        if self.declared is not None:
            return self.declared
        return len(self.voters) or None

    @property
    def empty(self) -> bool:
        return self.declared is None and not self.voters and not self.whole


@dataclass(slots=True)
class Round:
    """One vote while it is put together."""

    start: int
    end: int
    sides: dict[str, Side] = field(default_factory=lambda: {side: Side() for side in SIDES})
    unanimous: bool = False
    total: int | None = None
    recusals: list[Recusal] = field(default_factory=list)
    ran: list[tuple[Ran, int | None, int | None]] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Nothing but `vienbalsīgi`."""
        return all(side.empty for side in self.sides.values())

    def add(self, told: Told) -> None:
        self.start, self.end = min(self.start, told.start), max(self.end, told.end)
        self.total = self.total if told.total is None else told.total
        if told.side == "unanimous":
            self.unanimous = True
            return
        if told.side == "total":
            return
        if told.candidate:
            self.ran.append((told.candidate, None, None))
        side = self.sides[told.side]
        if side.declared is None or (told.declared and told.side == "not_voting"):
            side.declared = (side.declared or 0) + told.declared if told.declared is not None else side.declared
        side.whole = side.whole or told.whole
        if told.whole and told.side == "for":
            self.unanimous = True
        voters = self._merged(side, told) if told.side == "not_voting" else told.voters
        if told.declared is not None:
            if not side.voters or told.side == "not_voting":
                side.voters += voters
        elif voters:
            known = {voter.name for voter in side.voters}
            side.voters += [voter for voter in voters if voter.name not in known]

    def _merged(self, side: Side, told: Told) -> list[Voter]:
        """Those who took no part, told of anew: `A. Ķepīts` of the debate gives way to `Ainārs Ķepīts` of the result.

        Gives the voters to add; who is replaced leaves the side, and a reason told once stays.
        """
        added: list[Voter] = []
        before, side.voters = side.voters, list(side.voters)
        for voter in told.voters:
            twin = next((one for one in before if _told_again(one.name, voter.name)), None)
            reason = told.reason or voter.note
            if twin is not None:
                earlier = next((one for one in self.recusals if one.name == twin.name), None)
                reason = reason or (earlier.reason if earlier else None)
                self.recusals = [one for one in self.recusals if one is not earlier]
                fuller = max(twin, voter, key=lambda one: len(one.name))
                side.voters = [one for one in side.voters if one is not twin]
                voter = fuller
            added.append(voter)
            self.recusals.append(Recusal(name=voter.name, reason=reason, span=voter.span))
        return added

    def takes(self, text: str, told: Told) -> bool:
        """Whether `told` belongs to this vote rather than to a new one."""
        gap = text[self.end:told.start] if told.start > self.end else ""
        if len(gap) > 900 or (len(gap) > 250 and gap.count("\n") > 2):
            return False
        if told.side == "unanimous":
            return (len(gap) < 160 and not _SENTENCE.search(gap)) or bool(_BREAK.search(gap[-60:]))
        if told.side == "total":
            return False
        if _BREAK.search(gap) and told.side != "not_voting":
            return False
        side = self.sides[told.side]
        if self.unanimous and self.bare:
            return len(gap) < 160
        if side.empty or told.side in ("not_voting", "absent"):
            return not (told.side == "for" and not side.empty)
        if told.declared is not None and side.declared is not None:
            return told.declared == side.declared and bool(told.voters) != bool(side.voters)
        if told.declared is None and side.declared is None:
            return not START.search(gap)
        return not (told.voters and side.voters and told.declared is None)


def _told_again(one: str, other: str) -> bool:
    """The same name, or one with initials that the other, whole, fits; two with initials are two, as two whole names are."""
    if one == other:
        return True
    return is_short(one) != is_short(other) and (stands_for(one, other) or stands_for(other, one))


def gather(text: str, told: list[Told]) -> list[Round]:
    """The votes that the sides make, in text order."""
    rounds: list[Round] = []
    total: Told | None = None
    for one in told:
        if one.side == "total":
            total = one
            continue
        if not rounds or one.candidate or not rounds[-1].takes(text, one):
            rounds.append(Round(one.start, one.end))
        rounds[-1].add(one)
        if total and one.start - total.end < 40:
            rounds[-1].add(total)
            total = None
    return _elections(_joined(rounds))


def with_candidates(text: str, told: list[Told], start: int, end: int) -> list[Told]:
    """The sides told in one window, with what its candidates got among them."""
    ran = candidates(text, start, end)
    if not ran:
        return told
    bounds = [*(one.start for one in ran), end]
    found = [one for one in told if one.end <= bounds[0]]
    for index, one in enumerate(ran):
        own = [side for side in told if one.start <= side.start < bounds[index + 1] and side.side != "total"]
        if not any(side.side == "for" for side in own):
            own.insert(0, Told("for", one.votes, [], one.start, one.end))
        own[0].candidate = one
        own[0].start = min(own[0].start, one.start)
        found += own
    return found


def _elections(rounds: list[Round]) -> list[Round]:
    """Candidates who got votes for alone ran against each other in one vote; it is told under the count of the first past."""
    found: list[Round] = []
    for one in rounds:
        alone = bool(one.ran) and one.sides["against"].empty
        if alone and found and found[-1].ran and found[-1].sides["against"].empty and one.start - found[-1].end < 300:
            last = found[-1]
            last.ran += one.ran
            last.end = one.end
            most = max(favour or 0 for _, favour, _ in last.ran)
            firsts = [favour for _, favour, _ in last.ran if favour == most]
            last.sides["for"].declared = most if len(firsts) == 1 else None
            last.sides["abstain"].declared = one.sides["abstain"].declared
            continue
        found.append(one)
    return found


def _joined(rounds: list[Round]) -> list[Round]:
    """A vote that only tells who took no part belongs to the next one when that follows at once."""
    found: list[Round] = []
    for one in rounds:
        if found and found[-1].sides["for"].empty and found[-1].sides["against"].empty and found[-1].sides["abstain"].empty \
                and not found[-1].unanimous and one.start - found[-1].end < 250:
            last = found.pop()
            one.sides["not_voting"].voters[:0] = last.sides["not_voting"].voters
            one.sides["absent"].voters[:0] = last.sides["absent"].voters
            if one.sides["not_voting"].declared is None:
                one.sides["not_voting"].declared = last.sides["not_voting"].declared
            one.recusals[:0] = last.recusals
            one.start = last.start
        found.append(one)
    for one in found:
        if one.ran:
            one.ran = [(ran, one.sides["for"].count, one.sides["against"].count) for ran, _, _ in one.ran]
    return [one for one in found if one.unanimous or not one.bare]


def unanimous(one: Round) -> bool | None:
    """What the text says, else what the figures say: all for, none against or abstaining; None when a side is not told."""
    if one.unanimous:
        return True
    votes_for, against, abstain = (one.sides[side].count for side in ("for", "against", "abstain"))
    if against or abstain or votes_for == 0:
        return False
    return True if votes_for and against == 0 and abstain == 0 else None


def extent(text: str, one: Round, floor: int) -> Span:
    """From the formula that leads to the vote to its last mark. `floor`: where the vote before it ends."""
    return formula.lead(text, floor, one.start), one.end + len(_CLOSING.match(text, one.end).group())  # type: ignore[union-attr]


def _counted(declared: int) -> VoteSide:
    """A side of which the text tells the number alone: mostly that there was none."""
    return VoteSide(count=declared, declared=declared, names=[], spans=[]) if declared else _NOUGHT


def as_vote(text: str, one: Round, span: Span, floor: int, ceiling: int, fallback: VoteMethod | None,
            told: tuple[Outcome, str]) -> Vote:
    """The record's vote. `floor` and `ceiling`: where the votes before and after it end and begin; `told`: outcome and rule."""
    start, end = span
    near, far = max(floor, start - 120), min(ceiling, end + 120)
    papers, whole = invalid(text, near, min(ceiling, end + 200))
    total = one.total if one.total is not None else whole if whole is not None else formula.total(text, near, far)
    values: dict[str, Any] = {}
    for name, side in one.sides.items():
        voters = side.voters
        if voters:
            values[name] = {"count": side.count, "declared": side.declared, "names": [voter.name for voter in voters],
                            "spans": [voter.span for voter in voters]}
        else:
            values[name] = _UNTOLD if side.declared is None else _counted(side.declared)
    values["candidates"] = [Candidate(name=ran.name, votes_for=favour, votes_against=against, span=ran.span)
                            for ran, favour, against in one.ran]
    return Vote.model_validate({
        "method": formula.method(text, max(floor, start - 160), min(ceiling, end + 60))
        or formula.method(text, end, min(ceiling, end + 200)) or fallback,
        "unanimous": unanimous(one), "span": span, "invalid": papers, "recusals": one.recusals, "total": total,
        "subject": formula.subject(text, floor, start, one.start), "outcome": told[0], "outcome_rule": told[1], **values})
