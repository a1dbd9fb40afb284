"""What every test shares."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# a busy machine is no reason to fail: speed is measured by `make bench`, never asserted; on CI the same examples every time,
# so that a change is judged by what it changed
settings.register_profile("lemumi", deadline=None, derandomize=bool(os.environ.get("CI")))
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
