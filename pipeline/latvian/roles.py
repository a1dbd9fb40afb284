"""Offices: which words name them, whose gender they tell, and an office phrase in the nominative.

    Īpašumu apsaimniekošanas pārvaldes vadītājai   → Īpašumu apsaimniekošanas pārvaldes vadītāja (feminine, dative)
    pašvaldības izpilddirektora vietniecei         → pašvaldības izpilddirektora vietniece
    domes priekšsēdētāja pirmajam vietniekam       → domes priekšsēdētāja pirmais vietnieks (masculine, dative)
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.latvian.names.data import rows
from pipeline.latvian.names.paradigms import CASES, Case, Gender, Paradigm, decline, paradigms

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Office:
    """One reading of an office word: `vadītāja` is a woman's nominative or a man's genitive."""

    masculine: str
    feminine: str
    gender: Gender
    case: Case
    plural: bool = False

    @property
    def nominative(self) -> str:
        return self.masculine if self.gender == "m" else self.feminine


@dataclass(frozen=True, slots=True)
class Role:
    """An office phrase. `text` is nominative; `gender` is None when the phrase does not tell (`priekšsēdētāja p.i.`)."""

    text: str
    gender: Gender | None
    case: Case | None


def _paradigm(word: str, gender: Gender) -> Paradigm | None:
    wanted = ("1", "2h", "2", "am") if gender == "m" else ("4f", "5f", "af")
    by_id = {paradigm.id: paradigm for paradigm in paradigms()}
    return next((by_id[i] for i in wanted if decline(word, by_id[i], "nominative") is not None), None)


def _soft_or_hard(word: str, gender: Gender, case: Case) -> str | None:
    paradigm = _paradigm(word, gender)
    if paradigm and paradigm.id == "2h" and not re.search(r"[jķģrš]is$", word):
        paradigm = next(p for p in paradigms() if p.id == "2")
    return decline(word, paradigm, case) if paradigm else None


def _forms(masculine: str, feminine: str) -> list[tuple[str, Office]]:
    found: list[tuple[str, Office]] = []
    for gender, word in (("m", masculine), ("f", feminine)):
        for case in CASES:
            form = _soft_or_hard(word, gender, case)  # type: ignore[arg-type]
            if form:
                found.append((form, Office(masculine, feminine, gender, case)))  # type: ignore[arg-type]
    return found + _plurals(masculine, feminine)


#: Plural endings by case; the masculine stem is the genitive's (locekļ-i), the feminine the nominative's (locekl-es).
_PLURALS: dict[Gender, tuple[tuple[Case, tuple[str, ...]], ...]] = {
    "m": (("nominative", ("i",)), ("genitive", ("u",)), ("dative", ("iem",)), ("accusative", ("us",))),
    "f": (("nominative", ("as", "es")), ("dative", ("ām", "ēm")), ("accusative", ("as", "es"))),
}


def _plurals(masculine: str, feminine: str) -> list[tuple[str, Office]]:
    genitive = _soft_or_hard(masculine, "m", "genitive") or masculine
    found = []
    for case, endings in _PLURALS["m"]:
        found.append((genitive[:-1] + endings[0], Office(masculine, feminine, "m", case, plural=True)))
    for case, endings in _PLURALS["f"]:
        ending = endings[feminine.endswith("e")]
        found.append((feminine[:-1] + ending, Office(masculine, feminine, "f", case, plural=True)))
    return found


@cache
def _offices() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for row in rows("offices.tsv"):
        for form, office in _forms(row["masculine"], row["feminine"]):
            found.setdefault(form, []).append(office)
    return {form: tuple(offices) for form, offices in found.items()}


@cache
def _suffixes() -> tuple[tuple[str, Office], ...]:
    found = [pair for row in rows("office_suffixes.tsv") for pair in _forms(row["masculine"], row["feminine"])]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=16384)
def offices(word: str) -> tuple[Office, ...]:
    """Every reading of the word as an office; empty when it names none.

    A capitalised word is one only when the list has it: `Mūrnieks`, `Kalējs` and `Rijnieks` are surnames.
    """
    lowered = word.lower()
    listed = _offices().get(lowered)
    if listed or word[:1].isupper():
        return listed or ()
    for size in range(min(len(lowered) - 2, 14), 2, -1):
        ending = lowered[-size:]
        found = tuple(
            Office(lowered[:-size] + office.masculine, lowered[:-size] + office.feminine, office.gender, office.case,
                   office.plural)
            for suffix, office in _suffix_index().get(ending, ()))
        if found:
            return found
    return ()


@cache
def _suffix_index() -> dict[str, tuple[tuple[str, Office], ...]]:
    found: dict[str, list[tuple[str, Office]]] = {}
    for suffix, office in _suffixes():
        found.setdefault(suffix, []).append((suffix, office))
    return {suffix: tuple(pairs) for suffix, pairs in found.items()}


# Words of an office phrase before its head stand in the genitive (`Īpašumu pārvaldes vadītājai`) or agree with it
# (`galvenajam juristam`). Definite adjectives: ending of the printed form → the nominative's.
_ADJECTIVE: dict[tuple[Gender, Case], tuple[tuple[str, str], ...]] = {
    ("m", "dative"): (("ajam", "ais"), ("ējam", "ējais")),
    ("f", "dative"): (("ajai", "ā"), ("ējai", "ējā")),
    ("m", "accusative"): (("ējo", "ējais"), ("o", "ais")),
    ("f", "accusative"): (("ējo", "ējā"), ("o", "ā")),
    ("m", "genitive"): (("ējā", "ējais"), ("ā", "ais")),
    ("f", "genitive"): (("ējās", "ējā"), ("ās", "ā")),
}
_DEFINITE = tuple({ending for pairs in _ADJECTIVE.values() for ending, _ in pairs if len(ending) > 1})
#: Word endings that a genitive before the head can have; accusatives in -šanu and words in other cases end the phrase.
_GENITIVE_ENDS = frozenset("suaABCDEFGHIJKLMNOPQRSTUVWXYZĀČĒĢĪĶĻŅŠŪŽ”“\"»")
_OTHER_CASES = ("šanu", "šanai", "ties", "ību", "t")
_NOT_GENITIVE = re.compile(r"(?:(?<!vēlē)šanu|šanai|ties|(?<!attiec)(?<!ties)ību|[^s]t)$")
#: `… vietniece attīstības jautājumos`: what follows the head belongs to it when it ends in a locative.
_COMPLEMENT = re.compile(r"\s[a-zāčēģīķļņšūž]+(?:os|ās|ēs|īs|ā|ē|ī)$")
_ACTING = re.compile(r"\s*(?:[pv]\.\s?i\.)")
_TOKENS = re.compile(r"[“„«\"][^“”„«»\"\n]{1,80}[”“»\"]|[^\W\d_](?:[\w’'\-–/]++|(?<=\b\w)\.)*+\.?|\d+\.?|,")


def find_role(
    text: str, start: int, end: int, *, case: Case | None = None, gender: Gender | None = None,
) -> tuple[int, int] | None:
    """The office phrase in `text[start:end]`: from its first genitive to its end, or None when no word names an office.

    The last office word that is not a genitive modifier is the head; what follows it (`… vietniece attīstības jautājumos`)
    belongs to the phrase. `case` and `gender` prefer the head that fits.
    """
    words = list(_TOKENS.finditer(text, start, end))
    head = _head(words, case, gender)
    if head is None:
        return None
    first = head
    while first > 0 and _belongs(words, first - 1, first, text):
        first -= 1
    while words[first].group() in (",", "un") and first < head:
        first += 1
    stop = words[head].end()
    acting = _ACTING.match(text, stop, end)
    tail = text[stop:end].rstrip(" ,:;–—-(\t\n")
    if acting:
        stop = acting.end()
    elif _COMPLEMENT.search(tail):
        stop += len(tail)
    return words[first].start(), stop


def _head(words: list[re.Match[str]], case: Case | None, gender: Gender | None) -> int | None:
    best: tuple[int, int] | None = None
    for index, word in enumerate(words):
        known = offices(word.group().rstrip("."))
        if not known:
            continue
        follows = words[index + 1].group().lower() if index + 1 < len(words) else ""
        acting = follows.startswith(("p.i", "v.i", "p.", "v."))
        fits = [o for o in known if (case is None or o.case == case) and (gender is None or o.gender == gender)]
        rank = 3 if acting else 2 if fits else 1 if any(o.case != "genitive" for o in known) else 0
        if best is None or rank >= best[0]:
            best = rank, index
    return best[1] if best else None


def _belongs(words: list[re.Match[str]], index: int, following: int, text: str) -> bool:
    """Whether the word before is still part of the phrase."""
    word = words[index].group()
    gap = text[words[index].end():words[following].start()]
    if gap.strip() or "\n" in gap or "\t" in gap:
        return False
    if word == ",":
        # `Izglītības, kultūras un sporta nodaļas vadītāja`: commas between genitives, closed by `un`.
        ahead = [w.group() for w in words[following:following + 4]]
        return "un" in ahead and index > 0 and words[index - 1].group()[-1] in _GENITIVE_ENDS
    if word == "un":
        return index > 0 and words[index - 1].group()[-1] in _GENITIVE_ENDS and not _is_name_end(words, index - 1)
    if word.lower().endswith(_DEFINITE):
        return True
    if word.lower() in _NEVER or (word.endswith(_OTHER_CASES) and _NOT_GENITIVE.search(word)):
        return False
    if word[-1] == "ā":
        # `Nekustamā īpašuma nodaļas`: a definite adjective before a masculine genitive; `galvenā grāmatvede`: before a woman's
        # office; elsewhere -ā is the locative.
        return words[following].group()[-1] == "a" or bool(_RANK.match(word))
    return word[-1] in _GENITIVE_ENDS or word[-1] == "o" or word.isdigit() or word.endswith(".")


_RANK = re.compile(r"(?:galven|vecāk|jaunāk|pirm|otr|vadoš|tehnisk)ā$", re.IGNORECASE)
#: Words that end like a genitive and never stand in an office phrase.
_NEVER = frozenset({
    "par", "ar", "no", "uz", "pie", "kā", "līdz", "pēc", "ir", "tā", "kas", "to", "atbildīga", "atbildīgs", "atbildīgais",
    "šādus", "šādu", "šādi", "sekojošus", "šo", "šos",
    "atbildīgo", "atbildīgā", "kontrole", "persona", "personas", "personu", "nosaka", "uzrauga", "nodrošina", "lēmuma",
})


def _is_name_end(words: list[re.Match[str]], index: int) -> bool:
    """`Jānim Kalnam un direktorei`: the word before `un` closes a name; a dative is no genitive, so only -a and -s remain."""
    return index > 0 and words[index].group()[:1].isupper() and words[index - 1].group()[:1].isupper() and bool(
        re.search(r"(?:m|ai|ei)$", words[index].group()))


@lru_cache(maxsize=8192)
def role_nominative(phrase: str, *, gender: Gender | None = None, case: Case | None = None) -> Role:
    """An office phrase, in any case, to the nominative singular; words before and behind the head stay as printed.

    `gender` of the person decides what the phrase leaves open (`priekšsēdētāja amatā`, `locekļi`). A phrase whose head is a
    genitive before `p.i.` stays: `domes priekšsēdētāja p.i.`.
    """
    folded = re.sub(r"\s+", " ", phrase).strip()
    words = list(_TOKENS.finditer(folded))
    head = _head(words, case, gender)
    if head is None:
        return Role(folded, None, None)
    word = words[head]
    if _ACTING.match(folded, word.end()):
        return Role(folded, None, None)
    office = _choose(offices(word.group().rstrip(".")), gender, case)
    nominative = _like(word.group(), office.masculine if (gender or office.gender) == "m" else office.feminine)
    before, index = folded[:word.start()], head - 1
    if index >= 0 and folded[words[index].end():word.start()] == " ":
        plain = _adjective(words[index].group(), gender or office.gender, office.case)
        before = folded[:words[index].start()] + plain + " "
    both = {o.gender for o in offices(word.group().rstrip(".")) if o.case == office.case and o.plural == office.plural}
    told = gender or (office.gender if len(both) == 1 else None)      # `priekšsēdētāju`: a man or a woman
    return Role(before + nominative + folded[word.end():], told, office.case)


def _choose(known: tuple[Office, ...], gender: Gender | None, case: Case | None) -> Office:
    order = {"nominative": 0, "dative": 1, "accusative": 2, "genitive": 3, "locative": 4}
    return min(known, key=lambda o: (case is not None and o.case != case, gender is not None and o.gender != gender, o.plural,
                                     order[o.case]))


def _adjective(word: str, gender: Gender, case: Case) -> str:
    for ending, plain in _ADJECTIVE.get((gender, case), ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[:-len(ending)] + plain
    return word


def _like(printed: str, word: str) -> str:
    """`word` in the capitals of `printed`."""
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if printed[:1].isupper() else word
