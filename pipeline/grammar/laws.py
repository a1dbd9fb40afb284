"""Names of laws: by genitive chain, in quotes, without quotes, in one word.

Publiskas personas mantas atsavināšanas likuma 4. panta      → Publiskas personas mantas atsavināšanas likums
likuma “Par pašvaldībām” 15. panta                           → Par pašvaldībām
Civillikuma 2112. un 2147. pants                             → Civillikums
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pipeline.grammar.mention import Mention
from pipeline.grammar.tail import Tail, read_tail
from pipeline.latvian.dates import DATE
from pipeline.latvian.quotes import QUOTES


def word_list(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, lower case."""
    rows = files("pipeline.grammar").joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


_CAPITAL = re.compile(r"[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]")
_WORD_BEFORE = re.compile(rf"(?P<quote>[{QUOTES}]?)(?P<word>[\w-]+)(?P<comma>,?)[  ]{{1,2}}$")
_MODIFIER = re.compile(r"(?:\w*(?:a|u|as|es|is|s|o|ās|ā|ē|os|par|ju)|un|vai|\w*-\d+|Covid-19|[IVX]+)$")
#: Words that cannot stand inside the name of a law in front of its head noun: introducers, verbs, units, conjunctions.
_STOP = word_list("not_in_law_names")
#: Capitalised nominatives that open a sentence right before a name.
_SUBJECT = word_list("sentence_subjects")
_STATE = re.compile(
    r"^(?:(?:Latvijas Republikas|LR)(?: Saeimas| Augstākās [Pp]adomes)?|Saeimas|Augstākās padomes)\s+"
)
_STATE_BEFORE = re.compile(
    r"(?:(?:Latvijas\s+Republikas(?:\s+(?:Saeimas|Augstākās\s+[Pp]adomes))?|LR(?:\s+Saeimas)?|Saeimas)\s+)$"
)
_DATE_BEFORE = re.compile(rf"{DATE}\s*$", re.IGNORECASE)
_BARE_TITLE = re.compile(
    r"\s+(?P<title>[Pp]ar\s+[^\n,;()“”„\"]{3,200}?)(?=\s*(?:\d+(?:\.\d+)?[.¹²³]?\s?(?:pant|un|,|p\.)|[,;(\n]|\.(?:\s|$)|$))"
)
_TREATY = re.compile(r"[Ll]īgum\w{1,3}\s+(?P<about>par\s+Eiropas\s+Savienīb(?:as\s+darbību|u))")
_FURTHER = re.compile(rf"(?:,|\s+un|,?\s+kā\s+arī)\s+(?=[{QUOTES}]\s?(?:Par|Grozī)\b)")


@cache
def known_titles() -> frozenset[str]:
    """Titles that end in `likums` or `kodekss`, lower case; they help to tell where a name begins, none is required."""
    rows = files("pipeline.grammar").joinpath("data/laws.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.casefold() for row in rows if row and not row.startswith("#"))


@cache
def abbreviations() -> dict[str, str]:
    """`APL` → `Administratīvā procesa likums`: abbreviations in use without a definition."""
    rows = files("pipeline.grammar").joinpath("data/abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", 1) for row in rows if row and not row.startswith("#"))


def key_title(title: str) -> str:
    """The title as it stands in a key: lower case, outer marks off."""
    return " ".join(title.split()).strip(QUOTES + " ").casefold()


def read_law(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    """The laws named by the head noun `text[start:stop]` (several when titles share it); none when it names no law by itself.

    `floor`: nothing before it may be taken.
    """
    head = "kodekss" if text[start:stop].casefold().startswith("kodeks") else "likums"
    word = text[start:stop]
    tail = read_tail(text, stop, law=True)
    bare = _BARE_TITLE.match(text, stop) if tail.title is None and tail.end == stop else None
    if bare:
        tail = read_tail(text, bare.end(), law=True)
        tail.title = " ".join(bare["title"].split())
    if tail.title is not None:
        found = [_mention(text, _before(text, start, floor), tail, tail.title)]
        while True:
            further = _FURTHER.match(text, tail.end)
            if not further:
                return found
            begin = further.end()
            tail = read_tail(text, begin, law=True)
            if tail.title is None:
                return found
            found.append(_mention(text, begin, tail, tail.title))
    if len(word) > 9 and word.casefold().rfind(head[:-1]) > 2:  # Civillikums, Komerclikums
        if not _CAPITAL.match(word):
            return []
        return [_mention(text, start, tail, word[: word.casefold().rfind(head[:-1])] + head)]
    name = _chain(text, start, floor, head)
    if name is None:
        return []
    title = _STATE.sub("", " ".join(text[name:start].split()) + " ") + head
    return [_mention(text, _before(text, name, floor), tail, title)]


def _mention(text: str, start: int, tail: Tail, title: str) -> Mention:
    return Mention(
        "likums", "likums", start, tail.end, title=title, alias=tail.alias, alias_span=tail.alias_span, pinpoints=tail.pinpoints
    )


def _before(text: str, start: int, floor: int) -> int:
    """Where the mention begins when the state or an adoption date stands in front."""
    window = max(floor, start - 60)
    for pattern in (_STATE_BEFORE, _DATE_BEFORE, _STATE_BEFORE):
        match = pattern.search(text, window, start)
        if match:
            start = match.start()
    return start


def _chain(text: str, end: int, floor: int, head: str) -> int | None:
    """Where the genitive chain in front of the head noun begins."""
    window = max(floor, end - 220, text.rfind("\n", max(floor, end - 220), end) + 1)
    start, capitals = end, []
    for _ in range(24):
        match = _WORD_BEFORE.search(text, max(window, start - 45), start)
        if not match or (match["comma"] and start == end):
            break
        word = match["word"]
        if word.casefold() in _STOP or not _MODIFIER.match(word) or word.isdigit():
            break
        if match["comma"] and word.casefold() in _SUBJECT:
            break
        start = match.start("word")
        if _CAPITAL.match(word):
            capitals.append((start, bool(match["comma"])))
        if match["quote"]:
            break
    known = known_titles()
    for at, _ in reversed(capitals):
        title = _STATE.sub("", " ".join(text[at:end].split()) + " ") + head
        if title.casefold() in known:
            return at
    if not capitals:
        for cut in re.finditer(r"(?<![\w-])\w", text[start:end]):
            if (" ".join(text[start + cut.start() : end].split()) + " " + head).casefold() in known:
                return start + cut.start()
        return None
    usable = [at for at, _ in capitals]
    # a comma parts an enumeration from a name that nobody knows: the name begins behind it
    comma = text.rfind(", ", usable[-1], end)
    if comma >= 0 and any(at > comma for at in usable):
        usable = [at for at in usable if at > comma]
    while len(usable) > 1 and text[usable[-1] : end].split(None, 1)[0].casefold() in _SUBJECT:
        usable.pop()
    return usable[-1]


def read_charter(text: str, start: int, stop: int, floor: int) -> list[Mention]:
    """A charter or convention (`Eiropas vietējo pašvaldību hartas 4. panta`), or a treaty of the Union."""
    treaty = _TREATY.match(text, start)
    if treaty:
        tail = read_tail(text, treaty.end(), law=True)
        title = "Līgums " + " ".join(treaty["about"].split())
    else:
        head = "harta" if text[start : start + 4].casefold() == "hart" else "konvencija"
        name = _chain(text, start, floor, head)
        if name is None:
            return []
        tail = read_tail(text, stop, law=True)
        title = " ".join(text[name:start].split()) + " " + head
        start = name
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
