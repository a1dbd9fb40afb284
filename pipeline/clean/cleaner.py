"""`clean`: Source → Text.

    "…kas nepie-\\nciešams…"            → "…kas nepieciešams…"
    "                 2\\n\\f"            → out of the text, among the asides (page_number)
    "Priekšsēdētājs        A. Ozols"   → "Priekšsēdētājs\\tA. Ozols"

Every step is linear in the length of the text.
"""
from __future__ import annotations

from bisect import bisect_right
from unicodedata import is_normalized

from pipeline.clean.compose import Composer
from pipeline.clean.edges import mark_full
from pipeline.clean.furniture import mark_furniture
from pipeline.clean.lines import Line, read_lines
from pipeline.clean.text import Text, as_paragraphs, as_runs
from pipeline.clean.wrap import measure, paragraphs
from pipeline.read.source import Aside, Source


def clean(source: Source) -> Text:
    """The canonical text: a paragraph a line, furniture aside, mapped to the raw characters."""
    composed = is_normalized("NFC", source.raw)
    lines = read_lines(source.raw, composed)
    mark_furniture(lines)
    mark_full(source, lines)
    kept = [line for line in lines if line.aside is None]
    width = measure(kept)
    composer = Composer(source.raw, composed)
    composer.compose(kept, paragraphs(kept, width), width)
    asides = tuple([_aside(source, line) for line in lines if line.aside])
    return Text("".join(composer.parts), source, as_runs(composer.runs), as_paragraphs(composer.paragraphs),
                source.asides + asides)


def _aside(source: Source, line: Line) -> Aside:
    page = bisect_right(source.pages, line.start, key=lambda p: p.start) if source.paged else None
    return Aside(line.aside, line.body, page)  # type: ignore[arg-type]
