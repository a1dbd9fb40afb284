"""Names of voters, as printed, in normal capitals.

    (Jānis Sarmis BAJINSKIS, deputāte A. Kalniņa un J.Bērziņš)   → Jānis Sarmis Bajinskis, A. Kalniņa, J.Bērziņš
    (Bērzkalns Andis; Blūma Inita)                              → Bērzkalns Andis, Blūma Inita
    deputātam Jānim Graudiņam (dative)                          → Jānis Graudiņš
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.latvian.names import Case, Gender, capitals, nominative
from pipeline.latvian.names.tokens import LETTER, UPPER
from pipeline.records import Span


class Voter(NamedTuple):
    """One name; `note` is what the list says of it (`A. Ozols (attālināti)`), `dative` that it stands in the dative."""

    name: str
    span: Span
    note: str | None = None


#: One word of a name, or an initial. Its repeats are possessive: letters without end must not be cut into words in every way.
PART = (rf"(?:[{UPPER}][zžhZŽH]?\.|[{UPPER}](?:{LETTER}++|['’](?={LETTER}))++"
         rf"(?:\s?[-‐‑–]\s?[{UPPER}]{LETTER}++|[-‐‑][{UPPER}]\.)*+|(?:de|da|fon|van|von|la)(?=\s))")
_ITEM = re.compile(
    r"[\s\"“”„•*–-]*(?:\d{1,2}[.)]\s*)?"
    r"(?P<role>(?:(?:[a-zāčēģīķļņšūž][\w.]*|[Dd]eputāt\w*|DEPUTĀT\w*|[Dd]omes|[Nn]ovada|[Pp]ilsētas|[Pp]riekšsēdētāj\w*"
    r"|[Vv]ietnie\w*|[Pp]adomes|[Kk]omi\w+as|[Ll]ocek\w+|[Mm]ērs?)[\s:,–-]+){0,8})"
    rf"(?P<name>{PART}(?:\s*{PART}){{0,5}})(?P<rest>.*)$", re.DOTALL)
#: One class first, so that `re` leaps to the next mark or blank.
_SPLIT = re.compile(rf"[,;\s](?:(?<=[,;])|(?=\d{{1,2}}[.)]\s?[{UPPER}])|(?:un|kā arī|bet)\s(?:arī\s)?)")
_NESTED = re.compile(r"\([^()]*\)")
_REST = re.compile(r"[\s.\"“”*]*$")
_NOTE = re.compile(r"\s*(?:\((?P<in>[^()]*)\)|[–—-]\s*(?P<after>.+?))[\s.]*$", re.DOTALL)
_SPACES = re.compile(r"\s+")
_HYPHEN = re.compile(r"\s?([-‐‑–])\s?(?=\w)")


def tidy(printed: str) -> str:
    """A printed name in normal capitals, spaces folded, no blank round its hyphens."""
    if "\n" in printed or "\t" in printed or "  " in printed:
        printed = _SPACES.sub(" ", printed)
    if "-" in printed or "–" in printed:
        printed = _HYPHEN.sub(lambda match: "-" if match[1] == "–" else match[1], printed)
    return capitals(printed.strip())


def listed(text: str, start: int, end: int) -> list[Voter]:
    """The names of a list `text[start:end]` (without its brackets), in printed order. What is no name is passed over."""
    found: list[Voter] = []
    for left, right in _chunks(text, start, end):
        read = _read(text[left:right])
        if read:
            name, (begin, stop), note = read
            found.append(Voter(name, (left + begin, left + stop), note))
    return found


def one(text: str, left: int, right: int) -> Voter | None:
    """The name that `text[left:right]` consists of, with its office and its note; None when it is none."""
    voter = _read(text[left:right])
    return voter and Voter(voter.name, (left + voter.span[0], left + voter.span[1]), voter.note)


@lru_cache(maxsize=8192)  # the same councillors vote on every item
def _read(item: str) -> Voter | None:
    """As `one`, of a whole item of a list; the span counts from its beginning."""
    match = _ITEM.match(item)
    if match is None:
        return None
    rest, note = match["rest"], None
    if not _REST.match(rest):
        noted = _NOTE.match(rest)
        if noted is None:
            return None
        note = _SPACES.sub(" ", noted["in"] or noted["after"] or "").strip() or None
    printed = match["name"]
    if len(re.findall(r"[^\W\d_]", printed)) < 2:
        return None
    return Voter(tidy(printed), (match.start("name"), match.start("name") + len(printed.rstrip())), note)


def _chunks(text: str, start: int, end: int) -> list[Span]:
    """The items of a list. Nested brackets do not cut; a line's end cuts where nothing else does."""
    masked = text[start:end]
    for _ in range(3):
        if "(" not in masked:
            break
        masked = _NESTED.sub(lambda match: "\x00" * len(match.group()), masked)
    cuts = [match.span() for match in _SPLIT.finditer(masked)]
    if "\n" in masked or "\t" in masked:
        cuts = sorted([*cuts, *_line_cuts(masked, bool(cuts))])
    left = start
    chunks: list[Span] = []
    for a, b in cuts:
        if start + a > left:
            chunks.append((left, start + a))
        left = start + b
    if end > left:
        chunks.append((left, end))
    return chunks


_WHOLE = re.compile(rf"\s*(?:{PART}\s*){{2,4}}$")


def _line_cuts(masked: str, others: bool) -> Iterator[Span]:
    """Line ends that part two names: all of them when there are no commas, else those between two whole names."""
    for match in re.finditer(r"[\n\t]+", masked):
        if not others:
            yield match.span()
            continue
        left = max(masked.rfind(mark, 0, match.start()) for mark in ",;\n") + 1
        right = min((at for mark in ",;\n" if (at := masked.find(mark, match.end())) >= 0), default=len(masked))
        if _WHOLE.match(masked[left:match.start()]) and _WHOLE.match(masked[match.end():right]):
            yield match.span()


def in_nominative(voter: Voter, seen: Collection[str], case: Case = "dative", gender: Gender | None = None) -> Voter:
    """The voter under the nominative of a name that stands in another case."""
    return voter._replace(name=nominative(voter.name, seen=seen, case=case, gender=gender).text)
