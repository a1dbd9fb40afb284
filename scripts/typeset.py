"""Typesets plain text as PDF the way a council's office does: serif letters, justified lines, letterhead, page numbers.

One line of the text is one printed line of the page; leading spaces say where it stands, three or more spaces inside
a line are a gap between columns. Used by `build_files.py`; needs reportlab and the Liberation fonts (`make dev`).
"""
from __future__ import annotations

import io
import itertools
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/liberation")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LEFT, RIGHT, TOP, BOTTOM = 85.0, 42.0, 57.0, 57.0   # margins of Cabinet Regulation No 558 (2018): 30, 15, 20, 20 mm


@dataclass(frozen=True)
class Style:
    """How a page looks."""

    size: float = 12.0
    leading: float = 1.18
    font: str = "LiberationSerif"
    running_head: str | None = None
    footer: str | None = None
    page_numbers: bool = True
    justify: bool = True


def register_fonts() -> None:
    for family in ("LiberationSerif", "LiberationSans"):
        for face in ("Regular", "Bold"):
            pdfmetrics.registerFont(TTFont(f"{family}-{face}", FONTS / f"{family}-{face}.ttf"))


def typeset(text: str, style: Style = Style(), title: str = "") -> bytes:
    """A PDF of `text`; the same text always gives the same bytes."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    page = 0
    y = 0.0
    columns = max((len(line.rstrip()) for line in text.splitlines()), default=80)
    for group in lines_of(text):
        for line in group:
            if page == 0 or y < BOTTOM + style.size * 2:
                if page:
                    canvas.showPage()
                page += 1
                furniture(canvas, style, page)
                y = A4[1] - TOP - style.size - (18 if style.running_head and page > 1 else 0)
            if line.strip():
                put_line(canvas, line, y, style, columns, last=line is group[-1])
            y -= style.size * style.leading
    canvas.save()
    return out.getvalue()


def fill(text: str, style: Style = Style()) -> str:
    """Lines that are whole paragraphs broken at the page's width; a text that is broken already stays as it is."""
    register_fonts()
    font, width = f"{style.font}-Regular", A4[0] - LEFT - RIGHT
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) < 110 or re.search(r"\S\s{3,}\S|\t", line):
            lines.append(line)
            continue
        at = ""
        for word in line.split():
            longer = f"{at} {word}" if at else word
            if at and measure(longer, font, style.size) > width:
                lines.append(at)
                longer = word
            at = longer
        lines.append(at)
    return "\n".join(lines)


def lines_of(text: str) -> list[list[str]]:
    """The text's printed lines, grouped so that the last of a group is not justified; doubled blank lines are single ones."""
    lines = unicodedata.normalize("NFC", text).replace("\f", "\n").replace("\t", " " * 12).splitlines()
    doubled = sum(not b.strip() for a, b in itertools.pairwise(lines) if a.strip()) > 0.8 * sum(
        bool(line.strip()) for line in lines)
    if doubled:
        lines = re.sub(r"\n[ \t]*\n", "\n", "\n".join(lines)).split("\n")
    groups: list[list[str]] = []
    for index, line in enumerate(lines):
        fresh = not groups or ends_paragraph(lines[index - 1], line)
        if fresh:
            groups.append([])
        groups[-1].append(line)
    return groups


def ends_paragraph(line: str, following: str) -> bool:
    if not line.strip() or not following.strip() or len(line.strip()) < 60:
        return True
    return bool(re.match(r"\s*(\d+\.(\d+\.)*|\d+\)) ?\S", following)) and line.rstrip()[-1] in ".:;"


def put_line(canvas: Canvas, line: str, y: float, style: Style, columns: int, *, last: bool) -> None:
    width = A4[0] - LEFT - RIGHT
    body = line.rstrip()
    indent = len(body) - len(body.lstrip())
    pieces = [(m.start(), m[0]) for m in re.finditer(r"\S+(?:\s{1,2}\S+)*", body)]
    bold = len(pieces) == 1 and (body.strip().isupper() or indent > 8)
    font = f"{style.font}-{'Bold' if bold else 'Regular'}"
    if len(pieces) == 1:
        words = re.sub(r"\s+", " ", body.strip())
        natural = measure(words, font, style.size)
        centered = indent > 6 and abs(indent * 2 + len(body.strip()) - columns) < 8
        size = min(style.size, style.size * width / natural) if natural else style.size
        natural = measure(words, font, size)
        if centered:
            put(canvas, words, LEFT + (width - natural) / 2, y, font, size, 0)
        elif indent > columns * 0.5:
            put(canvas, words, LEFT + width - natural, y, font, size, 0)
        else:
            x = LEFT + min(indent, 8) * size * 0.42
            stretch = LEFT + width - x - natural
            spaces = words.count(" ")
            justified = style.justify and not last and 0 < stretch < width * 0.2 and spaces
            if stretch < 0:
                size *= (LEFT + width - x) / natural
            put(canvas, words, x, y, font, size, stretch / spaces if justified else 0)
        return
    for number, (column, words) in enumerate(pieces):
        natural = measure(words, font, style.size)
        final = number == len(pieces) - 1
        x = LEFT + width - natural if final else LEFT + width * column / columns
        put(canvas, words, x, y, font, style.size, 0)


def chunks(words: str) -> list[tuple[bool, str]]:
    return [(part[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹", part) for part in re.findall(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^⁰¹²³⁴⁵⁶⁷⁸⁹]+", words)]


def measure(words: str, font: str, size: float) -> float:
    return float(sum(pdfmetrics.stringWidth(part.translate(SUPERSCRIPTS), font, size * 0.62 if raised else size)
                     for raised, part in chunks(words)))


def put(canvas: Canvas, words: str, x: float, y: float, font: str, size: float, stretch: float) -> None:
    """Draws words with real raised, smaller figures for superscripts, and `stretch` points added to every space."""
    for raised, part in chunks(words):
        part = part.translate(SUPERSCRIPTS)
        face, rise = (size * 0.62, size * 0.35) if raised else (size, 0.0)
        run = canvas.beginText(x, y)
        run.setFont(font, face)
        run.setRise(rise)
        if not stretch:
            run.textOut(part)
            x += pdfmetrics.stringWidth(part, font, face)
        else:
            for piece in re.findall(r"[^ ]+ *| +", part):   # word spacing (Tw) has no effect on TrueType subsets
                run.setTextOrigin(x, y)
                run.textOut(piece)
                x += pdfmetrics.stringWidth(piece, font, face) + stretch * piece.count(" ")
        canvas.drawText(run)


def furniture(canvas: Canvas, style: Style, page: int) -> None:
    width = A4[0]
    if style.running_head and page > 1:
        canvas.setFont(f"{style.font}-Regular", 9)
        canvas.drawCentredString(width / 2, A4[1] - 36, style.running_head)
    if style.footer:
        canvas.setFont(f"{style.font}-Regular", 8)
        canvas.drawCentredString(width / 2, 24, style.footer)
    if style.page_numbers:
        canvas.setFont(f"{style.font}-Regular", 10)
        canvas.drawCentredString(width / 2, 38, str(page))
