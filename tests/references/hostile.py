"""Inputs made to be slow: each grows with `n`."""

from __future__ import annotations

from collections.abc import Callable

HOSTILE: dict[str, Callable[[int], str]] = {
    "quotes": lambda n: "likuma " + "“" * n,
    "quotes closing": lambda n: "likuma “Par " + "x” “" * n,
    "commas": lambda n: "Pašvaldību likuma 4. pantu" + ", " * n,
    "numbers": lambda n: "Pašvaldību likuma " + "1, " * n + "x",
    "brackets": lambda n: "noteikumi Nr. 5 " + "(" * n + ")" * n,
    "brackets protocol": lambda n: "lēmumu Nr. 5 (prot. " + "(a) " * n,
    "panta": lambda n: "panta " * n,
    "likuma": lambda n: "likuma " * n,
    "Likuma capital chain": lambda n: "Ceļa " * n + "likuma",
    "laws": lambda n: "Ceļa likuma 3. pants, " * n,
    "decisions": lambda n: "Rīgas domes 2020. gada 3. marta lēmums Nr. 5 “Par ceļu”, " * n,
    "different": lambda n: "".join(f"Rīgas domes 2020. gada 3. marta lēmums Nr. {i}; " for i in range(n)),
    "same date": lambda n: "".join(f"Rīgas domes 2020. gada 3. marta lēmums “Par ceļu {i}”; " for i in range(n)),
    "definitions": lambda n: "".join(f"Ceļa{'abc'[i % 3]} likums (turpmāk – Likums {i}); " for i in range(n)),
    "relative": lambda n: "Ceļa likuma 3. pants. " + "Minētā likuma 4. pants. " * n,
    "turpmāk": lambda n: "(turpmāk " * n,
    "spaces": lambda n: "likuma" + " " * n + "“Par ceļu”",
    "lines": lambda n: "likuma\n" * n,
    "rulings": lambda n: "tiesa nolēma " * n,
    "union": lambda n: "Regulu (ES) 2016/679 par Līguma par Eiropas Savienības darbību 1. pants " * n,
    "known names": lambda n: "Administratīvā procesa " * n + "likuma 1. pants",
    "bare titles": lambda n: "likuma par ceļu 2020. gadā " * n,
    "capitals": lambda n: "LĪČUPES NOVADA DOMES LĒMUMA " * n,
    "asides": lambda n: "lēmumu Nr. 5 (apstiprināts ar Rīgas domes 2020. gada 3. marta lēmumu Nr. 6), " * n,
    "typed marks": lambda n: "likuma ,,Par ceļu'' " * n + ",," * n,
    "bracketed": lambda n: "Ceļa likuma (" + "1. pants, " * n,
    "genitives": lambda n: "Ceļa likuma " + "1. panta, 1. daļas, " * n,
    "treaties": lambda n: "Regulu (ES) 2016/679 par " + "Līgumu par Eiropas Savienību" * n,
    "ranges": lambda n: "Ceļa likuma " + "1.–300. un " * n + "pants",
}
