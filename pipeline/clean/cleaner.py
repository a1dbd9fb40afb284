"""`clean`: Source → Text."""
from __future__ import annotations

import re
import unicodedata

from pipeline.clean.text import Paragraph, Run, Text
from pipeline.read.source import Source


def clean(source: Source) -> Text:
    """Stub: one line a paragraph, white space folded."""
    out: list[str] = []
    runs: list[Run] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for match in re.finditer(r"[^\n\f]+", source.raw):
        line = unicodedata.normalize("NFC", re.sub(r"\s+", " ", match[0]).strip())
        if not line:
            continue
        runs.append(Run(at, at + len(line), match.start(), match.end()))
        paragraphs.append(Paragraph(at, at + len(line)))
        out.append(line)
        at += len(line) + 1
    return Text("\n".join(out), source, tuple(runs), tuple(paragraphs))
