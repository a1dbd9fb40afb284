"""ODT → Source, from the XML: list numbers as Writer prints them, tracked deletions left out.

    <text:list> level 2 of "1." "1.1."   → "2.1. …"      <text:s text:c="3"/>     → spaces
    <text:tracked-changes>               → left out       <text:note>              → aside
"""
from __future__ import annotations

from typing import Any

from pipeline.read.archive import Archive, open_archive
from pipeline.read.docx_numbering import written
from pipeline.read.failures import failure
from pipeline.read.flowing import Align, FlowingText, whole
from pipeline.read.source import Source
from pipeline.read.xml import parse_xml

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE, FO, OFFICE, DRAW = (
    f"{{{OASIS}{name}:1.0}}" for name in ("text", "table", "style", "xsl-fo-compatible", "office", "drawing"))
KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
GONE = frozenset((TEXT + "tracked-changes", TEXT + "note", TEXT + "sequence-decls", OFFICE + "annotation", OFFICE + "forms",
                  TEXT + "soft-page-break"))
DEPTH = 60
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_odt(data: bytes, path: str) -> Source:
    """Raises `damaged`, `unsafe`, `bomb`, `encrypted`, `empty`."""
    with open_archive(data) as archive:
        if "content.xml" not in archive.names:
            raise failure("damaged", "no content.xml")
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise failure("encrypted", "an OpenDocument file")
        root = parse_xml(archive.read("content.xml"), "content.xml")
        styles = _part(archive, "styles.xml")
        text = FlowingText()
        body = root.find(f"{OFFICE}body/{OFFICE}text")
        if body is not None:
            Walker(text, Styles(root, styles)).blocks(body)
        _asides(root, styles, text)
    return text.source(data, path, MEDIA_TYPE)


def _part(archive: Archive, name: str) -> Any:
    return parse_xml(archive.read(name), name) if name in archive.names else None


def _asides(root: Any, styles: Any, text: FlowingText) -> None:
    for kind in ("header", "footer"):
        for element in styles.iter(STYLE + kind) if styles is not None else ():
            for paragraph in element.iter(TEXT + "p"):
                text.aside("header" if kind == "header" else "footer", inline(paragraph, Styles(root, styles)))
    for note in root.iter(TEXT + "note-body"):
        text.aside("footnote", "".join(note.itertext()))


class Styles:
    """Paragraph alignments, raised text styles and list levels, by name."""

    def __init__(self, *roots: Any) -> None:
        self._align: dict[str, Align] = {}
        self._parents: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self.raised: set[str] = set()
        self.capitals: set[str] = set()
        self.hidden: set[str] = set()
        self.levels: dict[str, dict[int, Any]] = {}
        for root in roots:
            for style in root.iter(STYLE + "style") if root is not None else ():
                self._style(style)
            for listing in root.iter(TEXT + "list-style") if root is not None else ():
                self.levels[listing.get(STYLE + "name") or ""] = {
                    whole(level.get(TEXT + "level"), 1): level for level in listing if isinstance(level.tag, str)}

    def _style(self, style: Any) -> None:
        name = style.get(STYLE + "name") or ""
        if style.get(STYLE + "parent-style-name"):
            self._parents[name] = style.get(STYLE + "parent-style-name")
        if style.get(STYLE + "list-style-name"):
            self._lists[name] = style.get(STYLE + "list-style-name")
        paragraph = style.find(STYLE + "paragraph-properties")
        align = paragraph.get(FO + "text-align") if paragraph is not None else None
        if align in ("center", "end", "right", "start", "left", "justify"):
            self._align[name] = "center" if align == "center" else "right" if align in ("end", "right") else "left"
        letters = style.find(STYLE + "text-properties")
        position = (letters.get(STYLE + "text-position") or "") if letters is not None else ""
        if position.startswith("super") or (position[:1].isdigit() and not position.startswith("0")):
            self.raised.add(name)
        if letters is not None and letters.get(FO + "text-transform") == "uppercase":
            self.capitals.add(name)
        if letters is not None and letters.get(TEXT + "display") == "none":
            self.hidden.add(name)

    def in_capitals(self, name: str) -> bool:
        """Whether a paragraph style, or one it is based on, prints capitals."""
        for _ in range(12):
            if name in self.capitals:
                return True
            name = self._parents.get(name, "")
        return False

    def align(self, name: str) -> Align:
        for _ in range(12):
            if name in self._align:
                return self._align[name]
            if name not in self._parents:
                return "left"
            name = self._parents[name]
        return "left"


class Walker:
    """Goes through the body in order, counting lists as it goes."""

    def __init__(self, text: FlowingText, styles: Styles) -> None:
        self.text = text
        self.styles = styles
        self.counters: dict[str, dict[int, int]] = {}

    def blocks(self, parent: Any, depth: int = 0) -> None:
        if depth > DEPTH:
            raise failure("unsafe", "elements nested without end")
        for element in parent:
            if element.tag in (TEXT + "p", TEXT + "h"):
                self.paragraph(element, "")
            elif element.tag == TEXT + "list":
                self.list(element, 1, element.get(TEXT + "style-name") or "", depth + 1)
            elif element.tag == TABLE + "table":
                self.table(element)
            elif element.tag not in GONE:
                self.blocks(element, depth + 1)

    def paragraph(self, element: Any, label: str) -> None:
        words = inline(element, self.styles)
        words = words.upper() if self.styles.in_capitals(element.get(TEXT + "style-name") or "") else words
        align = self.styles.align(element.get(TEXT + "style-name") or "")
        self.text.paragraph(f"{label} {words.lstrip()}" if label else words, align)
        for box in element.iter(DRAW + "text-box"):
            self.blocks(box, 1)

    def list(self, element: Any, level: int, style: str, depth: int) -> None:
        if depth > DEPTH:
            raise failure("unsafe", "elements nested without end")
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list")
        counters = self.counters.setdefault(style, {})
        if level == 1 and not goes_on:
            counters.clear()
        for item in element:
            first = item.tag == TEXT + "list-item"
            if first and item.get(TEXT + "start-value"):
                counters[level] = whole(item.get(TEXT + "start-value"), 1) - 1
            for child in item:
                if child.tag == TEXT + "list":
                    self.list(child, level + 1, child.get(TEXT + "style-name") or style, depth + 1)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    self.paragraph(child, self.label(style, level, counters) if first else "")
                    first = False
                else:
                    self.blocks(item, depth + 1)

    def label(self, style: str, level: int, counters: dict[int, int]) -> str:
        shape = self.styles.levels.get(style, {}).get(level)
        if shape is None or shape.tag == TEXT + "list-level-style-image":
            return ""
        if shape.tag == TEXT + "list-level-style-bullet":
            return "-"
        counters[level] = counters.get(level, whole(shape.get(TEXT + "start-value"), 1) - 1) + 1
        for deeper in [d for d in counters if d > level]:
            del counters[deeper]
        if not shape.get(STYLE + "num-format"):
            return (shape.get(STYLE + "num-prefix") or "") + (shape.get(STYLE + "num-suffix") or "")
        first = max(1, level - whole(shape.get(TEXT + "display-levels"), 1) + 1)
        kinds = {at: KINDS.get((entry.get(STYLE + "num-format") or "1"), "decimal")
                 for at, entry in self.styles.levels.get(style, {}).items()}
        number = ".".join(written(counters.setdefault(at, 1), kinds.get(at, "decimal")) for at in range(first, level + 1))
        return (shape.get(STYLE + "num-prefix") or "") + number + (shape.get(STYLE + "num-suffix") or "")

    def table(self, table: Any) -> None:
        for row in table.iter(TABLE + "table-row"):
            if next(row.iterancestors(TABLE + "table")) is not table:
                continue
            cells = [[inline(p, self.styles).strip() for p in cell.iter(TEXT + "p")]
                     for cell in row if cell.tag == TABLE + "table-cell"]
            if len(cells) == 1:
                for words in cells[0]:
                    self.text.paragraph(words)
            elif len(cells) <= 3 and max(map(len, cells), default=0) > 1:
                for index in range(max(map(len, cells))):
                    self.text.row([cell[index] if index < len(cell) else "" for cell in cells])
            else:
                self.text.row([" ".join(cell) for cell in cells])


def inline(element: Any, styles: Styles, depth: int = 0) -> str:
    """The characters of a paragraph; boxes and notes in it are not entered."""
    parts = [element.text or ""]
    if depth > DEPTH:
        raise failure("unsafe", "elements nested without end")
    for child in element:
        if child.tag == TEXT + "s":
            parts.append(" " * min(whole(child.get(TEXT + "c"), 1), 200))
        elif child.tag == TEXT + "tab":
            parts.append("\t")
        elif child.tag == TEXT + "line-break":
            parts.append("\n")
        elif child.tag not in GONE and child.tag != DRAW + "frame":
            name, words = child.get(TEXT + "style-name"), inline(child, styles, depth + 1)
            words = "" if name in styles.hidden else words.upper() if name in styles.capitals else words
            parts.append(words.translate(SUPERSCRIPT) if name in styles.raised else words)
        parts.append(child.tail or "")
    return "".join(parts)
