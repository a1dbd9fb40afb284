"""What stands before the operative word: facts, legal basis, vote.

    … nav atsavināts. Pamatojoties uz Pašvaldību likuma 10. pantu, atklāti balsojot: par – 9, dome nolemj:
    └ facts           └ basis                                     └ vote
"""
from __future__ import annotations

import re

from pipeline.clean.text import Text
from pipeline.segment import marks
from pipeline.segment.cuts import Cuts
from pipeline.segment.operative import Operative

_FOUND = re.compile(r"konstatē(?:ja|ju|ts)? ?:?$", re.IGNORECASE)
_LONGEST_FOUND = 13
_BASIS_AFTER_VOTE = re.compile(r"(?<=[,.)] )(?:[Ss]askaņā ar|[Pp]amatojoties uz)\b")
#: What every vote has; quick to look for (`balsojot`, `vienbalsīgi`, `PAR – 9`).
_VOTE_HINT = re.compile(r"als[oīi]|P[Aa][Rr][”“\"]? ?[–:-] ?\d|p[Aa][Rr][”“\"]? ?[–:-] ?\d")
_LOOK_BACK = 80  # paragraphs: a vote of one councillor a line


def split_reasons(text: Text, cuts: Cuts, body: int, operative: Operative) -> None:
    """Marks basis and vote in `text[body:operative.body]`; what precedes them stays facts."""
    words, paras = text.text, text.paragraphs
    end = operative.body
    inside = [p for p in paras if p.end > body and p.start < end][-_LOOK_BACK:]
    basis = _basis(words, [(p.start, min(p.end, end)) for p in inside])
    scan = basis if basis is not None else (inside[-3].start if len(inside) > 3 else (inside[0].start if inside else end))
    scan = max(scan, body)
    vote = _vote(words, scan, max(operative.start, scan))
    if basis is None and vote:
        after = _BASIS_AFTER_VOTE.search(words, vote.end(), max(end, vote.end()))
        basis = after.start() if after else None
    for para in inside:
        line = words[para.start:min(para.end, end)]
        if marks.VOTE_PARAGRAPH.match(line) and (basis is None or para.start < basis):
            cuts.add(max(para.start, body), "vote")
        elif basis is None or para.start < basis:
            numbered = para.start >= body and marks.DECISION_NUMBER.match(line)
            cuts.add(max(para.start, body), "head" if numbered else "facts")
    if basis is not None:
        cuts.add(max(basis, body), "basis")
    if vote and vote.start() >= body:
        cuts.add(vote.start(), "vote")


def _vote(words: str, start: int, end: int) -> re.Match[str] | None:
    """The first words of a vote."""
    hint = _VOTE_HINT.search(words, start, end)
    return marks.VOTE_START.search(words, max(start, hint.start() - 60), end) if hint else None


def _basis(words: str, spans: list[tuple[int, int]]) -> int | None:
    """Where the legal basis of the decision begins: in the last paragraph that opens with, or holds, a basis sentence.

    `Pamatojoties uz …` may stand a dozen paragraphs up; the weaker openings (`Saskaņā ar …`) count only right above.
    """
    read = 0
    for start, end in reversed(spans):
        line = words[start:end]
        if not line.strip():
            continue
        if _FOUND.search(line, max(0, len(line) - _LONGEST_FOUND)):
            return None
        leads = read < 2 and not line.rstrip().endswith(".")
        sentences = list(marks.BASIS_SENTENCE.finditer(words, start, end)) if (
            leads or "Pamatojoties" in line) and not marks.POINT.match(line) else []
        strong = [m.start() for m in sentences if m[0] == "Pamatojoties"]
        if strong:
            return strong[-1]
        if leads and marks.BASIS_PARAGRAPH.match(line):
            return start
        if leads and sentences:
            return sentences[-1].start()
        if len(line) > 60 or read:
            read += 1
        if read > 12:
            return None
    return None
