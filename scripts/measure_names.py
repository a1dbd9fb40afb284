"""Measures `nominative()` on names whose lemma is known, by case and declension; prints the tables of docs/NAMES.md.

    python scripts/measure_names.py FOLDER            # FOLDER holds ner/fullstack_ner_{train,dev,test}.conll of FullStack-LV
    python scripts/measure_names.py FOLDER --misses

Pairs are person entities of two words or more, every word a proper noun with a lemma; rows whose lemma is plainly no nominative
(lower-case, `_`) are left out. Three ways of asking: no hint, the case told, case and gender told.
"""
from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.latvian.names import Case, Gender, nominative
from pipeline.latvian.names.paradigms import CASES, decline, paradigms

NAMES: dict[str, Case] = {"Nom": "nominative", "Gen": "genitive", "Dat": "dative", "Acc": "accusative", "Loc": "locative"}
GENDERS: dict[str, Gender] = {"Masc": "m", "Fem": "f"}


@dataclass(frozen=True)
class Pair:
    printed: str
    lemma: str
    case: Case
    gender: Gender | None


def entities(path: Path) -> Iterator[list[list[str]]]:
    """The token rows of each person entity."""
    current: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t")
        tag = cells[6] if len(cells) > 6 else "O"
        if current and tag != "I-person":
            yield current
            current = []
        if tag in ("B-person", "I-person"):
            current.append(cells)


def pairs(path: Path) -> Iterator[Pair]:
    for rows in entities(path):
        if len(rows) < 2 or any(r[3] != "PROPN" or not r[2][:1].isupper() for r in rows):
            continue
        feats = dict(f.split("=") for f in rows[-1][5].split("|") if "=" in f)
        cases = {f.split("=")[1] for r in rows for f in r[5].split("|") if f.startswith("Case=")}
        if len(cases) == 1 and (case := NAMES.get(cases.pop())):
            yield Pair(" ".join(r[1] for r in rows), " ".join(r[2] for r in rows), case, GENDERS.get(feats.get("Gender", "")))


def declension(pair: Pair) -> str:
    """The paradigm of the surname, by its nominative and printed form."""
    last, form = pair.lemma.split(" ")[-1], pair.printed.split(" ")[-1]
    fits = [p for p in paradigms() if p.declines and decline(last, p, pair.case) == form
            and (pair.gender is None or p.gender == pair.gender)]
    return min(fits, key=lambda p: -p.prior).id if fits else "other"


def table(title: str, rows: dict[str, list[bool]]) -> None:
    print(f"\n| {title} | n | right |\n|---|---|---|")
    for key, values in rows.items():
        if values:
            print(f"| {key} | {len(values)} | {sum(values) / len(values):.3f} |")


def measure(found: list[Pair], name: str, misses: bool) -> None:
    print(f"\n## {name}: {len(found)} pairs")
    for asked in ("no hint", "case told", "case and gender told"):
        by_case: dict[str, list[bool]] = {case: [] for case in CASES}
        by_declension: dict[str, list[bool]] = defaultdict(list)
        admitted = Counter[str]()
        for pair in found:
            answer = nominative(pair.printed, case=None if asked == "no hint" else pair.case,
                                gender=pair.gender if asked == "case and gender told" else None)
            right = answer.text == pair.lemma
            by_case[pair.case].append(right)
            by_declension[declension(pair)].append(right)
            if not right:
                told = "ambiguous" if answer.ambiguous else "silent"
                admitted[told] += 1
                admitted["among alternatives"] += pair.lemma in answer.alternatives
                if misses:
                    print(f"  {asked}: {pair.printed} → {answer.text} ({told}), lemma {pair.lemma}, {pair.case}")
        everything = [right for values in by_case.values() for right in values]
        oblique = [right for case, values in by_case.items() if case != "nominative" for right in values]
        table(asked, {**by_case, "oblique": oblique, "all": everything})
        if asked == "case told":
            table(f"surname's paradigm, {asked}", dict(sorted(by_declension.items())))
        wrong = admitted["ambiguous"] + admitted["silent"]
        print(f"\nwrong: {wrong}, of these said to be ambiguous {admitted['ambiguous']}, "
              f"with the lemma among the alternatives {admitted['among alternatives']}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    for name in ("test", "dev", "train"):
        found = list(pairs(arguments.folder / "ner" / f"fullstack_ner_{name}.conll"))
        measure(found, name, arguments.misses and name != "train")
    return 0


if __name__ == "__main__":
    sys.exit(main())
