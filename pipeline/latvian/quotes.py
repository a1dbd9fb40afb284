"""Quotation marks as Latvian texts use them: mixed, nested to many levels, merged, lost.

“Par nekustamo īpašumu “Virši””,       → both marks of the end belong to the title
„Grozījumi noteikumos „Par X”” 5.      → two levels, opened low
"Par grozījumiem noteikumos "Par X" 3. → one closing mark lost: the title ends where the citation goes on
"""

from __future__ import annotations

import re

QUOTES = '"“”„‟«»'
_QUOTE = re.compile(f"[{QUOTES}]")
#: What goes on after a title; decides when a closing mark was lost.
_GOES_ON = re.compile(r"\s*(?:$|[,;.)(]|\d+[.¹²³)]?\s?|(?:un|kā|pant|punkt|pārejas|pielikum)\b|\n)")
#: What a title begins with behind an opening mark that stands apart: `lēmuma " Par tiltu " atcelšana`.
_TITLE_WORDS = ("Par ", "Grozījum", "Kārtība", "Noteikumi")
#: No title is longer.
LONGEST = 1200


def is_opening(text: str, at: int) -> bool:
    """Told by the neighbours, as the marks themselves are used either way; „ and « open, » closes."""
    mark = text[at]
    if mark in "„«":
        return True
    if mark == "»":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() or after in ",.;:)":
        return before.isspace() and text.startswith(_TITLE_WORDS, at + 2)
    if before.isspace() or before in "([–—-/":
        return True
    if before in QUOTES:
        return after.isalnum() and is_opening(text, at - 1)
    return False


def quoted(text: str, start: int, limit: int | None = None) -> tuple[int, int, int] | None:
    """A quotation opening at `start`: (start of its words, end of its words, end with the marks), or None.

    Never leaves the line. When the marks do not balance it ends at the first closing mark after which a citation goes on.
    """
    if start >= len(text) or text[start] not in QUOTES:
        return None
    line = text.find("\n", start, start + LONGEST)
    end = min(line if line >= 0 else start + LONGEST, limit if limit is not None else len(text), len(text))
    depth, likely, last = 1, None, None
    for match in _QUOTE.finditer(text, start + 1, end):
        at = match.start()
        if at == start + 1:
            continue  # a doubled opening mark
        if is_opening(text, at):
            depth += 1
            continue
        depth -= 1
        last = at
        if depth == 0:
            if text[at + 1 : at + 2] in QUOTES and text[at + 1 : at + 2] and not is_opening(text, at + 1):
                return start + 1, at, at + 2
            return start + 1, at, at + 1
        if likely is None and _GOES_ON.match(text, at + 1, end):
            likely = at
    stop = likely if likely is not None else last
    return (start + 1, stop, stop + 1) if stop is not None else None
