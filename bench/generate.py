"""Many different documents out of few: `python -m bench.generate COUNT FOLDER [SEED]`; the same seed gives the same bytes.

Numbers and dates of the head, amounts and cadastre numbers are drawn anew, so that ids and texts differ. For measuring only.
"""
from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records import Decision

DEV = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "dev"
_NUMBER = re.compile(r"(?<=Nr\. )\d{1,4}(?=\D)")
_LONG = re.compile(r"\b\d{5,11}\b")
_YEAR = re.compile(r"\b(20[012]\d)(?=\. ?gada)")


def generate(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """(name, text) of `count` documents."""
    chance = random.Random(seed)
    texts = [p.read_text(encoding="utf-8") for p in sorted(DEV.glob("*.txt"))]
    for index in range(count):
        text = texts[index % len(texts)]
        text = _NUMBER.sub(lambda _: str(chance.randint(1, 9_999)), text)
        text = _LONG.sub(lambda m: str(chance.randint(10 ** (len(m[0]) - 1), 10 ** len(m[0]) - 1)), text)
        text = _YEAR.sub(lambda _: str(chance.randint(2009, 2025)), text)
        yield f"{index // 1000:04d}/{index:07d}.txt", text


def generate_files(count: int, folder: Path, seed: int = 1) -> None:
    """The documents as files, a thousand a folder."""
    for name, text in generate(count, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def generate_records(count: int, seed: int = 1) -> Iterator[Decision]:
    """At least `count` records with ids of their own, parsed from generated documents."""
    from pipeline.flow import parse_bytes
    made = 0
    for name, text in generate(count, seed):
        for parsed in parse_bytes(text.encode(), name):
            for decision in parsed.decisions:
                yield decision.model_copy(update={"id": f"{decision.id}-{made}"})
                made += 1
                if made >= count:
                    return


if __name__ == "__main__":
    generate_files(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
