"""Points of resolutions and whom they appoint, entrust or make responsible: invented, one construction each."""
from __future__ import annotations

from pathlib import Path

import pytest
from making import part_of, points_of

from pipeline import parse_text
from pipeline.extract.persons import read_persons
from pipeline.records import Signatory

Expected = list[tuple[str, str | None]]

#: A point's words; `(name, role)` of everyone it should list.
CASES: list[tuple[str, Expected]] = [
    # the three phrases of the file's head
    ("Uzdot Finanšu pārvaldes vadītājai Sarmai Bukai līdz 2023. gada 18. augustam iesniegt dokumentus padomei.",
     [("Sarma Buka", "Finanšu pārvaldes vadītāja")]),
    ("Ievēlēt Sanitu Veinbergu par Sēlijas novada domes priekšsēdētāja vietnieci.",
     [("Sanita Veinberga", "Sēlijas novada domes priekšsēdētāja vietniece")]),
    ("Uzdot Domes Finanšu nodaļai (I.Komisare) sagatavot noteikumu jaunu redakciju.", [("I.Komisare", "Domes Finanšu nodaļa")]),
    # control
    ("Kontroli par lēmuma izpildi veikt pašvaldības izpilddirektoram Uldim RIEKSTIŅAM.",
     [("Uldis Riekstiņš", "pašvaldības izpilddirektors")]),
    ("Kontroli par lēmuma izpildi uzdot izpilddirektora vietniecei Ilzei Krēmerei.",
     [("Ilze Krēmere", "izpilddirektora vietniece")]),
    ("Lēmuma izpildes kontroli uzdot domes priekšsēdētāja pirmajam vietniekam P.Bērziņam.",
     [("P.Bērziņš", "domes priekšsēdētāja pirmais vietnieks")]),
    ("Kontroli pār lēmuma izpildi uzticēt A.Kalniņai.", [("A.Kalniņa", None)]),
    ("Kontroli par lēmuma izpildi veic izpilddirektors Juris Ozols.", [("Juris Ozols", "izpilddirektors")]),
    ("Kontrole par lēmuma izpildi – pašvaldības izpilddirektore Vineta Jansone.",
     [("Vineta Jansone", "pašvaldības izpilddirektore")]),
    ("Lēmuma izpildi kontrolē domes priekšsēdētāja vietniece Aija Vītola.",
     [("Aija Vītola", "domes priekšsēdētāja vietniece")]),
    ("Lēmuma izpildi kontrolēt Sociālā dienesta vadītājam Jānim Upmalim.", [("Jānis Upmalis", "Sociālā dienesta vadītājs")]),
    ("Kontroli par lēmuma izpildi veikt izpilddirektora p.i. Mārim Lūsim.", [("Māris Lūsis", "izpilddirektora p.i.")]),
    ("Lēmuma izpildes kontroli uzņemas domes priekšsēdētājs.", []),
    ("Kontroli par lēmuma izpildi uzdot Finanšu komitejai.", []),
    # responsible
    ("Par lēmuma izpildi atbildīga Jaunatnes lietu nodaļas vadītāja Simona Gruntmane.",
     [("Simona Gruntmane", "Jaunatnes lietu nodaļas vadītāja")]),
    ("Par lēmuma izpildi atbild Izglītības pārvaldes vadītājs Aigars Štrāls.",
     [("Aigars Štrāls", "Izglītības pārvaldes vadītājs")]),
    ("Atbildīgais par lēmuma izpildi – Nekustamo īpašumu nodaļas vadītājs Jānis Oto Treimanis.",
     [("Jānis Oto Treimanis", "Nekustamo īpašumu nodaļas vadītājs")]),
    ("Atbildīgā par lēmuma izpildi: Sociālā dienesta vadītāja Ieva Roznere-Tauriņa.",
     [("Ieva Roznere-Tauriņa", "Sociālā dienesta vadītāja")]),
    ("Noteikt par atbildīgo personu projekta īstenošanā Izglītības pārvaldes vadītāju Sarmīti KĻAVIŅU.",
     [("Sarmīte Kļaviņa", "Izglītības pārvaldes vadītāja")]),
    ("Noteikt Izglītības pārvaldes vadītāju Sarmīti KĻAVIŅU par sadarbības partnera atbildīgo personu.",
     [("Sarmīte Kļaviņa", "Izglītības pārvaldes vadītāja")]),
    ("Par projekta īstenošanu atbildīgo personu noteikt Attīstības nodaļas projektu vadītāju Kasparu Egli.",
     [("Kaspars Egle", "Attīstības nodaļas projektu vadītājs")]),
    ("Lēmuma izpildi nodrošina Īpašumu nodaļas vadītāja Dzintra Zvirbule.", [("Dzintra Zvirbule", "Īpašumu nodaļas vadītāja")]),
    ("Lēmuma izpildi organizēt Labiekārtošanas nodaļas vadītājam Andrim Kalējam.",
     [("Andris Kalējs", "Labiekārtošanas nodaļas vadītājs")]),
    # entrusting
    ("Izpilddirektoram Jānim Kalnam nodrošināt līguma noslēgšanu.", [("Jānis Kalns", "Izpilddirektors")]),
    ("Nekustamā īpašuma nodaļas vadītājai Martai Ozoliņai-Zandei sagatavot nomas līgumu.",
     [("Marta Ozoliņa-Zande", "Nekustamā īpašuma nodaļas vadītāja")]),
    ("Uzdot Īpašuma un juridiskās nodaļas galvenajam juristam Kasparam Liepam sagatavot vienošanos.",
     [("Kaspars Liepa", "Īpašuma un juridiskās nodaļas galvenais jurists")]),
    ("Uzdot Izglītības, kultūras un sporta nodaļas vadītājai Lienei Bērzai informēt skolas.",
     [("Liene Bērza", "Izglītības, kultūras un sporta nodaļas vadītāja")]),
    ("Uzdot I.Ozolai un J.Kalnam sagatavot līguma projektu.", [("I.Ozola", None), ("J.Kalns", None)]),
    ("Uzdot pašvaldības policijas priekšniekam Normundam Liepiņam un sekretārei Guntai Eglei izskatīt.",
     [("Normunds Liepiņš", "pašvaldības policijas priekšnieks"), ("Gunta Egle", "sekretāre")]),
    ("Izsoles rīkošanu uzdot dienesta direktorei Irēnai Šadurskai.", [("Irēna Šadurska", "dienesta direktore")]),
    ("Uzlikt par pienākumu būvvaldes vadītājam Ivaram Zaķim izvērtēt projektu.", [("Ivars Zaķis", "būvvaldes vadītājs")]),
    ("Uzdot vadītājai Dacei Žīgurei izsniegt izziņu Jānim Kalnam.", [("Dace Žīgure", "vadītāja")]),
    ("Uzdot Juridiskajai nodaļai (vadītāja M. Sīle) sagatavot līgumu.", [("M. Sīle", "Juridiskās nodaļas vadītāja")]),
    ("Uzdot izpilddirektorei Ivetai Čaikovskajai noslēgt līgumu ar Ilmāru Sproģi.", [("Iveta Čaikovskaja", "izpilddirektore")]),
    ("Labiekārtošanas dienesta vadītājam Modrim Sarkanajam izvest atliekas.",
     [("Modris Sarkanais", "Labiekārtošanas dienesta vadītājs")]),
    ("Nodaļas vadītājai Ingai Puriņai nosūtīt lēmumu adresātiem.", [("Inga Puriņa", "Nodaļas vadītāja")]),
    # appointing
    ("Iecelt Māri Skuju pašvaldības aģentūras “Spodra” direktora amatā ar 2024. gada 2. maiju.",
     [("Māris Skuja", "pašvaldības aģentūras “Spodra” direktors")]),
    ("Iecelt Ilzi Bērzu par Vidzemes pamatskolas direktori ar 2024. gada 1. augustu.",
     [("Ilze Bērza", "Vidzemes pamatskolas direktore")]),
    ("Par Komisijas sekretāri iecelt lietvedi Agnesi Pāvulu.", [("Agnese Pāvula", "Komisijas sekretāre")]),
    ("Ievēlēt par domes priekšsēdētāju Jāni Kalnu.", [("Jānis Kalns", "domes priekšsēdētājs")]),
    ("Par domes priekšsēdētāju ievēlēt deputātu Andri Ozolu.", [("Andris Ozols", "domes priekšsēdētājs")]),
    ("Apstiprināt Guntu Kalniņu bāriņtiesas priekšsēdētājas amatā.", [("Gunta Kalniņa", "bāriņtiesas priekšsēdētāja")]),
    ("Apstiprināt Edgaru Sili par vēlēšanu komisijas locekli.", [("Edgars Silis", "vēlēšanu komisijas loceklis")]),
    ("Ievēlēt Finanšu komitejā deputātu Raivi Dūmiņu.", [("Raivis Dūmiņš", "deputāts")]),
    ("Pilnvarot domes priekšsēdētāju Hugo Krastkalnu parakstīt līgumu ar Valsts kasi.",
     [("Hugo Krastkalns", "domes priekšsēdētājs")]),
    ("Pilnvarot parakstīt līgumu izpilddirektori Ventu Reinholdi.", [("Venta Reinholde", "izpilddirektore")]),
    ("Deleģēt deputātu Pēteri Dzeni par pārstāvi biedrības kopsapulcē.", [("Pēteris Dzenis", "deputāts")]),
    ("Norīkot par projekta vadītāju Lauru Ābeli.", [("Laura Ābele", "projekta vadītāja")]),
    ("Nozīmēt Kristīni Zariņu par kontaktpersonu.", [("Kristīne Zariņa", None)]),
    ("Iekļaut darba grupā arhitekti Zani Gūtmani.", [("Zane Gūtmane", "arhitekte")]),
    ("Atbrīvot Jāni Kalnu no vadītāja amata un par vadītāju iecelt Ilzi Bērzu.", [("Ilze Bērza", "vadītāja")]),
    ("Jāni Kalnu atbrīvot no vadītāja amata, Ilzi Bērzu iecelt par vadītāju.", [("Ilze Bērza", "vadītāja")]),
    ("Zemkopības ministra A.Kalvīša prombūtnes laikā par ministra vietas izpildītāju iecelt ministru V.Balodi.",
     [("V.Balodis", "ministra vietas izpildītājs")]),
    # lists
    ("Izveidot iepirkuma komisiju šādā sastāvā: komisijas priekšsēdētājs – Juris Kalns, locekļi: Ilze Bērza, Ainars Roze.",
     [("Juris Kalns", "komisijas priekšsēdētājs"), ("Ilze Bērza", "locekle"), ("Ainars Roze", "loceklis")]),
    ("Apstiprināt darba grupu šādā sastāvā:\nvadītājs J. Kalns;\nI. Bērza, nodaļas vadītāja;\nP. Roze, jurists.",
     [("J. Kalns", "vadītājs"), ("I. Bērza", "nodaļas vadītāja"), ("P. Roze", "jurists")]),
    ("Apstiprināt Apbalvošanas padomi šādā sastāvā:\nPadomes priekšsēdētājs\nR.Jansons - labklājības ministrs\n"
     "Padomes locekļi:\nJ.Bunka - kultūras ministre\nE.Grēns - akadēmiķis",
     [("R.Jansons", "Padomes priekšsēdētājs"), ("J.Bunka", "Padomes locekle"), ("E.Grēns", "Padomes loceklis")]),
    # nobody
    ("Atbrīvot Jāni Kalnu no pašvaldības izpilddirektora amata ar 2024. gada 1. maiju.", []),
    ("Uzteikt nomas līgumu, kas noslēgts ar Andri Bērziņu.", []),
    ("Piešķirt izpilddirektorei Ivetai Kalniņai atvaļinājumu no 2024. gada 1. jūlija.", []),
    ("Izpilddirektoram Jānim Kalnam piešķirt atvaļinājumu.", []),
    ("Noteikt domes priekšsēdētājam Jānim Kalnam mēnešalgu 3000 euro.", []),
    ("Apbalvot ar Atzinības rakstu skolotāju Annu Liepu.", []),
    ("Pārdot nekustamo īpašumu Jānim Bērziņam par 5000 euro.", []),
    ("Noslēgt zemes nomas līgumu ar Annu Bērziņu.", []),
    ("Atļaut deputātei Ilzei Bērzai savienot amatus.", []),
    ("Apmierināt Jāņa Kalna iesniegumu.", []),
    ("Apstiprināt arhitekta Jāņa Kalna izstrādāto detālplānojumu.", []),
    ("Izteikt pateicību Ilzei Bērzai.", []),
    ("Nosūtīt lēmumu Jānim Kalnam.", []),
    ("Informēt Annu Ozolu par pieņemto lēmumu.", []),
    ("Izslēgt no komisijas sastāva Jāni Kalnu.", []),
    ("Piešķirt īpašumam K. Barona ielā 5 adresi.", []),
    ("Iznomāt zemes vienību J. K. uz pieciem gadiem.", []),
    ("Uzdot Aizputes novada domes Attīstības un plānošanas nodaļai sagatavot projektu.", []),
    ("Noteikt, ka darba grupu vada Kultūras nodaļa.", []),
    ("Atzīt par spēku zaudējušu lēmumu par Jāņa Kalna iecelšanu amatā.", []),
    ("Apstiprināt balsu skaitīšanas rezultātus: Jānis Kalns – 5 balsis, Ilze Bērza – 8 balsis.", []),
]


def _table() -> list[tuple[str, Expected]]:
    rows = (Path(__file__).parent / "people.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [row.split("\t") for row in rows if row and not row.startswith("#")][1:]
    return [(words.replace("\\n", "\n"), [(name, role or None) for name, _, role in
                                          (one.partition(" = ") for one in people.split("; ") if one)])
            for words, people in pairs]


@pytest.mark.parametrize(("words", "expected"), [*CASES, *_table()])
def test_points(words: str, expected: Expected) -> None:
    text, points = points_of([("1", words)])
    found = read_persons(part_of(text), points, None, [], None)
    assert [(p.name, p.role) for p in found] == expected
    assert all(p.point == "1" and text[slice(*p.span)] == p.printed for p in found)


def _names(points: list[tuple[str | None, str]], *signed: str) -> list[tuple[str, str | None, str | None]]:
    text, resolution = points_of(points)
    found = read_persons(part_of(text), resolution, None, [Signatory(role=None, name=name) for name in signed], None)
    return [(p.name, p.role, p.point) for p in found]


def test_members_hang_on_the_words_above_them() -> None:
    assert _names([
        ("1", "Izveidot Iepirkumu komisiju šādā sastāvā:"),
        ("1.1", "Komisijas priekšsēdētājs – Nauris Āmarts, Iepirkumu nodaļas vadītājs;"),
        ("1.2", "Komisijas locekļi:"),
        ("1.2.1", "Edijs Lūkins, būvinženieris;"),
        ("1.2.2", "Monta Rūdule, ekonomiste."),
        ("2", "Atbrīvot Jāni Kalnu no komisijas locekļa pienākumiem."),
    ]) == [
        ("Nauris Āmarts", "Komisijas priekšsēdētājs", "1.1"),
        ("Edijs Lūkins", "Komisijas loceklis", "1.2.1"),
        ("Monta Rūdule", "Komisijas locekle", "1.2.2"),
    ]


def test_accusatives_hang_on_the_verb_above_them() -> None:
    assert _names([("1", "Deleģēt pārstāvēt pašvaldību biedrībā:"), ("1.1", "deputāti Leldi Pīlāti;"),
                   ("1.2", "izpilddirektoru Kārli Lapsiņu.")]) == [
        ("Lelde Pīlāte", "deputāte", "1.1"), ("Kārlis Lapsiņš", "izpilddirektors", "1.2")]


def test_the_dismissed_hang_on_the_verb_above_them() -> None:
    assert _names([("1", "Izslēgt no komisijas sastāva:"), ("1.1", "Ilzi Bērzu;"), ("1.2", "Juri Kalnu.")]) == []


def test_once_a_record_with_the_office_given() -> None:
    assert _names([("1", "Uzdot nodaļas vadītājai Ilzei Bērzai sagatavot nolikumu."),
                   ("2", "Iecelt Ilzi Bērzu par muzeja direktori.")]) == [("Ilze Bērza", "muzeja direktore", "1")]


def test_a_point_without_number() -> None:
    assert _names([(None, "Par lēmuma izpildi atbild direktors Juris Kalns.")]) == [("Juris Kalns", "direktors", None)]


def test_the_nominative_signed_elsewhere_decides() -> None:
    assert _names([("1", "Kontroli veikt P.Maltam.")], "P.Malta") == [("P.Malta", None, "1")]
    assert _names([("1", "Kontroli veikt P.Maltam.")], "P.Malts") == [("P.Malts", None, "1")]


def test_ambiguity_is_told() -> None:
    text, resolution = points_of([("1", "Kontroli veikt P.Maltam.")])
    person = read_persons(part_of(text), resolution, None, [], None)[0]
    assert person.ambiguous and {person.name, *person.alternatives} >= {"P.Malta", "P.Malts"}


@pytest.mark.parametrize("foot", ["A.Driksna 64600024", "Sagatavoja: Izglītības pārvaldes vadītājs A. Driksna"])
def test_the_drafter_decides_a_doubtful_surname(foot: str) -> None:
    record = parse_text("LĪČUPES NOVADA DOME\nLĒMUMS Nr. 5\nLīčupē, 2024. gada 3. maijā\nPar zemi\nDome nolemj:\n"
                        "1. Uzdot Izglītības pārvaldes vadītājam Arnoldam Driksnam izpildīt lēmumu.\n\n"
                        f"Domes priekšsēdētājs                A. Bērziņš\n\n{foot}\n")
    assert [one.name for one in record.persons] == ["Arnolds Driksna"]
