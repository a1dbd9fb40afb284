"""What kind of document a text is, from its type line.

    LĒMUMS Nr.750                                → decision
    Ministru prezidenta rīkojums Nr.3            → order
    Ministru kabineta noteikumi Nr. 40           → other (regulations of the Cabinet)
"""
from __future__ import annotations

import re

from pipeline.latvian.bodies import GENITIVE
from pipeline.records import DocumentType
from pipeline.segment import marks

#: A body in the genitive, and what may stand between it and the type word: `Rīgas domes ārkārtas sēdes lēmums`.
_ISSUER = re.compile(rf"(?:{GENITIVE})(?: [\w.]+){{0,3}}$", re.IGNORECASE)

_OF_A_COURT = re.compile(r"\btiesas\b", re.IGNORECASE)
_HEAD_LINES = 26


def type_word(line: str) -> str | None:
    """The type word of a type line, in lower case; None for every other line."""
    match = marks.TYPE_LINE.match(line) if len(line) <= 220 else None
    return " ".join(match["type"].lower().split()) if match and _plausible(match) else None


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


def named_type(lines: list[str]) -> DocumentType | None:
    """The kind of act that the first type line among a document's first lines names; None when none does."""
    stamped = 0
    for line in lines[:_HEAD_LINES]:
        # `APSTIPRINĀTS / Līčupes novada domes / lēmums Nr. 14`: the stamp names the act that approved this one
        stamped = 4 if marks.STAMP.match(line) else stamped - 1
        word = type_word(line)
        if word and not (stamped > 0 and line[0].islower()):
            if word.startswith("lēm"):
                return "ruling" if _OF_A_COURT.search(line) else "decision"
            return marks.TYPE_WORDS.get(word, "other")
    return None


def document_type(lines: list[str]) -> DocumentType:
    """The type of a single act; `decision` when nothing tells."""
    return named_type(lines) or "decision"
