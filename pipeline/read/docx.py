"""DOCX → Source, from the XML itself: what Word prints, tracked changes accepted, list numbers as Word would set them.

    <w:ins>…</w:ins>, <w:moveTo>             → kept          <w:del>, <w:moveFrom>      → left out
    <w:numPr> level 1 of `%1.%2.`            → "2.1. …"      <w:vertAlign superscript>  → "14.¹ pants"
    <w:caps>, also from a style              → CAPITALS      <w:vanish>             → left out
    headers, footers, footnotes, endnotes    → asides
"""
from __future__ import annotations

from typing import Any

from pipeline.read.archive import Archive, open_archive
from pipeline.read.docx_numbering import Numbering, W, number_of, switched_on
from pipeline.read.failures import failure
from pipeline.read.flowing import Align, AsideKind, FlowingText
from pipeline.read.source import Source
from pipeline.read.xml import parse_xml

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
GONE = frozenset(W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "footnoteReference", "sdtPr",
                                       "proofErr", "bookmarkStart", "bookmarkEnd", "fldChar", "annotationRef"))
PARTS: tuple[tuple[str, AsideKind], ...] = (
    ("header", "header"), ("footer", "footer"), ("footnotes", "footnote"), ("endnotes", "footnote"))
DEPTH = 60
TEXT_BOX = W + "txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(data: bytes, path: str) -> Source:
    """Raises `damaged`, `unsafe`, `bomb`, `empty`."""
    with open_archive(data) as archive:
        name = next((n for n in ("word/document.xml", "word/document2.xml") if n in archive.names), None)
        if name is None:
            raise failure("damaged", "no word/document.xml")
        body = parse_xml(archive.read(name), name).find(W + "body")
        numbering = Numbering(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
        text = FlowingText()
        if body is not None:
            Walker(text, numbering).body(body)
        for part, kind in PARTS:
            _asides(archive, part, kind, text)
    return text.source(data, path, MEDIA_TYPE)


def _part(archive: Archive, name: str) -> Any:
    return parse_xml(archive.read(name), name) if name in archive.names else None


def _asides(archive: Archive, part: str, kind: AsideKind, text: FlowingText) -> None:
    seen = set()
    for name in sorted(n for n in archive.names if n.startswith(f"word/{part}") and n.endswith(".xml")):
        root = _part(archive, name)
        for paragraph in root.iter(W + "p"):
            words = run_text(paragraph).strip()
            if words and words not in seen:
                seen.add(words)
                text.aside(kind, words)


class Walker:
    """Goes through the body in order."""

    def __init__(self, text: FlowingText, numbering: Numbering) -> None:
        self.text = text
        self.numbering = numbering
        self.carried = ""      # words of a paragraph whose mark was deleted: they run into the next

    def body(self, element: Any) -> None:
        self.blocks(element)
        if self.carried:
            self.text.paragraph(self.carried)

    def blocks(self, parent: Any, depth: int = 0) -> None:
        for element in parent:
            if element.tag == W + "p":
                self.paragraph(element)
            elif element.tag == W + "tbl":
                self.table(element)
            elif element.tag not in GONE:     # content controls, inserted blocks
                if depth > DEPTH:
                    raise failure("unsafe", "elements nested without end")
                self.blocks(element, depth + 1)

    def paragraph(self, element: Any) -> None:
        properties = element.find(W + "pPr")
        words, self.carried = self.carried + self.words(element, properties), ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.carried = words
            return
        label = self.numbering.label(properties)
        if label and (words.strip() or label.rstrip(".)").isdigit()):
            words = f"{label} {words.lstrip()}"
        self.text.paragraph(words, self.numbering.alignment(properties))
        for box in text_boxes(element):
            self.blocks(box)

    def words(self, element: Any, properties: Any) -> str:
        words = run_text(element)
        return words.upper() if self.numbering.capitals(properties) else words

    def table(self, table: Any) -> None:
        """Rows as lines. A table of one column is a frame around paragraphs, a row of two whose cells hold several
        paragraphs is a layout (letterheads, signatures): there paragraph stands beside paragraph."""
        for row in rows_of(table):
            cells = [self.cell(cell) for cell in row]
            if len(cells) == 1:
                for words, align in cells[0]:
                    self.text.paragraph(words, align)
            elif len(cells) <= 3 and max(map(len, cells), default=0) > 1:
                for index in range(max(map(len, cells))):
                    self.text.row([cell[index][0] if index < len(cell) else "" for cell in cells])
            else:
                self.text.row([" ".join(words for words, _ in cell) for cell in cells])

    def cell(self, cell: Any) -> list[tuple[str, Align]]:
        found: list[tuple[str, Align]] = []
        for element in cell.iter(W + "p"):
            properties = element.find(W + "pPr")
            label = self.numbering.label(properties)
            words = self.words(element, properties).strip()
            if words or label:
                found.append((f"{label} {words}".strip() if label else words, self.numbering.alignment(properties)))
        return found


def rows_of(table: Any) -> list[list[Any]]:
    """Rows that were not deleted, as lists of cells; cells inside content controls count too."""
    rows = []
    for row in table.iter(W + "tr"):
        if next((a for a in row.iterancestors(W + "tbl")), None) is not table or row.find(f"{W}trPr/{W}del") is not None:
            continue
        rows.append([cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row])
    return rows


def run_text(element: Any) -> str:
    """The characters of a paragraph, deleted ones left out, text boxes not entered."""
    parts: list[str] = []
    _collect(element, parts, 0)
    return "".join(parts)


def _collect(element: Any, parts: list[str], depth: int) -> None:
    if depth > DEPTH:
        raise failure("unsafe", "elements nested without end")
    for child in element:
        tag = child.tag
        if tag == W + "t":
            parts.append(child.text or "")
        elif tag == W + "r":
            run: list[str] = []
            _collect(child, run, depth + 1)
            parts.append(_dressed(child.find(W + "rPr"), "".join(run)))
        elif tag in (W + "tab", W + "ptab"):
            parts.append("\t")
        elif tag in (W + "br", W + "cr"):
            parts.append("\n")
        elif tag == W + "noBreakHyphen":
            parts.append("\u2011")
        elif tag == W + "sym":
            parts.append("–" if child.get(W + "char") in ("F02D", "2013") else "•")
        elif tag not in GONE and tag not in (TEXT_BOX, FALLBACK):
            _collect(child, parts, depth + 1)


def _dressed(properties: Any, words: str) -> str:
    """A run's characters as its properties print them."""
    if properties is None or not words:
        return words
    if switched_on(properties.find(W + "vanish")):
        return ""
    if switched_on(properties.find(W + "caps")):
        words = words.upper()
    raised, position = properties.find(W + "vertAlign"), properties.find(W + "position")     # position: half-points up
    if raised is not None:
        return words.translate(SUPERSCRIPT) if raised.get(W + "val") == "superscript" else words
    return words.translate(SUPERSCRIPT) if number_of(position, 0) >= 4 else words


def text_boxes(paragraph: Any) -> list[Any]:
    """Boxes anchored in a paragraph; of the two versions Word writes of each, the newer."""
    return [box for box in paragraph.iter(TEXT_BOX) if not any(a.tag == FALLBACK for a in box.iterancestors())]
