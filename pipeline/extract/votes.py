"""Every vote of one part, and the one that carries the decision.

    atklāti balsojot: PAR – 9 (…), PRET – nav, ATTURAS – nav, Dobeles novada dome NOLEMJ:   → before the operative word
    Balsojums: par – 13, pret – 0, atturas – 2.                                             → after the resolution
    Balso par A. Ozola priekšlikumu: par – 2, pret – 9. … Balso par lēmumu: par – 11 …      → two rounds; the second decides
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.voting.lexer import tokenize
from pipeline.extract.voting.listing import flattened
from pipeline.extract.voting.outcome import RULES, outcome
from pipeline.extract.voting.rounds import Round, as_vote, extent, gather, with_candidates
from pipeline.extract.voting.sides import Reader, Told
from pipeline.extract.voting.windows import windows
from pipeline.records import Span, Vote
from pipeline.records.model import VoteMethod
from pipeline.segment import Part


@dataclass(frozen=True, slots=True)
class Votes:
    """`vote` decided; `rounds` are all votes in order, empty when there is only that one."""

    vote: Vote | None = None
    rounds: tuple[Vote, ...] = ()


#: A vote of others, told in the reasons: a committee's, an earlier session's, a company's.
_ELSEWHERE = re.compile(
    r"komitej|(?<!skaitīšanas )komisij|kopsapulc|sapulc|valdes? sēd|atzinum|konsultatīv|iedzīvotāj|biedr|īpašniek|dalībniek"
    r"|akcionār|apsprie|aptauj|\d{4}\. ?gada \d{1,2}\. ?\w+ sēd|\d{1,2}\.\d{1,2}\.\d{4}\.? ?(?:\w+ ){0,3}sēd", re.IGNORECASE)
#: The council's own formula.
_FORMULA = re.compile(r"(?:\w+,? (?:un )?){0,3}(?:balsojot|balsojum|balsošan|balso\b|balsoja\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<=\w\w)|(?<=[)”\"]))[.;]\s|\n[^\n]{80}")
_CLOSED = r"(?:(?<=\w[^\W\d_][.;])|(?<=[)”\"][.;]))\s"
_ENDED = re.compile(rf"\.{_CLOSED}|;{_CLOSED}|\n")
#: How far before the operative word the vote that carries it may end: the body's name stands between.
_NEAR = 260


def read_votes(part: Part) -> Votes:
    """The votes that the text of `part` records: outside its annexes and its title, not those of other bodies."""
    text = part.text.text
    end = next((zone.start for zone in part.zones if zone.kind == "annex_text"), len(text))
    title = part.zone("title")
    begin = title[1] if title and title[0] < end // 2 else 0
    operative = part.zone("operative")
    found = votes_in(text, begin, end, part.session.method if part.session else None, operative)
    voted = part.zones_of("vote")
    kept = [vote for vote in found if not _elsewhere(text, vote, voted, operative)]
    if not kept:
        return Votes()
    vote = deciding(kept, operative, text)
    if len(vote.candidates) == 1 and operative and vote.outcome == "unknown" and _named(vote, text[operative[1]:]):
        carried = vote.model_copy(update={"outcome": RULES["elected"][0], "outcome_rule": "elected"})
        kept[kept.index(vote)] = vote = carried
    return Votes(vote, tuple(kept) if len(kept) > 1 else ())


def votes_in(text: str, start: int, end: int, fallback: VoteMethod | None = None, operative: Span | None = None) -> list[Vote]:
    """Every vote of `text[start:end]`, in order. `fallback`: the method stated once for the whole session."""
    told: list[Told] = []
    for left, right in windows(text, start, end):
        pairs = flattened(text, left, right)
        told += [Told(pair.side, None, [pair.voter], pair.voter.span[0], pair.end) for pair in pairs]
        left = pairs[-1].end if pairs else left
        told += with_candidates(text, Reader(text, tokenize(text, left, right)).read(), left, right)
    rounds = gather(text, told)
    return [_finished(text, rounds, index, start, end, fallback, operative) for index in range(len(rounds))]


def _finished(text: str, rounds: list[Round], index: int, start: int, end: int,
              fallback: VoteMethod | None, operative: Span | None) -> Vote:
    floor = rounds[index - 1].end if index else start
    ceiling = rounds[index + 1].start if index + 1 < len(rounds) else end
    one = rounds[index]
    span = extent(text, one, floor)
    under = bool(operative and operative[1] <= span[0] and index + 1 == len(rounds))
    leads = bool(operative and span[1] <= operative[1] and ceiling >= operative[0])
    told = outcome(text, one, span, floor=floor, ceiling=ceiling, leads=leads or under)
    return as_vote(text, one, span, floor, ceiling, fallback, told)


def deciding(votes: list[Vote], operative: Span | None, text: str) -> Vote:
    """Right before the operative word, else the last under it, else the last that carried."""
    carried = [vote for vote in votes if vote.outcome != "rejected"] or votes
    if operative:
        before = [vote for vote in carried if vote.span[1] <= operative[1]]
        after = [vote for vote in carried if vote.span[0] >= operative[1]]
        if before and (not after or operative[0] - before[-1].span[1] < _NEAR):
            return _elected(before, text[operative[1]:])
        if after:
            return after[-1]
    return _elected(carried, "")


def _elected(votes: list[Vote], resolution: str) -> Vote:
    """The last vote; of candidates voted on one by one, the one whom the resolution names, else the one with most votes."""
    run = [vote for vote in votes if len(vote.candidates) == 1]
    if len(run) < 2 or not votes[-1].candidates:
        return votes[-1]
    named = [vote for vote in run if _named(vote, resolution)]
    return max(named or run, key=lambda vote: vote.for_.count or 0)


def _named(vote: Vote, resolution: str) -> bool:
    """The resolution names the one candidate of this vote, in whatever case."""
    return vote.candidates[0].name.split()[-1][:-2] in resolution


def _elsewhere(text: str, vote: Vote, voted: list[Span], operative: Span | None) -> bool:
    """The vote is another body's, or an earlier one, told among the reasons."""
    if operative and vote.span[0] >= operative[0]:
        return False  # under the resolution
    if not _of_others(text, vote, voted, operative):
        return False
    # the body that decides may be a committee itself
    return operative is None or not _ELSEWHERE.search(text, max(0, operative[0] - 12), operative[1])


def _of_others(text: str, vote: Vote, voted: list[Span], operative: Span | None) -> bool:
    start, end = vote.span
    left = max(0, start - 260)
    bracket = text.rfind("(", left, start)
    if bracket > text.rfind(")", left, start):  # `komitejas atzinumu (protokols Nr. 2; par – 7, pret – nav)`
        before = text[max(0, bracket - 140):bracket]
        return "balso" not in before[-40:].casefold() and bool(_ELSEWHERE.search(before))
    near = operative and 0 <= operative[0] - end < _NEAR
    if (near or any(a <= start and end <= b + 200 for a, b in voted)) and _FORMULA.match(text, start):
        return False
    if operative and end <= operative[0] and not _SENTENCE_END.search(text, end, operative[0]):
        return False
    untold = all(side.count is None for side in (vote.for_, vote.against, vote.abstain, vote.not_voting))
    if untold and operative and end <= operative[0] and not _FORMULA.match(text, start):
        return True  # `Bāriņtiesa vienbalsīgi secināja` among the facts
    sentence = max((match.end() for match in _ENDED.finditer(text, left, start)), default=left)
    return bool(_ELSEWHERE.search(text, sentence, start))
