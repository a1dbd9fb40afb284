"""What Tesseract's Latvian model mistakes again and again, put right where the line leaves no doubt.

    "Par ceļu”, *Par ceļu”    → “Par ceļu”      an opening mark, when its closing mark stands in the line or the next
    NOLEM): NOLEM)J: NOLEMIJ: → NOLEMJ:         the one word printed so
    (prot. Nr. 8, 12. 8)      → 12. §           behind a protocol's number; `$` behind any number
    84 m”   14.' panta        → 84 m²  14.¹ panta
    pasts(Olimbazi.lv         → pasts@limbazi.lv
    par – nav, read with —    → –               Latvian sets the shorter dash

Signs that are guessed from what stands around them (§ ¹ ²) lose confidence, so that a finding tells of them.
"""
from __future__ import annotations

import re

from pipeline.read.tesseract import Word

GUESSED = 0.5       # confidence of a word whose sign was inferred
REACH = 40          # words: how far behind an opening quotation mark its closing one may stand
OPENING = re.compile(r"(?P<before>[(\[„“]?)(?P<mark>[\"*'«“]{1,3}|[*«])(?=[^\W_])")
CLOSING = re.compile(r"[”»\"]")
OPERATIVE = re.compile(r"NOLEM[)\]IJj1l|!]{0,3}(?P<colon>[:;.]?)")
SECTION = re.compile(r"(?:8|\$|S|%|8%|§)(?P<after>[),;.]*)")
NUMBER = re.compile(r"\d{1,3}\.")
GLUED = re.compile(r"(?P<number>\d{1,3}\.)(?:8|\$)(?P<after>[),;]+)")
METRES = re.compile(r"(?P<unit>(?:EUR|Ls|eiro)?/?m)[”*\"'?](?P<after>[).,;:]*)")
RAISED = re.compile(r"(?P<number>\d{1,3}\.)(?P<sign>['’‘!|*”\"“])")
UNITS = ("pant", "punkt", "daļ", "apakš")
MAIL = re.compile(r"(?P<name>[\w.-]{2,30})\((?:OD|O|D|Q|a|©)?(?P<host>[a-zA-Z][\w-]{1,40}\.[a-z]{2,3}[.,;]?)")


def respell(line: list[Word], following: list[Word]) -> list[Word]:
    """One printed line's words; `following` are the words after it."""
    texts = [word.text for word in line]
    after = [*texts, *(word.text for word in following[:REACH])]
    found: list[Word] = []
    protocol = False
    for index, word in enumerate(line):
        text = word.text
        protocol = protocol or text.casefold().lstrip("(").startswith("prot")
        sure = text.replace("—", "–")
        if text[0] in "(\"*'«„“[" and OPENING.match(text):
            sure = OPENING.sub(opened, sure, count=1) if closes(after[index:]) else sure.replace('"Nr.', "Nr.")
        if sure.startswith("NOLEM"):
            match = OPERATIVE.fullmatch(sure)
            sure = f"NOLEMJ{':' if match['colon'] else ''}" if match else sure
        elif "(" in sure:
            sure = MAIL.sub(r"\g<name>@\g<host>", sure)
        previous = texts[index - 1] if index else ""
        next_word = texts[index + 1] if index + 1 < len(texts) else following[0].text if following else ""
        guess = guessed(sure, previous, next_word, protocol)
        found.append(word._replace(text=guess or sure, confidence=min(word.confidence, GUESSED) if guess else word.confidence))
    return found


def closes(words: list[str]) -> bool:
    """Whether the quotation that the first word opens is closed before the words end; others may stand inside it."""
    depth = 0
    for text in words[:REACH]:
        depth += OPENING.match(text) is not None
        depth -= CLOSING.search(text[1:]) is not None
        if depth <= 0:
            return True
    return False


def opened(match: re.Match[str]) -> str:
    return f"{match['before']}“"


def guessed(text: str, before: str, after: str, protocol: bool) -> str | None:
    """The word with a sign inferred from its neighbours; None when nothing is to be inferred."""
    if NUMBER.fullmatch(before):
        section = SECTION.fullmatch(text)
        if section and (protocol or "$" in text) and text[0] != "§":
            return f"§{section['after']}"
        if text in ("8", "$") and after[:3] in ("Par", "PAR"):
            return "§"
    if protocol and (glued := GLUED.fullmatch(text)):
        return f"{glued['number']}§{glued['after']}"
    if before[-1:].isdigit() or "/" in text or before[-1:] == ",":
        metres = METRES.fullmatch(text)
        if metres:
            return f"{metres['unit']}²{metres['after']}"
    raised = RAISED.fullmatch(text)
    if raised and after.startswith(UNITS):
        return f"{raised['number']}{'¹' if raised['sign'] in chr(39) + '’‘!|' else '²'}"
    return None
