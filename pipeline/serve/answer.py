"""A request for one of our pages: which page, in which language, as HTML, JSON or CSV.

    /lemumi?q=skola        found decisions, in Latvian        /en/lemumi?q=skola       the same in English
    /lemumi.json?q=skola   what the page says, as JSON        /lemumi.csv?q=skola      its main table

A page is a function of `pages/`: the database and the request in, a `Page` out. What the HTML shows is what the JSON says.
"""
from __future__ import annotations

import csv
import io
import sqlite3
import traceback
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

import orjson
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from pipeline.corpus.query import QueryError
from pipeline.serve import address, charts
from pipeline.serve.page_image import page_png
from pipeline.serve.pages import Asked, NoSuchPage, Page
from pipeline.serve.pages.acts import act, acts
from pipeline.serve.pages.decision import decision, source_of
from pipeline.serve.pages.municipalities import municipalities, municipality
from pipeline.serve.pages.persons import person, persons
from pipeline.serve.pages.results import results
from pipeline.serve.pages.start import start
from pipeline.serve.site import Site
from pipeline.serve.words import Words, words_of

START_PATH = r"^(?P<language>/en)?/?$"
PAGE_PATH = (r"^(?P<language>/en)?/(?P<page>sakums|lemumi|akti|deputati|pasvaldibas|lemums|akts|deputats|pasvaldiba)"
             r"(?:/(?P<key>.+?))?(?P<form>\.json|\.csv)?$")
IMAGE_PATH = r"^/lapa/(?P<number>[0-9]{1,5})/(?P<key>.+)\.png$"

#: Name in the address → the function that makes the page.
PAGES: Mapping[str, Callable[[sqlite3.Connection, Asked], Page]] = {
    "sakums": start, "lemumi": results, "akti": acts, "deputati": persons, "pasvaldibas": municipalities,
    "lemums": decision, "akts": act, "deputats": person, "pasvaldiba": municipality,
}
#: The same for every reader, and dear: made once for each state of the database.
_KEPT = {"sakums", "pasvaldibas"}


async def page(request: Request, datasette: Site) -> Response:
    """Any page of ours but the images."""
    found = request.url_vars
    words = words_of("en" if found.get("language") else "lv")
    name = found.get("page") or "sakums"
    asked = Asked(_unquoted(found.get("key")), {k: request.args[k] for k in request.args}, words, datasette.raw)
    form = found.get("form")
    try:
        if name in _KEPT and not asked.key and not asked.given:
            made = await datasette.keep(f"{name} {words.language}", lambda db: PAGES[name](db, asked))
        else:
            made = await datasette.ask(lambda db: PAGES[name](db, asked))
    except NoSuchPage:
        return await _refused(datasette, request, words, 404, "not_found", words["not_found_hint"], form)
    except QueryError as error:
        return await _refused(datasette, request, words, 400, "bad_query", str(error), form)
    except sqlite3.OperationalError as error:
        if error.args != ("interrupted",):
            raise
        return await _refused(datasette, request, words, 503, "too_slow", words["too_slow_hint"], form)
    if form == ".json":
        return Response(_json(made), content_type="application/json; charset=utf-8")
    if form == ".csv":
        return Response(_csv(made), content_type="text/csv; charset=utf-8",
                        headers={"content-disposition": f'inline; filename="{name}.csv"'})
    return await _html(datasette, request, words, made.template, {**made.facts, "page": made, "current": name})


async def page_image(request: Request, datasette: Site) -> Response:
    """A page of the original, when the very file that was read is still at hand."""
    key = _unquoted(request.url_vars["key"]) or ""
    try:
        source = await datasette.ask(lambda db: source_of(db, key))
    except NoSuchPage:
        return Response.text("", status=404)
    import asyncio
    png = await asyncio.to_thread(page_png, datasette.raw, source, int(request.url_vars["number"]))
    if png is None:
        return Response.text("", status=404)
    return Response(png, content_type="image/png", headers={"cache-control": "private, max-age=3600"})


async def failed(site: Site, request: Request, error: Exception) -> Response:
    """What any page, Datasette's included, answers when it cannot: 4xx with the reason; 500, and the traceback in the log."""
    words = words_of("en" if request.path.startswith("/en/") else "lv")
    form = ".json" if request.path.endswith(".json") else None
    status = int(getattr(error, "status", 500))
    if status >= 500:
        traceback.print_exception(error)
    if status == 404:
        return await _refused(site, request, words, 404, "not_found", words["not_found_hint"], form)
    told = str(getattr(error, "message", None) or error) if status < 500 else words["failed_hint"]
    return await _refused(site, request, words, status, "bad_query" if status < 500 else "failed", told, form)


async def _html(
    site: Site, request: Request, words: Words, template: str, facts: Mapping[str, Any], status: int = 200,
) -> Response:
    prefix = "/en" if words.language == "en" else ""
    path = request.path.removeprefix("/en") or "/"
    asked = "?" + request.query_string if request.query_string else ""
    context = {
        "w": words, "lang": words.language, "to": lambda where: prefix + where, "address": address, "charts": charts,
        "other_language": ("/en" + path if words.language == "lv" else path) + asked,
        "here": request.path if path != "/" else f"{prefix}/sakums", "asked": asked, "has_raw": site.raw is not None,
        **facts,
    }
    return Response.html(await site.render_template(template, context, request=request), status=status)


async def _refused(
    site: Site, request: Request, words: Words, status: int, reason: str, hint: str, form: str | None,
) -> Response:
    if form:
        return Response.json({"error": reason, "message": hint}, status=status)
    return await _html(site, request, words, "refused.html", {"reason": words[reason], "hint": hint, "current": ""}, status)


def _json(made: Page) -> bytes:
    if made.body is not None:
        return made.body
    return orjson.dumps(made.facts, default=_plain, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)


def _plain(value: Any) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)


def _csv(made: Page) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(made.columns)
    writer.writerows(made.rows)
    return buffer.getvalue()


def _unquoted(key: str | None) -> str | None:
    return None if key is None else unquote(key, errors="surrogatepass")
