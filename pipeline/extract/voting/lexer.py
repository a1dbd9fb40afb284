"""A window of text → tokens.

    ar 13 balsīm “PAR” (A. Ozols)     → with num voice side! list
    PRET- nav, 1 atturas              → side! dash nil comma num side
    Dāvis KALNIŅŠ balsojumā nepiedalās → name name place not

A bracket is one token (`list`), unless it holds labels with figures of its own (`(par – 9, pret – nav)`): then only its marks
are tokens. Quotation marks are none: a label between two of them, or in capitals, is `strong`.
"""
from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from pipeline.extract.voting.words import vocabulary
from pipeline.latvian.names.tokens import LATIN, UPPER
from pipeline.latvian.numbers import cardinal


class Token(NamedTuple):
    kind: str
    value: str | int | None
    start: int
    end: int
    strong: bool = False


#: A token from the tuple of its fields: many are made for each document, and the class's own constructor takes thrice the time.
_token = partial(tuple.__new__, Token)
_MAY_BE_STRONG = frozenset({"side", "not", "absent"})
#: Tokens that may make one with the next: `divdesmit viens`, `nav balsojis`.
_JOINING = frozenset({"nil", "num"})
_QUOTE = "\"“”„‟«»'‘’‚`´″"
_TOKEN = re.compile(
    # What there is most of goes first: words of plain letters that no mark joins to anything, and commas.
    rf"[ \u00a0{_QUOTE}*]*(?:(?P<plain>[{LATIN}][{LATIN}]++(?![-‐‑’'\w.]))|(?P<comma>,)"
    rf"|(?P<initial>[{UPPER}][zžhZŽH]?\.(?=[ \n-]?[^\W\d_]|[ ]?[,;)\n]|$))"
    r"|(?P<word>[^\W\d_]++(?:[-‐‑][^\W\d_]++|[’'](?=[^\W\d_])[^\W\d_]++)*+)"
    r"|(?P<num>(?<![\d.,])(?<!\d/)\d{1,3}(?![\d%]|/\d|[.,:]\d|\.[ ]?(?!pret|attur|nebal|nepied)[a-zāčēģīķļņšūž§(]"
    r"|[ ]?(?:%|EUR|[Ee]uro|Ls)\b))"
    r"|(?P<figure>[\d][\d.,/:%-]*)"
    r"|(?P<dash>[–—‒−-]+|=|/)|(?P<colon>:)|(?P<semi>;)|(?P<dot>[.!?…]+)|(?P<nl>\n)|(?P<tab>[\t|])"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<other>.))")
#: The kind of token that each group of the pattern stands for.
_KINDS = ("", *("word" if name == "plain" else name for name in _TOKEN.groupindex))
#: A label with a figure: a bracket that holds one is no list of names.
LABELLED = re.compile(
    rf"(?:(?<=[\s({_QUOTE})])|(?<=^)|(?<=[-–,;]))"
    r"(?:[Pp]ar|PAR|[Pp]ret|PRET|[Aa]ttur\w{2,9}|ATTUR\w{2,9}|[Nn]ebalso\w{0,3}|NEBALSO)"
    rf" ?[{_QUOTE}]?\s{{0,2}}[–—:=-]{{0,2}}\s{{0,2}}(?:\d{{1,3}}\b|nav\b|visi\b|balso|nevien)"
    rf"|(?<![\d.])\d{{1,3}} ?(?:bals[a-zī]{{1,2}}|deputāt[a-z]{{1,3}})? ?[–-]? ?[{_QUOTE}]?"
    r"(?:[Pp]ar|PAR|[Pp]ret|PRET|[Aa]tturas|ATTURAS)\b")
#: Names between strokes: `“par” – 9 /A. Ozols, B. Egle/`.
_SLASHED = re.compile(rf"/\s?(?P<first>[{UPPER}]\w*)\b[^/\d()]{{3,3000}}/")
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"[()\[\]]")
#: No list of names is longer: sixty councillors of Rīga with two given names each.
LONGEST_LIST = 6000


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; the last bracket may reach beyond `end`."""
    found: list[Token] = []
    last = ""   # the kind of the token before
    at = start
    while at < end:
        for match in _TOKEN.finditer(text, at):
            group = match.lastindex or 0
            kind = _KINDS[group]
            left, right = match.span(group)
            at = right
            value: str | int | None = None
            strong = False
            if kind == "word":
                kind, value, length = _word(text[left:right])
                at = left + length
                if kind in _MAY_BE_STRONG:
                    strong = _strong(text, left, at)
            elif kind == "num":
                value = int(text[left:at])
                if text[max(0, left - 4):left].rstrip(" .").endswith(("Nr", "nr", "NR")):
                    kind, value = "figure", None
            elif kind == "dash" and text[left:at] == "/" and (slashed := _SLASHED.match(text, left)):
                if slashed["first"].casefold() not in vocabulary():  # else `PAR/PRET/ATTURAS`
                    kind, at = "list", slashed.end()
            elif kind == "open":
                listed = _bracket(text, left, end)
                if listed and last == "num" and cardinal(text[left + 1:listed - 1].strip()) is not None:
                    at = listed  # `8 (astoņām) balsīm`: the same figure in words
                    break
                if listed:
                    kind, at = "list", listed
            token = _token((kind, value, left, at, strong))
            if last in _JOINING and (joined := _joined(text, found[-1], token)):
                found[-1] = joined
                last = joined.kind
            else:
                found.append(token)
                last = kind
            if at != right or at >= end:
                break
    return found


@lru_cache(maxsize=16384)
def _word(word: str) -> tuple[str, str | int | None, int]:
    """Kind, value and length of a word; of a hyphenated one only the first piece when that is a label (`PAR-Anna`)."""
    known = vocabulary()
    entry = known.get(word.casefold())
    length = len(word)
    if entry is None and "-" in word:
        first, _, rest = word.partition("-")
        if known.get(first.casefold(), ("",))[0] in ("side", "not", "nil"):
            return *known[first.casefold()], len(first)
        last = rest.rsplit("-", 1)[-1]
        if known.get(last.casefold(), ("",))[0] in ("side", "nil"):
            length -= len(last) + 1
    if entry is None:
        return "name" if word[0].isupper() else "word", None, length
    return *entry, length


def _strong(text: str, left: int, right: int) -> bool:
    """The label stands in capitals or between quotation marks: it is no preposition."""
    if right - left > 2 and text[left:right].isupper():
        return True
    before = text[left - 1] if left else ""
    after = text[right:right + 2]
    if before == " " and left > 1:
        before = text[left - 2]
    return before in _QUOTE and (after[:1] in _QUOTE or (after[:1] == " " and after[1:] in _QUOTE)) and bool(before and after)


def _bracket(text: str, left: int, end: int) -> int | None:
    """Where the list that opens at `left` ends; None when the bracket is none. A mark that closes it may be missing."""
    depth, right = 0, None
    limit = min(len(text), left + LONGEST_LIST)
    for mark in _BRACKET.finditer(text, left, limit):
        depth += 1 if mark.group() in "([" else -1
        if not depth:
            right = mark.end()
            break
    inside = text[left + 1:right if right is not None else limit]
    label = LABELLED.search(text, left + 1, left + 1 + len(inside)) if _may_be_labelled(inside) else None
    if label is None and right is not None and ("nepiedal" in inside or "nebals" in inside) and not _DIGIT.search(inside):
        return None
    if label is None:
        return right if right is not None else min(text.find("\n", left) % (len(text) + 1), end)
    if "," in text[left:label.start()] or re.search(r"[^\W\d_]{3}", text[left + 1:label.start()]):
        before = text[left:label.start()].rstrip(f" {_QUOTE}")
        inside = before[1:].strip()
        if inside[:1].isupper() and not _opens_vote(inside):
            return left + len(before)
    return None


def _may_be_labelled(inside: str) -> bool:
    """Cheaply: a label comes with a figure, `nav`, `visi` or a verb."""
    return bool(_DIGIT.search(inside)) or any(word in inside for word in ("nav", "NAV", "visi", "also", "evien"))


def _opens_vote(words: str) -> bool:
    folded = words.casefold()
    return "bals" in folded or folded.endswith(":")


_VOTED = ("jis", "jusi", "juši", "jušas")


def _joined(text: str, last: Token, token: Token) -> Token | None:
    """`divdesmit viens` as one number; `nav balsojis`, `nav piedalījušies` as one verb; None for two tokens."""
    if last.kind == "nil" and (token.kind == "took" or (
            token.kind == "bal" and text[token.start:token.end].casefold().endswith(_VOTED))):
        return Token("not", "not_voting", last.start, token.end, True)
    if (token.kind == last.kind == "num" and isinstance(last.value, int) and isinstance(token.value, int)
            and last.value in range(20, 100, 10) and 0 < token.value < 10 and token.end - token.start > 2):
        return Token("num", last.value + token.value, last.start, token.end)
    return None
