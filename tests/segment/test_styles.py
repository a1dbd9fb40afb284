"""Every way of numbering items that clerks use, with every form of resolution, with and without an agenda or empty lines."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.segment import Minutes
from tests.segment.reading import read, title_of

TITLES = ["Par zemes nomu", "Par dzīvokļa īri", "Par budžeta grozījumiem", "Par skolēnu pārvadājumiem"]
_ORDINALS = ["Pirmais", "Otrais", "Trešais", "Ceturtais"]
_ROMAN = ["I", "II", "III", "IV"]

#: Number and title → the heading as printed.
STYLES: dict[str, Callable[[int, str], str]] = {
    "1.§ above": lambda n, title: f"{n}.§\n{title}",
    "§ 1. above": lambda n, title: f"§ {n}.\n{title}",
    "1.§ before": lambda n, title: f"{n}.§ {title}",
    "§1 behind": lambda n, title: f"{title:70}§{n}",
    "1.§ behind": lambda n, title: f"{title:70}{n}.§",
    "(1.§) behind": lambda n, title: f"{title} ({n}.§)",
    "1. punkts behind": lambda n, title: f"{title:70}{n}. punkts",
    "1.§ below": lambda n, title: f"{title}\n{'':70}{n}.§",
    "1. punkts below": lambda n, title: f"{title}\n{'':70}{n}. punkts",
    "1. punkts below, at the left": lambda n, title: f"{title}\n{n}. punkts",
    "first": lambda n, title: f"{_ORDINALS[n - 1]} jautājums: {title}",
    "first, above": lambda n, title: f"{_ORDINALS[n - 1]} jautājums\n{title}",
    "FIRST": lambda n, title: f"{_ORDINALS[n - 1].upper()} JAUTĀJUMS\n{title.upper()}",
    "first of the agenda": lambda n, title: f"Darba kārtības {_ORDINALS[n - 1].lower()} jautājums. {title}",
    "1.": lambda n, title: f"{n}. {title}",
    "1. in capitals": lambda n, title: f"{n}. {title.upper()}",
    "1. –": lambda n, title: f"{n}. - {title}",
    "1. above": lambda n, title: f"{n}.\n{title}",
    "1. above, centred": lambda n, title: f"{'':30}{n}.\n{'':25}{title}",
    "1)": lambda n, title: f"{n}) {title}",
    "I.": lambda n, title: f"{_ROMAN[n - 1]}. {title}",
    "Nr. 1 above": lambda n, title: f"Nr. {n}\n{title}",
    "Nr.1 before": lambda n, title: f"Nr.{n} {title}",
    "1. jautājums": lambda n, title: f"{n}. jautājums. {title}",
    "Jautājums Nr.1": lambda n, title: f"Jautājums Nr.{n}: {title}",
    "Par 1. jautājumu": lambda n, title: f"Par {n}. jautājumu: {title}",
    "1. darba kārtības punkts above": lambda n, title: f"{n}. darba kārtības punkts\n{title}",
    "1. darba kārtības punkts before": lambda n, title: f"{n}. darba kārtības punkts. {title}",
    "1. KLAUSĪJĀS": lambda n, title: f"{n}. KLAUSĪJĀS: {title}",
    "1. above KLAUSĪJĀS": lambda n, title: f"{n}.\nKLAUSĪJĀS: {title}",
    "1. Izskata": lambda n, title: f"{n}. Izskata: {title}",
    "decision's number above": lambda n, title: f"LĒMUMS Nr. {40 + n}\n{title}",
}
#: What tells these from other lines is the agenda.
WITH_AGENDA: dict[str, Callable[[int, str], str]] = {
    "1": lambda n, title: f"{n} {title}",
    "I above": lambda n, title: f"{_ROMAN[n - 1]}\n{title}",
    "KLAUSĪJĀS: 1.": lambda n, title: f"KLAUSĪJĀS: {n}. {title}",
    "[1]": lambda n, title: f"[{n}] {title}",
    "(1)": lambda n, title: f"({n}) {title}",
    "1/5.": lambda n, title: f"{n}/5. {title}",
    "5/1.": lambda n, title: f"5/{n}. {title}",
    "no number": lambda n, title: title,
}
BODIES = {
    "points": "Ziņo A. Ozols.\nPamatojoties uz likuma 3. pantu, dome nolemj:\n1. Atbrīvot Jāni Kalnu.\n2. Ievēlēt Zani Liepu.\n"
              "3. Par izpildi atbild A. Egle.\nBalsojums: par – 6, pret – nav, atturas – nav.",
    "points of the item": "Ziņo A. Ozols.\nDome nolēma:\n{n}.1. Atbrīvot Jāni Kalnu.\n{n}.2. Ievēlēt Zani Liepu.\n"
                          "Balsojums: par – 6, pret – nav, atturas – nav.",
    "prose": "(A. Ozols, B. Liepa)\nIesniegumu iesniedzis īpašnieks.\nAtklāti balsojot, par – 9, pret – nav, atturas – nav,\n"
             "Līčupes novada dome nolemj\npiešķirt mājai adresi.",
}


def minutes(style: Callable[[int, str], str], body: str, *, agenda: bool, gap: str) -> Minutes:
    head = ("LĪČUPES NOVADA DOME\nSĒDES PROTOKOLS Nr. 9\nLīčupē, 2007. gada 27. septembrī\nSēdi vada A. Ozols\n"
            "Protokolē I. Liepa\n")
    if agenda:
        head += "\nDarba kārtība:\n" + "\n".join(f"{n}. {title}" for n, title in enumerate(TITLES, 1)) + "\n"
    items = [f"{style(n, title)}\n{body.replace('{n}', str(n))}" for n, title in enumerate(TITLES, 1)]
    tail = "Sēdi slēdz plkst. 15.20\nSēdes vadītājs A. Ozols\nProtokoliste I. Liepa\n"
    return read(gap.join([head, *items, tail]))


def titles(found: Minutes) -> list[str]:
    return [(title_of(part) or "").casefold() for part in found.parts]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["empty lines", "no empty lines"])
@pytest.mark.parametrize("agenda", [True, False], ids=["agenda", "no agenda"])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_read(style: str, body: str, agenda: bool, gap: str) -> None:
    assert titles(minutes(STYLES[style], BODIES[body], agenda=agenda, gap=gap)) == [title.casefold() for title in TITLES]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["empty lines", "no empty lines"])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("style", WITH_AGENDA)
def test_a_style_is_read_by_the_agenda(style: str, body: str, gap: str) -> None:
    assert titles(minutes(WITH_AGENDA[style], BODIES[body], agenda=True, gap=gap)) == [title.casefold() for title in TITLES]
