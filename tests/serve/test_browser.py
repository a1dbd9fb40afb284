"""The site in a real Chromium: it reads well by mouse and keyboard, on a phone and on paper; nothing foreign runs."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.serve.address import act_path, decision_path, municipality_path, person_path
from tests.browser import Browser, Tab
from tests.serve.conftest import get


def pages(site: str) -> list[str]:
    """A page of every kind that a site has."""
    facts: dict[str, Any] = {name: json.loads(get(f"{site}/{name}.json").body)
                             for name in ("lemumi", "akti", "deputati", "pasvaldibas")}
    found = ["/", "/lemumi?q=zeme", "/lemumi?person=Nekas", "/akti", "/deputati", "/pasvaldibas", "/nekas"]
    found += [decision_path(hit["file"]) for hit in facts["lemumi"]["hits"][:2]]
    found += [act_path(a["act"]) for a in facts["akti"]["acts"][:1]]
    found += [person_path(p["key"]) for p in facts["deputati"]["persons"][:1]]
    return found + [municipality_path(m["municipality"]) for m in facts["pasvaldibas"]["municipalities"][:1]]


def look(tab: Tab, site: str, path: str, shown: Path) -> None:
    """One page by every measure that holds for all of them."""
    tab.requests.clear()
    tab.goto(site + path)
    if path in ("/nekas", "/lemumi?person=Nekas"):  # the refusal itself is what the console tells of
        tab.errors.clear()
    assert all(asked.startswith(site) for asked in tab.requests), path
    tab.screenshot(shown)
    assert tab.axe() == [], path
    tab.media(scheme="dark")
    tab.size(390, 844, phone=True)
    assert tab.axe() == [], (path, "on a phone, dark")
    assert tab.js("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than a phone"
    tab.media()
    tab.size(1440, 900)
    assert shown.stat().st_size > 8_000, path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["raw_site", "written_site", "empty_site", "hostile_site", "large_site"])
def test_every_page_for_everyone(name: str, tab: Tab, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    site = request.getfixturevalue(name)
    for number, path in enumerate(pages(site)):
        look(tab, site, path, tmp_path / f"{number}.png")
    assert tab.js("document.title") != "ran"


def test_search_by_keyboard(written_site: str, tab: Tab) -> None:
    tab.goto(written_site + "/")
    assert tab.js("document.activeElement.name") == "q", "the first page waits for words"
    tab.type("skolu kopienām")
    tab.follow("Enter")
    assert "q=skolu" in tab.js("location.search") and tab.count(".hits li") > 0
    assert "skol" in tab.text(".hits mark").lower()
    tab.js("document.activeElement.blur()")
    tab.press("Tab")
    assert tab.js("document.activeElement.className") == "skip"
    tab.press("Enter")
    for _ in range(80):
        tab.press("Tab")
        if tab.js("!!document.activeElement.closest('.hits')"):
            break
    title = tab.js("document.activeElement.innerText")
    tab.follow("Enter")
    assert tab.text("h1") == title


def test_facets_narrow_and_widen(written_site: str, tab: Tab) -> None:
    tab.goto(written_site + "/lemumi?q=zeme")
    everything = int(tab.text("#found").split()[0])
    tab.js("document.querySelector('.facet a').focus()")
    of = int(tab.text(".facet .n"))
    tab.follow("Enter")
    assert int(tab.text("#found").split()[0]) == of < everything
    tab.js("document.querySelector('.chosen').focus()")
    tab.follow("Enter")
    assert int(tab.text("#found").split()[0]) == everything


def test_marks_are_explained_to_mouse_and_keyboard(raw_site: str, tab: Tab) -> None:
    tab.goto(raw_site + "/lemums/ogres-novada-pasvaldibas-dome/2023/214")
    assert not tab.js("document.getElementById('note').checkVisibility()")
    tab.hover("a.m.reference")
    assert "78. pants, 1. daļa" in tab.text("#note")
    mark = tab.js("document.querySelector('a.m.reference').dataset.m")
    assert tab.count(f"rect.lit[data-m='{mark}']") > 0, "its words on the page light up as well"
    tab.press("Escape")
    assert not tab.js("document.getElementById('note').checkVisibility()")
    tab.js("[...document.querySelectorAll('.legend input')].at(-1).focus()")
    for _ in range(40):
        tab.press("Tab")
        if tab.js("document.activeElement.matches('.m.reference')"):
            break
    assert tab.js("document.activeElement.getAttribute('aria-describedby')") == "note"
    assert "likums" in tab.text("#note")
    tab.follow("Enter")
    assert "Pašvaldību likums" in tab.text("h1")


def test_a_box_on_the_page_leads_to_the_words(raw_site: str, tab: Tab) -> None:
    tab.goto(raw_site + "/lemums/ogres-novada-pasvaldibas-dome/2023/214")
    assert tab.count(".pages image") == 1  # the second page has nothing but the notice of the signature
    image = "fetch(document.querySelector('.pages image').href.baseVal)"
    assert tab.js(f"{image}.then(answer => answer.headers.get('content-type'))") == "image/png"
    tab.js("document.querySelector('rect.reference').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert tab.js("document.activeElement.matches('.m.reference')")


def test_a_vote_is_a_table_and_a_chart(written_site: str, tab: Tab) -> None:
    hits = json.loads(get(f"{written_site}/lemumi.json?limit=200").body)["hits"]
    with_vote = next(hit for hit in hits if hit["outcome"] == "adopted")
    tab.goto(written_site + decision_path(with_vote["file"]))
    record = json.loads(get(f"{written_site}{decision_path(with_vote['file'])}.json").body)
    sides = [record["vote"][side] for side in ("for", "against", "abstain", "not_voting", "absent")]
    assert tab.count("svg.chamber circle") == sum(max(s["count"] or 0, len(s["names"])) for s in sides)
    assert str(record["vote"]["for"]["count"]) in tab.text("table.vote tbody td")


def test_a_kind_of_mark_can_be_put_away(raw_site: str, tab: Tab) -> None:
    tab.goto(raw_site + "/lemums/ogres-novada-pasvaldibas-dome/2023/214")
    colour = "getComputedStyle(document.querySelector('a.m.reference')).backgroundColor"
    shown = tab.js(colour)
    tab.js("document.getElementById('k-reference').focus()")
    tab.press(" ")
    assert tab.js(colour) != shown


def test_reads_without_scripts(raw_site: str, tab: Tab) -> None:
    tab.scripts(False)
    tab.goto(raw_site + "/lemums/ogres-novada-pasvaldibas-dome/2023/214")
    assert "78. pants" in tab.js("document.querySelector('a.m.reference').title")
    assert tab.js("document.querySelector('#resolution').innerText")


def test_on_paper(raw_site: str, tab: Tab) -> None:
    import pypdfium2
    tab.goto(raw_site + "/lemums/ogres-novada-pasvaldibas-dome/2023/214")
    document = pypdfium2.PdfDocument(tab.pdf())
    printed = "\n".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    document.close()
    assert "pirmpirkuma" in printed and "Balsojums" in printed
    assert "Apzīmējumi" not in printed and "Tabulas un SQL" not in printed
    assert printed.index("Saskaņā ar") < printed.index("Pamatdati"), "the text comes first"


def test_the_other_language_is_the_same_page(written_site: str, tab: Tab) -> None:
    tab.goto(written_site + "/lemumi?q=zeme")
    found = tab.text("#found").split()[0]
    tab.js("document.querySelector('.language').focus()")
    tab.follow("Enter")
    assert tab.js("document.documentElement.lang") == "en" and tab.text("#found").split()[0] == found
    tab.js("document.querySelector('.hits a').focus()")
    tab.follow("Enter")
    assert tab.js("location.pathname").startswith("/en/lemums/")


def test_datasettes_pages_run_nothing(written_site: str, tab: Tab) -> None:
    for path in ("/corpus", "/corpus/decisions?_size=5", "/corpus?sql=select+act+from+acts+limit+3"):
        tab.requests.clear()
        tab.goto(written_site + path)
        assert tab.count("script") == 0 and all(asked.startswith(written_site) for asked in tab.requests)


def test_two_tabs_at_once(written_site: str, browser: Browser) -> None:
    tabs = [browser.tab() for _ in range(3)]
    for tab in tabs:
        tab.goto(written_site + "/lemumi?q=zeme&from=2023")
    assert len({tab.text("#found") for tab in tabs}) == 1
    for tab in tabs:
        tab.close()
