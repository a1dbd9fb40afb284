"""How well the word index brings forms of one word together: `python scripts/measure_lemmas.py FILE.conllu`.

The file is a treebank in CoNLL-U, e.g. UD_Latvian-LVTB. For each part of speech: of all pairs of forms of one lemma the share
that come under one key, and the number of pairs of lemmas that share a key.
"""
from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from pipeline.corpus.lemmas import lemma

KINDS = ("NOUN", "PROPN", "ADJ", "VERB")


def forms(path: Path) -> set[tuple[str, str, str]]:
    """(form, lemma, part of speech), in small letters."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isdigit())
    return {(row[1].lower(), row[2].lower(), row[3]) for row in rows if row[3] in KINDS and re.fullmatch(r"\w+", row[1])}


def measure(words: set[tuple[str, str, str]], kind: str, key: Callable[[str], str]) -> tuple[float, int]:
    """Share of pairs that meet, pairs of lemmas that share a key."""
    by_lemma, by_key = defaultdict(set), defaultdict(set)
    for form, base, part in words:
        if part == kind:
            by_lemma[base].add(form)
            by_key[key(form)].add(base)
    pairs = [key(a) == key(b) for group in by_lemma.values() for a, b in combinations(sorted(group), 2)]
    return sum(pairs) / len(pairs), sum(len(group) * (len(group) - 1) // 2 for group in by_key.values())


def main(path: Path) -> None:
    from simplemma import lemmatize
    words = forms(path)
    keys: dict[str, Callable[[str], str]] = {"simplemma": lambda w: str(lemmatize(w, "lv")).lower(), "this index": lemma}
    for name, key in keys.items():
        cells = ", ".join(f"{kind} {share:.1%} / {shared}" for kind in KINDS for share, shared in [measure(words, kind, key)])
        sys.stdout.write(f"{name}: {cells}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
