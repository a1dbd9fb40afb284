"""Decisions with planted errors, made by altering true citations of the shipped registry. Seeded: the same every time.

Each case is one decision of a made-up council that cites one act; `verdict` is what the audit must say. The council and
the prose around the citation are invented; the acts are real.
"""
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.registry.entry import Entry
from pipeline.registry.store import load

MONTHS = ("janvāra", "februāra", "marta", "aprīļa", "maija", "jūnija", "jūlija", "augusta", "septembra", "oktobra", "novembra",
          "decembra")
LOCATIVE = ("janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī",
            "novembrī", "decembrī")
#: How many errors of each verdict, at least ten wanted.
EACH = 12


@dataclass(frozen=True)
class Case:
    verdict: str
    text: str
    note: str


def spoken(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}. gada {int(day)}. {MONTHS[int(month) - 1]}"


def decision(citation: str, day: str) -> str:
    year, month, number = day.split("-")
    return (f"ZĪLĀNU NOVADA DOME\n\nLĒMUMS\nZīlānos\n{year}. gada {int(number)}. {LOCATIVE[int(month) - 1]}\nNr. 7\n\n"
            f"Par kārtības ievērošanu\n\nPamatojoties uz {citation}, Zīlānu novada dome nolemj:\n\n"
            "1. Pieņemt informāciju zināšanai.\n\nDomes priekšsēdētājs\tJ. Bērziņš\n")


def cite(
    act: Entry, *, number: str | None = None, day: str | None = None, title: str | None = None, titled: bool = True,
) -> str:
    name = f" “{title or act.title}”" if titled else ""
    return f"Ministru kabineta {spoken(day or act.date or '')} noteikumu Nr. {number or act.number}{name} 2. punktu"


def after(act: Entry, days: int = 200) -> str:
    return (date.fromisoformat(act.in_force_from or act.date or "") + timedelta(days=days)).isoformat()


def clean_title(act: Entry) -> bool:
    return not set("\"“”„«»'") & set(act.title) and not act.title.startswith("Grozījum") and len(act.title.split()) >= 4


def cases() -> Iterator[Case]:
    chance = random.Random(20240716)
    registry = load()
    acts = [e for e in registry.entries if e.type == "mk_noteikumi" and e.number and e.number.isdigit() and e.date
            and e.date >= "2000" and clean_title(e) and not e.title_truncated
            and len(registry.titled("mk_noteikumi", e.title)) == 1]
    alive = [e for e in acts if e.status_on(after(e))[0] in {"in_force", "unknown"}]
    chance.shuffle(alive)
    for act in alive[:60]:
        yield Case("match", decision(cite(act), after(act)), "true")
        yield Case("match", decision(cite(act, title=act.title.upper()), after(act)), "true, capitals")
        yield Case("match", decision(cite(act, titled=False), after(act)), "true, no title")
    for act in alive[:EACH]:
        wrong_day = f"{int((act.date or '')[:4]) + 1}{(act.date or '')[4:8]}11"
        yield Case("date_differs", decision(cite(act, day=wrong_day), after(act, 900)), "year")
        yield Case("title_differs", decision(cite(act, title=alive[-1].title), after(act)), "another act's title")
        words = act.title.split()
        yield Case("title_differs", decision(cite(act, title=" ".join([*words[:-1], "piemērošana"])), after(act)), "last word")
    free = [e for e in alive if not registry.numbered("mk_noteikumi", str(int(e.number or 0) + 1))]
    for act in free[:EACH]:
        yield Case("number_differs", decision(cite(act, number=str(int(act.number or 0) + 1)), after(act)), "number + 1")
    ended = [e for e in acts if e.in_force_to]
    for act in ended:
        for days in (0, 30, 900):
            end = date.fromisoformat(act.in_force_to or "")
            yield Case("repealed", decision(cite(act), (end + timedelta(days)).isoformat()), f"{days} days after its end")
        yield Case("match", decision(cite(act), (end - timedelta(1)).isoformat()), "its last day")
    for act in alive[EACH:2 * EACH]:
        before = date.fromisoformat(act.date or "") - timedelta(40)
        yield Case("not_yet_in_force", decision(cite(act), before.isoformat()), "before it was adopted")
    years: dict[str, int] = {}
    for act in acts:
        years[act.number or ""] = years.get(act.number or "", 0) + 1
    for number in [n for n, count in sorted(years.items()) if count > 1][:EACH]:
        citation = f"Ministru kabineta noteikumu Nr. {number} 3. punktu"
        yield Case("ambiguous", decision(citation, "2024-05-02"), "number alone")
    for index in range(EACH):
        yield Case("undefined_alias", decision(f"Noteikumu {index + 2}. punktu", "2024-05-02"), "nobody defined it")
        yield Case("unknown", decision(
            f"Ministru kabineta {spoken(f'1991-0{1 + index % 9}-03')} noteikumu Nr. {9000 + index} "
            f"“Izdomāti noteikumi {index}” 1. punktu", "2024-05-02"), "not in the registry")
    laws = [e for e in registry.entries if e.type == "likums" and len(e.articles) > 5 and e.title.endswith(" likums")
            and len(registry.titled("likums", e.title)) == 1 and clean_title(e) and e.status != "repealed"]
    chance.shuffle(laws)
    for law in laws[:EACH]:
        chain = law.title.removesuffix("likums") + "likuma"
        yield Case("pinpoint_missing", decision(f"{chain} 9{len(law.articles):03d}. pantu", "2025-02-03"), "article")
        first = next(a for a in law.articles if a.isdigit())
        yield Case("match", decision(f"{chain} {first}. pantu", "2025-02-03"), "true law")
