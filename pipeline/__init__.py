"""lemumi: Latvian council decisions, minutes and orders, read into validated records.

Documents in (PDF, scans, text, office files, e-signed containers); `Decision` records out.

    >>> from pipeline import parse_text
    >>> parse_text("LĒMUMS Nr. 5\\n…").number
    '5'
"""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import parse_file, parse_text
    from pipeline.extract.references import find_references
    from pipeline.records import Decision

__all__ = ["Decision", "find_references", "parse_file", "parse_text"]


def __getattr__(name: str) -> object:
    """Public names load on first use, so that `lemumi --help` need not pay for pydantic."""
    if name == "Decision":
        from pipeline.records import Decision
        return Decision
    if name == "find_references":
        from pipeline.extract.references import find_references
        return find_references
    if name in {"parse_file", "parse_text"}:
        from pipeline import api
        return getattr(api, name)
    raise AttributeError(name)
