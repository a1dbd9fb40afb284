"""Quotation marks as Latvian texts use them: mixed, nested to many levels, merged, lost.

“Par nekustamo īpašumu “Virši””,       → both marks of the end belong to the title
„Grozījumi noteikumos „Par X”” 5.      → two levels, opened low
"Par grozījumiem noteikumos "Par X" 3. → one closing mark lost: the title ends where the citation goes on
"""

from __future__ import annotations

import re

QUOTES = '"“”„‟«»'
_MARK = re.compile(f"''|’’|[{QUOTES}]")
#: Marks made of what the keyboard had: `,,Par ceļu''`, `'Par ceļu'`.
_TYPED = re.compile(r"(?:,,|['‘’])\s?(?P<words>[^\n'’]{2,400}?)\s?(?:''|’’|['’”“\"])(?=\W|\d|$)")
#: What goes on after a title; decides when a closing mark was lost.
_GOES_ON = re.compile(r"\s*(?:$|[,;.)(]|\d+[.¹²³)]?\s?|(?:un|kā|pant|punkt|pārejas|pielikum)\b|\n)")
#: What a title begins with behind an opening mark that stands apart: `lēmuma " Par tiltu " atcelšana`.
_TITLE_WORDS = ("Par ", "Grozījum", "Kārtība", "Noteikumi")
#: No title is longer.
LONGEST = 1200
_QUOTES = tuple(QUOTES)


def is_opening(text: str, at: int) -> bool:
    """Told by the neighbours, as the marks themselves are used either way; „ and « open, » closes."""
    mark = text[at]
    if mark in "„«":
        return True
    if mark in "»'’":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() or after in ",.;:)":
        return before.isspace() and text.startswith(_TITLE_WORDS, at + 2)
    if before.isspace() or before in "([–—-/":
        return not (mark == "”" and after.isdigit())  # „Par pašvaldībām ”21. panta
    if before in QUOTES:
        return after.isalnum() and is_opening(text, at - 1)
    return False


def quoted(text: str, start: int, limit: int | None = None) -> tuple[int, int, int] | None:
    """A quotation opening at `start`: (start of its words, end of its words, end with the marks), or None.

    Never leaves the line. When the marks do not balance it ends at the first closing mark after which a citation goes on.
    """
    if text[start : start + 1] not in _QUOTES:
        typed = _TYPED.match(text, start)
        return (typed.start("words"), typed.end("words"), typed.end()) if typed else None
    end = text.find("\n", start, start + LONGEST)
    if end < 0:
        end = min(start + LONGEST, len(text))
    if limit is not None and limit < end:
        end = limit
    depth = 1
    likely: tuple[int, int, int] | None = None
    last: tuple[int, int, int] | None = None
    for match in _MARK.finditer(text, start + 1, end):
        at = match.start()
        if at == start + 1:
            continue  # a doubled opening mark
        if is_opening(text, at):
            depth += 1
            continue
        depth -= 1
        last = start + 1, at, match.end()
        if depth == 0:
            doubled = text[match.end() : match.end() + 1] in _QUOTES and not is_opening(text, match.end())
            return (start + 1, at, match.end() + 1) if doubled else last
        if likely is None and _GOES_ON.match(text, match.end(), end):
            likely = last
    return likely or last


def outer_off(title: str) -> str:
    """Without the marks around it; a closing mark that belongs to words inside it stays: `Par īpašumu “Virši”`."""
    words = title.strip().lstrip(QUOTES).lstrip()
    bare = words.rstrip(QUOTES + " ")
    inner = len(_MARK.findall(bare))
    marks = [mark for mark in words[len(bare) :] if mark in QUOTES]
    return bare + "".join(marks[: inner % 2])
