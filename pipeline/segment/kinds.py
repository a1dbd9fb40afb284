"""What kind of document a text is, from its type line.

    LĒMUMS Nr.750                                → decision
    Ministru prezidenta rīkojums Nr.3            → order
    Ministru kabineta noteikumi Nr. 40           → other (regulations of the Cabinet)
"""
from __future__ import annotations

import re

from pipeline.clean.text import Text
from pipeline.records import DocumentType
from pipeline.segment import marks

_ISSUER = re.compile(r"(?:kabinet|dome|padome|pašvaldīb|ministr|valde|komisij|aģentūr|departament)", re.IGNORECASE)


def type_lines(text: Text) -> list[tuple[int, str]]:
    """Every type line: (paragraph index, type word in lower case)."""
    found = []
    for index, para in enumerate(text.paragraphs):
        if para.end - para.start > 220:
            continue
        match = marks.TYPE_LINE.match(text.text[para.start:para.end])
        if match and _plausible(match):
            found.append((index, " ".join(match["type"].lower().split())))
    return found


def _plausible(match: re.Match[str]) -> bool:
    """A type word in running text is none: it stands alone, in capitals, numbered, or behind its issuer."""
    issuer, rest = (match["issuer"] or "").strip(), (match["rest"] or "").strip()
    if issuer.casefold().startswith(("par ", "grozījum")):
        return False
    word = match["type"]
    if not issuer:
        return word[0].isupper() or bool(rest)
    if _ISSUER.search(issuer):
        return True
    return word.isupper() and word != "NOTEIKUMI"


def document_type(text: Text) -> DocumentType:
    """The type of a single act; `decision` when nothing tells."""
    for index, word in type_lines(text):
        if index > 25:
            break
        kind = marks.TYPE_WORDS.get("lēmums" if word.startswith("lēm") else word, "other")
        line = text.text[text.paragraphs[index].start:text.paragraphs[index].end]
        if kind == "decision" and re.search(r"\btiesas\b", line, re.IGNORECASE):
            return "ruling"
        return kind  # type: ignore[return-value]
    return "decision"
