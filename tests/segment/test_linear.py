"""Twice the text takes twice the steps, no matter what is in it."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.segment.minutes_making import make_minutes
from tests.segment.reading import read, steps

HEAD = "LĪČUPES NOVADA DOME\nLĒMUMS Nr. 5\nLīčupē\n2024. gada 3. maijā\nPar zemi\nSaskaņā ar likuma 3. pantu dome nolemj:\n"
END = "\nDomes priekšsēdētājs A. Ozols\n"


def _lines(count: int, line: Callable[[int], str]) -> str:
    return "\n".join(line(number) for number in range(1, count + 1))


HOSTILE: dict[str, Callable[[int], str]] = {
    "points": lambda n: HEAD + _lines(n, lambda i: f"{i}. Apstiprināt zemes vienības robežu plānu.") + END,
    "signatures": lambda n: HEAD + _lines(n, lambda i: "Domes priekšsēdētājs A. Ozols"),
    "signatures between points": lambda n: HEAD + _lines(n, lambda i: f"{i}. Uzdot:\nDomes priekšsēdētājs A. Ozols"),
    "halves of roles": lambda n: HEAD + "Domes\n" * n + END,
    "one councillor a line": lambda n: HEAD[:-8] + _lines(n, lambda i: "Jānis Ozols – par") + "\nnolemj:\n1. Pirkt." + END,
    "type lines": lambda n: "LĒMUMS Nr. 5\nPar zemi\n" * n,
    "decisions in a bundle": lambda n: (HEAD + "1. Pirkt." + END) * n,
    "page numbers": lambda n: HEAD + _lines(n, lambda i: f"Teksts.\n{i}\n\fGalva"),
    "headings of annexes": lambda n: HEAD + "Pielikums\nAPSTIPRINĀTS\n" * n,
    "operative words": lambda n: HEAD + "dome nolemj: " * n,
    "hyphens at line ends": lambda n: HEAD + _lines(n, lambda i: f"te vārd{chr(97 + i % 26) * (i // 26)}-\nturpinājums zils"),
    "agenda with lost numbers": lambda n: (
        "SĒDES PROTOKOLS Nr. 4\nDarba kārtība:\n" + _lines(n, lambda i: f"{i}. Par zemi {i} un ūdeni") + "\n"
        + _lines(n, lambda i: ("" if i % 3 else f"{i}. ") + f"Par zemi {i} un ūdeni\nDome nolemj:\n1. Pirkt.")),
    "minutes": lambda n: make_minutes(1, items=n, heading="line", layout="wrapped", pages=True).text,
    "excerpts of sessions": lambda n: _lines(n, lambda i: (
        f"LĪČUPES PAGASTA PADOME\nPROTOKOLA IZRAKSTS\nLīčupē\n2004. gada 3. maijā Nr. {i}\n7.p.\nPar zemi\nPadome nolemj:\n"
        "Pirkt.\nPadomes priekšsēdētājs A. Ozols\nIZRAKSTS PAREIZS\nSekretāre I. Kalna\n2004. gada 4. maijā")),
    "heads of minutes that hold no item": lambda n: "SĒDES PROTOKOLS Nr. 1\nSēdes vadītājs A. Ozols\n" * n,
    "sentences that decide": lambda n: "SĒDES PROTOKOLS Nr. 1\n1. § Par zemi\n"
    + "Dome, ja dome nolemj pirkt, nolemj pirkt, " * n,
    "chapters of items": lambda n: "SĒDES PROTOKOLS Nr. 1\n"
    + _lines(n, lambda i: f"{i}. Joma\n{i}.1. Par zemi\nDome nolemj pirkt."),
    "one line": lambda n: HEAD + "par 2024. gada 3. maiju, " * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_steps_grow_with_the_text(name: str) -> None:
    make = HOSTILE[name]
    small, large = make(80), make(160)
    read(small)  # tables are read and caches filled once
    assert steps(large) / steps(small) < 1.25 * len(large) / len(small)
