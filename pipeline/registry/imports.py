"""Imports into a user's registry: CSV, JSON Lines, saved pages of likumi.lv. Files in; entries and conflicts out.

Of a saved page only the head is read (the act's "passport": Statuss, Izdevējs, Veids, Numurs, Pieņemts, Stājas spēkā,
Zaudē spēku), by its printed labels, so that a change of the site's markup does not matter.
"""
from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pipeline.latvian.dates import find_dates
from pipeline.registry.entry import Entry
from pipeline.registry.store import RegistryError, entry_of, identity, read_entries

_LABELS = {
    "nosaukums": "title", "statuss": "status", "izdevējs": "issuer", "veids": "kind", "numurs": "number", "pieņemts": "date",
    "stājas spēkā": "in_force_from", "zaudē spēku": "in_force_to", "zaudējis spēku": "in_force_to",
}
_LABEL = re.compile(rf"^({'|'.join(_LABELS)})\s*:\s*(.*)$", re.IGNORECASE)
_STATUS = {"spēkā esošs": "in_force", "spēkā": "in_force", "zaudējis spēku": "repealed", "nav stājies spēkā": "not_yet",
           "vēl nav spēkā": "not_yet"}
_TYPE = {("ministru kabinets", "noteikumi"): "mk_noteikumi", ("ministru kabinets", "rīkojums"): "mk_rikojums",
         ("ministru kabinets", "instrukcija"): "mk_instrukcija"}
#: Fields that a cell of a CSV file cannot hold.
_NESTED = {"articles", "transitional", "sources", "replaced_by", "title_truncated"}
_BLOCK = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "td", "th", "dt", "dd", "title", "table", "section", "header"}
_ID = re.compile(r"likumi\.lv/(?:ta/id/|doc\.php\?id=|pase\.php\?id=|ta/[a-z/]+/id/)(\d+)")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that say different things of one act. The newer import stands; both stay in `sources`."""

    act: str
    field: str
    kept: object
    other: object


@dataclass(frozen=True, slots=True)
class Imported:
    entries: list[Entry]
    new: int
    conflicts: list[Conflict]


class _Lines(HTMLParser):
    """The visible text of a page, a block a line, and the page's own address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.address = ""
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "canonical":
            self.address = given.get("href") or self.address
        if tag == "meta" and given.get("property") == "og:url":
            self.address = self.address or given.get("content") or ""
        self._hidden += tag in {"script", "style"}
        if tag in _BLOCK:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"} and self._hidden > 0
        if tag in _BLOCK:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.lines[-1] += data


def read_page(path: Path) -> Entry:
    """The act of a saved likumi.lv page. Raises `RegistryError` when its head has no title, number and date."""
    try:
        html = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: {error}") from error
    page = _Lines()
    page.feed(html)
    lines = [line for line in (" ".join(raw.split()) for raw in page.lines) if line]
    found: dict[str, str] = {}
    for here, following in zip(lines, [*lines[1:], ""], strict=True):
        match = _LABEL.match(here)
        if match:
            found.setdefault(_LABELS[match[1].casefold()], (match[2] or following).strip())
    issuer, kind = found.get("issuer", ""), found.get("kind", "").casefold()
    type_ = _TYPE.get((issuer.casefold(), kind)) or {"likums": "likums", "saistošie noteikumi": "saistosie_noteikumi"}.get(kind)
    title = (found.get("title") or lines[0] if lines else "").strip(" “”„\"")
    if not type_ or not title or (type_ != "likums" and not (found.get("number") and found.get("date"))):
        raise RegistryError(f"{path}: no act's head in it (needs Izdevējs, Veids, Numurs, Pieņemts)")
    known_id = _ID.search(page.address)
    return Entry(
        type=type_, title=title, number=(found.get("number") or "").removeprefix("Nr.").strip() or None,
        date=_day(found.get("date")), issuer=issuer or None, likumi_id=int(known_id[1]) if known_id else None,
        url=page.address or None, status=_STATUS.get(found.get("status", "").casefold(), "unknown"),
        status_basis="stated" if found.get("status") else None, in_force_from=_day(found.get("in_force_from")),
        in_force_to=_day(found.get("in_force_to")), sources=({"kind": "saved_page", "file": path.name},),
    )


def _day(words: str | None) -> str | None:
    return next((found.value for found in find_dates(words)), None) if words else None


def read_csv(path: Path) -> list[Entry]:
    """Entries of a CSV file with a header of the entry's field names. Raises `RegistryError` with the line at fault."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegistryError(f"{path}: {error}") from error
    entries = []
    for line, row in enumerate(rows, 2):
        values: dict[str, Any] = {key: value.strip() for key, value in row.items() if key and value and value.strip()}
        if not values.get("type") or not values.get("title"):
            raise RegistryError(f"{path}, line {line}: type and title are needed")
        if "likumi_id" in values:
            if not str(values["likumi_id"]).isdigit():
                raise RegistryError(f"{path}, line {line}: likumi_id is no number: {values['likumi_id']}")
            values["likumi_id"] = int(values["likumi_id"])
        simple = {key: value for key, value in values.items() if key not in _NESTED}
        entries.append(replace(entry_of(simple), sources=({"kind": "csv", "file": path.name},)))
    return entries


def read_any(path: Path) -> list[Entry]:
    """Entries of a file by its suffix: .csv, .jsonl, .html/.htm. Raises `RegistryError`."""
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        return read_csv(path)
    if suffix in {".jsonl", ".json"}:
        return read_entries(path)
    if suffix in {".html", ".htm"}:
        return [read_page(path)]
    raise RegistryError(f"{path}: a registry is imported from .csv, .jsonl or .html")


def merge(base: Iterable[Entry], incoming: Iterable[Entry]) -> Imported:
    """Lays imports over a user's registry. Facts only one side has are kept; where both differ the import stands."""
    held: dict[tuple[object, ...], Entry] = {identity(entry): entry for entry in base}
    conflicts: list[Conflict] = []
    new = 0
    for entry in incoming:
        key = identity(entry)
        old = held.get(key)
        if old is None:
            held[key] = entry
            new += 1
            continue
        values: dict[str, Any] = {}
        for name in Entry.__slots__:
            before, after = getattr(old, name), getattr(entry, name)
            if name == "sources":
                values[name] = (*before, *(s for s in after if s not in before))
            elif after in (None, (), {}, False, "unknown"):
                values[name] = before
            else:
                values[name] = after
                if before not in (None, (), {}, False, "unknown") and before != after:
                    conflicts.append(Conflict(entry.name, name, after, before))
        held[key] = Entry(**values)
    return Imported(list(held.values()), new, conflicts)
