"""Builds the committed sample files: `data/raw/*.pdf` and everything in `tests/files`.

    python scripts/build_files.py [NAME …]

Needs reportlab and the Liberation fonts; for office files LibreOffice as well. What it writes is committed, so that
users and tests need neither.
"""
from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from typeset import Style, typeset  # noqa: E402

CORPUS = ROOT / "tests" / "corpus" / "dev"
FILES = ROOT / "tests" / "files"


def raw() -> None:
    """The real decision and two written ones as PDF: what `make parse` starts with."""
    for source, target, style in (
        ("aizkraukle-750", "aizkraukle-750.pdf", Style()),
        ("c01-ogre-pirmpirkums", "ogre-214.pdf", Style(running_head="Ogres novada pašvaldības domes lēmums Nr. 214")),
        ("c13-kuldiga-vietnieks", "kuldiga-vietnieks.pdf", Style(page_numbers=False)),
    ):
        text = (CORPUS / f"{source}.txt").read_text("utf-8")
        (ROOT / "data" / "raw" / target).write_bytes(typeset(text, style, source))


STEPS: dict[str, Callable[[], None]] = {"raw": raw}


def main() -> int:
    FILES.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or STEPS:
        STEPS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
