"""Names of institutions: from the genitive that citations print to the nominative.

    Mārupes novada domes               → Mārupes novada dome
    Valsts vides dienesta              → Valsts vides dienests
    Augstākās tiesas Senāta            → Augstākās tiesas Senāts

The last word changes, and adjectives that agree with it; all else before it are genitives that modify it:

    Administratīvās komisijas          → Administratīvā komisija
    Centrālās vēlēšanu komisijas       → Centrālā vēlēšanu komisija
    Sociālās palīdzības komisijas      → Sociālās palīdzības komisija
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.latvian.tables import table

#: (nominative, genitive, kind) of the nouns that bodies' names end in: `data/bodies.tsv`.
NOUNS = tuple((nominative, genitive, kind) for nominative, genitive, kind in table("pipeline.latvian", "bodies.tsv"))
_NOUNS = tuple((nominative, genitive) for nominative, genitive, _ in NOUNS)
_KINDS = dict(sorted(((nominative, kind) for nominative, _, kind in NOUNS), key=lambda pair: -len(pair[0])))
_NOMINATIVES = tuple(n for n, _ in _NOUNS)
_CAPITAL = re.compile(r"[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]")
_WORD_BEFORE = re.compile(r"\S*?([\w-]+)[  \t]+$")
GENITIVE = "|".join(sorted((g for _, g in _NOUNS), key=len, reverse=True))
NOMINATIVE = "|".join(sorted(_NOMINATIVES, key=len, reverse=True))
#: Source of a pattern for the end of a word that is a body's noun in the nominative, or ends in one.
NOMINATIVE_ENDED = "(?:" + "|".join(f"(?<={noun})" for noun in _NOMINATIVES
                                    if not any(noun != other and noun.endswith(other) for other in _NOMINATIVES)) + ")"
_GENITIVE_END = re.compile(rf"(?:^|[\s(])(?P<noun>\w*(?i:{GENITIVE}))$")
_NOMINATIVE_END = re.compile(rf"(?:^|[\s(])(?P<noun>\w*(?i:{NOMINATIVE}))$")
#: Endings a modifier in the genitive may have.
_MODIFIER = re.compile(r"(?:\w*(?:a|u|as|es|s|o|ās|ā)|un|[IVX]+|(?-i:[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,5}))$", re.IGNORECASE)
#: Lower-case words that may stand between two capitalised ones of one name (`Zemgales apgabaltiesas Civillietu kolēģija`).
_LINK = re.compile(rf"(?:\w*(?:{GENITIVE})|novada|pagasta|rajona|pilsētas|valstspilsētas|republikas|valsts|un)$")
#: Capitalised words that open sentences and are no part of a name.
_NOT_NAME = frozenset(
    {
        "apstiprināt",
        "ar",
        "arī",
        "atbilstoši",
        "atzīt",
        "bet",
        "grozījumi",
        "grozījumiem",
        "grozījumos",
        "grozījumus",
        "grozīt",
        "ievērojot",
        "izdarīt",
        "ja",
        "jo",
        "ka",
        "kas",
        "kā",
        "lai",
        "likuma",
        "likumu",
        "lēmuma",
        "lēmumu",
        "līgumu",
        "minēto",
        "minētā",
        "minētās",
        "noteikumus",
        "pielikums",
        "rīkojumu",
        "līdz",
        "no",
        "noteikt",
        "noteikumu",
        "pamatojoties",
        "par",
        "pie",
        "pārskata",
        "pēc",
        "saskaņa",
        "saskaņā",
        "savukārt",
        "tas",
        "to",
        "tā",
        "tās",
        "uz",
        "ņemot",
        "šie",
        "šis",
        "šo",
        "šā",
        "šī",
    }
)
_MINISTER = re.compile(r"ministr", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:\w+(?:u|as|es|ās|o)|un)$")
_BLANK = " \t\n\u00a0"
_PREFIX = re.compile(r"^(?:(?:Latvijas Republikas|LR)\s+)(?=\S)")
#: The legislator and the government until 1993: `Latvijas PSR Augstākās Padomes` is another than the Republic's.
_OF_BOTH_STATES = ("augstākā padome", "augstākās padomes", "ministru padome")


def nominative(name: str) -> str:
    """The name with its last word, and what agrees with it, in the nominative; a name already in it comes back as it is."""
    words = name.split()
    if not words:
        return name
    lowered = words[-1].casefold()
    noun = _noun_of(lowered)
    if noun is None:
        return " ".join(words)
    last = words[-1]
    stem = last[: len(last) - len(noun[1])]
    tail = noun[0].upper() if last.isupper() else noun[0]
    words[-1] = stem + (tail if stem or not last[0].isupper() else tail[:1].upper() + tail[1:])
    for index in range(len(words) - 1):
        if _agrees(words, index, feminine=noun[0][-1] in "ae"):
            words[index] = _adjective(words[index])
    return " ".join(words)


@lru_cache(maxsize=1024)
def _noun_of(word: str) -> tuple[str, str] | None:
    """The noun, nominative and genitive, that a word in the genitive and in lower case is or ends in."""
    return next(((nominative, genitive) for nominative, genitive in _NOUNS if word.endswith(genitive)), None)


#: Adjectives that go past a genitive to the body itself: `Centrālās zemes komisija` is none.
_PAST_GENITIVE = frozenset({("centrālās", "zemes"), ("centrālās", "statistikas"), ("nacionālā", "veselības")})


def _agrees(words: list[str], index: int, *, feminine: bool) -> bool:
    """Whether the word is a definite adjective in the genitive that belongs to the last word, not to one between."""
    word, following = words[index].casefold(), words[index + 1].casefold()
    if not word.endswith("ās" if feminine else "ā") or len(word) < 5:
        return False
    if index + 2 == len(words) or (word, following) in _PAST_GENITIVE:
        return True
    between = following.endswith(("as", "es", "ās", "s") if feminine else ("a", "ā"))
    return not between


def _adjective(word: str) -> str:
    """`Centrālās` → `Centrālā`, `Nacionālā` → `Nacionālais`."""
    if word.endswith(("ās", "ĀS")):
        return word[:-1]
    return word[:-1] + ("AIS" if word.isupper() else "ais")


def kind(name: str) -> str | None:
    """What kind of body bears this name, by its last word; None when the word names none."""
    last = name.casefold().rsplit(" ", 1)[-1]
    found = _kind_of(last)
    if found == "council" or (last == "padome" and (last == name.casefold() or _OF_A_PLACE.search(name))):
        return "municipal_council"
    return found


@lru_cache(maxsize=1024)
def _kind_of(word: str) -> str | None:
    return next((value for noun, value in _KINDS.items() if word.endswith(noun)), None)


_OF_A_PLACE = re.compile(r"\b(?:pagasta|novada|pilsētas|rajona|ciema|apriņķa|apvienotā)\b", re.IGNORECASE)


def last_word(text: str, end: int, floor: int) -> int:
    """Where the last run of letters and marks begins before the white space at `end`, for a pattern to match from there."""
    stop = end
    while stop > floor and text[stop - 1] in _BLANK:
        stop -= 1
    start = floor
    for blank in _BLANK:
        start = text.rfind(blank, start, stop) + 1 or start
    return start


@lru_cache(maxsize=4096)
def noun_in(word: str, nominative_case: bool) -> int:
    """Where in the word, which may have marks in front, the noun of a body begins that it ends in; -1 when in none."""
    match = (_NOMINATIVE_END if nominative_case else _GENITIVE_END).search(word)
    return match.start("noun") if match else -1


@lru_cache(maxsize=4096)
def _capital_in_name(word: str) -> bool | None:
    """Whether the word has a capital, when it may stand in front of a body's noun; None when it may not."""
    if word.casefold() in _NOT_NAME or not _MODIFIER.match(word):
        return None
    return _CAPITAL.match(word) is not None


def body_before(text: str, end: int, *, nominative_case: bool = False) -> tuple[int, int] | None:
    """The span of a body's name that ends at `end` (white space aside); bounded look back, inside the line."""
    stop, furthest = end, max(0, end - 80)
    while stop > furthest and text[stop - 1] in _BLANK:
        stop -= 1
    if not text[stop - 1 : stop].isalpha() or (stop < end - 1 and text.count("\n", stop, end) > 1):
        return None
    word = last_word(text, stop, max(0, stop - 140))
    within = noun_in(text[word:stop], nominative_case)
    if within < 0:
        return None
    window = max(0, stop - 140, text.rfind("\n", max(0, stop - 140), stop) + 1)
    noun = start = word + within
    first = start if _CAPITAL.match(text, start) else None
    lower: list[str] = []
    for _ in range(12):
        before = _WORD_BEFORE.match(text, last_word(text, start, window), start)
        if not before:
            break
        capital = _capital_in_name(before[1])
        if capital is None:
            break
        start = before.start(1)
        if not capital:
            lower.append(before[1])
            continue
        if first is not None and not all(_LINK.match(one) for one in lower):
            break
        first, lower = start, []
    if first is None and _MINISTER.match(text, noun):
        first = _lower_chain(text, window, noun)
    return (first if first is not None else noun, stop)


def _lower_chain(text: str, window: int, start: int) -> int:
    """Where the name of an office in lower case begins: `vides aizsardzības un reģionālās attīstības ministra`."""
    for _ in range(12):
        before = _WORD_BEFORE.match(text, last_word(text, start, window), start)
        if not before or before[1].casefold() in _NOT_NAME or not _GENITIVE.match(before[1]):
            break
        start = before.start(1)
    return start


def without_state(name: str) -> str:
    """`Latvijas Republikas Saeimas` → `Saeimas`: the state's name counts only where the Latvian SSR had such a body too."""
    rest = _PREFIX.sub("", name)
    return f"Latvijas Republikas {rest}" if rest != name and rest.casefold().startswith(_OF_BOTH_STATES) else rest
