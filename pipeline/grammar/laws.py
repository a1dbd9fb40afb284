"""Names of laws: by genitive chain, in quotes, without quotes, in one word.

Publiskas personas mantas atsavināšanas likuma 4. panta      → Publiskas personas mantas atsavināšanas likums
likuma “Par pašvaldībām” 15. panta                           → Par pašvaldībām
Civillikuma 2112. un 2147. pants                             → Civillikums
Komerclikuma spēkā stāšanās kārtības likuma 3. pants         → Komerclikuma spēkā stāšanās kārtības likums
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.grammar.mention import Mention
from pipeline.grammar.names import known_before, known_rest, name_before
from pipeline.grammar.tail import Tail, read_tail
from pipeline.latvian.dates import DATE
from pipeline.latvian.quotes import QUOTES, outer_off

_CAPITAL = re.compile(r"[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]")
_RULES_NOUN = re.compile(r"[lļ](?:is|a|im|i|ī)\b")
#: Laws of one word, known in lower case too.
_COMPOUNDS = frozenset({"civillikums", "komerclikums", "krimināllikums", "kriminālkodekss"})
_STATE_BEFORE = re.compile(
    r"(?:(?:Latvijas\s+Republikas(?:\s+(?:Saeimas|Augstākās\s+[Pp]adomes))?|LR(?:\s+Saeimas)?|Saeimas)\s+)$"
)
#: What `Republikas`, `LR`, `Saeimas`, a month or a date in figures ends in: a cheap look first.
_LAST_LETTERS = tuple("sRaāmuī.0123456789")
_DATE_BEFORE = re.compile(rf"{DATE}\s*$", re.IGNORECASE)
#: `likuma Par valsts budžetu 2017. gadam 3. pants`: up to the citation that follows, or where the clause ends.
_BARE_TITLE = re.compile(
    r"\s+(?P<title>[Pp]ar\s+[^\n,;()“”„\"]{3,260}?)"
    rf"(?=\s*(?:\d+(?:\.\d+)?[.¹²³]?\s?(?:pant|un|,|p\.)|\d+\.?[–-]\d+\.?\s?pant|[,;(\n{QUOTES}]|(?<!\d)\.(?:\s|$)|$))"
)
#: A law about a law, or about a code: the head noun is not the last.
_CONTINUED = re.compile(
    r"\s+(?P<more>(?:(?:atsevišķu\s+pantu\s+)?spēkā\s+stāšanās\s+(?:un\s+piemērošanas\s+)?(?:kārtības\s+)?likum|kodeks)\w{1,3})\b"
)
_TREATY = re.compile(r"[Ll]īgum\w{1,3}\s+(?P<about>par\s+Eiropas\s+Savienīb(?:as\s+darbību|u))")
_FURTHER = re.compile(rf"(?:,|\s+un|,?\s+kā\s+arī)\s+(?=[{QUOTES}]\s?(?:Par|Grozī)\b)")


@cache
def abbreviations() -> dict[str, str]:
    """`APL` → `Administratīvā procesa likums`: abbreviations in use without a definition."""
    rows = files("pipeline.grammar").joinpath("data/abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", 1) for row in rows if row and not row.startswith("#"))


@cache
def _abbreviation_ends() -> tuple[re.Pattern[str], ...]:
    """Any abbreviation, found by its last letter, of which there are few."""
    by_end: dict[str, list[str]] = {}
    for short in abbreviations():
        by_end.setdefault(short[-1], []).append(f"(?<={short})")
    return tuple(re.compile(rf"{end}(?:{'|'.join(shorts)})(?!\w)") for end, shorts in by_end.items())


def abbreviations_in(text: str) -> list[str]:
    """Those that the text may use."""
    for pattern in _abbreviation_ends():
        if pattern.search(text):
            return [short for short in abbreviations() if short in text]
    return []


@cache
def conventions() -> re.Pattern[str]:
    """What known conventions are about, right behind the noun."""
    rows = files("pipeline.grammar").joinpath("data/conventions.txt").read_text(encoding="utf-8").splitlines()
    abouts = (r"\s+".join(map(re.escape, row.split())) for row in rows if row and not row.startswith("#"))
    return re.compile(rf"\s+(?P<title>{'|'.join(abouts)})\b")


@lru_cache(maxsize=4096)
def key_title(title: str) -> str:
    """The title as it stands in a key: lower case, outer marks off. `Likums par …` and `Par …` name one law."""
    key = outer_off(" ".join(title.split())).casefold()
    return key[7:] if key.startswith("likums par ") else key


def read_law(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    """The laws named by the head noun `text[start:stop]` (several when titles share it); none when it names no law by itself.

    `floor`: nothing before it may be taken.
    """
    lowered = text[start:stop].casefold()
    head = "kodekss" if "kodeks" in lowered else "likums"
    stem = text[start : start + lowered.rfind(head[:-1])]  # `Civil` of Civillikuma
    rest = known_rest(text, start, stop, floor) if text.startswith(" par ", stop) else None
    continued = _CONTINUED.match(text, stop)
    if rest or continued:
        end = rest or continued.end()  # type: ignore[union-attr]
        name = start if stem else None if rest else known_before(text, text.rfind(" ", start, end) + 1, floor, "kodekss")
        name = name if name is not None else name_before(text, start, floor, head)
        if name is None:
            return []
        words = text[start:end].split()
        printed = [head, *words[1:]] if rest else [*words[:-1], "kodekss" if "kodeks" in words[-1].casefold() else "likums"]
        title = " ".join([*text[name:start].split(), *printed])
        return [_mention(text, _before(text, name, floor), read_tail(text, end, law=True), title)]
    tail = read_tail(text, stop, law=True)
    if stem:
        return _compound(text, start, floor, tail, stem, head)
    bare = _BARE_TITLE.match(text, stop) if tail.title is None and tail.end == stop else None
    if bare:
        tail = read_tail(text, bare.end(), law=True, title=" ".join(bare["title"].split()))
    if tail.title is not None:
        return _titled(text, _before(text, start, floor), tail)
    name = name_before(text, start, floor, head)
    if name is None:
        return []
    return [_mention(text, _before(text, name, floor), tail, " ".join([*text[name:start].split(), head]))]


def _compound(text: str, start: int, floor: int, tail: Tail, stem: str, head: str) -> list[Mention]:
    """A law of one word: Civillikums, Krimināllikums, Latvijas kriminālkodekss; not `Priekšlikums`, `Pārpalikums`."""
    known = f"{stem}{head}".casefold() in _COMPOUNDS
    if not known and not (len(stem) > 3 and _CAPITAL.match(stem) and (head == "kodekss" or _cites(tail))):
        return []
    if head == "kodekss" and text[max(floor, start - 9) : start] == "Latvijas ":
        return [_mention(text, start - 9, tail, f"Latvijas {stem}{head}")]
    return [_mention(text, _before(text, start, floor), tail, stem + head)]


def _cites(tail: Tail) -> bool:
    """Whether articles follow: `Pamatlikuma 1. pants`, but not `Pārpalikuma daļa`."""
    return any("pants" in pinpoint for pinpoint in tail.pinpoints)


def _titled(text: str, begin: int, tail: Tail) -> list[Mention]:
    """The law whose title `tail` read, and those that follow it under the same head noun."""
    found = []
    while tail.title is not None:
        found.append(_mention(text, begin, tail, tail.title))
        further = _FURTHER.match(text, tail.end)
        if not further:
            break
        begin = further.end()
        tail = read_tail(text, begin, law=True)
    return found


def _mention(text: str, start: int, tail: Tail, title: str) -> Mention:
    return Mention(
        "likums", "likums", start, tail.end, title=title, alias=tail.alias, alias_span=tail.alias_span, pinpoints=tail.pinpoints
    )


def _before(text: str, start: int, floor: int) -> int:
    """Where the mention begins when the state or an adoption date stands in front."""
    if text[start - 2 : start - 1] not in _LAST_LETTERS:
        return start
    window = max(floor, start - 60)
    for pattern in (_STATE_BEFORE, _DATE_BEFORE, _STATE_BEFORE):
        match = pattern.search(text, window, start)
        if match:
            start = match.start()
    return start


def read_rules_of_order(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    """`Saeimas kārtības ruļļa 149. pants`: a law with a head noun of its own; `text[start:stop]` is `kārtības rul`."""
    noun = _RULES_NOUN.match(text, stop)
    if not noun or text[max(floor, start - 8) : start].casefold() != "saeimas ":
        return []
    tail = read_tail(text, noun.end(), law=True)
    return [_mention(text, _before(text, start - 8, floor), tail, "Saeimas kārtības rullis")]


def read_charter(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    """A charter or convention (`Eiropas vietējo pašvaldību hartas 4. panta`), or a treaty of the Union."""
    treaty = _TREATY.match(text, start)
    if treaty:
        tail = read_tail(text, treaty.end(), law=True)
        title = "Līgums " + " ".join(treaty["about"].split())
    else:
        head = "harta" if text[start : start + 4].casefold() == "hart" else "konvencija"
        known = conventions().match(text, stop) if head == "konvencija" else None
        bare = known or _BARE_TITLE.match(text, stop)
        about = " ".join(bare["title"].split()) if bare and bare["title"].startswith("par") else ""
        name = name_before(text, start, floor, head)
        if name is None and (not about or (text[start].islower() and not known)):
            return []
        tail = read_tail(text, bare.end() if bare and about else stop, law=True)
        # `Konvencijas par bērna tiesībām`; whose it is, is no part of the title
        own = [] if name is None or (known and text[start].isupper()) else text[name:start].split()
        title = " ".join([*own, head if own else head.capitalize(), *about.split()])
        start = start if name is None else name
    return [
        Mention(
            "cits",
            "harta",
            start,
            tail.end,
            title=title,
            alias=tail.alias,
            alias_span=tail.alias_span,
            pinpoints=tail.pinpoints,
        )
    ]
