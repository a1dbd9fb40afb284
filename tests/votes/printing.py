"""Votes printed in every surface style: what the reader must read back."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

GIVEN_M = ("Jānis", "Dāvis", "Oto", "Kārlis Edgars", "Ģirts", "Ivo", "Uldis", "Sergejs", "Jānis Sarmis")
GIVEN_F = ("Anna", "Ilze", "Dzintra", "Žanete", "Ērika Marta", "Līga", "Evija", "Marija-Luīze")
SURNAMES_M = ("Bērziņš", "Ozols", "Lācis", "Riekstiņš", "Liepa", "Kalniņš-Zars", "Čudars", "Šķesters", "Iļjins", "Apinis")
SURNAMES_F = ("Bērziņa", "Ozola", "Lāce", "Felde-Grēve", "Kaņepēja", "Šķestere", "Gailīte", "Iljina", "Čornaja", "Balode")
SIDES = ("for", "against", "abstain", "not_voting")


@dataclass(frozen=True)
class Printed:
    """A vote as data: the count and the names of each side, and what was printed of it."""

    counts: dict[str, int]
    names: dict[str, tuple[str, ...]]
    text: str


_DIGRAPHS = ("Dz", "Dž")


def initialled(name: str, space: str) -> str:
    given, _, surname = name.rpartition(" ")
    initials = [part[:2] + "." if part[:2] in _DIGRAPHS else part[0] + "." for part in given.split()]
    return space.join([*initials, surname])


def capital_surname(name: str) -> str:
    given, _, surname = name.rpartition(" ")
    return f"{given} {surname.upper()}"


def surname_first(name: str) -> str:
    given, _, surname = name.rpartition(" ")
    return f"{surname} {given}"


#: How names are printed, and how the record must hold them.
MANNERS: dict[str, Callable[[str], tuple[str, str]]] = {
    "full": lambda name: (name, name),
    "capital surname": lambda name: (capital_surname(name), name),
    "all capitals": lambda name: (name.upper(), name),
    "initials": lambda name: (initialled(name, ""), initialled(name, "")),
    "initials apart": lambda name: (initialled(name, " "), initialled(name, " ")),
    "surname first": lambda name: (surname_first(name), surname_first(name)),
}

people = st.one_of(
    st.builds("{} {}".format, st.sampled_from(GIVEN_M), st.sampled_from(SURNAMES_M)),
    st.builds("{} {}".format, st.sampled_from(GIVEN_F), st.sampled_from(SURNAMES_F)),
)

UNITS = ("", " balsis", " deputāti")
QUOTES = (("", ""), ("“", "”"), ("„", "”"), ("\"", "\""), ("„", "“"), ("”", "”"), ("«", "»"))
LABELS = {
    "for": ("par", "PAR", "Par"), "against": ("pret", "PRET", "Pret"), "abstain": ("atturas", "ATTURAS", "Atturas"),
    "not_voting": ("nebalso", "NEBALSO", "Nebalso"),
}
NIL = ("nav", "0", "NAV")
DASHES = (" – ", "- ", " - ", "-", ": ", " — ", " ")
JOINTS = (", ", "; ", " , ", ",\n")
INSTRUMENTAL = {1: "vienu", 2: "divām", 3: "trim", 4: "četrām", 5: "piecām", 6: "sešām", 7: "septiņām", 8: "astoņām",
                9: "deviņām", 10: "desmit", 11: "vienpadsmit", 12: "divpadsmit"}


@st.composite
def votes(draw: st.DrawFn) -> tuple[dict[str, tuple[str, ...]], str]:
    """Who stood on which side (at least one for), and the manner names are printed in."""
    everyone = draw(st.lists(people, min_size=2, max_size=14, unique=True))
    first = draw(st.integers(1, len(everyone)))
    rest = everyone[first:]
    cut = sorted(draw(st.lists(st.integers(0, len(rest)), min_size=2, max_size=2)))
    sides = {"for": tuple(everyone[:first]), "against": tuple(rest[:cut[0]]), "abstain": tuple(rest[cut[0]:cut[1]]),
             "not_voting": tuple(rest[cut[1]:])}
    return sides, draw(st.sampled_from(sorted(MANNERS)))


def _shown(names: tuple[str, ...], manner: str, joint: str) -> tuple[str, tuple[str, ...]]:
    pairs = [MANNERS[manner](name) for name in names]
    return joint.join(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)


@st.composite
def labelled(draw: st.DrawFn) -> Printed:
    """`PAR – 13 (A. Ozols, …), PRET – nav, …`: any label, quotation marks, dash, joint; names in brackets or not."""
    sides, manner = draw(votes())
    which, marks, dash = draw(st.integers(0, 2)), draw(st.sampled_from(QUOTES)), draw(st.sampled_from(DASHES))
    joint, nil = draw(st.sampled_from(JOINTS)), draw(st.sampled_from(NIL))
    style = draw(st.sampled_from(("brackets", "colon", "none")))
    between = draw(st.sampled_from((", ", "; ", ",\n"))) if style == "brackets" else ", "
    unit = draw(st.sampled_from(UNITS))
    if style == "colon":
        joint = "; "
    parts, listed = [], {}
    for side in SIDES:
        label = marks[0] + LABELS[side][which] + marks[1]
        words, names = _shown(sides[side], manner, between)
        listed[side] = names if style != "none" else ()
        if not sides[side]:
            parts.append(f"{label}{dash}{nil}")
        elif style == "none":
            parts.append(f"{label}{dash}{len(sides[side])}{unit}")
        else:
            shown = f" ({words})" if style == "brackets" else f": {words}"
            parts.append(f"{label}{dash}{len(sides[side])}{unit}{shown}")
    lead = draw(st.sampled_from(("atklāti balsojot: ", "Balsojums: ", "elektroniski balsojot, ", "Deputāti balso: ")))
    tail = draw(st.sampled_from((
        ", Zīlānu novada dome nolemj:", ", ZĪLĀNU NOVADA DOME\nNOLEMJ:", ".", ".\nPriekšsēdētājs A. Ozols")))
    return Printed({side: len(names) for side, names in sides.items()}, listed, lead + joint.join(parts) + tail)


@st.composite
def instrumental(draw: st.DrawFn) -> Printed:
    """`ar 13 balsīm “par” (…), trim balsīm “pret” (…), vienam deputātam atturoties (…)`: counts first, in figures or words."""
    sides, manner = draw(votes())
    marks, words = draw(st.sampled_from(QUOTES)), draw(st.booleans())
    parts, listed = [], {}
    for side in SIDES[:3]:
        shown, listed[side] = _shown(sides[side], manner, ", ")
        count = len(sides[side])
        number = INSTRUMENTAL.get(count, str(count)) if words else str(count)
        bracket = f" ({shown})"
        if not count:
            parts.append(f"{marks[0]}{LABELS[side][0]}{marks[1]} nav")
        elif side == "abstain":
            dative = "vienam deputātam" if count == 1 else f"{count} deputātiem"
            parts.append(f"{dative} atturoties{bracket}")
        else:
            parts.append(f"{number} {'balsi' if count == 1 else 'balsīm'} {marks[0]}{LABELS[side][0]}{marks[1]}{bracket}")
    text = "atklāti balsojot ar " + ", ".join(parts) + ", Zīlānu novada dome nolemj:"
    return Printed({side: len(sides[side]) for side in SIDES[:3]}, listed, text)


@st.composite
def one_a_line(draw: st.DrawFn) -> Printed:
    """`Jānis Bērziņš – par`, one councillor a line, with or without numbers and a sum below."""
    sides, manner = draw(votes())
    mark = draw(st.sampled_from((" – ", "\t", " - ", ": ")))
    numbered, summed, which = draw(st.booleans()), draw(st.booleans()), draw(st.integers(0, 2))
    lines, listed = [], {}
    for side in SIDES:
        pairs = [MANNERS[manner](name) for name in sides[side]]
        listed[side] = tuple(pair[1] for pair in pairs)
        lines += [f"{pair[0]}{mark}{LABELS[side][which]}" for pair in pairs]
    lines = [f"{n}. {line}" if numbered else line for n, line in enumerate(lines, 1)]
    text = "Balsojuma rezultāti:\n" + "\n".join(lines)
    if summed:
        counts = ", ".join(f"{LABELS[side][0]} – {len(sides[side]) or 'nav'}" for side in SIDES[:3])
        text += f"\nKopā: {counts}"
    expected = {side: len(names) for side, names in sides.items() if names or (summed and side != "not_voting")}
    return Printed(expected, listed, text + "\nnolemj:")


STYLES = {"labelled": labelled(), "instrumental": instrumental(), "one a line": one_a_line()}
