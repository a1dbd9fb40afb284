"""Signature blocks as they are printed. Each case: the zone's lines (`\\t` is a column gap), who signed."""
from __future__ import annotations

import pytest
from making import text_of

from pipeline.extract.signatories import read_signatories

CASES: list[tuple[str, list[tuple[str | None, str]]]] = [
    # the three phrases of the file's head
    ("Domes priekšsēdētājs\t(personiskais paraksts)\tM. Valpēters", [("Domes priekšsēdētājs", "M. Valpēters")]),
    ("Sēdes vadītājs,\ndomes priekšsēdētājs\nA. Bērziņš", [("Sēdes vadītājs, domes priekšsēdētājs", "A. Bērziņš")]),
    ("Kolēģijas locekļi: A.Svirido, J.Rumkovskis", [("Kolēģijas locekļi", "A.Svirido"), ("Kolēģijas locekļi", "J.Rumkovskis")]),
    # one line
    ("Domes priekšsēdētājs\tLeons Līdums", [("Domes priekšsēdētājs", "Leons Līdums")]),
    ("Domes priekšsēdētājs Leons Līdums", [("Domes priekšsēdētājs", "Leons Līdums")]),
    ("Domes priekšsēdētāja (paraksts*) Velga Aizpure", [("Domes priekšsēdētāja", "Velga Aizpure")]),
    ("Domes priekšsēdētājs\t/paraksts/\tA.Lakstīgals", [("Domes priekšsēdētājs", "A.Lakstīgals")]),
    ("Domes priekšsēdētājs ____________ (A. Lakstīgals)", [("Domes priekšsēdētājs", "A. Lakstīgals")]),
    ("Domes priekšsēdētājs _________ /Andris Lakstīgals/", [("Domes priekšsēdētājs", "Andris Lakstīgals")]),
    ("Sēdes vadītāja, domes priekšsēdētāja vietniece: Daina Sprukte",
     [("Sēdes vadītāja, domes priekšsēdētāja vietniece", "Daina Sprukte")]),
    ("Padomes locekle, departamenta direktora p.i. Dz.Ceihnere",
     [("Padomes locekle, departamenta direktora p.i.", "Dz.Ceihnere")]),
    ("Tieslietu ministra vietā - iekšlietu ministrs M.Segliņš",
     [("Tieslietu ministra vietā - iekšlietu ministrs", "M.Segliņš")]),
    ("Domes priekšsēdētājsV.Stirāns", [("Domes priekšsēdētājs", "V.Stirāns")]),
    ("Domes priekšsēdētājsRaitis Stirāns", [("Domes priekšsēdētājs", "Raitis Stirāns")]),
    ("Domes piekšsēdētājs\tV. Dobe", [("Domes piekšsēdētājs", "V. Dobe")]),
    ("Aizsardzības ministrs Ģ.V.Kristovskis", [("Aizsardzības ministrs", "Ģ.V.Kristovskis")]),
    ("DOMES PRIEKŠSĒDĒTĀJS\tANDRIS LAKSTĪGALS", [("DOMES PRIEKŠSĒDĒTĀJS", "Andris Lakstīgals")]),
    ("Domes priekšsēdētāja\tM. KALNIŅA-OZOLA", [("Domes priekšsēdētāja", "M. Kalniņa-Ozola")]),
    ("Domes priekšsēdētāja vietniece izglītības jautājumos\tIlze Anna Bērza",
     [("Domes priekšsēdētāja vietniece izglītības jautājumos", "Ilze Anna Bērza")]),
    # office and name on lines of their own
    ("Domes priekšsēdētājs\nIlgvars Smēde", [("Domes priekšsēdētājs", "Ilgvars Smēde")]),
    ("Domes priekšsēdētāja p.i.\nZ. Ķeizars", [("Domes priekšsēdētāja p.i.", "Z. Ķeizars")]),
    ("Domes\npriekšsēdētāja vietnieks\tVoldemārs Ģēģeris", [("Domes priekšsēdētāja vietnieks", "Voldemārs Ģēģeris")]),
    ("Komisijas\npriekšsēdētāja V.Dobe", [("Komisijas priekšsēdētāja", "V.Dobe")]),
    ("Sēdes vadītājs,\ndomes priekšsēdētājs\tM. Vaskis", [("Sēdes vadītājs, domes priekšsēdētājs", "M. Vaskis")]),
    ("Sēdes vadītājs\nDomes priekšsēdētājs\nM. Vaskis", [("Sēdes vadītājs Domes priekšsēdētājs", "M. Vaskis")]),
    ("Domes priekšsēdētāja vietnieks\nattīstības jautājumos\tJ. Kalns",
     [("Domes priekšsēdētāja vietnieks attīstības jautājumos", "J. Kalns")]),
    ("Domes priekšsēdētājs\n(personiskais paraksts)\nA. Bērziņš", [("Domes priekšsēdētājs", "A. Bērziņš")]),
    # the name first
    ("Leons Līdums\nDomes priekšsēdētājs", [("Domes priekšsēdētājs", "Leons Līdums")]),
    ("Leons Līdums, domes priekšsēdētājs", [("domes priekšsēdētājs", "Leons Līdums")]),
    # several
    ("Ministru prezidents A.Šķēle\nFinansu ministrs E.Krastiņš",
     [("Ministru prezidents", "A.Šķēle"), ("Finansu ministrs", "E.Krastiņš")]),
    ("Sēdes vadītājs\tEdvards Rijnieks\nProtokolētāja\tIngūna Pelše\nProtokols parakstīts 2023. gada 3. maijā",
     [("Sēdes vadītājs", "Edvards Rijnieks"), ("Protokolētāja", "Ingūna Pelše")]),
    ("Sēdi slēdz plkst. 12.30\nSēdes vadītāja S. Vīgupe\nProtokoliste L. Āre",
     [("Sēdes vadītāja", "S. Vīgupe"), ("Protokoliste", "L. Āre")]),
    ("Sēdes vadītājs,\ndomes priekšsēdētājs:\nA. Bērziņš\nProtokolēja: I. Ozola",
     [("Sēdes vadītājs, domes priekšsēdētājs", "A. Bērziņš"), ("Protokolēja", "I. Ozola")]),
    ("Sēdi vadīja\tAndris Bērziņš\nSēdi protokolēja\tInga Ozola",
     [("Sēdi vadīja", "Andris Bērziņš"), ("Sēdi protokolēja", "Inga Ozola")]),
    ("Sēdes vadītājs\tProtokolētāja\nEdvards Rijnieks\tIngūna Pelše",
     [("Sēdes vadītājs", "Edvards Rijnieks"), ("Protokolētāja", "Ingūna Pelše")]),
    ("Sēdes vadītājs A.Bērziņš\tProtokoliste L.Kalna", [("Sēdes vadītājs", "A.Bērziņš"), ("Protokoliste", "L.Kalna")]),
    ("Komisijas priekšsēdētājs\tA. Bērziņš\nKomisijas locekļi:\tI. Ozola\nJ. Kalns\nR. Egle",
     [("Komisijas priekšsēdētājs", "A. Bērziņš"), ("Komisijas locekļi", "I. Ozola"), ("Komisijas locekļi", "J. Kalns"),
      ("Komisijas locekļi", "R. Egle")]),
    # what stands about and signs nothing
    ("Domes priekšsēdētājs\tA.Krēsliņš\nKristīne Meldere 63000006", [("Domes priekšsēdētājs", "A.Krēsliņš")]),
    ("Domes priekšsēdētājs\tA.Krēsliņš\nGruntmane 67000013\nsimona.gruntmane@novads.lv",
     [("Domes priekšsēdētājs", "A.Krēsliņš")]),
    ("Domes priekšsēdētājs\tArvīds Čeveris\nIesniedz: Finanšu komiteja\nSagatavoja: Kaspars Liepa\nIzsniegt: Finanšu nodaļai",
     [("Domes priekšsēdētājs", "Arvīds Čeveris")]),
    ("Domes priekšsēdētājs\tArvīds Čeveris\nSagatavoja:\nJuridiskās nodaļas vadītāja I. Kalna",
     [("Domes priekšsēdētājs", "Arvīds Čeveris")]),
    ("Domes priekšsēdētājs\tA.Lakstīgals\nNORAKSTS PAREIZS\nLietvede I.Ozola\nKuldīgā, 28.03.2014.",
     [("Domes priekšsēdētājs", "A.Lakstīgals")]),
    ("Domes priekšsēdētājs\tA.Lakstīgals\nŠIS DOKUMENTS IR ELEKTRONISKI PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU",
     [("Domes priekšsēdētājs", "A.Lakstīgals")]),
    ("Domes priekšsēdētājs\tA.Lakstīgals\n* Dokuments parakstīts ar drošu elektronisko parakstu",
     [("Domes priekšsēdētājs", "A.Lakstīgals")]),
    ("Rīgā 2000.gada 21.janvārī\nSaeimas priekšsēdētājs J.Straume\nSaeimas sekretāre S.Dreimane",
     [("Saeimas priekšsēdētājs", "J.Straume"), ("Saeimas sekretāre", "S.Dreimane")]),
    ("Lēmumu var pārsūdzēt mēneša laikā.\nDomes priekšsēdētājs A.Ozols", [("Domes priekšsēdētājs", "A.Ozols")]),
    ("Pielikumā: Sadarbības līguma projekts uz 4 lp.\nDomes priekšsēdētāja\tZelma Urbāne",
     [("Domes priekšsēdētāja", "Zelma Urbāne")]),
    ("Ministru prezidents\tA. Šķēle\nMinistru prezidenta biedre, vides ministre\tI. Emša",
     [("Ministru prezidents", "A. Šķēle"), ("Ministru prezidenta biedre, vides ministre", "I. Emša")]),
    ("V. Dobe", [(None, "V. Dobe")]),
    ("Cēsīs, 2024. gada 3. maijā", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_blocks(words: str, expected: list[tuple[str | None, str]]) -> None:
    found = read_signatories(text_of(words), [(0, len(words))])
    assert [(s.role, s.name) for s in found] == expected


@pytest.mark.parametrize("words", [case[0] for case in CASES if case[1]])
def test_span_holds_the_name(words: str) -> None:
    for signatory in read_signatories(text_of(words), [(0, len(words))]):
        assert signatory.span
        printed = words[signatory.span[0]:signatory.span[1]]
        assert signatory.name.split()[-1].casefold() in printed.casefold()
