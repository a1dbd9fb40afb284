"""Measures `nominative()`; prints the tables of docs/NAMES.md.

    python scripts/measure_names.py --lists             # the shipped lists, declined through every case and read back
    python scripts/measure_names.py FOLDER              # FOLDER holds fullstack_ner_{train,dev,test}.conll of FullStack-LV
    python scripts/measure_names.py FOLDER --misses

Pairs of FullStack-LV are person entities of two words or more, every word a proper noun with a lemma; rows whose lemma is
plainly no nominative (lower-case, `_`) are left out. Four ways of asking: no hint; with the nominatives of the same text; the
case told; case and gender told. An answer is right, or ambiguous with the right one among the alternatives, or wrong.
"""
from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.latvian.names import Case, Gender, Name, declined, nominative
from pipeline.latvian.names import data as tables
from pipeline.latvian.names.forward import paradigm_of
from pipeline.latvian.names.paradigms import CASES, decline, paradigms

NAMES: dict[str, Case] = {"Nom": "nominative", "Gen": "genitive", "Dat": "dative", "Acc": "accusative", "Loc": "locative"}
GENDERS: dict[str, Gender] = {"Masc": "m", "Fem": "f"}
GROUPS = {
    "1": "I -s", "1š": "I -š", "2": "II -is", "2h": "II -is, unpalatalised", "2n": "II -ens", "3": "III -us",
    "3f": "III -us, woman",
    "4m": "IV -a, man", "5m": "V -e, man", "am": "-ais", "ajm": "-jais", "4f": "IV -a, woman", "5f": "V -e, woman",
    "6f": "VI -s",
    "af": "-ā", "ajf": "-jā", "other": "does not decline, or otherwise",
}


@dataclass(frozen=True)
class Pair:
    printed: str
    lemma: str
    case: Case
    gender: Gender | None
    document: str = ""


@dataclass
class Tally:
    """How many answers were right, ambiguous with the right one among the alternatives, wrong."""

    n: int = 0
    right: int = 0
    told: int = 0

    def add(self, answer: Name, lemma: str) -> str:
        self.n += 1
        self.right += answer.text == lemma
        self.told += answer.text != lemma and lemma in answer.alternatives
        return "right" if answer.text == lemma else "ambiguous" if lemma in answer.alternatives else "wrong"

    def row(self) -> str:
        share = [f"{count / self.n:.3f}" for count in (self.right, self.told, self.n - self.right - self.told)]
        return f"{self.n} | {' | '.join(share)}"


def entities(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """(document, token rows) of each person entity."""
    current: list[list[str]] = []
    document = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t")
        tag = cells[6] if len(cells) > 6 else "O"
        if current and tag != "I-person":
            yield document, current
            current = []
        if line.startswith("# newdoc"):
            document = line
        if tag in ("B-person", "I-person"):
            current.append(cells)


def pairs(path: Path) -> Iterator[Pair]:
    for document, rows in entities(path):
        if len(rows) < 2 or any(r[3] != "PROPN" or not r[2][:1].isupper() for r in rows):
            continue
        feats = dict(f.split("=") for f in rows[-1][5].split("|") if "=" in f)
        cases = {f.split("=")[1] for r in rows for f in r[5].split("|") if f.startswith("Case=")}
        if len(cases) == 1 and (case := NAMES.get(cases.pop())):
            yield Pair(" ".join(r[1] for r in rows), " ".join(r[2] for r in rows), case, GENDERS.get(feats.get("Gender", "")),
                       document)


def declension(pair: Pair) -> str:
    """The paradigm of the surname, by its nominative and printed form."""
    last, form = pair.lemma.split(" ")[-1], pair.printed.split(" ")[-1]
    fits = [p for p in paradigms() if p.declines and decline(last, p, pair.case) == form
            and (pair.gender is None or p.gender == pair.gender)]
    return min(fits, key=lambda p: -p.prior).id if fits else "other"


def table(title: str, rows: dict[str, Tally]) -> None:
    print(f"\n| {title} | n | right | ambiguous | wrong |\n|---|---|---|---|---|")
    for key, tally in rows.items():
        if tally.n:
            print(f"| {GROUPS.get(key, key)} | {tally.row()} |")


def measure(found: list[Pair], name: str, misses: bool) -> None:
    print(f"\n## {name}: {len(found)} pairs")
    seen = defaultdict(set)
    for pair in found:
        if pair.case == "nominative":
            seen[pair.document].add(pair.printed)
    for asked in ("no hint", "same text", "case told", "case and gender told"):
        by_case = {case: Tally() for case in (*CASES, "oblique", "all")}
        by_declension: dict[str, Tally] = defaultdict(Tally)
        for pair in found:
            answer = nominative(pair.printed, seen=seen[pair.document] if asked == "same text" else (),
                                case=pair.case if asked.startswith("case") else None,
                                gender=pair.gender if "gender" in asked else None)
            if pair.case != "nominative":
                by_case["oblique"].add(answer, pair.lemma)
            by_case["all"].add(answer, pair.lemma)
            verdict = by_case[pair.case].add(answer, pair.lemma)
            by_declension[declension(pair)].add(answer, pair.lemma)
            if misses and verdict != "right":
                print(f"  {asked}: {pair.printed} → {answer.text} ({verdict}), lemma {pair.lemma}, {pair.case}")
        table(asked, by_case)
        if asked == "case told":
            table(f"surname, {asked}", {key: by_declension[key] for key in GROUPS})


def listed(misses: bool) -> None:
    """Every common given name with every common surname of the same gender, declined and read back."""
    given = [(row["name"], row["gender"].lower()) for row in tables.rows("given_common.tsv")]
    surnames = [(row["name"], row["gender"].lower()) for row in tables.rows("surnames_common.tsv")]
    men = [(row["name"], "m") for row in tables.rows("surname_words.tsv") if row["gender"] == "f"]
    for asked in ("no hint", "case told", "case told, initials", "case and gender told, initials"):
        by_case = {case: Tally() for case in CASES}
        by_declension: dict[str, Tally] = defaultdict(Tally)
        seen_misses = set()
        for surname, gender in (*surnames, *men):
            paradigm = paradigm_of(surname, gender)
            firsts = [first for first, other in given if other == gender]
            for first in firsts if "initials" not in asked else sorted({first[0] + "." for first in firsts}):
                name = f"{first} {surname}"
                for case in CASES:
                    answer = nominative(declined(name, gender, case), case=case if "case" in asked else None,
                                        gender=gender if "gender" in asked else None)
                    verdict = by_case[case].add(answer, name)
                    by_declension[paradigm.id if paradigm else "other"].add(answer, name)
                    key = (verdict, case, surname)
                    if misses and verdict == "wrong" and key not in seen_misses:
                        seen_misses.add(key)
                        print(f"  {asked}: {declined(name, gender, case)} → {answer.text} ({verdict}), {name}")
        table(asked, by_case)
        table(f"surname, {asked}", {key: by_declension[key] for key in GROUPS if key in by_declension})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--lists", action="store_true")
    parser.add_argument("--unlisted", action="store_true", help="with --lists: as if no list had the surnames")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    if arguments.unlisted:
        tables.surnames().clear()
    if arguments.lists:
        listed(arguments.misses)
    for name in ("test", "dev", "train") if arguments.folder else ():
        measure(list(pairs(arguments.folder / f"fullstack_ner_{name}.conll")), name, arguments.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
