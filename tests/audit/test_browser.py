"""The HTML report in a real browser: it filters, opens, shows the marked words, and passes axe. Needs Chromium."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.audit.audit import audit
from pipeline.audit.html_report import html_report
from pipeline.registry.store import load
from tests.audit.test_report import WRONG, record

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (dev extra)")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    report = tmp_path_factory.mktemp("audit") / "audit.html"
    report.write_text(html_report(audit([record("1"), record("2", **WRONG)], load())), encoding="utf-8")
    with playwright.sync_playwright() as session:
        browser = session.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        tab.goto(report.as_uri())
        yield tab
        browser.close()


def test_filter_and_open(page: Any, tmp_path: Path) -> None:
    assert page.title() == "Atsauču pārbaude", "hostile text in a document must not run"
    page.select_option("#f-verdict", "title_differs")
    rows = page.locator("#rows > details:visible")
    assert rows.count() == 1
    rows.first.locator("summary").click()
    assert "noteikumu Nr. 97" in page.locator("#rows > details[open] mark").inner_text()
    page.screenshot(path=str(tmp_path / "audit.png"), full_page=True)
    assert (tmp_path / "audit.png").stat().st_size > 5_000
    page.select_option("#f-verdict", "")


def test_accessible(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (dev extra)")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
