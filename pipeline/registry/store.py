"""The registry: the shipped facts with the user's own laid over them, and look-ups as of a day."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from pipeline.registry.entry import Entry
from pipeline.registry.titles import compare, fold

SHIPPED = Path(__file__).parent / "data" / "registry.jsonl"
_FIELDS = frozenset(Entry.__slots__)


class RegistryError(Exception):
    """A registry file that cannot be used: names the file, the line and the reason."""


def entry_of(row: dict[str, Any]) -> Entry:
    """An `Entry` from one line of a registry file. Raises KeyError without type or title; unknown keys are passed over."""
    values = {key: value for key, value in row.items() if key in _FIELDS and value is not None}
    values["transitional"] = tuple(values.get("transitional") or ())
    values["sources"] = tuple(values.get("sources") or ())
    return Entry(type=row["type"], title=row["title"], **{k: v for k, v in values.items() if k not in {"type", "title"}})


def row_of(entry: Entry) -> dict[str, Any]:
    """The line a registry file holds for an entry; absent facts are left out."""
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()
            if value not in (None, (), False) and value != {}}


def read_entries(path: Path) -> list[Entry]:
    """Every entry of a registry file (JSON Lines). Raises `RegistryError` with the line at fault."""
    entries = []
    try:
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if line.strip():
                try:
                    entries.append(entry_of(orjson.loads(line)))
                except (orjson.JSONDecodeError, KeyError, TypeError) as error:
                    raise RegistryError(f"{path}, line {number}: {error!r}") from error
    except OSError as error:
        raise RegistryError(f"{path}: {error.strerror}") from error
    return entries


#: `Likums par budžetu un finanšu vadību` is cited as likums “Par budžetu un finanšu vadību”.
_HEAD = re.compile(r"(?:Latvijas\s+Republikas\s+)?Likums\s+(?=[\"“„]?Par\b)", re.IGNORECASE)


def _bare(title: str) -> str:
    """The title without the head noun in front."""
    match = _HEAD.match(title)
    return title[match.end() :] if match else title


class Registry:
    """Acts by type and number, and laws by title. Built once, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_number: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_title: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._laws_by_words: dict[str, list[Entry]] = defaultdict(list)
        self.entries: list[Entry] = []
        for entry in entries:
            self.entries.append(entry)
            if entry.number:
                self._by_number[entry.type, entry.number.casefold()].append(entry)
            self._by_title[entry.type, fold(_bare(entry.title))].append(entry)
            if entry.type == "likums":
                for stem in set(fold(entry.title).split()):
                    if len(stem) > 4:
                        self._laws_by_words[stem].append(entry)

    def __len__(self) -> int:
        return len(self.entries)

    def numbered(self, kind: str, number: str) -> list[Entry]:
        """Every act of a kind with that number, of whatever year."""
        return self._by_number.get((kind, number.casefold()), [])

    def titled(self, kind: str, title: str) -> list[Entry]:
        """Every act of a kind under that title; case, inflection and punctuation do not count."""
        return self._by_title.get((kind, fold(_bare(title))), [])

    def nearest_law(self, title: str) -> Entry | None:
        """The one law whose title differs from `title` in a single word: a lead for a person, never a proof."""
        stems = fold(title).split()
        if len(stems) < 3:
            return None
        seen = {id(e): e for s in stems if len(self._laws_by_words.get(s, ())) <= 60 for e in self._laws_by_words.get(s, ())}
        near = [entry for entry in seen.values()
                if len(other := fold(entry.title).split()) == len(stems)
                and sum(a != b for a, b in zip(stems, other, strict=True)) == 1]
        return near[0] if len(near) == 1 else None

    def newest_before(self, entries: list[Entry], day: str) -> Entry | None:
        """Of several undated acts under one title, the one adopted last before `day`, where likumi ids tell.

        Ids are given in the order of publication since 2000, so that the dated acts of the registry date the others
        from above. None when an id is missing or the newest may be younger than `day`.
        """
        if not all(e.likumi_id for e in entries):
            return None
        newest = max(entries, key=lambda e: e.likumi_id or 0)
        return newest if self._not_after(newest.likumi_id or 0) <= day else None

    def _not_after(self, likumi_id: int) -> str:
        """The earliest date of a known act with a later id: an act with this id is not younger than that."""
        return min((e.date for e in self.entries if e.date and e.likumi_id and e.likumi_id >= likumi_id), default="9999")

    def search(self, words: str, limit: int = 20) -> Iterator[Entry]:
        """Acts whose title or number holds every word given, in file order."""
        stems = fold(words).split()
        found = 0
        for entry in self.entries:
            held = f" {fold(entry.title)} {entry.number or ''} {entry.date or ''} "
            if all(f" {stem}" in held for stem in stems):
                yield entry
                found += 1
                if found >= limit:
                    return

    def over(self, entries: Iterable[Entry]) -> Registry:
        """This registry with a user's entries laid over it: the user's entry stands where both know the act."""
        merged: dict[tuple[object, ...], Entry] = {identity(e): e for e in self.entries}
        for entry in entries:
            merged[identity(entry)] = entry
        return Registry(merged.values())


def identity(entry: Entry) -> tuple[object, ...]:
    """What makes two entries the same act: kind, number and date; for unnumbered acts the likumi id, else the title."""
    if entry.number:
        issuer = fold(entry.issuer or "") if entry.type in {"saistosie_noteikumi", "other"} else ""
        return entry.type, entry.number.casefold(), entry.date, issuer
    return entry.type, entry.likumi_id or fold(entry.title), None if entry.likumi_id else entry.date


@lru_cache(maxsize=4)
def load(overlay: Path | None = None) -> Registry:
    """The shipped registry, with the file at `overlay` laid over it. Raises `RegistryError`."""
    registry = Registry(read_entries(SHIPPED))
    return registry.over(read_entries(overlay)) if overlay else registry


def same_title(cited: str, entry: Entry) -> bool:
    """Whether a cited title names this entry."""
    return compare(cited, entry.title, known_cut=entry.title_truncated).same
