"""What every test shares."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# a busy machine is no reason to fail: speed is measured by `make bench`, never asserted
settings.register_profile("lemumi", deadline=None)
settings.load_profile("lemumi")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def dev(root: Path) -> Path:
    """Documents with known truth."""
    return root / "tests" / "corpus" / "dev"
