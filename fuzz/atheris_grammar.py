"""`python -m fuzz.atheris_grammar [-max_total_time=300] [FOLDER]`: coverage-guided text against grammar and extractors.

Needs `pip install 'lemumi[fuzz]'`. The folder is filled with paragraphs of the development corpus when it is empty.
"""
from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pipeline.grammar", "pipeline.extract", "pipeline.segment", "pipeline.resolve"]):
    from pipeline.extract.references import find_references
    from pipeline.flow import parse_source
    from pipeline.read.source import Source

from fuzz.folder import filled
from fuzz.mutate import ROOT


def one_input(data: bytes) -> None:
    """No text may raise, and every span gives words of the text."""
    text = data.decode("utf-8", errors="replace")
    find_references(text)
    for decision in parse_source(Source("fuzz", "0" * 64, len(data), "text/plain", text or " ")).decisions:
        for reference in decision.references:
            assert 0 <= reference.span[0] < reference.span[1] <= len(decision.text)
        decision.model_dump_json()


if __name__ == "__main__":
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "corpus" / "dev").glob("*.txt"))]
    pieces = [text[at:at + 900].encode() for text in texts for at in range(0, len(text), 900)]
    atheris.Setup(filled(sys.argv, pieces), one_input)
    atheris.Fuzz()
