"""The decision that stands in `tests/files` in every format. Its council, people and numbers are invented."""
from __future__ import annotations

from office.model import Document, Par, Table

DECISION = Document((
    Par("LATVIJAS REPUBLIKA", "center", bold=True),
    Par("LĪČUPES NOVADA DOME", "center", bold=True),
    Par("Reģ. Nr. 90000099999, Ezera iela 1, Līčupe, Līčupes novads, LV-5999", "center"),
    Par(""),
    Par("LĒMUMS", "center", bold=True),
    Par("Līčupē", "center"),
    Par(""),
    Par("2024. gada 29. augustā\tNr. 318"),
    Par("\t(protokols Nr. 11, 7. p.)"),
    Par(""),
    Par("Par telpu nomas maksu Līčupes kultūras centrā", bold=True),
    Par(""),
    Par("Līčupes novada pašvaldība 2024. gada 5. augustā saņēma biedrības “Līčupes koris” iesniegumu par mēģinājumu zāles "
        "nomu. Zāles platība ir 84 m², {-un tā-}{+kas+} trešdienās no plkst. 18.00 ir brīva."
        "{^Telpu noslodzes grafiks kultūras centra lietvedībā.^}"),
    Par(""),
    Par("Maksa aprēķināta šādi:"),
    Table((("Telpa", "Platība, m²", "Maksa stundā, EUR"), ("Lielā zāle", "210", "24,00"), ("Mēģinājumu zāle", "84", "8,50"),
           ("Semināru telpa", "32", "5,00"))),
    Par(""),
    Par("Pamatojoties uz Pašvaldību likuma 10. panta pirmās daļas 21. punktu, Publiskas personas mantas atsavināšanas likuma "
        "14.¹ panta otro daļu, Ministru kabineta 2018. gada 20. februāra noteikumu Nr. 97 “Publiskas personas mantas "
        "iznomāšanas noteikumi” 12. punktu un Līčupes novada domes Finanšu komitejas 2024. gada 20. augusta atzinumu "
        "(protokols Nr. 8), atklāti balsojot ar 9 balsīm “PAR” (Andris Bērziņš, Ilze Kalniņa, Pēteris Ozols, Dace Liepiņa, "
        "Juris Krūmiņš, "
        "Anna Zariņa, Māris Vītols, Zane Eglīte, Kārlis Ābols), “PRET” – nav, “ATTURAS” – 1 (Guntis Šķēle), "
        "Līčupes novada dome"),
    Par("NOLEMJ:", "center", bold=True),
    Par("Iznomāt biedrībai “Līčupes koris” mēģinājumu zāli Ezera ielā 3, Līčupē, trešdienās no plkst. 18.00 līdz plkst. 21.00.",
        level=1),
    Par("Noteikt nomas maksu:", level=1),
    Par("mācību gada laikā – 8,50 EUR stundā bez pievienotās vērtības nodokļa;", level=2),
    Par("jūnijā, jūlijā un augustā – 6,00 EUR stundā bez pievienotās vērtības nodokļa.", level=2),
    Par("Uzdot kultūras centra direktorei Ilonai Kārkliņai līdz 2024. gada 15. septembrim noslēgt nomas līgumu saskaņā ar "
        "1. pielikumu.", level=1),
    Par("Kontroli par lēmuma izpildi {-uzdot-}{+veikt+} izpilddirektoram Jānim Kalējam.", level=1),
    Par(""),
    Par("Pielikumā: Nomas līguma projekts uz 3 lp."),
    Par(""),
    Par("Domes priekšsēdētājs\tAndris Bērziņš"),
    Par(""),
    Par("Lēmumu var pārsūdzēt Administratīvajā rajona tiesā viena mēneša laikā no tā spēkā stāšanās dienas."),
    Par("ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU", "center"),
), header="Līčupes novada domes 29.08.2024. lēmums Nr. 318", footer="", name="licupe-318")
