"""One record against its gold: for each field what is wanted, what was got, and what both share.

A field that the gold does not hold is not scored. Sets are micro-averaged; single values are right or wrong.
"""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

Json = dict[str, Any]

_QUOTES = dict.fromkeys(map(ord, "\"“”„‟«»'‘’"))
_DASHES = re.compile(r"\s*[‐‑‒–—−-]\s*")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
#: Annex titles count as the same when their words agree by this token F1.
TITLE_LIKENESS = 0.85
SINGLE = ("number", "date", "document_type", "place", "title")
SIDES = ("for", "against", "abstain", "not_voting")


@dataclass(slots=True)
class Tally:
    """Hits, how many were given, how many are true."""

    hit: int = 0
    got: int = 0
    want: int = 0

    def add(self, hit: int, got: int, want: int) -> None:
        self.hit += hit
        self.got += got
        self.want += want

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.got + self.want) if self.got + self.want else 1.0

    @property
    def precision(self) -> float | None:
        return self.hit / self.got if self.got else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.want if self.want else None


class Judged(NamedTuple):
    """One field of one record: the counts, and in words what is wrong (empty when nothing is)."""

    field: str
    hit: int
    got: int
    want: int
    wrong: str


def fold(value: object) -> str:
    """Case, white space, quotation marks and kinds of dash do not count."""
    text = unicodedata.normalize("NFC", str(value or "")).translate(_QUOTES)
    return _SPACES.sub(" ", _DASHES.sub("-", text)).strip(" .,;:").casefold()


def words(value: object) -> list[str]:
    return _WORD.findall(fold(value))


def likeness(a: object, b: object) -> float:
    """Token F1 of two strings, whatever the order."""
    left, right = Counter(words(a)), Counter(words(b))
    shared = (left & right).total()
    if not shared:
        return 1.0 if not left and not right else 0.0
    return 2 * shared / (left.total() + right.total())


def compare(gold: Json, record: Json | None) -> Iterator[Judged]:
    """Every field that the gold holds. A missing record has nothing right."""
    got = record or {}
    for field in SINGLE:
        if field in gold:
            yield _same(field, fold(gold[field]), fold(got.get(field)))
    if "institution" in gold:
        mine, theirs = gold["institution"] or {}, got.get("institution") or {}
        yield _same("institution", fold(mine.get("name")), fold(theirs.get("name")))
    if "protocol" in gold:
        yield _same("protocol", _protocol(gold), _protocol(got))
    if "references" in gold:
        yield _sets("references.acts", acts(gold), acts(got))
        yield _sets("references.pinpoints", pinpoints(gold), pinpoints(got))
    if "vote" in gold:
        yield from _vote(gold["vote"], got.get("vote"))
    if "resolution" in gold:
        yield _sets("resolution.points", Counter(_points(gold)), Counter(_points(got)))
    if "annexes" in gold:
        yield _annexes(gold["annexes"] or [], got.get("annexes") or [])
    for field in ("signatories", "persons"):
        if field in gold:
            yield _sets(field, _names(gold[field]), _names(got.get(field)))


def _same(field: str, want: object, got: object) -> Judged:
    return Judged(field, int(want == got), 1, 1, "" if want == got else f"want {want!r}, got {got!r}")


def _sets(field: str, want: Counter[Any], got: Counter[Any]) -> Judged:
    missing, extra = list((want - got).elements()), list((got - want).elements())
    wrong = "; ".join(f"{word} {items}" for word, items in (("missing", missing), ("extra", extra)) if items)
    return Judged(field, (want & got).total(), got.total(), want.total(), wrong)


def _protocol(record: Json) -> tuple[str, str]:
    protocol = record.get("protocol") or {}
    return fold(protocol.get("number")), fold(protocol.get("item"))


def acts(record: Json) -> Counter[Hashable]:
    """The acts cited, each once."""
    return Counter({fold(r.get("act")) for r in record.get("references") or []})


def pinpoints(record: Json) -> Counter[Hashable]:
    """The pairs of act and pinpoint, each once."""
    return Counter({(fold(r.get("act")), tuple(sorted((unit, fold(v)) for unit, v in p.items() if v)))
                    for r in record.get("references") or [] for p in r.get("pinpoints") or []})


def _vote(want: Json | None, got: Json | None) -> Iterator[Judged]:
    if want is None or got is None:
        yield _same("vote.present", want is not None, got is not None)
    for side in SIDES:
        if want is not None and side in want:
            a, b = want[side] or {}, (got or {}).get(side) or {}
            yield _same("vote.counts", (side, a.get("count")), (side, b.get("count")))
            yield _sets("vote.names", _voters(side, a), _voters(side, b))


def _voters(side: str, given: Json) -> Counter[Hashable]:
    return Counter((side, *words(name)) for name in given.get("names") or [])


def _points(record: Json) -> Iterator[Hashable]:
    """Every point at every depth, as its number, first six and last four words."""
    waiting = list((record.get("resolution") or {}).get("points") or [])
    while waiting:
        point = waiting.pop()
        text = words(point.get("text"))
        yield (fold(point.get("number")), *text[:6], "…", *text[-4:])
        waiting += point.get("children") or []


def _annexes(want: list[Json], got: list[Json]) -> Judged:
    left, missing = list(got), []
    for one in want:
        match = next((g for g in left if fold(g.get("number")) == fold(one.get("number"))
                      and (not one.get("title") or likeness(g.get("title"), one["title"]) >= TITLE_LIKENESS)), None)
        if match is None:
            missing.append((one.get("number"), one.get("title")))
        else:
            left.remove(match)
    wrong = f"missing {missing}; extra {[(g.get('number'), g.get('title')) for g in left]}" if missing or left else ""
    return Judged("annexes", len(want) - len(missing), len(got), len(want), wrong)


def _names(people: Iterable[Json] | None) -> Counter[Hashable]:
    return Counter(" ".join(words(p.get("name"))) for p in people or [])
