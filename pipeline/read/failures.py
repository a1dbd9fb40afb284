"""Why a document could not be read: the one table of codes. `docs/FAILURES.md` explains each; a test compares the two."""
from __future__ import annotations

from typing import NamedTuple

from pipeline.read.source import ReadError


class Failure(NamedTuple):
    """One row: what happened, and what the user can do about it."""

    what: str
    do: str


FAILURES: dict[str, Failure] = {
    "empty": Failure("The file has no content: no bytes, or no letter of text.",
                     "Ask whoever sent it for the file again."),
    "unreadable": Failure("The bytes are of no kind that lemumi reads.",
                          "Open it with the program that made it and save it as PDF or DOCX."),
    "damaged": Failure("The file is of a known kind, but cut off or broken inside.",
                       "Get a fresh copy, or open it in its own program and save it again."),
    "encoding": Failure("The text is in no encoding that gives Latvian words: not UTF-8, UTF-16, Windows-1257, "
                        "ISO 8859-13, ISO 8859-4 or CP775.",
                        "Save it as UTF-8."),
    "encrypted": Failure("The file is locked with a password and no password given opens it.",
                         "Give its password with `--password-file`, or save it without one."),
    "needs_ocr": Failure("Pages are images without text, and Tesseract or its Latvian data is missing or switched off.",
                         "Install Tesseract with Latvian (`make ocr`; docs/OCR.md) and run again."),
    "ocr_failed": Failure("Tesseract could not read a page within its time, or found no letters on any.",
                          "Scan it again at 300 dpi, upright and sharp."),
    "old_office": Failure("A binary Word file (.doc) of 1997–2003, and LibreOffice is not there to convert it.",
                          "Install LibreOffice, or save the file as DOCX or PDF."),
    "too_large": Failure("The file, its text or its number of pages is above the limit.",
                         "Split it, or raise the limit in `pipeline/read/limits.py`."),
    "bomb": Failure("A container unpacks to far more than any archive of documents does.",
                    "Do not open it; report where it came from."),
    "unsafe": Failure("The file uses tricks that no honest document needs: paths out of its container, XML entities "
                      "that grow or load other files, containers nested without end.",
                      "Do not open it; report where it came from."),
    "no_document": Failure("The container holds no document: nothing inside it is of a kind lemumi reads.",
                           "Look inside; add the document itself to the input."),
}


def failure(code: str, detail: str = "") -> ReadError:
    """The error to raise for `code`: the table's words, with what is special about this file in brackets."""
    row = FAILURES[code]
    return ReadError(code, f"{row.what}{f' ({detail})' if detail else ''} {row.do}")
