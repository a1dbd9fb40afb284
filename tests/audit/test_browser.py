"""The HTML report in a real browser: it filters, opens, shows the marked words, and passes axe. Needs Chromium."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.audit.audit import audit
from pipeline.audit.html_report import html_report
from pipeline.registry.store import load
from tests.audit.test_report import WRONG, record
from tests.browser import CHROMIUM, MISSING, Tab, chromium

pytestmark = pytest.mark.skipif(not CHROMIUM, reason=MISSING)
VISIBLE = "[...document.querySelectorAll('#rows > details')].filter(row => row.checkVisibility()).length"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    report = tmp_path_factory.mktemp("audit") / "audit.html"
    report.write_text(html_report(audit([record("1"), record("2", **WRONG)], load())), encoding="utf-8")
    with chromium() as browser:
        tab = browser.tab()
        tab.goto(report.as_uri())
        assert tab.requests == [report.as_uri()], "one file, nothing from elsewhere"
        yield tab
        assert not tab.errors


def choose(page: Tab, verdict: str) -> None:
    page.js(f"(s => {{ s.value = '{verdict}'; s.dispatchEvent(new Event('input', {{bubbles: true}})); "
            "s.dispatchEvent(new Event('change', {bubbles: true})); })(document.getElementById('f-verdict'))")


def test_filter_and_open(page: Tab, tmp_path: Path) -> None:
    assert page.js("document.title") == "Atsauču pārbaude", "hostile text in a document must not run"
    every = page.js(VISIBLE)
    choose(page, "title_differs")
    assert page.js(VISIBLE) == 1 < every
    page.js(VISIBLE.replace("filter", "find").replace(".length", ".firstElementChild.focus()"))
    page.press("Enter")
    assert "noteikumu Nr. 97" in page.text("#rows > details[open] mark")
    page.screenshot(tmp_path / "audit.png", whole=True)
    assert (tmp_path / "audit.png").stat().st_size > 5_000
    choose(page, "")
    assert page.js(VISIBLE) == every


@pytest.mark.parametrize("width", [1440, 390])
def test_accessible(page: Tab, width: int) -> None:
    page.size(width, 844, phone=width < 600)
    assert page.axe() == []
