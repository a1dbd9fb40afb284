"""Names of institutions: from the genitive that citations print to the nominative.

    Mārupes novada domes               → Mārupes novada dome
    Valsts vides dienesta              → Valsts vides dienests
    Augstākās tiesas Senāta            → Augstākās tiesas Senāts

Only the last word changes: all before it are genitives that modify it.
"""

from __future__ import annotations

import re

#: The noun a body's name ends in, by its end: (nominative, genitive). Compounds follow (`apgabaltiesas`, `pilsētvalde`).
_NOUNS = (
    ("dome", "domes"),
    ("padome", "padomes"),
    ("pašvaldība", "pašvaldības"),
    ("komisija", "komisijas"),
    ("komiteja", "komitejas"),
    ("kolēģija", "kolēģijas"),
    ("valde", "valdes"),
    ("prezidijs", "prezidija"),
    ("saeima", "saeimas"),
    ("kabinets", "kabineta"),
    ("prezidents", "prezidenta"),
    ("ministrs", "ministra"),
    ("ministrija", "ministrijas"),
    ("departaments", "departamenta"),
    ("aģentūra", "aģentūras"),
    ("dienests", "dienesta"),
    ("birojs", "biroja"),
    ("pārvalde", "pārvaldes"),
    ("tiesa", "tiesas"),
    ("senāts", "senāta"),
    ("direktors", "direktora"),
    ("direktore", "direktores"),
    ("vadītājs", "vadītāja"),
    ("priekšsēdētājs", "priekšsēdētāja"),
    ("inspekcija", "inspekcijas"),
    ("direkcija", "direkcijas"),
    ("kontrole", "kontroles"),
    ("centrs", "centra"),
    ("reģistrs", "reģistra"),
    ("banka", "bankas"),
    ("fonds", "fonda"),
    ("iestāde", "iestādes"),
    ("universitāte", "universitātes"),
    ("skola", "skolas"),
    ("sapulce", "sapulces"),
    ("sabiedrība", "sabiedrības"),
    ("institūts", "institūta"),
    ("bāriņtiesa", "bāriņtiesas"),
    ("parlaments", "parlamenta"),
)
_NOMINATIVES = tuple(n for n, _ in _NOUNS)
_CAPITAL = re.compile(r"[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]")
_WORD_BEFORE = re.compile(r"([\w-]+)[  \t]+$")
GENITIVE = "|".join(sorted((g for _, g in _NOUNS), key=len, reverse=True))
NOMINATIVE = "|".join(sorted(_NOMINATIVES, key=len, reverse=True))
_GENITIVE_END = re.compile(rf"(?:^|[\s(])(?P<noun>\w*(?i:{GENITIVE}))$")
_NOMINATIVE_END = re.compile(rf"(?:^|[\s(])(?P<noun>\w*(?i:{NOMINATIVE}))$")
#: Endings a modifier in the genitive may have.
_MODIFIER = re.compile(r"(?:\w*(?:a|u|as|es|s|o|ās|ā)|un|[IVX]+)$")
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
        "lēmuma",
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
_PREFIX = re.compile(r"^(?:(?:Latvijas Republikas|LR)\s+)(?=\S)")


def nominative(name: str) -> str:
    """The name with its last word in the nominative; a name that already stands in it comes back as it is."""
    words = name.split()
    if not words:
        return name
    last = words[-1]
    lowered = last.casefold()
    if not lowered.endswith(_NOMINATIVES):
        for nom, gen in _NOUNS:
            if lowered.endswith(gen):
                stem = last[: len(last) - len(gen)]
                tail = nom if last[-1].islower() else nom.upper()
                words[-1] = stem + (tail if stem or not last[0].isupper() else tail[:1].upper() + tail[1:])
                break
    return " ".join(words)


def body_before(text: str, end: int, *, nominative_case: bool = False) -> tuple[int, int] | None:
    """The span of a body's name that ends at `end` (white space aside); bounded look back, inside the line."""
    window = max(0, end - 140, text.rfind("\n", max(0, end - 140), end) + 1)
    piece = text[window:end].rstrip()
    if not piece or not piece[-1].isalpha():
        return None
    match = (_NOMINATIVE_END if nominative_case else _GENITIVE_END).search(piece, max(0, piece.rfind(" ")))
    if not match:
        return None
    stop = window + len(piece)
    start = window + match.start("noun")
    first = start if _CAPITAL.match(text, start) else None
    lower: list[str] = []
    for _ in range(12):
        before = _WORD_BEFORE.search(text, window, start)
        if not before:
            break
        word = before[1]
        if word.casefold() in _NOT_NAME or not _MODIFIER.match(word):
            break
        start = before.start()
        if not _CAPITAL.match(word):
            lower.append(word)
            continue
        if first is not None and not all(_LINK.match(one) for one in lower):
            break
        first, lower = start, []
    return (first if first is not None else window + match.start("noun"), stop)


def without_state(name: str) -> str:
    """`Latvijas Republikas Saeimas` → `Saeimas`: the state's name is no part of an issuer."""
    return _PREFIX.sub("", name)
