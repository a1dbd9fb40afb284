"""What the site adds to Datasette, by its plugin hooks. Each does nothing for a Datasette that is not ours."""
from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette import hookimpl

from pipeline.serve.answer import IMAGE_PATH, PAGE_PATH, START_PATH, failed, page, page_image
from pipeline.serve.site import Site
from pipeline.serve.visible import visible
from pipeline.serve.words import words_of

#: Nothing but our own files: no script or style written in a page runs, nothing is fetched from elsewhere, nobody frames it.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self'{data}; font-src 'self'; "
          "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
HEADERS = (
    (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"), (b"x-frame-options", b"DENY"),
)
App = Callable[..., Awaitable[None]]


@hookimpl  # type: ignore[untyped-decorator]
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    if not isinstance(datasette, Site):
        return []
    return [(START_PATH, page), (IMAGE_PATH, page_image), (PAGE_PATH, page)]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """A search keeps what passes its filters in a temporary table; no transaction may stay open behind it."""
    if isinstance(datasette, Site):
        conn.isolation_level = None
        for pragma in ("temp_store = MEMORY", "cache_size = -65536", "mmap_size = 1073741824"):
            conn.execute(f"PRAGMA {pragma}")


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Every value any template writes goes through `visible`, Datasette's own included; escaping follows."""
    if isinstance(datasette, Site):
        env.finalize = lambda value: visible(value) if type(value) is str else value
        env.trim_blocks = env.lstrip_blocks = True
        env.globals["words_of"] = words_of


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """Our answer in place of Datasette's, which writes every variable of every call to the terminal."""
    outcome = yield
    if isinstance(datasette, Site):
        outcome.force_result([lambda: failed(datasette, request, exception)])


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    if not isinstance(datasette, Site):
        return lambda app: app
    return lambda app: Guard(app, datasette.hosts)


class Guard:
    """Answers only those who ask for a host of ours, and puts the security headers on every answer."""

    def __init__(self, app: App, hosts: frozenset[str] | None) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.hosts is not None and _host(scope) not in self.hosts:
            await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"This site answers to localhost only; see --host.\n"})
            return
        # the tables of Datasette carry a few style attributes of their own, and nothing from documents in them
        theirs = scope["path"].startswith(("/corpus", "/-/"))
        policy = POLICY.format(styles=" 'unsafe-inline'" if theirs else "", data=" data:" if theirs else "").encode()

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *HEADERS, (b"content-security-policy", policy)]}
            await send(message)

        await self.app(scope, receive, guarded)


def _host(scope: Any) -> str:
    """The name asked for, without its port; `[::1]:8001` → `[::1]`."""
    named = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return named[:named.index("]") + 1] if named.startswith("[") and "]" in named else named.partition(":")[0]
