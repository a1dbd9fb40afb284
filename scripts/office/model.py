"""A document as a clerk thinks of it: paragraphs, numbered points, tables; and as plain text.

Marks inside words: `{-…-}` deleted and `{+…+}` inserted with change tracking, `{^…^}` a footnote, ⁰…⁹ raised figures,
a tab before what stands at the right edge.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

Align = Literal["left", "center", "right"]
MARK = re.compile(r"\{-(?P<gone>.*?)-\}|\{\+(?P<new>.*?)\+\}|\{\^(?P<note>.*?)\^\}"
                  r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<tab>\t)", re.DOTALL)
CHANGES = re.compile(r"\{-.*?-\}|\{\+(?P<new>.*?)\+\}", re.DOTALL)
LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2})\.[ \u00a0]+(?=\S)")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True)
class Par:
    """One paragraph. `level` 1, 2, 3: the word processor numbers it; `fresh` begins a new list."""

    text: str
    align: Align = "left"
    bold: bool = False
    level: int = 0
    fresh: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Document:
    """What is printed, in order, and what stands on every page."""

    blocks: tuple[Par | Table, ...]
    header: str = ""
    footer: str = ""
    name: str = field(default="document", compare=False)


def numbered(blocks: tuple[Par | Table, ...]) -> list[tuple[Par | Table, str]]:
    """Every block with the number the word processor prints before it."""
    counters = [0, 0, 0]
    found: list[tuple[Par | Table, str]] = []
    for block in blocks:
        label = ""
        if isinstance(block, Par) and block.level:
            if block.fresh:
                counters = [0, 0, 0]
            counters[block.level - 1] += 1
            counters[block.level:] = [0] * (3 - block.level)
            label = ".".join(map(str, counters[:block.level])) + "."
        found.append((block, label))
    return found


def accepted(text: str) -> str:
    """The words with all changes accepted and footnotes left out."""
    return MARK.sub(lambda m: m["new"] or m["raised"] or m["tab"] or "", text)


def finished(document: Document) -> Document:
    """The document as it is printed: changes accepted."""
    return replace(document, blocks=tuple(
        replace(block, text=CHANGES.sub(lambda m: m["new"] or "", block.text)) if isinstance(block, Par) else block
        for block in document.blocks))


def to_text(document: Document) -> str:
    """As `Save as plain text` gives it: a paragraph a line, a table's cells between tabs."""
    lines: list[str] = []
    for block, label in numbered(document.blocks):
        if isinstance(block, Table):
            lines += ["\t".join(map(accepted, row)) for row in block.rows]
            continue
        words = f"{label} {accepted(block.text)}" if label else accepted(block.text)
        room = 90 - len(words)
        indent = 0 if block.align == "left" or room <= 8 else room // 2 if block.align == "center" else room
        lines.append(" " * indent + words)
    return "\n".join(lines) + "\n"


def from_paragraphs(paragraphs: list[tuple[str, Align, int]], name: str) -> Document:
    """A document from finished paragraphs (text, alignment, empty lines above); consecutive numbers become the word
    processor's own, rows of cells that stand together a table."""
    blocks: list[Par | Table] = []
    counters: list[int] = []
    rows: list[tuple[str, ...]] = []
    for text, align, blank in paragraphs:
        cells = tuple(text.split("\t"))
        if rows and (blank or len(cells) < 2):
            blocks.append(Table(tuple(rows))) if len(rows) > 2 else blocks.extend(Par("\t".join(row)) for row in rows)
            rows = []
        blocks.extend([Par("")] * min(blank, 1))
        if len(cells) > 1:
            rows.append(cells)
            continue
        label = LABEL.match(text)
        path = [int(part) for part in label[1].split(".")] if label else []
        if label and (path in follows(counters) or path == [1]):
            fresh = path == [1] and path not in follows(counters)
            counters = path
            blocks.append(Par(text[label.end():], "left", level=len(path), fresh=fresh or len(blocks) == 0))
        else:
            blocks.append(Par(text, align))
    blocks.extend(Par("\t".join(row)) for row in rows)
    return Document(tuple(blocks), name=name)


def follows(path: list[int]) -> list[list[int]]:
    """The numbers that may come next in a list."""
    if not path:
        return [[1]]
    deeper = [[*path, 1]] if len(path) < 3 else []
    return deeper + [[*path[:depth], path[depth] + 1] for depth in range(len(path))]
