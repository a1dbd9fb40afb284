"""How alike are titles of different acts? Prints the figures that docs/AUDIT.md justifies the comparison of titles with.

    python scripts/measure_titles.py

For every Cabinet regulation of the shipped registry: the most similar title of another regulation, by share of common
letters (difflib ratio), and how many of those pairs `compare` takes for one title.
"""
from __future__ import annotations

from difflib import SequenceMatcher

from pipeline.registry.store import load
from pipeline.registry.titles import compare, fold


def main() -> None:
    acts = [e for e in load().entries if e.type == "mk_noteikumi" and not e.title_truncated]
    nearest, confused = [], []
    for act in acts:
        best = (0.0, "")
        matcher = SequenceMatcher(b=act.title.casefold(), autojunk=False)
        for other in acts:
            if fold(other.title) == fold(act.title):
                continue
            matcher.set_seq1(other.title.casefold())
            if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                best = max(best, (matcher.ratio(), other.title))
        nearest.append(best[0])
        if compare(best[1], act.title).same:
            confused.append((round(best[0], 3), best[1], act.title))
    nearest.sort()
    print(f"{len(acts)} regulations; likeness of the nearest title of another act: "
          f"median {nearest[len(nearest) // 2]:.3f}, 90 % {nearest[int(len(nearest) * .9)]:.3f}, most {nearest[-1]:.3f}")
    print(f"taken for the same title by words: {len(confused)}")
    for row in confused:
        print("  ", *row, sep="\n     ")


if __name__ == "__main__":
    main()
