"""Speed of the reference stage in MB/s on one core: `python bench/references.py [FOLDER]` (default: tests/corpus/dev).

Beside it, when installed: eyecite on English legal prose, and spaCy's blank Latvian tokenizer on the same texts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.clean.cleaner import clean
from pipeline.extract.references import find_references
from pipeline.read.readers import read

ENGLISH = (
    "The court held in Bush v. Gore, 531 U.S. 98, 99-100 (2000), that 42 U.S.C. § 1983 applies; see also Roe v. Wade, "
    "410 U.S. 113 (1973). The plaintiff's argument that the statute was repealed finds no support in the record. "
)


def rate(texts: Iterable[str], work: Callable[[str], object], rounds: int = 5) -> float:
    """MB of UTF-8 a second, the best of several rounds."""
    many = list(texts)
    size = sum(len(text.encode()) for text in many)
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in many:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "tests/corpus/dev")
    texts = [clean(source).text for path in sorted(folder.glob("*.txt")) for source in read(path.read_bytes(), path.name)]
    print(f"lemumi references     {rate(texts, find_references):8.2f} MB/s")  # noqa: T201
    try:
        import spacy

        print(f"spaCy blank lv        {rate(texts, spacy.blank('lv')):8.2f} MB/s")  # noqa: T201
    except ImportError:
        pass
    try:
        from eyecite import get_citations

        print(f"eyecite on English    {rate([ENGLISH * 40], get_citations, 2):8.2f} MB/s")  # noqa: T201
    except ImportError:
        print("eyecite               not installed")  # noqa: T201


if __name__ == "__main__":
    main()
