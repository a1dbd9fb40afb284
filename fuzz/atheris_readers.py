"""`python -m fuzz.atheris_readers [-max_total_time=300] [FOLDER]`: coverage-guided bytes against every reader but recognition.

Needs `pip install 'lemumi[fuzz]'`. The folder is filled with the sample files when it is empty.
"""
from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pipeline.read", "pipeline.clean", "striprtf"]):
    from pipeline.clean.cleaner import clean
    from pipeline.read import container, docx, html, image, mojibake, odt, pdf, plain, rtf, xades  # noqa: F401
    from pipeline.read.options import ReadOptions
    from pipeline.read.readers import unpack
    from pipeline.read.source import ReadError, Source

from fuzz.folder import filled
from fuzz.run import quick_seeds

OPTIONS = ReadOptions(ocr=False)


def one_input(data: bytes) -> None:
    """Anything but a `ReadError` is a defect."""
    try:
        found = unpack(data, "fuzz", OPTIONS)
    except ReadError:
        return
    for one in found:
        if isinstance(one, Source):
            text = clean(one)
            assert text.to_raw((0, len(text.text)))[1] <= len(one.raw)


if __name__ == "__main__":
    atheris.Setup(filled(sys.argv, list(quick_seeds().values())), one_input)
    atheris.Fuzz()
