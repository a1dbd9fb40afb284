"""HTML → Source: a municipal site's page or one of likumi.lv, its menus and banners left out.

    <main> or <article>, else the smallest element with most of the paragraphs
    <ol start=2><li>Uzdot…           → "2. Uzdot…"       14.<sup>1</sup> pants → "14.¹ pants"
    <ol><li>A<ol><li>b               → "1. A", "1.1. b"
    <nav>, <footer>, class="menu"    → left out
"""
from __future__ import annotations

import re
from typing import Any

from pipeline.read.docx_numbering import written
from pipeline.read.failures import failure
from pipeline.read.flowing import Align, FlowingText, whole
from pipeline.read.limits import LIMITS
from pipeline.read.mojibake import restored
from pipeline.read.plain import decode
from pipeline.read.source import Source

SKIP = frozenset((
    "script", "style", "nav", "header", "footer", "aside", "form", "button", "noscript", "iframe", "svg", "select", "template",
    "head", "input", "textarea", "object", "canvas", "video", "audio", "dialog"))
BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "center", "li", "dd",
    "dt", "dl", "address", "figure", "fieldset", "body", "html", "ul", "ol", "table", "tbody", "hr"))
CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|cookies?|sidebar|footer|site-header|banner|"
    r"search|related|pagination|pager|toolbar|print|skip-link|comments?|captcha|survey|newsletter|widget|"
    r"modal|popup)(?:$|[\s_-])", re.IGNORECASE)
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,20})""", re.IGNORECASE)
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
OL_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
DEPTH = 120


def read_html(data: bytes, path: str) -> Source:
    """Raises `empty`, `damaged`, `too_large`, `encoding`."""
    from lxml import etree
    from lxml import html as parser

    if len(data) > LIMITS.xml_bytes:
        raise failure("too_large", "the page")
    words = characters(data)
    words = restored(words) or words
    try:
        root = parser.document_fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", words),
                                          parser=parser.HTMLParser(encoding=None, no_network=True, huge_tree=True,
                                                                   remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise failure("empty" if not words.strip() else "damaged", "an HTML page") from error
    text = FlowingText()
    Walker(text).block(main_part(root), 0)
    return text.source(data, path, "text/html")


def characters(data: bytes) -> str:
    """By the byte order mark, else by what the page says of itself, else by what it looks like."""
    said = CHARSET.search(data[:4096])
    if said and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(said[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def main_part(root: Any) -> Any:
    """The element that holds the document."""
    total = weight(root)
    for path in (".//main", ".//article", ".//*[@role='main']", ".//*[@id='content']", ".//*[@id='main']"):
        best = max(root.iterfind(path), key=weight, default=None)
        if best is not None and weight(best) >= 0.5 * total:
            root = best
            break
    for _ in range(DEPTH):
        heaviest = max((child for child in root if isinstance(child.tag, str) and not chrome(child)), key=weight, default=None)
        if heaviest is None or heaviest.tag not in ("div", "section", "main", "article", "body", "center"):
            return root
        if weight(heaviest) < 0.97 * weight(root):
            return root
        root = heaviest
    return root


def weight(element: Any) -> int:
    """Letters outside links and menus."""
    size = 0
    stack = [element]
    while stack:
        at = stack.pop()
        size += len((at.text or "").strip())
        for child in at:
            size += len((child.tail or "").strip())
            if isinstance(child.tag, str) and child.tag != "a" and not chrome(child):
                stack.append(child)
    return size


def chrome(element: Any) -> bool:
    """Part of the site, not of the document."""
    if element.tag in SKIP or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    if element.tag not in ("div", "ul", "section", "span", "p", "table"):
        return False
    return bool(CHROME.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def alignment(element: Any) -> Align:
    style = (element.get("style") or "").replace(" ", "").lower()
    said = (element.get("align") or "").lower()
    if "text-align:center" in style or said == "center" or element.tag == "center":
        return "center"
    return "right" if "text-align:right" in style or said == "right" else "left"


class Walker:
    """Goes through the page in order."""

    def __init__(self, text: FlowingText) -> None:
        self.text = text

    def block(self, element: Any, depth: int, align: Align = "left", label: str = "", within: str = "") -> None:
        """The blocks in an element; text that stands between blocks is a paragraph of its own. `label` stands before its
        first words, `within` is the number of the list item that holds it."""
        if depth > DEPTH:       # a broken page; its words are kept, its layout is not
            self.flush([f"{label} ", *element.itertext()], align)
            return
        own = alignment(element)
        align = own if own != "left" else align
        number = whole(element.get("start"), 1)
        pending = [f"{label} " if label else "", element.text or ""]
        for child in element:
            if not isinstance(child.tag, str) or chrome(child):
                pass
            elif child.tag == "table":
                self.flush(pending, align)
                self.table(child, depth + 1)
            elif child.tag == "li":
                self.flush(pending, align)
                number = whole(child.get("value"), number)
                kind = OL_KINDS.get(element.get("type") or "1", "decimal")
                mark = f"{written(number, kind)}." if element.tag == "ol" else "-"
                if kind == "decimal" and element.tag == "ol" and within:      # browsers restart; no decision's sub-points do
                    mark = f"{within}{mark}"
                number += 1
                self.block(child, depth + 1, align, mark, mark if kind == "decimal" and element.tag == "ol" else "")
            elif child.tag in BLOCKS or self.holds_blocks(child):
                passed = label if not "".join(pending).strip().removeprefix(label).strip() else ""
                if passed:
                    pending.clear()
                self.flush(pending, align)
                self.block(child, depth + 1, align, passed, within)
                label = ""
            else:
                pending.append(inline(child, depth + 1))
            pending.append(child.tail or "")
        self.flush(pending, align)

    @staticmethod
    def holds_blocks(element: Any) -> bool:
        return any(isinstance(e.tag, str) and e.tag in BLOCKS for e in element.iterdescendants())

    def flush(self, pending: list[str], align: Align) -> None:
        """White space in a page's source means one space; a line break is what <br> left."""
        words = re.sub(r"[ \t\r\n\f]+", " ", "".join(pending)).replace("\u2028", "\n")
        pending.clear()
        if words.strip(" "):
            self.text.paragraph("\n".join(re.sub(r"\u00a0{3,}", "\t", line).strip() for line in words.split("\n")), align)

    def table(self, table: Any, depth: int) -> None:
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if len(cells) == 1 or any(cell.find(".//table") is not None for cell in cells):
                for cell in cells:
                    self.block(cell, depth + 1)
            else:
                self.text.row([inline(cell, depth).replace("\u2028", " ") for cell in cells])


def inline(element: Any, depth: int) -> str:
    """Characters of an element without blocks; <br> becomes a line separator, raised digits superscripts."""
    if element.tag == "br":
        return "\u2028"
    if chrome(element):
        return ""
    if depth > DEPTH:
        return " ".join(element.itertext())
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(inline(child, depth + 1))
            if child.tag in BLOCKS:
                parts.append(" ")
        parts.append(child.tail or "")
    words = "".join(parts)
    return words.translate(SUPERSCRIPT) if element.tag == "sup" else words
