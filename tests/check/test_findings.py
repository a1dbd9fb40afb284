"""Findings on numbering, annexes and heads: each with a decision that deserves it and one that does not."""
from __future__ import annotations

import pytest

from pipeline import Decision, parse_text
from pipeline.check.annexes import check_annexes
from pipeline.check.codes import CODES
from pipeline.records import Annex, Page
from tests.resolution.decision import HEAD, SIGNATURE, decision

POINTS = "1. Apstiprināt nolikumu (1. pielikums).\n2. Publicēt lēmumu."
OWNER = "\n1. pielikums\nLīčupes novada domes\n{} lēmumam Nr. {}\n\nNOLIKUMS\n1. Nolikums nosaka kārtību.\n"
LISTED = "Pielikumā: 1. pielikums – Nolikums uz 3 lp."


def codes(record: Decision) -> list[str]:
    return [finding.code for finding in record.findings if finding.code.split(".")[0] in ("annex", "numbering", "head")]


@pytest.mark.parametrize(("record", "code"), [
    # numbering
    (decision("1. Publicēt.\n2. Uzdot nodaļai.\n4. Noteikt maksu."), "numbering.gap"),
    (decision("1. Noteikt:\n1.1. maksu;\n1.3. laiku."), "numbering.gap"),
    (decision("1. Noteikt:\na) maksu;\nb) laiku;\nd) vietu."), "numbering.gap"),
    (decision("2. Publicēt lēmumu.\n3. Uzdot nodaļai."), "numbering.gap"),
    (decision("1. Publicēt lēmumu.\n2.1. Noteikt maksu.\n2.2. Noteikt laiku."), "numbering.gap"),
    (decision("1. Publicēt lēmumu.\n2. Uzdot nodaļai.\n2. Noteikt maksu."), "numbering.repeated"),
    (decision("1. Noteikt:\n1.1. maksu;\n1.2. laiku.\n2. Noteikt:\n2.1. maksu;\n1.2. laiku."), "numbering.wrong_parent"),
    # annexes
    (decision(POINTS), "annex.absent"),
    (decision(POINTS.replace("1. p", "2. p"), before=LISTED), "annex.cited_not_listed"),
    (decision("1. Publicēt lēmumu.", before=LISTED), "annex.listed_not_cited"),
    (decision(POINTS, OWNER.format("25.05.2023.", "12"), before="Pielikumā: 2. pielikums – Tāme uz 3 lp."),
     "annex.present_not_listed"),
    # head
    (decision(POINTS, OWNER.format("26.05.2023.", "12")), "head.date_differs"),
    (decision(POINTS, "\nLīčupē 2023. gada 26. maijā\n"), "head.date_differs"),
    (decision(POINTS, OWNER.format("25.05.2023.", "13")), "head.number_differs"),
    (decision(POINTS, head=HEAD.replace("\tNr. 12", "").replace("\t(protokols Nr. 7, 5. punkts)\n", "")), "head.no_number"),
    (decision(POINTS, head=HEAD.replace("2023. gada 25. maijā", "")), "head.no_date"),
    (decision(POINTS, head=HEAD.replace("Par nolikuma apstiprināšanu\n", "")), "head.no_title"),
])
def test_deserved(record: Decision, code: str) -> None:
    found = {finding.code: finding for finding in record.findings}
    assert code in found, codes(record)
    assert found[code].severity == CODES[code][0]


@pytest.mark.parametrize("record", [
    decision("1. Noteikt:\n1.1. maksu;\n1.2. laiku.\n2. Uzdot:\n1) nodaļai;\n2) dienestam.\n3. Publicēt lēmumu."),
    decision("5.1. Publicēt lēmumu.\n5.2. Uzdot nodaļai."),
    decision("1. Publicēt lēmumu.\n2. Uzdot nodaļai.\n2.¹ Noteikt maksu.\n3. Noteikt laiku."),
    decision("Par ceļiem:\n1. Apstiprināt plānu.\n2. Uzdot nodaļai.\nPar ielām\n1. Noteikt kārtību.\n2. Publicēt lēmumu."),
    decision("Piešķirt pabalstu.\nUzdot nodaļai to izmaksāt."),
    decision("I. Par budžetu\n1. Apstiprināt budžetu.\nII. Par nodokļiem\n2. Noteikt nodokli."),
    decision("1. Izteikt 5. punktu šādā redakcijā:\n“5. Noteikt:\n5.1. maksu;\n5.3. laiku.”\n2. Publicēt lēmumu."),
    decision(POINTS, before=LISTED),
    decision(POINTS.replace("(1. pielikums)", "(pielikumā)"), before="Pielikumā: 1) nolikums; 2) tāme."),
    decision("Apstiprināt nolikumu (pielikumā).", before="Pielikumā: nolikums uz 3 lp."),
    decision(POINTS, OWNER.format("25.05.2023.", "12")),
    decision(POINTS, OWNER.format("04.01.2020.", "7"), before=LISTED),
    decision("1. Publicēt lēmumu.", "\nLīčupē 2023. gada 25. maijā\n"),
])
def test_undeserved(record: Decision) -> None:
    assert codes(record) == []


def test_nothing_at_all_names_no_institution() -> None:
    record = parse_text("LĒMUMS Nr. 5\n2023. gada 4. maijā\n\nPar ceļu\n\nnolemj:\n1. Iznomāt ceļu." + SIGNATURE)
    assert ("head.no_institution" in codes(record)) is (record.institution is None)


def _paged(stated: int, found: int, unit: str = "lp.") -> list[str]:
    """The codes for an annex that fills `found` pages of a file and is listed with `stated`."""
    record = decision(POINTS, OWNER.format("25.05.2023.", "12"), before=LISTED.replace("3 lp.", f"{stated} {unit}"))
    (annex,) = record.annexes
    assert annex.text_span and annex.pages == stated
    start, end = annex.text_span
    cuts = [0, start, *(start + 20 * index for index in range(1, found)), end]
    pages = [Page(number=index + 1, start=cuts[index], end=cuts[index + 1]) for index in range(len(cuts) - 1)]
    return [finding.code for finding in check_annexes(record.model_copy(update={"pages": pages, "annexes": [annex]}))]


def test_pages_that_differ() -> None:
    assert _paged(3, 2) == ["annex.pages_differ"]
    assert _paged(1, 3) == ["annex.pages_differ"]
    assert _paged(2, 3, "lpp.") == ["annex.pages_differ"]
    assert _paged(2, 2) == _paged(2, 3) == _paged(2, 2, "lpp.") == []


def test_pages_are_not_judged_when_an_annex_begins_amid_a_page() -> None:
    record = decision(POINTS, OWNER.format("25.05.2023.", "12"), before=LISTED)
    whole = [Page(number=1, start=0, end=len(record.text))]
    assert list(check_annexes(record.model_copy(update={"pages": whole}))) == []
    assert isinstance(record.annexes[0], Annex)
