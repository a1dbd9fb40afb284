"""RTF → Source, through striprtf; raised figures, raw high bytes, deleted text and pictures are seen to before it.

    {\\super 1}          → ¹           {\\deleted …}       → left out
    {\\listtext 1.\\tab}  → "1. …"      a|b| (striprtf's table row) → cells with tabs
"""
from __future__ import annotations

import re

from pipeline.read.failures import failure
from pipeline.read.flowing import FlowingText
from pipeline.read.source import Source

MEDIA_TYPE = "application/rtf"
RAISED = re.compile(r"(\\super(?![a-z])(?:\\[a-z]{1,30}-?\d{0,10} ?|\s){0,40})(\d{1,3})(?!\d)")
DELETED = re.compile(r"\{[^{}]*\\deleted(?![a-z0-9])[^{}]*\}")
HEX = re.compile(r"[0-9a-fA-F]{100,}")
LABEL = re.compile(r"^(\s*(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]{1,2}|[-–•\uf0b7]))\t+")
CODES = {digit: ord(sign) for digit, sign in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}


def read_rtf(data: bytes, path: str) -> Source:
    """Raises `damaged`, `empty`."""
    from striprtf.striprtf import rtf_to_text

    words = data.decode("latin-1")
    words = re.sub("[\x80-\xff]", lambda m: f"\\'{ord(m[0]):02x}", words)
    words = HEX.sub("", re.sub(r"(?<=[0-9a-f])\r?\n(?=[0-9a-f]{40})", "", words))
    words = DELETED.sub("", words)
    words = RAISED.sub(lambda m: m[1] + "".join(f"\\u{CODES[d]}?" for d in m[2]), words)
    codepage = re.search(r"\\ansicpg(\d{3,5})", words[:2000])
    try:
        plain: str = rtf_to_text(words, encoding=f"cp{codepage[1]}" if codepage else "cp1257", errors="replace")
    except Exception as error:      # striprtf raises whatever its parts raise; whatever it is, the file is broken
        raise failure("damaged", "an RTF file") from error
    text = FlowingText()
    for line in plain.replace("\r\n", "\n").split("\n"):
        if line.endswith("|") and line.count("|") > 1:
            text.row(line[:-1].split("|"))
        else:
            text.paragraph(LABEL.sub(r"\1 ", line.rstrip("|")))
    return text.source(data, path, MEDIA_TYPE)
