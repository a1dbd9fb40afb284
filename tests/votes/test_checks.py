"""Each check of a vote: a document that violates it, and one that does not."""
from __future__ import annotations

import pytest

from pipeline import parse_text
from pipeline.check.codes import CODES

SINGLE = """ZĪLĀNU NOVADA DOME

LĒMUMS
Zīlānos
2023. gada 25. martā
Nr. 7

Par informāciju

Pamatojoties uz Pašvaldību likuma 10. pantu, {vote}, Zīlānu novada dome nolemj:

1. Pieņemt informāciju zināšanai.

Domes priekšsēdētājs\tJ. Bērziņš
"""

MINUTES = """ZĪLĀNU NOVADA DOME
SĒDES PROTOKOLS Nr. 3
Zīlānos
2023. gada 25. martā
Sēdi vada domes priekšsēdētājs Jānis Ozols, protokolē Linda Āre.
{seats}Piedalās deputāti: {present}.
Nepiedalās deputāti: Toms Krūms (slimības dēļ).

1. Par zemes iegādi (lēmums Nr. 1/3)
Ziņo Jānis Ozols.
Saskaņā ar Pašvaldību likuma 10. pantu, atklāti balsojot, {vote}, Zīlānu novada dome NOLEMJ:
1. Iegādāties zemes vienību.

2. Par zemes nomu (lēmums Nr. 2/3)
Ziņo Jānis Ozols.
Saskaņā ar Pašvaldību likuma 10. pantu, Zīlānu novada dome NOLEMJ:
1. Iznomāt zemes vienību.

Sēdi slēdz pulksten 15.48.

Sēdes vadītājs J. Ozols
Protokoliste L. Āre
"""

PRESENT = "Jānis Ozols, Anna Egle, Ilze Liepa"


def minutes(vote: str, present: str = PRESENT, seats: str = "") -> str:
    return MINUTES.format(vote=vote, present=present, seats=seats)


def single(vote: str) -> str:
    return SINGLE.format(vote=vote)


#: code, a document that violates the check, the words the finding rests on, a document that does not.
CASES = [
    ("vote.count_mismatch",
     single("atklāti balsojot: par – 3 (A. Ozols, B. Egle), pret – nav, atturas – nav"), "A. Ozols, B. Egle",
     single("atklāti balsojot: par – 2 (A. Ozols, B. Egle), pret – nav, atturas – nav")),
    ("vote.count_mismatch",
     single("atklāti balsojot: par – 1 (A. Ozols), pret – 1 (B. Egle, C. Liepa), atturas – nav"), "B. Egle, C. Liepa",
     single("atklāti balsojot: par – 13, pret – nav, atturas – nav")),
    ("vote.two_sides",
     single("atklāti balsojot: par – 2 (A. Ozols, B. Egle), pret – 1 (A. Ozols), atturas – nav"), "A. Ozols",
     single("atklāti balsojot: par – 2 (A. Ozols, B. Egle), pret – 1 (C. Ozols), atturas – nav")),
    ("vote.two_sides",
     single("atklāti balsojot: par – 2 (Anna Ozola, Bārbala Egle), atturas – 1 (EGLE Bārbala)"), "EGLE Bārbala",
     single("atklāti balsojot: par – 2 (Anna Ozola, Bārbala Egle), atturas – 1 (Anna Egle)")),
    ("vote.two_sides",
     minutes("par – 3 (Jānis Ozols, Anna Egle, Ilze Liepa), pret – 1 (J. Ozols), atturas – nav"), "J. Ozols",
     minutes("par – 3 (Jānis Ozols, Anna Egle, Ilze Liepa), pret – 1 (J. Ozols), atturas – nav",
             PRESENT + ", Juris Ozols")),
    ("vote.named_twice",
     single("atklāti balsojot: par – 3 (A. Ozols, B. Egle, A. Ozols), pret – nav, atturas – nav"), "A. Ozols",
     single("atklāti balsojot: par – 3 (A. Ozols, B. Egle, I. Ozols), pret – nav, atturas – nav")),
    ("vote.not_present",
     minutes("par – 3 (Jānis Ozols, Anna Egle, Toms Krūms), pret – nav, atturas – nav"), "Toms Krūms",
     minutes("par – 3 (J.Ozols, EGLE Anna, I. Liepa), pret – nav, atturas – nav")),
    ("vote.unaccounted",
     minutes("par – 2 (Jānis Ozols, Anna Egle), pret – nav, atturas – nav"), "par – 2 (Jānis Ozols",
     minutes("par – 2 (Jānis Ozols, Anna Egle), pret – nav, atturas – nav, Ilzei Liepai balsojumā nepiedaloties")),
    ("vote.unaccounted",
     minutes("par – 2 (Jānis Ozols, Anna Egle), pret – nav, atturas – nav"), "par – 2 (Jānis Ozols",
     minutes("par – 2 (Jānis Ozols, Anna Egle), pret – nav, atturas – nav",
             "Jānis Ozols, Anna Egle, Ilze Liepa (no plkst. 15.40)")),
    ("vote.unaccounted",
     minutes("par – 2 (Jānis Ozols, Anna Egle), pret – nav, atturas – nav"), "par – 2 (Jānis Ozols",
     minutes("par – 2, pret – nav, atturas – nav")),
    ("vote.more_than_seats",
     minutes("par – 14, pret – 2, atturas – nav", seats="Domē ievēlēti 15 deputāti.\n"), "par – 14, pret – 2",
     minutes("par – 13, pret – 2, atturas – nav", seats="Domē ievēlēti 15 deputāti.\n")),
    ("vote.more_than_present",
     minutes("par – 4, pret – nav, atturas – nav"), "par – 4",
     minutes("par – 3, pret – nav, atturas – nav")),
    ("vote.more_than_present",
     minutes("par – 4, pret – nav, atturas – nav"), "par – 4",
     minutes("par – 3, pret – nav, atturas – nav", "Anna Egle, Ilze Liepa")),
    ("vote.unanimous_against",
     single("atklāti balsojot, vienbalsīgi: par – 11, pret – 1, atturas – nav"), "vienbalsīgi: par – 11, pret – 1",
     single("atklāti balsojot, vienbalsīgi: par – 12, pret – nav, atturas – nav")),
    ("vote.total_mismatch",
     single("balsojumā piedalās 15 deputāti, par – 10, pret – 2, atturas – 1"), "par – 10, pret – 2, atturas – 1",
     single("balsojumā piedalās 15 deputāti, par – 12, pret – 2, atturas – 1")),
    ("vote.total_mismatch",
     single("par balsoja 16 no 15 deputātiem"), "16 no 15 deputātiem",
     single("par balsoja 10 no 15 deputātiem")),
]


@pytest.mark.parametrize(("code", "bad", "words", "good"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_check(code: str, bad: str, words: str, good: str) -> None:
    record = parse_text(bad)
    found = [finding for finding in record.findings if finding.code == code]
    assert found and found[0].severity == CODES[code][0]
    assert found[0].span and words in record.text[slice(*found[0].span)]
    assert code not in {finding.code for finding in parse_text(good).findings}


def test_every_code_of_votes_has_a_case() -> None:
    assert {case[0] for case in CASES} == {code for code in CODES if code.startswith("vote.")}


def test_nothing_is_padded_or_trimmed() -> None:
    record = parse_text(single("atklāti balsojot: par – 3 (A. Ozols, B. Egle), pret – 1 (A. Ozols), atturas – nav"))
    assert record.vote and record.vote.for_.count == 3 == record.vote.for_.declared
    assert record.vote.for_.names == ["A. Ozols", "B. Egle"] and record.vote.against.names == ["A. Ozols"]
