"""Where the name of a law begins that ends at its head noun.

Publiskas personas mantas atsavināšanas likuma             → from `Publiskas`: an unbroken chain of genitives
Alternatīvo ieguldījumu fondu un to pārvaldnieku likuma    → from `Alternatīvo`: a known title, whatever stands in it
Latvijas Republikas Advokatūras likuma                     → from `Latvijas`: the title itself has the state's name
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pipeline.latvian.bodies import last_word
from pipeline.latvian.quotes import QUOTES


def word_list(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, lower case."""
    rows = files("pipeline.grammar").joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


_CAPITAL = re.compile(r"[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ]")
#: A line that breaks inside a name goes on in lower case.
_GAP = r"(?:[  ]{1,2}|[  ]?\n(?=[a-zāčēģīķļņšūž]|$))"
_WORD_BEFORE = re.compile(rf"\S*?(?P<quote>[{QUOTES}]?)(?P<word>[\w-]+)(?P<comma>,?){_GAP}$")
_MODIFIER = re.compile(r"(?:\w*(?:a|u|as|es|is|s|o|ās|ā|ē|os|par|ju)|un|vai|\w*-\d+|Covid-19|[IVX]+)$", re.IGNORECASE)
_TOKEN = re.compile(r"\w+")
_LAST_TOKEN = re.compile(rf"\S*?(\w+)[{QUOTES})]?{_GAP}$")
#: Words that cannot stand inside the name of a law in front of its head noun: introducers, verbs, units, conjunctions.
_STOP = word_list("not_in_law_names")
#: Capitalised nominatives that open a sentence right before a name.
_SUBJECT = word_list("sentence_subjects")
#: The state and its legislator: part of a name only where the title is known to have it.
_STATE = re.compile(
    r"(?:Latvijas\s+Republikas|LR)(?:\s+Saeimas|\s+Augstākās\s+[Pp]adomes)?(?:\s+|$)"
    r"|(?:Saeimas|Augstākās\s+padomes)(?:\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])|$)"
)
#: In lower case before a noun with a capital: a verb, so far as the ending tells.
_NO_NAME_END = re.compile(r"[a-zāčēģīķļņšūž]+[aoēī]\s")
#: How far back a name may begin, in characters.
_LONGEST = 320


@cache
def known_titles() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """(head noun, last word before it) → the titles that end so without the head, as words and as printed, longest first."""
    rows = files("pipeline.grammar").joinpath("data/laws.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for row in rows:
        words = tuple(_TOKEN.findall(row.casefold()))
        if len(words) > 1 and not row.startswith("#"):
            found.setdefault((words[-1], words[-2]), []).append((words[:-1], row.lower().rpartition(" ")[0]))
    return {key: tuple(sorted(titles, key=lambda title: len(title[0]), reverse=True)) for key, titles in found.items()}


@cache
def _rests() -> dict[str, tuple[str, str]]:
    """Last word before the head noun → (name, rest), of the known titles that go on behind `likums`."""
    rows = files("pipeline.grammar").joinpath("data/laws.tsv").read_text(encoding="utf-8").casefold().splitlines()
    parted = [row.partition(" likums ") for row in rows if " likums " in row and not row.startswith("#")]
    return {name.split()[-1]: (name, rest) for name, _, rest in parted}


def _last_token(text: str, end: int, floor: int) -> str | None:
    """The last word before `end`, lower case, without a mark behind it."""
    start = last_word(text, end, max(floor, end - 48))
    word = text[start : end - 1]
    if word.isalnum() and text[end - 1] == " ":
        return word.casefold()
    last = _LAST_TOKEN.match(text, start, end)
    return last[1].casefold() if last else None


def known_rest(text: str, start: int, stop: int, floor: int) -> int | None:
    """Where a known title ends that goes on behind its head noun `text[start:stop]`; None when none does."""
    last = _last_token(text, start, floor)
    name, rest = _rests().get(last, ("", "")) if last else ("", "")
    end = stop + 1 + len(rest)
    before = text[max(0, start - 1 - len(name)) : start - 1].casefold()
    if not rest or before != name or text[stop + 1 : end].casefold() != rest:
        return None
    return end


def name_before(text: str, end: int, floor: int, head: str) -> int | None:
    """Where the name begins that runs up to the head noun at `end`; None when none does. Nothing before `floor` is taken."""
    known = known_before(text, end, floor, head)
    if known is not None and (_CAPITAL.match(text, known) or text[known - 1 : known] in tuple(QUOTES)):
        return known
    usable = _chain(text, end, floor)
    if not usable or (text[end : end + 1].isupper() and _NO_NAME_END.match(text, last_word(text, end, floor), end)):
        return known  # `Protokolu sastāda Kodeksa 236. panta`: the noun alone is a short form
    # a comma parts an enumeration from a name that nobody knows: the name begins behind it
    comma = text.rfind(", ", usable[-1], end)
    if comma >= 0 and any(at > comma for at in usable):
        usable = [at for at in usable if at > comma]
    while len(usable) > 1 and text[usable[-1] : end].split(None, 1)[0].casefold() in _SUBJECT:
        usable.pop()
    state = _STATE.match(text, usable[-1], end)
    begin = state.end() if state else usable[-1]
    return begin if begin < end else None


def known_before(text: str, end: int, floor: int, head: str) -> int | None:
    """Where the longest known title begins that ends at `end`, with the state's name only when the title needs it."""
    last = _last_token(text, end, floor)
    titles = known_titles().get((head, last)) if last else None
    if not titles:
        return None
    window = max(floor, end - _LONGEST)
    stop = end
    while stop > window and text[stop - 1].isspace():
        stop -= 1
    for best in titles:
        begin = stop - len(best[1])
        fits = begin >= window and text[begin:stop].lower() == best[1]
        if fits and (begin == window or not text[begin - 1].isalnum()):
            break
    else:  # marks or a broken line inside the name
        tokens = list(_TOKEN.finditer(text, window, end))
        spelled = tuple(token[0].casefold() for token in tokens)
        known = next((title for title in titles if spelled[-len(title[0]) :] == title[0]), None)
        if known is None:
            return None
        best = known
        begin = tokens[-len(best[0])].start()
    state = _STATE.match(text, begin, end)
    if state and any(title[0] == best[0][len(state[0].split()) :] for title in titles):
        return state.end()
    return begin


def _chain(text: str, end: int, floor: int) -> list[int]:
    """Where the capitalised words stand of the unbroken chain of modifiers in front of `end`, the last first."""
    window = max(floor, end - 220)
    start, capitals = end, []
    for _ in range(24):
        match = _WORD_BEFORE.match(text, last_word(text, start, max(window, start - 45)), start)
        if not match or (match["comma"] and start == end):
            break
        word = match["word"]
        if word.casefold() in _STOP or not _MODIFIER.match(word) or word.isdigit():
            break
        if match["comma"] and word.casefold() in _SUBJECT:
            break
        start = match.start("word")
        if _CAPITAL.match(word):
            capitals.append(start)
        if match["quote"]:
            break
    return capitals
