"""UTF-8 that was once read in another encoding and saved so: put right where its traces are unmistakable.

    "LÄ“mums"                           → "Lēmums"                  (UTF-8 read as Windows-1252 or -1257)
    "Rîgas domes lçmums"                → "Rīgas domes lēmums"      (Windows-1257 read as Windows-1252)
"""
from __future__ import annotations

import re

from pipeline.read.quality import misread, repair

SIGNS = "āčēģīķļņšūžōŗĀČĒĢĪĶĻŅŠŪŽŌŖ–—“”„‟‘’«»§°²³¹…€№•\u00a0"
WRONG = ("cp1252", "cp1257", "latin-1", "iso8859-13")
SAMPLE = 20_000
ENOUGH = 3      # traces: fewer may be somebody's text about encodings


def traces() -> dict[str, str]:
    """What each sign's UTF-8 bytes look like in a wrong encoding; bytes that the encoding lacks stay control characters."""
    found: dict[str, str] = {}
    for name in WRONG:
        table = [bytes([code]).decode(name, errors="replace") for code in range(256)]
        read = [char if char != "\ufffd" else chr(code) for code, char in enumerate(table)]
        for sign in SIGNS:
            found.setdefault("".join(read[code] for code in sign.encode()), sign)
    return found


TRACES = traces()
TRACE = re.compile("|".join(sorted(map(re.escape, TRACES), key=len, reverse=True)))


def beginnings() -> dict[str, re.Pattern[str]]:
    """How traces begin: by the first sign, a pattern for it and the second. Quicker than the traces one by one."""
    seconds: dict[str, set[str]] = {}
    for trace in TRACES:
        seconds.setdefault(trace[0], set()).add(trace[1])
    return {first: re.compile(f"{first}[{re.escape(''.join(sorted(following)))}]") for first, following in seconds.items()}


BEGINNINGS = beginnings()


def restored(text: str) -> str | None:
    """The text with its letters put right; None when nothing is wrong with it."""
    sample = text[:SAMPLE]
    begun = 0
    for first, beginning in BEGINNINGS.items():
        if first in sample:
            begun += len(beginning.findall(sample))
    if begun >= ENOUGH and len(TRACE.findall(sample)) >= max(ENOUGH, 0.01 * len(sample)):
        return TRACE.sub(lambda match: TRACES[match[0]], text)
    return repair(text) if misread(text) else None
