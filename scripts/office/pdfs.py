"""PDF files with one difficulty each: how printers' drivers, scanners and old programs have left them."""
from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen.canvas import Canvas
from typeset import Style, register_fonts, typeset

from office.scan import pages

FONT = "LiberationSerif-Regular"
PASSWORD = "ezers"      # of `locked.pdf`
MISREAD = dict(zip("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "âèçìîíïòðûþÂÈÇÌÎÍÏÒÐÛÞ", strict=True))

FORMS = """LATVIJAS REPUBLIKA
LĪČUPES NOVADA DOME

L Ē M U M S
Līčupē
2024. gada 26. septembrī                                        Nr. 341 (prot. Nr. 12, 9. p.)

Par zemes vienības oﬁciālo nosaukumu

Līčupes novada dome izskatīja zemes ierīkotājas iesniegumu par zemes vienības sadali. Zemes vienības
platība ir 1,2 ha, un tā robežojas ar valsts auto-
ceļu. Saskaņā ar Zemes ierīcības likuma 8.¹ pantu un Adresācijas noteikumu 2.² punktu, atklāti balsojot
ar 8 balsīm “PAR”, “PRET” – nav, “ATTURAS” – nav, Līčupes novada dome n o l e m j :

1. Piešķirt zemes vienībai nosaukumu “Fiņķi”.
2. Lēmumu nosūtīt Valsts zemes dienestam.

Domes priekšsēdētājs                                            Andris Bērziņš
Sekretāre                                                       Ilze Kalniņa
"""
PLAIN = ("LĒMUMS Nr. 77", "Līčupē, 2023. gada 23. martā", "Par ceļu uzturēšanas klasēm",
         "Līčupes novada dome, atklāti balsojot, vienbalsīgi nolemj:",
         "1. Noteikt pašvaldības ceļiem uzturēšanas klases.", "2. Šķembas un granti iegādāties līdz rudenim.",
         "Domes priekšsēdētājs Andris Bērziņš")


def forms() -> bytes:
    """Two columns, raised figures, ligatures, spaced-out words, hyphens, running head, page number, a stamp at the edge."""
    style = Style(running_head="Līčupes novada domes lēmums Nr. 341",
                  footer="Šis dokuments ir parakstīts ar drošu elektronisko parakstu un satur laika zīmogu")
    more = "3. Noteikt zemes vienībai lietošanas mērķi.\n4. Izpildi kontrolē izpilddirektors.\n"
    return typeset(FORMS.replace("\nDomes", "\n" * 32 + more + "\nDomes"), style, "forms")


def canvas_of(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines(canvas: Canvas, x: float, y: float, words: tuple[str, ...] = PLAIN) -> None:
    canvas.setFont(FONT, 12)
    for number, line in enumerate(words):
        canvas.drawString(x, y - 22 * number, line)


def rotated() -> bytes:
    """One page turned by its /Rotate, one whose letters themselves run upwards, and a stamp across the usual direction."""
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.saveState()
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        lines(canvas, 80, A4[0] - 80)
        canvas.restoreState()
        canvas.showPage()
        canvas.setPageRotation(0)
        canvas.saveState()
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        lines(canvas, 80, A4[0] - 80, ("Pielikums", "Līčupes novada domes", "23.03.2023. lēmumam Nr. 77",
                                       "Ceļu saraksts un to klases"))
        canvas.restoreState()
        canvas.setFont(FONT, 9)
        canvas.drawString(60, 60, "KOPIJA PAREIZA")
        canvas.showPage()
    return canvas_of(draw)


@contextmanager
def codes_as(change: Callable[[int], int]) -> Iterator[None]:
    """Fonts whose map from codes to characters says something else than what is drawn."""
    real = ttfonts.makeToUnicodeCMap
    ttfonts.makeToUnicodeCMap = lambda name, subset: real(name, [change(code) for code in subset])
    try:
        yield
    finally:
        ttfonts.makeToUnicodeCMap = real


def unmapped() -> bytes:
    """Letters that look right and copy as private-use codes."""
    with codes_as(lambda code: code if code == 32 else 0xE000 + code % 0x1000):
        return canvas_of(lambda canvas: lines(canvas, 80, 740))


def latin1() -> bytes:
    """Windows-1257 that a driver took for Latin-1."""
    with codes_as(lambda code: ord(MISREAD.get(chr(code), chr(code)))):
        return canvas_of(lambda canvas: lines(canvas, 80, 740))


def mixed() -> bytes:
    """A typed page, and a scanned one behind it."""
    scan = pages(canvas_of(lambda canvas: lines(canvas, 80, 740, (
        "1. pielikums", "Līčupes novada domes lēmumam Nr. 77", "Ceļu saraksts: Ezera ceļš, Kalna ceļš, Upes ceļš"))), 200)[0]
    grey = io.BytesIO()
    scan.point(lambda v: 255 if v > 150 else 0).convert("1").save(grey, "PNG")

    def draw(canvas: Canvas) -> None:
        lines(canvas, 80, 740)
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.open(grey)), 0, 0, *A4)
        canvas.showPage()
    return canvas_of(draw)


def locked() -> bytes:
    lock = StandardEncryption(PASSWORD, ownerPassword="x", strength=128)
    return canvas_of(lambda canvas: lines(canvas, 80, 740), encrypt=lock)


def many(count: int = 100_000) -> bytes:
    """A small file that claims a hundred thousand pages: one page, named so often in the page tree."""
    kids = b"3 0 R " * count
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (out + b"xref\n0 4\n0000000000 65535 f \n" + table + b"trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n"
            + b"%d\n%%%%EOF" % len(out))


PDFS: dict[str, Callable[[], bytes]] = {
    "forms": forms, "rotated": rotated, "unmapped": unmapped, "latin1": latin1, "mixed": mixed, "locked": locked}
