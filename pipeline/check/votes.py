"""What does not add up in the votes of one record, each at the words it rests on.

    PAR – 11 (nine names)                                     → vote.count_mismatch
    PAR – 2 (A. Ozols, B. Egle), PRET – 1 (A. Ozols)          → vote.two_sides
    vienbalsīgi: par – 11, pret – 1                           → vote.unanimous_against
    Balso 15 deputāti: par – 10, pret – 2, atturas – 1        → vote.total_mismatch
    present: A. Ozols, B. Egle; PAR – 2 (A. Ozols, C. Liepa)  → vote.not_present (C. Liepa), vote.unaccounted (B. Egle)

Names are compared as printed: initials fit the names they begin, words may stand in either order. A name that fits two people
is held against neither.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.codes import CODES
from pipeline.latvian.names.same import key, matching, same_person
from pipeline.records import Attendance, Attendee, Decision, Finding, Span, Vote, VoteSide

_SAID = {"for": "for", "against": "against", "abstain": "abstaining", "not_voting": "not voting", "absent": "absent"}
#: One name on one side: the side, the name, where it stands.
Listed = tuple[str, str, Span | None]
Sides = tuple[tuple[str, VoteSide], ...]


def check_votes(decision: Decision) -> Iterator[Finding]:
    """The `vote.*` findings of every vote of the record, the deciding one among them."""
    votes = list(decision.vote_rounds)
    if decision.vote and decision.vote not in votes:
        votes.append(decision.vote)
    for vote in votes:
        sides = _sides(vote)
        listed = _listed(sides)
        yield from _counts(vote, sides)
        yield from _unanimity(vote)
        if listed:
            yield from _twice(vote, listed, decision.attendance)
        if decision.attendance:
            yield from _against_attendance(vote, sides, listed, decision.attendance)


def _sides(vote: Vote) -> Sides:
    return (("for", vote.for_), ("against", vote.against), ("abstain", vote.abstain), ("not_voting", vote.not_voting),
            ("absent", vote.absent))


def _listed(sides: Sides) -> list[Listed]:
    return [(side, name, got.spans[index] if index < len(got.spans) else None)
            for side, got in sides if got.names for index, name in enumerate(got.names)]


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """A name's words in one order, so that `Ozols Andris` is `Andris Ozols`."""
    return tuple(sorted(key(name)))


def _counts(vote: Vote, sides: Sides) -> Iterator[Finding]:
    """Stated against listed, side by side; all sides against the stated total."""
    for side, got in sides:
        if got.declared is not None and got.names and got.declared != len(got.names):
            span = (got.spans[0][0], got.spans[-1][1]) if got.spans else vote.span
            yield _finding("vote.count_mismatch", f"{got.declared} {_SAID[side]} are stated, {len(got.names)} are named.", span)
    if vote.total is None:
        return
    cast = [got.count for _, got in sides[:3]]
    told = sum(count or 0 for count in cast)
    whole = {told, told + (vote.invalid or 0), told + (vote.not_voting.count or 0)}
    if told > vote.total or (None not in cast and vote.total not in whole):
        yield _finding("vote.total_mismatch", f"{' + '.join(str(c) for c in cast if c is not None)} votes; "
                                              f"the text states {vote.total}.", vote.span)


def _unanimity(vote: Vote) -> Iterator[Finding]:
    against, abstain = vote.against.count or 0, vote.abstain.count or 0
    if vote.unanimous and (against or abstain):
        yield _finding("vote.unanimous_against", f"The text says vienbalsīgi; {against} against, {abstain} abstaining.",
                       vote.span)


def _twice(vote: Vote, listed: list[Listed], attendance: Attendance | None) -> Iterator[Finding]:
    """The same person on two sides, or twice on one."""
    seen: dict[tuple[str, ...], Listed] = {}
    for one in listed:
        side, name, span = one
        first = seen.setdefault(_words(name), one)
        if first is one:
            continue
        if first[0] == side:
            yield _finding("vote.named_twice", f"{name} is listed twice as {_SAID[side]}.", span or vote.span)
        else:
            yield _finding("vote.two_sides", f"{name} is listed as {_SAID[first[0]]} and as {_SAID[side]}.", span or vote.span)
    if attendance:
        yield from _initials_twice(vote, listed, attendance)


def _initials_twice(vote: Vote, listed: list[Listed], attendance: Attendance) -> Iterator[Finding]:
    """`J. Kalniņš` for and `Jānis Kalniņš` against, where only one Kalniņš of that initial was present."""
    short = [one for one in listed if "." in one[1]]
    whole = [one for one in listed if "." not in one[1]] if short else []
    for side, name, span in short:
        for other_side, other, _ in whole:
            if side == other_side or not same_person(name, other):
                continue
            present = _names(attendance.present)
            if len({*matching(name, present), *matching(other, present)}) == 1:
                yield _finding("vote.two_sides", f"{other} is listed as {_SAID[other_side]}, {name} as {_SAID[side]}.",
                               span or vote.span)


def _against_attendance(vote: Vote, sides: Sides, listed: list[Listed], attendance: Attendance) -> Iterator[Finding]:
    present = _names(attendance.present)
    if present:
        here = [*present, attendance.chair] if attendance.chair else present
        known = {_words(name) for name in here} if listed else set()
        for side, name, span in listed:
            if side not in ("not_voting", "absent") and _words(name) not in known and not matching(name, here):
                gone = " The minutes name them as absent." if matching(name, _names(attendance.absent)) else ""
                yield _finding("vote.not_present", f"{name} is listed as {_SAID[side]}, but not among those present.{gone}",
                               span or vote.span)
        if _complete(sides):
            yield from _unaccounted(vote, attendance.present, [name for _, name, _ in listed])
    told = 0
    for _, got in sides[:4]:
        told += got.count or 0
    if attendance.seats and told > attendance.seats:
        yield _finding("vote.more_than_seats", f"{told} votes; the council has {attendance.seats} seats.", vote.span)
    elif present and told > len(present) and told > len(present) + _uncounted(attendance):
        yield _finding("vote.more_than_present", f"{told} votes; {len(present)} are named as present.", vote.span)


def _complete(sides: Sides) -> bool:
    """Every side that got votes is listed name by name."""
    return bool(sides[0][1].names) and all((got.count or 0) == len(got.names) for _, got in sides[:4])


def _unaccounted(vote: Vote, present: list[Attendee], names: list[str]) -> Iterator[Finding]:
    """Those present who are on no side. Who came late or left early may have been out of the room."""
    left = list(names)
    words = [_words(name) for name in left]
    waiting: list[str] = []
    for attendee in present:
        own = _words(attendee.name)
        if own in words:
            at = words.index(own)
            del words[at], left[at]
        elif not (attendee.arrived or attendee.left or (attendee.note and any(map(str.isdigit, attendee.note)))):
            waiting.append(attendee.name)
    for name in waiting:
        fitting = matching(name, left)
        if fitting:
            left.remove(fitting[0])
        else:
            yield _finding("vote.unaccounted", f"{name} was present and is on no side.", vote.span)


def _uncounted(attendance: Attendance) -> int:
    """1 when the chair is named only as the chair."""
    return int(bool(attendance.chair) and not matching(attendance.chair or "", _names(attendance.present)))


def _names(people: list[Attendee]) -> list[str]:
    return [one.name for one in people]


def _finding(code: str, message: str, span: Span) -> Finding:
    return Finding(code=code, severity=CODES[code][0], message=message, span=span)
