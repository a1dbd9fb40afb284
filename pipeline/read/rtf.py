"""RTF → Source, through striprtf; what striprtf drops or mistakes is seen to before it.

    {\\footnote …}, {\\header …}  → asides      \\qc → indented as a centred line
    {\\super 1}          → ¹           {\\deleted …}       → left out
    {\\listtext 1.\\tab}  → "1. …"      a|b| (striprtf's table row) → cells with tabs
"""
from __future__ import annotations

import re

from pipeline.read.failures import failure
from pipeline.read.flowing import AsideKind, FlowingText
from pipeline.read.source import Source

MEDIA_TYPE = "application/rtf"
RAISED = re.compile(r"(\\super(?![a-z])(?:\\[a-z]{1,30}-?\d{0,10} ?|\s){0,40})(\d{1,3})(?!\d)")
DELETED = re.compile(r"\{[^{}]*\\deleted(?![a-z0-9])[^{}]*\}")
HEX = re.compile(r"[0-9a-fA-F]{100,}")
LABEL = re.compile(r"^(\s*(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]{1,2}|[-–•\uf0b7]))\t+")
GROUP = re.compile(r"\{(?:\\\*)?\\(header|footer|footnote)[lrf]?(?![a-z])")
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
CENTERED = re.compile(r"\\qc(?![a-z0-9])")
MARK = "\ue0c0"       # stands where `\\qc` stood
CODES = {digit: ord(sign) for digit, sign in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}


def read_rtf(data: bytes, path: str) -> Source:
    """Raises `damaged`, `empty`."""
    from striprtf.striprtf import rtf_to_text

    words = data.decode("latin-1")
    words = re.sub("[\x80-\xff]", lambda m: f"\\'{ord(m[0]):02x}", words)
    words = HEX.sub("", re.sub(r"(?<=[0-9a-f])\r?\n(?=[0-9a-f]{40})", "", words))
    words = DELETED.sub("", words)
    words = RAISED.sub(lambda m: m[1] + "".join(f"\\u{CODES[d]}?" for d in m[2]), words)
    words, groups = take_groups(words)
    words = CENTERED.sub(lambda m: f"{m[0]}\\u{ord(MARK)}?", words)
    codepage = re.search(r"\\ansicpg(\d{3,5})", words[:2000])
    encoding = f"cp{codepage[1]}" if codepage else "cp1257"
    text = FlowingText()
    try:
        plain: str = rtf_to_text(words, encoding=encoding, errors="replace")
        for kind, group in groups:
            text.aside(kind, rtf_to_text("{\\rtf1 " + group + "}", encoding=encoding, errors="replace").replace(MARK, ""))
    except Exception as error:      # striprtf raises whatever its parts raise; whatever it is, the file is broken
        raise failure("damaged", "an RTF file") from error
    for line in plain.replace("\r\n", "\n").split("\n"):
        centered, line = MARK in line, line.replace(MARK, "")
        if line.endswith("|") and line.count("|") > 1:
            text.row(line[:-1].split("|"))
        else:
            text.paragraph(LABEL.sub(r"\1 ", line.rstrip("|")), "center" if centered else "left")
    return text.source(data, path, MEDIA_TYPE)


def take_groups(words: str) -> tuple[str, list[tuple[AsideKind, str]]]:
    """The file without its headers, footers and footnotes, and those. One pass: groups taken out are not looked into."""
    kept: list[str] = []
    taken: list[tuple[AsideKind, str]] = []
    at = 0
    while (start := GROUP.search(words, at)) is not None:
        depth, end = 1, len(words)
        for brace in BRACE.finditer(words, start.end()):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if not depth:
                end = brace.end()
                break
        kept.append(words[at:start.start()])
        kind: AsideKind = "header" if start[1] == "header" else "footer" if start[1] == "footer" else "footnote"
        taken.append((kind, words[start.end():end - 1]))
        at = end
    return "".join([*kept, words[at:]]), taken
