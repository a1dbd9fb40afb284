"""Annexes that follow in the same file: found, cut, named, linked; and those of which only the list or a point speaks."""
from __future__ import annotations

import pytest

from tests.resolution.decision import decision

OWNER = "Līčupes novada domes\n25.05.2023. lēmumam Nr. 12\n"
POINTS = "1. Apstiprināt nolikumu (1. pielikums).\n2. Apstiprināt tāmi (2. pielikums)."


def test_two_annexes_with_a_table() -> None:
    record = decision(POINTS, f"\n1. pielikums\n{OWNER}\nNOLIKUMS\n1. Nolikums nosaka kārtību.\n\n"
                              f"2. pielikums\n{OWNER}\nTĀME\nNosaukums\tSumma\nGaldi\t100\nKrēsli\t200\n")
    first, second = record.annexes
    assert (first.number, first.title, first.cited_in, first.in_document) == ("1", "NOLIKUMS", ["1"], True)
    assert (second.number, second.title, second.cited_in, second.in_document) == ("2", "TĀME", ["2"], True)
    assert second.tables == [[["Nosaukums", "Summa"], ["Galdi", "100"], ["Krēsli", "200"]]]
    assert first.text_span and record.text[slice(*first.text_span)].startswith("1. pielikums")
    assert record.text[slice(*first.text_span)].endswith("kārtību.")
    assert [point.number for point in record.resolution.points] == ["1", "2"]


def test_a_stamp_and_a_listed_title() -> None:
    record = decision("1. Apstiprināt nolikumu (pielikumā).",
                      "\nAPSTIPRINĀTS\nar Līčupes novada domes\n2023. gada 25. maija lēmumu Nr. 12\n(prot. Nr. 7, 5. p.)\n\n"
                      "NOLIKUMS\n“Par konkursu”\n\n1. Nolikums nosaka kārtību.\n",
                      before="Pielikumā: konkursa nolikums uz 2 lp.")
    (annex,) = record.annexes
    assert (annex.number, annex.title, annex.pages, annex.cited_in) == (None, "konkursa nolikums", 2, ["1"])
    assert annex.in_document
    assert annex.stamp == "APSTIPRINĀTS ar Līčupes novada domes 2023. gada 25. maija lēmumu Nr. 12 (prot. Nr. 7, 5. p.)"


def test_an_annex_of_an_annex_stays_inside() -> None:
    record = decision("1. Apstiprināt saistošos noteikumus Nr. 5/2023 “Par kokiem”.",
                      "\nAPSTIPRINĀTI\nar Līčupes novada domes\n2023. gada 25. maija lēmumu Nr. 12\n\n"
                      "SAISTOŠIE NOTEIKUMI Nr. 5/2023\nPar kokiem\n\n1. Noteikumi nosaka kārtību (1. pielikums).\n\n"
                      "1. pielikums\nLīčupes novada domes\n"
                      "25.05.2023. saistošajiem noteikumiem Nr. 5/2023\n\nVEIDLAPA\n")
    (annex,) = record.annexes
    assert annex.title == "SAISTOŠIE NOTEIKUMI Nr. 5/2023 Par kokiem" and annex.in_document
    assert annex.text_span and record.text[slice(*annex.text_span)].endswith("VEIDLAPA")


def test_listed_without_numbers_cited_with_them() -> None:
    record = decision(POINTS, before="Pielikumā:\nNolikums uz 3 lp.\nTāme uz 1 lp.")
    assert [(one.number, one.title, one.cited_in) for one in record.annexes] == [("1", "Nolikums", ["1"]), ("2", "Tāme", ["2"])]


@pytest.mark.parametrize("heading", ["Pielikumi:\n", ""])
def test_a_list_of_entries_that_begin_like_headings(heading: str) -> None:
    record = decision(POINTS, f"\nSagatavoja: A. Ozols\n{heading}1. pielikums. Saistošie noteikumi Nr. 5 – 2 lp.\n"
                              "2. pielikums. Paskaidrojuma raksts par noteikumiem (3 lapas)\n")
    assert [(one.number, one.title, one.pages, one.cited_in, one.in_document) for one in record.annexes] == [
        ("1", "Saistošie noteikumi Nr. 5", 2, ["1"], False), ("2", "Paskaidrojuma raksts par noteikumiem", 3, ["2"], False)]


def test_only_cited() -> None:
    record = decision("1. Apstiprināt nolikumu (pielikumā).\n2. Apstiprināt tāmi (2. pielikums).")
    assert [(one.number, one.title, one.cited_in, one.in_document) for one in record.annexes] == [
        (None, None, ["1"], False), ("2", None, ["2"], False)]
    assert [record.text[slice(*one.span)] for one in record.annexes if one.span] == ["pielikumā", "2. pielikums"]


@pytest.mark.parametrize(("heading", "title"), [
    ("Pielikums Līčupes novada domes\n2022.gada 28.jūlija lēmumam Nr. LND/2022/688\n\n"
     "Nekustamā īpašuma Kalnu pagastā ar nosaukumu\n“Lejas Pļavnieki” OTRĀS IZSOLES NOTEIKUMI\n\n1. Vispārīgā informācija\n",
     "Nekustamā īpašuma Kalnu pagastā ar nosaukumu “Lejas Pļavnieki” OTRĀS IZSOLES NOTEIKUMI"),
    ("Pielikums Līčupes novada domes 28.07.2022. lēmumam Nr. 688\nCirsmu izsoles noteikumi\n\n1. Izsole notiek.\n",
     "Cirsmu izsoles noteikumi"),
    ("Pielikums\nLīčupes pagasta padomes\n2002.gada 22.maija\nlēmumam Nr.7\nLīguma paraugs par augiem\nIzved reizi nedēļā.\n",
     "Līguma paraugs par augiem"),
    ("Pielikums\nLīguma projekts\n1. Puses vienojas.\n", "Līguma projekts"),
    ("***\n\nPielikums\nAPSTIPRINĀTS\nar Līčupes novada domes\n2024. gada 6. jūnija lēmumu Nr. 318\n\n"
     "PĀRVALDES NOLIKUMS\n\n1. Noteic.\n",
     "PĀRVALDES NOLIKUMS"),
    ("Pielikums\nLīčupes novada domes\n17.08.2016. lēmumam Nr. 298\n\nSAISTOŠIE NOTEIKUMI Nr. 9\nOSTAS APMEKLĒŠANAS KĀRTĪBA\n\n"
     "1. Noteikumi nosaka kārtību.\n",
     "SAISTOŠIE NOTEIKUMI Nr. 9 OSTAS APMEKLĒŠANAS KĀRTĪBA"),
], ids=["heading in one line with its owner, title over two lines", "date in figures", "a title that begins with a contract",
        "nobody's annex", "below stars", "capitals but for Nr."])
def test_headings(heading: str, title: str) -> None:
    (annex,) = decision("1. Apstiprināt noteikumus (pielikumā).", f"\n{heading}").annexes
    assert (annex.number, annex.title, annex.cited_in, annex.in_document) == (None, title, ["1"], True)


def test_a_point_names_its_annex_with_its_pages() -> None:
    record = decision("1. Publicēt lēmumu.\n2. Norakstīt grāmatas (pielikumā saraksts uz 6 lp.).")
    assert [(one.number, one.title, one.pages, one.cited_in) for one in record.annexes] == [(None, "saraksts", 6, ["2"])]


def test_none() -> None:
    assert decision("1. Publicēt lēmumu.").annexes == []
