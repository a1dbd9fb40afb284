"""The addresses of our pages. A key is percent-encoded, its slashes stay: `/akts/mk:2024-07-16/483`."""
from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

#: What a browser takes out of a path by itself, were it left there bare.
_DOTS = {"", ".", ".."}


def key_path(key: str) -> str:
    """A key as a part of an address."""
    bare = not _DOTS.isdisjoint(key.split("/"))
    return quote(key.encode("utf-8", "surrogatepass"), safe=":," if bare else ":,/")


def decision_path(file: str) -> str:
    """By the record's file, which is unique: `decisions/ogres-dome/2023/214.json` → `/lemums/ogres-dome/2023/214`."""
    return "/lemums/" + key_path(file.removeprefix("decisions/").removesuffix(".json"))


def decision_file(key: str) -> str:
    """The record's file that an address means."""
    return f"decisions/{key}.json"


def act_path(act: str) -> str:
    return "/akts/" + key_path(act)


def person_path(key: str) -> str:
    """`key` as in the table `persons`."""
    return "/deputats/" + key_path(key)


def municipality_path(name: str) -> str:
    return "/pasvaldiba/" + key_path(name)


def query(parameters: Mapping[str, str | None], **changed: str | None) -> str:
    """`?q=skola&p=2` with some parameters changed; None takes one out. A changed filter begins at the first page again."""
    merged = {**parameters, **({} if "p" in changed else {"p": None}), **changed}
    kept = {name: value for name, value in merged.items() if value}
    return "?" + urlencode(kept) if kept else ""


def image_path(file: str, number: int) -> str:
    """The image of a page of the document a record was read from."""
    return f"/lapa/{number}/{decision_path(file).removeprefix('/lemums/')}.png"
