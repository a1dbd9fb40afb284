"""Elections: what each candidate got, and the papers that do not count.

    par Sanitu Veinbergu nodotas 10 balsis „par”, 4 – „pret”    → Sanita Veinberga 10/4
    Jānis Kalns ieguva 8 balsis, Anna Egle – 7 balsis           → 8 and 7
    divas zīmes no visām 15 atzītas par nederīgām               → invalid 2 of 15
"""
from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.voting.people import PART, tidy
from pipeline.latvian.names import nominative
from pipeline.latvian.names.find import given_cases
from pipeline.latvian.numbers import cardinal, number_words
from pipeline.records import Span

#: Words of elections, by letters that are quick to look for.
_HINTS = {"zīm": ("zīmes", "zīmi", "zīmē"), "biļeten": (), "kandid": (), "ievēl": (), "aizklāt": (), "slēgt": (), "nodot": (),
          "saņ": ("saņēm", "saņem"), "ieg": ("ieguv", "iegūst"), "vēlēšan": (), "balsu skait": ()}
_WORDS = "|".join(sorted(number_words(), key=len, reverse=True))
_N = rf"(?P<n>\d{{1,3}}(?![\d.]\d|\.\t)|(?:{_WORDS})(?: (?:{_WORDS}))?)(?![^\W\d_])"
_PERSON = rf"(?<![^\W\d_])(?P<name>{PART}(?: ?{PART}){{1,3}})"
_LABEL = r"(?:[„“\"]?(?:par|PAR|Par)[”“\"]?[ ]?[–—:-]?[ ]?)?"
#: par <accusative> nodotas N balsis · par A. Kalna kandidatūru – N
_FOR_WHOM = re.compile(
    rf"[Pp](?<=\b[Pp])ar (?:[a-zāčēģīķļņšūž]+ ){{0,5}}?{_PERSON}(?P<genitive> kandidatūru)?[ ,]{{0,2}}[–—:-]?[ ]?"
    rf"(?:tika |tiek |ir )?"
    rf"(?:nodot\w+|saņemt\w+|no?balsoja|balsoja|balso|balsojuši)?[ ]?[–—:-]?[ ]?{_LABEL}{_N}")
#: <nominative> ieguva N balsis · <nominative> – N balsis · <nominative> – par N
_WHO_GOT = re.compile(
    rf"{_PERSON}[ ]?(?:\([^()]{{1,40}}\)[ ]?)?(?:[–—:-][ ]?|\t|(?:saņēm\w+|saņem|ieguv\w+|iegūst)[ –:-]{{1,3}})"
    rf"(?:(?P<balsis>{_LABEL}{_N.replace('?P<n>', '?P<m>')}[ ]?(?:deputātu\s)?bals\w+)"
    rf"|[„“\"]?(?:par|PAR|Par)[”“\"]?[ ]?[–—:-]?[ ]?{_N})")
_INVALID = re.compile(
    rf"{_N}\s(?:(?:vēlēšanu|balsošanas)\s)?(?:zīm\w+|biļeten\w+)\s(?:[^.,;\n\d]{{0,50}}?\b)?nederīg"
    rf"|\b{_N.replace('?P<n>', '?P<k>')}\s(?:no [^.,;\n]{{0,40}}\s)?(?:atzīt\w+ par |ir )?nederīg"
    rf"|\bnederīg\w+(?:\s(?:ir|bija|atzīt\w+|(?:vēlēšanu |balsošanas )?(?:zīm|biļeten)\w+)){{0,2}}[–—:\s-]{{1,3}}"
    rf"(?:(?P<none>nav\b)|{_N.replace('?P<n>', '?P<m>')})", re.IGNORECASE)
#: How far before `nederīg…` the count that belongs to it may begin.
_COUNT_LONG = 200
_OF_ALL = re.compile(
    rf"(?:no|izsniegt\w+|izņemt\w+|nodot\w+|urnā)\s(?:vis\w+\s|pavisam\s|kopā\s)?{_N}\s(?:(?:vēlēšanu|balsošanas|izsniegt\w+)\s)?"
    r"(?:zīm\w+|biļeten\w+|atzīt)")


class Ran(NamedTuple):
    """A candidate as one place tells of them: `votes` is the figure right behind the name."""

    name: str
    votes: int
    span: Span
    start: int
    end: int


def candidates(text: str, start: int, end: int) -> list[Ran]:
    """The candidates of `text[start:end]`, in order; empty where nothing speaks of an election."""
    if not _speaks_of_election(text[max(0, start - 200):end].lower()):
        return []
    found: dict[int, Ran] = {}
    for match in _FOR_WHOM.finditer(text, start, end):
        if _personal(match["name"]):
            case = "genitive" if match["genitive"] else "accusative"
            name = nominative(match["name"], case=case).text  # type: ignore[arg-type]
            found[match.start("name")] = Ran(name, _value(match["n"]), match.span("name"), match.start(), match.end())
    for match in _WHO_GOT.finditer(text, start, end):
        taken = any(one.start <= match.start() < one.end for one in found.values())
        if _personal(match["name"]) and not taken:
            found[match.start("name")] = Ran(tidy(match["name"]), _value(match["n"] or match["m"]), match.span("name"),
                                             match.start(), match.end())
    return [found[key] for key in sorted(found)]


def _speaks_of_election(words: str) -> bool:
    spoken = [hints for letters, hints in _HINTS.items() if letters in words]
    return any(not hints or any(hint in words for hint in hints) for hints in spoken) if spoken else False


def invalid(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Papers that do not count, and how many there were in all, as `text[start:end]` says."""
    if text.find("nederīg", start, end) < 0 and text.find("NEDERĪG", start, end) < 0:
        return None, None
    first = start + text[start:end].lower().find("nederīg")
    match = _INVALID.search(text, max(start, first - _COUNT_LONG), end)
    whole = _OF_ALL.search(text, start, end)
    return (_value(match["n"] or match["k"] or match["m"] or "0") if match else None), (_value(whole["n"]) if whole else None)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else cardinal(words) or 0


def _personal(name: str) -> bool:
    """An initial or a known given name, in whatever case: `Zemes Ierīcība` is nobody."""
    first = re.split(r"[ \-]", tidy(name))[0]
    return "." in name or bool(given_cases(first)) or bool(given_cases(tidy(name).split()[-1]))
