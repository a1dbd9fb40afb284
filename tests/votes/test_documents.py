"""Votes where they stand in whole decisions and minutes: which one decides, which are none of the council's."""
from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.flow import parse_bytes
from pipeline.records import Decision
from tests.votes.telling import told

HEAD = "ZĪLĀNU NOVADA DOME\nLĒMUMS\nZīlānos\n2019. gada 24. oktobrī Nr. 512\n\nPar zemes gabala iznomāšanu\n\n"
FOOT = "\n\nDomes priekšsēdētājs\tJ. Ozols\n"
MINUTES = ("ZĪLĀNU NOVADA DOMES SĒDES PROTOKOLS Nr.9\nZīlānos, 2018.gada 29.augustā\n{method}"
           "Sēdi vada domes priekšsēdētājs J.Ozols\nSēdē piedalās deputāti: J.Ozols, A.Egle, I.Liepa\n"
           "Protokolē: L.Āre\n\n1. Par ceļa nosaukumu\nZiņo A.Egle\n{item}\n\n"
           "2. Par adresi\nZiņo A.Egle\nPamatojoties uz likumu, Zīlānu novada dome nolemj:\n1. Piešķirt adresi.\n\n"
           "Sēdi slēdz plkst.18.00\nSēdes vadītājs J.Ozols\n")


def decision(text: str) -> Decision:
    return parse_bytes(text.encode(), "x.txt")[0].decisions[0]


def blocks() -> dict[str, tuple[str | None, int, str]]:
    """`documents.txt`: name → what the deciding vote tells, how many votes there are, the text."""
    found = {}
    for block in (Path(__file__).parent / "documents.txt").read_text(encoding="utf-8").split("\n## ")[1:]:
        name, expected, rounds, text = block.rstrip("\n").split("\n", 3)
        found[name] = (None if expected == "> -" else expected[2:], int(rounds[2:]), text)
    return found


SINGLE = blocks()


@pytest.mark.parametrize("name", SINGLE)
def test_single(name: str) -> None:
    expected, rounds, body = SINGLE[name]
    record = decision(HEAD + body + FOOT)
    assert (told(record.vote) if record.vote else None) == expected
    assert len(record.vote_rounds) == rounds
    assert not rounds or record.vote in record.vote_rounds


def test_amendments_come_before_the_vote_that_decides() -> None:
    record = decision(MINUTES.format(method="", item=(
        "I.Liepa ierosina pārtraukumu. Balsojums par pārtraukumu: par – 1 (I.Liepa), pret – 2 (J.Ozols, A.Egle). "
        "Priekšlikums nav atbalstīts.\n"
        "A.Egle ierosina grozīt 1. punktu. Balsojums: par – 3, pret – nav, atturas – nav. Priekšlikums atbalstīts.\n"
        "Balsojums par lēmuma projektu kopumā: par – 2 (J.Ozols, A.Egle), pret – nav, atturas – 1 (I.Liepa), "
        "Zīlānu novada dome nolemj:\nPiešķirt nosaukumu.")))
    assert [told(one) for one in record.vote_rounds] == [
        "for 1 [I.Liepa]; against 2 [J.Ozols, A.Egle]; on “pārtraukumu”; rejected",
        "for 3; against 0; abstain 0; unanimous; adopted",
        "for 2 [J.Ozols, A.Egle]; against 0; abstain 1 [I.Liepa]; on “lēmuma projektu kopumā”; adopted"]
    assert record.vote == record.vote_rounds[-1] and record.vote.outcome_rule == "operative"
    assert not [finding for finding in record.findings if finding.code.startswith("vote.")]


def test_a_refused_amendment_right_before_the_operative_word_does_not_decide() -> None:
    record = decision(MINUTES.format(method="", item=(
        "Balso par I.Liepas priekšlikumu: par – 1 (I.Liepa), pret – 2 (J.Ozols, A.Egle). Priekšlikums noraidīts.\n"
        "Zīlānu novada dome nolemj:\n1. Piešķirt nosaukumu.\nBalsojums: PAR – 3, PRET – nav, ATTURAS – nav.\n"
        "Lēmums pieņemts vienbalsīgi.")))
    assert record.vote and told(record.vote) == "for 3; against 0; abstain 0; unanimous; adopted"
    assert [one.outcome for one in record.vote_rounds] == ["rejected", "adopted"]


def test_the_method_stated_once_for_the_session() -> None:
    item = "Pamatojoties uz likumu, ar 3 balsīm par, pret nav, atturas nav, Zīlānu novada dome nolemj:\nPiešķirt nosaukumu."
    ways = (("Balsošana notiek, paceļot roku.\n", "open"), ("Balsošana notiek elektroniski.\n", "electronic"), ("", None))
    for words, method in ways:
        record = decision(MINUTES.format(method=words, item=item))
        assert record.vote and record.vote.method == method


def test_a_vote_that_failed_is_no_decision() -> None:
    item = "Atklāti balsojot, ar 1 balsi par (I.Liepa), pret 2 (J.Ozols, A.Egle), atturas nav, lēmums nav pieņemts."
    parsed = parse_bytes(MINUTES.format(method="", item=item).encode(), "x.txt")[0]
    assert [(one.item, one.reason) for one in parsed.skipped] == [("1", "not adopted")]
