"""Builds the committed sample files: `data/raw/*.pdf` and everything in `tests/files`.

    python scripts/build_files.py [raw] [office] [encodings] [scans] [pdfs]

Needs reportlab and the Liberation fonts; for office files LibreOffice as well. What it writes is committed, so that
users and tests need neither.
"""
from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from office.docx import to_docx  # noqa: E402
from office.libre import convert  # noqa: E402
from office.model import finished, to_text  # noqa: E402
from office.page import to_html  # noqa: E402
from office.pdfs import PDFS  # noqa: E402
from office.sample import DECISION  # noqa: E402
from office.scan import as_pdf, pages, two_tone  # noqa: E402
from typeset import Style, typeset  # noqa: E402

CORPUS = ROOT / "tests" / "corpus" / "dev"
FILES = ROOT / "tests" / "files"


def raw() -> None:
    """The real decision and two written ones as PDF: what `make parse` starts with."""
    for source, target, style in (
        ("aizkraukle-750", "aizkraukle-750.pdf", Style()),
        ("c01-ogre-pirmpirkums", "ogre-214.pdf", Style(running_head="Ogres novada pašvaldības domes lēmums Nr. 214")),
        ("c13-kuldiga-vietnieks", "kuldiga-vietnieks.pdf", Style(page_numbers=False)),
    ):
        text = (CORPUS / f"{source}.txt").read_text("utf-8")
        (ROOT / "data" / "raw" / target).write_bytes(typeset(text, style, source))


def office() -> None:
    """One decision as every file an office makes, `licupe-318.*`: the DOCX is written here, LibreOffice saves the rest."""
    word = to_docx(DECISION)
    put("licupe-318.txt", to_text(DECISION).encode())
    put("licupe-318.docx", word)
    put("licupe-318.html", to_html(DECISION))
    for kind in ("odt", "rtf", "doc"):
        put(f"licupe-318.{kind}", convert({"licupe-318": word}, kind)["licupe-318"])
    put("licupe-318.pdf", convert({"licupe-318": to_docx(finished(DECISION))}, "pdf")["licupe-318"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("2024/augusts/Lēmums 318.docx", (2024, 8, 29, 0, 0, 0)), word, zipfile.ZIP_DEFLATED)
    put("licupe-318.zip", out.getvalue())


def encodings() -> None:
    """The same text in the encodings of three decades; what an encoding lacks its users typed otherwise."""
    for name, encoding in (("utf8-bom", "utf-8-sig"), ("utf16", "utf-16"), ("utf16be-bare", "utf-16-be"), ("cp1257", "cp1257"),
                           ("iso8859-13", "iso8859-13"), ("cp775", "cp775"), ("iso8859-4", "iso8859-4")):
        typed = to_text(DECISION)
        for sign, instead in (("–", "-"), ("“", '"'), ("”", '"'), ("²", "2"), ("¹", "1")):
            try:
                sign.encode(encoding)
            except UnicodeEncodeError:
                typed = typed.replace(sign, instead)
        put(f"licupe-318.{name}.txt", typed.replace("\n", "\r\n").encode(encoding))


def scans() -> None:
    """The decision's PDF printed and scanned: straight at 300 dpi in black and white, crooked at 200 dpi in grey, as TIFF."""
    pdf = (FILES / "licupe-318.pdf").read_bytes()
    put("licupe-318.scan.pdf", as_pdf(two_tone(pages(pdf, 300))))
    put("licupe-318.scan200.pdf", as_pdf(pages(pdf, 200, skew=1.3, noise=9), 200, quality=35))
    images = two_tone(pages(pdf, 300))
    out = io.BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:], compression="group4", dpi=(300, 300))
    put("licupe-318.tif", out.getvalue())


def pdfs() -> None:
    """PDFs with one difficulty each."""
    for name, make in PDFS.items():
        put(f"{name}.pdf", make())


def put(name: str, data: bytes) -> None:
    (FILES / name).write_bytes(data)


STEPS: dict[str, Callable[[], None]] = {"raw": raw, "office": office, "encodings": encodings, "scans": scans, "pdfs": pdfs}


def main() -> int:
    FILES.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or STEPS:
        STEPS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
