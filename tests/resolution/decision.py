"""A whole decision around a resolution, for tests that go from text to record."""
from __future__ import annotations

from pipeline import Decision, parse_text

HEAD = ("LĪČUPES NOVADA DOME\n\nLĒMUMS\nLīčupē\n\n2023. gada 25. maijā\tNr. 12\n\t(protokols Nr. 7, 5. punkts)\n\n"
        "Par nolikuma apstiprināšanu\n\nPamatojoties uz Pašvaldību likuma 10. panta pirmās daļas 21. punktu, "
        "Līčupes novada dome NOLEMJ:\n\n")
SIGNATURE = "\n\nDomes priekšsēdētājs\tJ. Bērziņš\n"


def decision(points: str, tail: str = "", *, before: str = "", head: str = HEAD) -> Decision:
    """`before` stands above the signature (list of annexes, appeal notice), `tail` below it."""
    return parse_text(head + points + "\n\n" + before + SIGNATURE + tail)
