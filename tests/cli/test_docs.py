"""The pages that list what the code knows are what the code knows."""
from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest


def _pages(root: Path) -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("build_docs", root / "scripts" / "build_docs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: page() for name, page in module.PAGES.items()}


@pytest.mark.parametrize("name", ["../README.md", "CLI.md", "FAILURES.md", "FINDINGS.md", "LIMITS.md", "RECORD.md", "RULES.md"])
def test_page_is_up_to_date(root: Path, name: str) -> None:
    assert (root / "docs" / name).read_text(encoding="utf-8") == _pages(root)[name], "run: python scripts/build_docs.py"
