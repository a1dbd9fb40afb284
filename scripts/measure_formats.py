"""Measures what each file format costs: the development corpus rendered in every one, parsed, scored field by field.

    python scripts/measure_formats.py [--scans] [--only NAME …] [--verbose] [--write]

Born-digital formats go to docs/FORMATS.md, scans (`--scans`) to docs/OCR.md. Needs LibreOffice, reportlab, the Liberation
fonts, and Tesseract for scans.
"""
from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]

from office.docx import to_docx  # noqa: E402
from office.libre import convert  # noqa: E402
from office.model import Align, Document, from_paragraphs  # noqa: E402
from office.page import to_html  # noqa: E402
from office.scan import as_pdf, pages  # noqa: E402
from typeset import Style, fill, typeset  # noqa: E402

from pipeline.clean.cleaner import clean  # noqa: E402
from pipeline.eval.score import Scores, add, macro  # noqa: E402
from pipeline.flow import parse_source  # noqa: E402
from pipeline.read.options import ReadOptions  # noqa: E402
from pipeline.read.readers import read  # noqa: E402
from pipeline.read.source import ReadError  # noqa: E402

GOLD = ROOT / "tests" / "corpus" / "dev"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SERIF = Style()
SANS = Style(size=11, font="LiberationSans", running_head="Domes sēdes materiāli", footer="Dokumentu vadības sistēma",
             justify=False)
Files = dict[str, bytes]


class Measured(NamedTuple):
    """One format's figures over the corpus."""

    scores: Scores
    errors: float       # characters wrong, a character of plain text
    letters: float      # the same, letters and digits only


def texts() -> Files:
    return {p.stem: p.read_bytes() for p in sorted(GOLD.glob("*.txt"))}


def documents() -> dict[str, Document]:
    """The corpus as a word processor would hold it: finished paragraphs, numbers made by the list."""
    made = {}
    for name, data in texts().items():
        text = clean(read(data, f"{name}.txt")[0])
        rows: list[tuple[str, Align, int]] = [
            (text.text[p.start:p.end], "center" if p.centered else "left", p.blank_before) for p in text.paragraphs]
        made[name] = from_paragraphs(rows, name)
    return made


def office(kind: str) -> Callable[[], Files]:
    return lambda: convert({name: to_docx(one) for name, one in documents().items()}, kind)


def printed(style: Style) -> Files:
    return {name: typeset(fill(data.decode(), style), style, name) for name, data in texts().items()}


def scanned(dpi: int, skew: float, noise: float, blur: float) -> Callable[[], Files]:
    return lambda: {name: as_pdf(pages(pdf, dpi, skew, noise, blur), dpi, 75) for name, pdf in office("pdf")().items()}


BORN_DIGITAL: dict[str, Callable[[], Files]] = {
    "DOCX, numbers made by Word's lists": lambda: {name: to_docx(one) for name, one in documents().items()},
    "ODT saved by LibreOffice": office("odt"),
    "RTF saved by LibreOffice": office("rtf"),
    "HTML, a municipality's page": lambda: {name: to_html(one) for name, one in documents().items()},
    "HTML saved by LibreOffice": office("html"),
    "PDF by LibreOffice": office("pdf"),
    "PDF, serif, justified, page numbers": lambda: printed(SERIF),
    "PDF, sans, running head and foot": lambda: printed(SANS),
}
SCANS: dict[str, Callable[[], Files]] = {
    "300 dpi, clean": scanned(300, 0, 0, 0),
    "300 dpi, 1° skew, noise": scanned(300, 1.0, 12, 0.6),
    "200 dpi, clean": scanned(200, 0, 0, 0),
    "200 dpi, 1° skew, noise": scanned(200, 1.0, 12, 0.5),
}


def measure(files: Files, plain: dict[str, str]) -> Measured:
    scores = Scores()
    wrong = wrong_letters = size = size_letters = 0
    for name, data in files.items():
        gold = json.loads((GOLD / f"{name}.gold.json").read_text("utf-8"))
        text, records = "", []
        try:
            for source in read(data, name, ReadOptions(ocr_jobs=2)):
                text += clean(source).text
                records += [json.loads(d.model_dump_json()) for d in parse_source(source).decisions]
        except ReadError as error:
            print(f"{name}: {error.code}: {error.message}", file=sys.stderr)
        add(scores, name, gold, records)
        a, b = squeeze(plain[name]), squeeze(text)
        wrong, size = wrong + distance(a, b), size + len(a)
        a, b = re.sub(r"\W", "", a), re.sub(r"\W", "", b)
        wrong_letters, size_letters = wrong_letters + distance(a, b), size_letters + len(a)
    return Measured(scores, wrong / size, wrong_letters / size_letters)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def distance(a: str, b: str) -> int:
    """Levenshtein's, by Myers' bit vectors: one step a character of `b`, whatever the length of `a`."""
    if not a:
        return len(b)
    mask, last = (1 << len(a)) - 1, 1 << (len(a) - 1)
    where: dict[str, int] = {}
    for index, char in enumerate(a):
        where[char] = where.get(char, 0) | 1 << index
    up, down, score = mask, 0, len(a)
    for char in b:
        equal = where.get(char, 0)
        sideways = equal | down
        equal |= ((equal & up) + up) ^ up
        plus, minus = down | ~(equal | up) & mask, up & equal
        score += bool(plus & last) - bool(minus & last)
        plus, minus = (plus << 1 | 1) & mask, (minus << 1) & mask
        up, down = minus | ~(sideways | plus) & mask, plus & sideways
    return score


def table(found: dict[str, Measured], base: Measured) -> Iterator[str]:
    fields = list(base.scores.tallies)
    yield "| format | mean F1 | against text | wrong characters | wrong letters, digits |"
    yield "|---|---|---|---|---|"
    for name, one in {"plain text": base, **found}.items():
        mean = macro(one.scores.tallies)
        yield f"| {name} | {mean:.4f} | {mean - macro(base.scores.tallies):+.4f} | {one.errors:.2%} | {one.letters:.2%} |"
    yield ""
    yield "Fields (F1) that a format changes:"
    yield ""
    yield "| format | field: F1 in plain text → in this format |"
    yield "|---|---|"
    for name, one in found.items():
        changed = [f"{field}: {base.scores.tallies[field].f1:.3f} → {one.scores.tallies[field].f1:.3f}" for field in fields
                   if field not in one.scores.tallies
                   or abs(one.scores.tallies[field].f1 - base.scores.tallies[field].f1) > 0.0005]
        yield f"| {name} | {'; '.join(changed) or 'none'} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scans", action="store_true")
    parser.add_argument("--only", nargs="*", default=[], help="formats whose names begin so")
    parser.add_argument("--verbose", action="store_true", help="what is wrong in a format and right in plain text")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    chosen = SCANS if given.scans else BORN_DIGITAL
    plain = {name: clean(read(data, f"{name}.txt")[0]).text for name, data in texts().items()}
    base = measure(texts(), plain)
    known = {d.name: set(d.wrong) for d in base.scores.documents}
    found = {}
    for name, make in chosen.items():
        if given.only and not name.startswith(tuple(given.only)):
            continue
        found[name] = measure(make(), plain)
        for document in found[name].scores.documents if given.verbose else ():
            for line in document.wrong:
                if line not in known[document.name]:
                    print(f"{name} | {document.name} | {line}")
    report = "\n".join(table(found, base))
    print(report)
    if given.write:
        page = ROOT / "docs" / ("OCR.md" if given.scans else "FORMATS.md")
        text = page.read_text("utf-8")
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        page.write_text(f"{before}{BEGIN}\n{report}\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
