"""Minutes made up from a seed: what a session's file looks like, and what a person would say is in it.

    made = make_minutes(7, items=100, heading="section", agenda="numbered", pages=True)
    made.text, made.items      → the file; each item's number, title and whether it ends in a decision
"""
from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field

HEADINGS = ("section", "section above", "alone", "line", "decision number", "point", "question", "bracket", "decision above",
            "unnumbered", "capitals", "nested", "sign first")
AGENDAS = ("numbered", "unnumbered", "none")
LAYOUTS = ("plain", "wrapped", "doubled")
OBJECTS = ("zemes vienības “{n}” iznomāšanu", "dzīvokļa īpašuma {k} atsavināšanu", "nosaukuma “{n}” piešķiršanu ielai",
           "līguma slēgšanu ar SIA “{n}”", "grozījumiem {y}. gada budžetā", "pabalsta piešķiršanu",
           "izsoles rezultātu apstiprināšanu", "komisijas sastāvu",
           "zemes ierīcības projekta “{n}” apstiprināšanu", "finansējumu biedrībai “{n}”",
           "adreses maiņu īpašumam “{n}”", "līdzdalību projektā “{n}”", "saistošo noteikumu Nr. {k}/{y} apstiprināšanu")
NAMES = ("Kalni", "Lejas Birzes", "Ozoli", "Saules", "Upmaļi", "Vecais ceļš", "Rītausma", "Zvaigzne", "Lācīši", "Mežmalas")
PEOPLE = ("A. Ozols", "B. Liepa", "C. Egle", "D. Bērziņa", "E. Kalniņa", "F. Vītols", "G. Priede")
VOTES = ("atklāti balsojot: par – {p} ({names}), pret – nav, atturas – nav, Līčupes novada dome nolemj:",
         "atklāti balsojot, “PAR” – {p}, “PRET” – 1, “ATTURAS” – nav, Līčupes novada dome NOLEMJ:",
         "atklāti balsojot ar {p} balsīm “par”, “pret” nav, “atturas” nav, Līčupes novada dome nolemj:",
         "Līčupes novada dome vienbalsīgi nolemj:", "Līčupes novada dome\nNOLEMJ:",
         "balsojot elektroniski: par – {p}, pret – nav, atturas – 2, Līčupes novada dome NOLEMJ:")
POINTS = ("Apstiprināt {what} saskaņā ar pielikumu.", "Uzdot izpilddirektoram organizēt lēmuma izpildi.",
          "Par lēmumu informēt iesniedzēju.", "Noteikt nomas maksu 120,50 euro gadā bez PVN.",
          "Par saņemto finansējumu sniegt pārskatu līdz 2024. gada 1. decembrim.", "Lēmums stājas spēkā ar tā pieņemšanu.")
TALK = ("Ziņo: {who}", "Izsakās: {who}, {other}", "{who} jautā, vai projekts ir saskaņots.\n{other} atbild, ka ir.",
        "Debatēs piedalās {who}.", "Ziņo {who}, Attīstības nodaļas vadītājs.")
HEARD = "Informācija uzklausīta un pieņemta zināšanai."
POSTPONED = "Sēdes vadītājs ierosina jautājuma izskatīšanu atlikt līdz nākamajai sēdei. Deputāti neiebilst."
WITHDRAWN = "Sēdes vadītājs paziņo, ka jautājums no darba kārtības tiek izslēgts."
REFUSED = "Balsojums: par – 3, pret – 9, atturas – 1. Lēmums nav pieņemts."
UNDECIDED = {"heard": HEARD, "postponed": POSTPONED, "withdrawn": WITHDRAWN, "not adopted": REFUSED}


@dataclass(slots=True)
class Item:
    """What the minutes hold: `number` as printed (None where none is), `outcome` "decided" or the reason for no decision."""

    number: str | None
    title: str
    outcome: str


@dataclass(slots=True)
class Made:
    text: str
    items: list[Item] = field(default_factory=list)

    @property
    def decided(self) -> list[Item]:
        return [item for item in self.items if item.outcome == "decided"]


def make_minutes(
    seed: int, *, items: int = 12, heading: str = "section", agenda: str = "numbered", layout: str = "plain",
    pages: bool = False,
) -> Made:
    """One session. The same arguments give the same text."""
    rng = random.Random(f"{seed} {heading} {agenda} {layout} {pages} {items}")
    made = Made("")
    for index in range(1, items + 1):
        outcome = "decided" if rng.random() < 0.8 else rng.choice(list(UNDECIDED))
        title = made.items[-1].title if made.items and rng.random() < 0.08 else _title(rng)
        made.items.append(Item(_number(heading, index), title, outcome))
    lines = _opening(rng)
    if agenda != "none":
        lines += ["", rng.choice(("DARBA KĀRTĪBA:", "Darba kārtība:", "Sēdes darba kārtība:", "DARBA KĀRTĪBĀ"))]
        lines += _agenda(made.items, agenda, heading)
        if rng.random() < 0.5:
            lines += ["", "Sēdes vadītājs aicina balsot par darba kārtību.",
                      "Balsojums: par – 13, pret – nav, atturas – nav. Darba kārtība apstiprināta."]
    method = rng.choice(VOTES)
    number = rng.randint(100, 400)
    for index, item in enumerate(made.items, 1):
        lines += ["", ""] if layout != "doubled" else ["", "", ""]
        lines += _item(rng, item, heading, method, f"{number + index}", index)
    lines += ["", f"Sēdi slēdz plkst. {rng.randint(11, 16)}.{rng.randint(10, 59)}.", "",
              "Sēdes vadītājs,", "domes priekšsēdētājs          Andris Ozols", "", "Protokoliste          Biruta Liepa"]
    made.text = _laid_out(lines, layout, pages)
    return made


def _title(rng: random.Random) -> str:
    return "Par " + rng.choice(OBJECTS).format(n=rng.choice(NAMES), k=rng.randint(1, 60), y=rng.randint(2022, 2024))


def _number(heading: str, index: int) -> str | None:
    if heading == "decision above":
        return None
    if heading == "nested":
        return f"{(index - 1) // 5 + 1}.{(index - 1) % 5 + 1}"
    return str(index)


def _opening(rng: random.Random) -> list[str]:
    return ["LĪČUPES NOVADA DOME", rng.choice(("SĒDES PROTOKOLS Nr. 6", "DOMES SĒDES PROTOKOLS Nr. 6")), "Līčupē",
            "2024. gada 25. aprīlī", "", "Sēde sasaukta plkst. 10.00, sēdi atklāj plkst. 10.00.",
            "Sēdi vada: domes priekšsēdētājs Andris Ozols", "Protokolē: sekretāre Biruta Liepa",
            "Sēdē piedalās deputāti: " + ", ".join(PEOPLE), "Sēdē nepiedalās deputāti: H. Zariņš (slimības dēļ)"]


def _agenda(items: list[Item], agenda: str, heading: str) -> list[str]:
    lines = []
    for index, item in enumerate(items, 1):
        if heading == "nested" and (index - 1) % 5 == 0:
            lines.append(f"{(index - 1) // 5 + 1}. {_chapter(index)}")
        stop = "." if index % 2 else ""
        lines.append(f"{item.number or index}. {item.title}{stop}" if agenda == "numbered" else item.title)
    return lines


def _chapter(index: int) -> str:
    return ("Finanšu jautājumi", "Īpašuma jautājumi", "Attīstības jautājumi", "Dažādi jautājumi")[(index - 1) // 5 % 4]


def _item(rng: random.Random, item: Item, heading: str, method: str, decision: str, index: int) -> list[str]:
    lines = []
    if heading == "nested" and (index - 1) % 5 == 0:
        lines += [f"{(index - 1) // 5 + 1}. {_chapter(index)}", ""]
    n, t = item.number, item.title
    lines += {
        "section": [f"{n}. § {t}"], "section above": [f"{n}.§", t], "alone": [f"{n}.", t],
        "line": [f"{n}. {t}", f"Ziņo: {PEOPLE[0]}"],
        "decision number": [f"{n}. {t} (lēmums Nr. {decision})"], "point": [f"{n}. p. {t}"], "question": [f"{n}. jautājums", t],
        "bracket": [f"{n}. {t}", f"(ziņo {PEOPLE[1]})"], "decision above": [f"LĒMUMS Nr. {decision}", t], "unnumbered": [t],
        "capitals": [f"{n}. {t.upper()}", f"Ziņo: {PEOPLE[2]}"], "nested": [f"{n}. {t}", f"Ziņo: {PEOPLE[3]}"],
        "sign first": [f"§ {n}", t],
    }[heading]
    if heading == "capitals":
        item.title = t.upper()
    who, other = rng.sample(PEOPLE, 2)
    lines += rng.choice(TALK).format(who=who, other=other).split("\n") if rng.random() < 0.6 else []
    lines += ["", f"Domē saņemts iesniegums Nr. {rng.randint(100, 900)} par {t[4:]}, kurā lūgts jautājumu izskatīt domes sēdē."]
    if item.outcome != "decided":
        return [*lines, UNDECIDED[item.outcome]]
    basis = "Pamatojoties uz Pašvaldību likuma 10. panta pirmās daļas 21. punktu, "
    vote = method.format(p=rng.randint(9, 15), names=", ".join(PEOPLE[:4]))
    lines += (basis + vote).split("\n")
    for point in range(1, rng.randint(1, 5) + 1):
        lines.append(f"{point}. " + rng.choice(POINTS).format(what=t[4:]))
        if rng.random() < 0.2:
            lines += [f"{point}.1. pirmajā ceturksnī;", f"{point}.2. otrajā ceturksnī."]
    if heading == "section" and rng.random() < 0.2:
        lines.append("Lēmums pieņemts.")
    return lines


def _laid_out(lines: list[str], layout: str, pages: bool) -> str:
    width = 88 if layout == "wrapped" else 4000
    printed = [piece for line in lines for piece in (textwrap.wrap(line, width, break_on_hyphens=False) or [""])]
    if pages:
        paged, page = [], 1
        for index, line in enumerate(printed):
            if index and index % 44 == 0:
                page += 1
                paged += ["", f"{page}".center(80), "\fLīčupes novada domes 25.04.2024. sēdes protokols Nr. 6", ""]
            paged.append(line)
        printed = paged
    if layout == "doubled":
        printed = [out for line in printed for out in (line, "")]
    return "\n".join(printed) + "\n"
