"""The deciding body, in the nominative and normal capitals.

    Ogres novada pašvaldības dome NOLEMJ:                → Ogres novada pašvaldības dome
    OLAINES NOVADA DOME / LĒMUMS / … / Dome nolemj:      → Olaines novada dome
    Ministru kabineta rīkojums Nr. 22                    → Ministru kabinets
    CARNIKAVAS NOVADA DOME / FINANŠU KOMITEJAS SĒDES     → Carnikavas novada domes Finanšu komiteja

The body that the operative formula names decides; the type line's issuer and the letterhead stand in for it.
"""
from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.found import Found
from pipeline.extract.head.company import ABBREVIATED, find_company
from pipeline.latvian import bodies
from pipeline.latvian.bodies import GENITIVE, NOMINATIVE, NOMINATIVE_ENDED, nominative
from pipeline.latvian.places import municipality
from pipeline.latvian.quotes import QUOTES
from pipeline.records import Institution, Span

_UPPER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ"
_WORD = r"[\w“”\"-]+"
_NOUN = rf"\w*(?:{NOMINATIVE})"
_NOUN_OF = rf"\w*(?:{GENITIVE})"
#: A body's full name in the nominative: at least one word before the last.
_NAMED = re.compile(
    rf"(?P<name>[{_UPPER}]\w+(?:[ -](?!(?:ar|par)\b)[\w“”\"-]+){{0,9}}? \w++(?i:{NOMINATIVE_ENDED}))(?=[\s,:;.]|$)")
#: How near the operative word the body's name mostly stands.
_NEAR = 200
_LETTERHEAD = re.compile(rf"[{_UPPER}][\w“”\"-]*(?:[ ,]+[\w“”\"-]+){{0,10}}$")
_LAST_WORDS = tuple({form for nominative, genitive, _ in bodies.NOUNS for form in (nominative, genitive)})
_ISSUER = re.compile(
    rf"^(?P<issuer>[{_UPPER}][^.:;()\n\t]{{0,120}}?(?i:{_NOUN_OF})|S(?i:aeimas))\s+"
    r"(?:(?:1[89]|20)\d\d\. ?gada \d{1,2}\. ?\w+ )?(?i:(?:kārtējās|ārkārtas|slēgtās|atklātās|[IVX\d.]+) ){0,3}(?i:sēdes )?"
    r"(?:(?:1[89]|20)\d\d\. ?gada \d{1,2}\. ?\w+ )?"
    r"(?i:lēmum[sia]|rīkojum[si]|saistošie noteikumi|iekšējie noteikumi|noteikumi|nolikums|instrukcija|pavēle|protokols"
    r"|spriedums|nolēmums|reglaments|protokola izraksts|protokollēmums)\b")
#: What every type word holds; quick to look for.
_TYPE_STEM = re.compile(r"(?:ēmum|īkojum|oteikum|olikum|nstrukc|avēl|rotokol|pried|eglament|ĒMUM|ĪKOJUM|OTEIKUM|OLIKUM|NSTRUKC"
                        r"|AVĒL|ROTOKOL|PRIED|EGLAMENT)")
#: No issuer (and the blank behind it) is shorter, so that a stem before it is the line's first word.
_SHORTEST_ISSUER = 6
_BARE_BODY = re.compile(rf"\b(?P<name>(?i:{_NOUN}))\s+(?i:nolem|nolēma)")
_OFFICE_OF = re.compile(rf"(?P<body>[{_UPPER}]\w+ (?:\w+ ){{0,6}}?(?:domes|padomes|komisijas|valdes|kolēģijas)) priekšsēdētāj")
_STAMP = re.compile(rf"(?i:apstiprināt)\w\s+(?:ar\s+)?(?P<body>[{_UPPER}]\w+ (?:\w+ ){{0,6}}?(?i:{_NOUN_OF}))\s")
_COUNCIL = re.compile(r"\b(?:domes? (?:lēmums|sēdes)|dome nolemj|dome$|dome\s+nolem|dome\s+nolēm)", re.IGNORECASE)
_PROPER_BEFORE = frozenset({"novada", "pagasta", "rajona", "pilsētas", "valstspilsētas", "novads", "pagasts", "priekšpilsētas"})
_AFTER_PLACE = ("novada", "pagasta", "pilsētas", "rajona", "valstspilsētas", "domes", "pašvaldības")
_PROPER = frozenset({"latvijas", "republikas", "ministru", "saeimas"})
_PART_OF = frozenset({"commission", "committee", "board", "official"})
_COUNCILS = frozenset({"municipality", "municipal_council"})
#: Bodies that a council has: `DOMES / FINANŠU KOMITEJA`.
_OF_COUNCIL = frozenset({"commission", "committee"})
_OF_COUNCIL_HERE = re.compile(r"\b[Dd]omes\b")
_SESSION = re.compile(r"\s+(?:(?:kārtējās|ārkārtas|kopīgās|kop)\s*)?sēdes$", re.IGNORECASE)
_OWNER = re.compile(r"^(?:domes|padomes|pašvaldības(?: domes)?) (?=\w)", re.IGNORECASE)
#: Names that say what kind of body decides but not which.
_BARE = frozenset({"dome", "padome", "komisija", "komiteja", "kolēģija", "valde", "pašvaldība", "pašvaldības dome", "prezidijs",
                   "novada dome", "pilsētas dome", "pagasta padome", "novada pašvaldības dome", "domes", "sēdes", "tiesa",
                   "priekšsēdētājs", "izpilddirektors", "direktors", "ģenerāldirektors", "domes priekšsēdētājs", "vadītājs",
                   "direktore", "vadītāja", "sapulce", "dalībnieku sapulce", "akcionāru sapulce", "biedru sapulce",
                   "kopsapulce", "biedru kopsapulce", "dalībnieku kopsapulce"})


def find_institution(text: str, head: list[Span], formula: list[Span], signature: list[Span]) -> Found[Institution] | None:
    """`formula`: the zones that lead to the operative word (basis, vote, operative), in order."""
    issuer = _issuer(text, head)
    spoken = _spoken(text, formula)
    nested = issuer and spoken and _kind(spoken.value) in ("municipality", "official") and _kind(issuer.value) != "municipality"
    if spoken and not nested:
        return _found(spoken)
    letterhead = _letterhead(text, head)
    unnamed = issuer is None or issuer.value.casefold() in _BARE
    company = find_company(text, head, formula, alone=letterhead is None and issuer is None) if unnamed else None
    if company:
        return _found(Found(capitals(company.value), company.span))
    if letterhead and issuer and issuer.value.casefold() in _BARE and _kind(issuer.value) == "official":
        return _found(_officer(letterhead, issuer))
    if letterhead and issuer and _part_of_council(issuer.value) and _kind(letterhead.value) in _COUNCILS:
        return _found(_officer(letterhead, issuer))
    if letterhead and (issuer is None or issuer.value.casefold() in _BARE or len(issuer.value) <= len(letterhead.value)):
        name = letterhead.value
        if _kind(name) == "municipality" and (_COUNCIL.search(_words(text, head + formula)) or _by_council(text, signature)):
            name = re.sub(r"pašvaldība$", "pašvaldības dome", name)
        return _found(Found(name, letterhead.span))
    if issuer and issuer.value.casefold() not in _BARE:
        return _found(issuer)
    bare = issuer or _bare(text, formula)
    return _stamped(text, head) or _signed(text, signature) or (_found(bare) if bare else None)


def bare(name: str) -> bool:
    """The name does not say which body: `Padome`."""
    return name.casefold() in _BARE


@lru_cache(maxsize=4096)  # one council decides all that a folder holds
def institution(name: str) -> Institution:
    """The record of a body's name."""
    kind = _kind(name)
    return Institution(name=name, kind="municipal_council" if kind == "municipality" else kind, municipality=municipality(name))


def _kind(name: str) -> str | None:
    return bodies.kind(name)


def _found(found: Found[str]) -> Found[Institution]:
    return Found(institution(found.value), found.span)


def _words(text: str, spans: list[Span]) -> str:
    return "\n".join(text[start:end] for start, end in spans)


def _spoken(text: str, formula: list[Span]) -> Found[str] | None:
    """The last full body's name in the nominative before the operative word."""
    for start, end in reversed(formula):
        start = max(start, end - 3000)
        comma = text.rfind(",", start, end - _NEAR)       # no name goes past one
        last = _last_named(text, comma + 1, end) if comma >= 0 else None
        last = last or _last_named(text, start, end)
        if last:
            name = capitals(_trim(" ".join(last["name"].split())))
            if name.casefold() not in _BARE:
                return Found(name, last.span("name"))
    return None


def _last_named(text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for last in _NAMED.finditer(text, start, end):  # noqa: B007
        pass
    return last


def _trim(name: str) -> str:
    """Off with what a sentence left before the name: the name begins at its last capitalised place or body word."""
    words = name.split(" ")
    for index in range(len(words) - 2, 0, -1):
        if words[index][0].isupper() and words[index + 1] in _AFTER_PLACE:
            return " ".join(words[index:])
    return name


def _issuer(text: str, head: list[Span]) -> Found[str] | None:
    """The body in the genitive before the type word: `Rīgas domes lēmums`."""
    for start, end in head:
        at = start
        for line in text[start:end].split("\n"):
            titled = not _TYPE_STEM.search(line, _SHORTEST_ISSUER) or line.startswith(("Par ", "PAR ", "Ar ", "ar "))
            match = None if titled else _ISSUER.match(line)
            if match:
                return Found(capitals(nominative(" ".join(match["issuer"].split()))), (at, at + match.end("issuer")))
            at += len(line) + 1
    return None


def _letterhead(text: str, head: list[Span]) -> Found[str] | None:
    """The last line of the letterhead that names a body."""
    best: Found[str] | None = None
    for start, end in head[:1]:
        at = start
        for line in text[start:end].split("\n"):
            cell = _SESSION.sub("", line.split("\t", 1)[0].rstrip())
            if len(cell) < 140 and cell.casefold().endswith(_LAST_WORDS) and _LETTERHEAD.match(cell):
                name = capitals(nominative(" ".join(cell.split())))
                above = _kind(best.value) if best else None
                if best and ((above == "municipality" and _kind(name) in _PART_OF and _unplaced(name))
                             or (above == "municipal_council" and _part_of_council(name))):
                    best = _officer(best, Found(name, (at, at + len(cell))))
                    at += len(line) + 1
                    continue
                better = best is None or _kind(name) == "municipal_council" or _kind(best.value) is None
                if better and name.casefold() not in _BARE:
                    best = Found(name, (at, at + len(cell)))
            at += len(line) + 1
    return best


def _part_of_council(name: str) -> bool:
    """A committee or commission named, but not whose: `Finanšu komiteja`."""
    return _kind(name) in _OF_COUNCIL and name.casefold() not in _BARE and _unplaced(name)


def _unplaced(name: str) -> bool:
    """The name does not say whose body it is."""
    return not any(word in _PROPER_BEFORE for word in name.casefold().split())


def _officer(letterhead: Found[str], issuer: Found[str]) -> Found[str]:
    """`LĪČUPES NOVADA PAŠVALDĪBA / IZPILDDIREKTORA RĪKOJUMS`: the officer, or the commission, of the body above."""
    head, _, last = letterhead.value.rpartition(" ")
    genitive = next((last[:-len(nom)] + gen for nom, gen, _ in bodies.NOUNS if last.endswith(nom)), last)
    official = _kind(issuer.value) == "official"
    office = _OWNER.sub("", issuer.value)
    office = office[:1].lower() + office[1:] if official else office[:1].upper() + office[1:]
    council = "domes " if issuer.value.casefold().startswith("domes ") and last.casefold() == "pašvaldība" else ""
    return Found(f"{head} {genitive} {council}{office}".strip(), letterhead.span)


def _bare(text: str, formula: list[Span]) -> Found[str] | None:
    """`Komisija nolemj:` when nothing says which: the body as the formula has it."""
    for start, end in reversed(formula):
        match = _BARE_BODY.search(text, start, end)
        if match:
            name = capitals(match["name"])
            return Found(name[:1].upper() + name[1:], match.span("name"))
    return None


def _by_council(text: str, signature: list[Span]) -> bool:
    return bool(_OF_COUNCIL_HERE.search(_words(text, signature)))


def _stamped(text: str, head: list[Span]) -> Found[Institution] | None:
    """`APSTIPRINĀTI ar Līčupes novada domes 28.10.2021. lēmumu`: the body that approved."""
    for start, end in head:
        match = _STAMP.search(text, start, end)
        if match:
            return _found(Found(capitals(nominative(" ".join(match["body"].split()))), match.span("body")))
    return None


def _signed(text: str, signature: list[Span]) -> Found[Institution] | None:
    """`Rīgas domes priekšsēdētājs`: the body in the signature's role."""
    for start, end in signature:
        match = _OFFICE_OF.search(text, start, end)
        if match:
            return _found(Found(capitals(nominative(match["body"])), match.span("body")))
    return None


def capitals(name: str) -> str:
    """`TUKUMA NOVADA DOME` → `Tukuma novada dome`; a name in normal capitals stays as it is."""
    if sum(map(str.isupper, name)) < 0.8 * sum(map(str.isalpha, name)):
        return name
    words = name.lower().split(" ")
    made = []
    for index, (word, printed) in enumerate(zip(words, name.split(" "), strict=True)):
        if printed in ABBREVIATED or printed[:1] in QUOTES:
            made.append(printed[:2] + word[2:] if printed not in ABBREVIATED else printed)
            continue
        follow = words[index + 1] if index + 1 < len(words) else ""
        # `domes Finanšu komiteja`
        named = bool(follow) and index > 0 and words[index - 1] == "domes" and words[-1] in ("komiteja", "komisija")
        proper = index == 0 or named or word in _PROPER or (follow in _PROPER_BEFORE and word not in _PROPER_BEFORE)
        made.append(word[:1].upper() + word[1:] if proper else word)
    return " ".join(made)
