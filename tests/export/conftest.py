"""The small corpus of tests/corpus_db, and real votes, points and names in it."""
from __future__ import annotations

from tests.corpus_db.conftest import corpus, db

__all__ = ["corpus", "db"]
