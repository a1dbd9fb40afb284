"""What a point of a whole decision carries: references, annexes, spans; and what is no point."""
from __future__ import annotations

import pytest

from pipeline.clean.cleaner import clean
from pipeline.extract.annexes import read_annexes
from pipeline.extract.appeal import nominative
from pipeline.extract.references import References
from pipeline.extract.resolution import read_resolution
from pipeline.read.source import Source
from pipeline.segment.part import Part, Zone
from tests.resolution.decision import decision


def test_references_belong_to_the_deepest_point() -> None:
    record = decision("1. Noteikt saskaņā ar Pašvaldību likuma 4. pantu:\n"
                      "1.1. maksu atbilstoši Civillikuma 2112. pantam;\n1.2. laiku.")
    point = record.resolution.points[0]
    assert [record.references[index].act for index in point.references] == ["likums:pašvaldību likums"]
    assert [record.references[index].act for index in point.children[0].references] == ["likums:civillikums"]
    assert point.children[1].references == []


def test_spans_give_back_the_words() -> None:
    record = decision("1. Noteikt:\n1.1. maksu EUR 5;\n1.2. laiku (1. pielikums).\n2. Publicēt lēmumu.")
    first, second = record.resolution.points
    assert record.text[slice(*first.span)] == "1. Noteikt:\n1.1. maksu EUR 5;\n1.2. laiku (1. pielikums)."
    assert record.text[slice(*first.children[1].span)] == "1.2. laiku (1. pielikums)."
    assert record.text[slice(*second.span)] == "2. Publicēt lēmumu."
    assert record.text[slice(*first.children[0].amounts[0].span)] == "EUR 5"
    assert first.children[1].annexes == ["1"] and first.annexes == []
    assert record.resolution.span == (first.span[0], second.span[1])


def test_actions_come_down_from_an_announcement() -> None:
    record = decision("1. Piešķirt līdzfinansējumu:\n1.1. biedrībai “A” – EUR 5;\n1.2. biedrībai “B” – EUR 6.\n"
                      "2. Uzdot nodaļai to izmaksāt.")
    assert [point.action for point in record.resolution.points] == ["allocate", "entrust"]
    assert [point.action for point in record.resolution.points[0].children] == ["allocate", "allocate"]


@pytest.mark.parametrize("heading", [
    "Elektroniskās balsošanas rezultāti (28.09.2023. 11:42:07)", "Balsošanas rezultāti", "Balsojuma rezultāti:"])
def test_a_table_of_votes_is_no_point(heading: str) -> None:
    rows = "\n".join(f"{n}.\tOZOLA Ieva{n}\t{side}" for n, side in enumerate(["PAR", "PRET", "PAR", "ATTURAS", "Nebalso"], 1))
    record = decision("1. Publicēt lēmumu.\n2. Kontroli veikt izpilddirektoram Andim Ozolam.", before=(
        f"{heading}\nNr.\tDeputāts\tBalsojums\n{rows}\nKopā: PAR 2, PRET 1, ATTURAS 1, NEBALSO 1\n\nPielikumā: līgums uz 7 lp."
    ))
    assert [point.text for point in record.resolution.points] == [
        "Publicēt lēmumu.", "Kontroli veikt izpilddirektoram Andim Ozolam."]
    (table,) = (record.text[zone.start:zone.end] for zone in record.zones if zone.kind == "vote")
    assert table.startswith(heading) and table.endswith("NEBALSO 1")
    assert [annex.title for annex in record.annexes] == ["līgums"]


def test_the_operative_word_as_printed() -> None:
    assert decision("1. Publicēt lēmumu.").resolution.verb == "NOLEMJ"


def test_regulations_have_no_resolution() -> None:
    words = "1. Noteikumi nosaka kārtību (1. pielikums).\n2. Kokus cērt ziemā."
    source = Source(path="a.txt", sha256="0" * 64, bytes=len(words), media_type="text/plain", raw=words)
    part = Part(clean(source), (Zone("other", 0, len(words)),), "binding_regulation")
    resolution = read_resolution(part, References(), None)
    assert resolution.points == [] and resolution.verb is None
    assert [(annex.number, annex.cited_in) for annex in read_annexes(part, resolution)] == [("1", ["1"])]


@pytest.mark.parametrize(("notice", "court", "term"), [
    ("Lēmumu var pārsūdzēt Administratīvajā rajona tiesā viena mēneša laikā no tā spēkā stāšanās dienas.",
     "Administratīvā rajona tiesa", "viena mēneša laikā no tā spēkā stāšanās dienas"),
    ("Lēmumu var pārsūdzēt Administratīvās rajona tiesas Rīgas tiesu namā mēneša laikā no tā paziņošanas dienas.",
     "Administratīvās rajona tiesas Rīgas tiesu nams", "mēneša laikā no tā paziņošanas dienas"),
    ("Šo lēmumu var pārsūdzēt Administratīvajā rajona tiesā (Baldones iela 1A, Rīga, LV-1007) 1 (viena) mēneša laikā.",
     "Administratīvā rajona tiesa", "1 (viena) mēneša laikā"),
    ("Lēmumu var apstrīdēt Līčupes novada domē viena mēneša laikā no tā spēkā stāšanās dienas.",
     "Līčupes novada dome", "viena mēneša laikā no tā spēkā stāšanās dienas"),
    ("Lēmumu var apstrīdēt un pārsūdzēt Administratīvā procesa likumā noteiktajā kārtībā.", None, None),
])
def test_appeal(notice: str, court: str | None, term: str | None) -> None:
    record = decision("1. Atļaut cirst kokus.", before=notice)
    assert record.appeal is not None and (record.appeal.court, record.appeal.term) == (court, term)
    assert len(record.resolution.points) == 1


def test_a_numbered_appeal_notice_is_a_point_as_well() -> None:
    record = decision("1. Atļaut cirst kokus.\n2. Lēmumu var pārsūdzēt Administratīvajā rajona tiesā viena mēneša laikā.")
    assert [point.number for point in record.resolution.points] == ["1", "2"]
    assert record.appeal is not None and record.appeal.court == "Administratīvā rajona tiesa"


def test_no_appeal_notice() -> None:
    assert decision("1. Atļaut cirst kokus.").appeal is None


@pytest.mark.parametrize(("printed", "court"), [
    ("Administratīvajā apgabaltiesā", "Administratīvā apgabaltiesa"), ("Augstākajā tiesā", "Augstākā tiesa"),
    ("LR Valsts kontroles padomē", "LR Valsts kontroles padome"), ("Vides ministrijā", "Vides ministrija"),
])
def test_courts_in_the_nominative(printed: str, court: str) -> None:
    assert nominative(printed) == court
