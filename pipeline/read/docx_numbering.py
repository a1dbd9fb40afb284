"""The numbers and alignment that Word takes from styles: restored as Word would print them.

A paragraph's `numPr` may stand on itself or on its style, or on the style's base. Counters run per abstract list;
a deeper level starts again when a higher one moves on; `w:lvlOverride` restarts.
"""
from __future__ import annotations

import re
from typing import Any

from pipeline.read.flowing import Align, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
         (5, "v"), (4, "iv"), (1, "i"))
ALIGNMENTS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}


class Level:
    """One level of a list: its first number, its kind, and its text with %1 %2 …"""

    def __init__(self, element: Any) -> None:
        self.start = number_of(element.find(W + "start"), 1)
        kind = element.find(W + "numFmt")
        self.kind = kind.get(W + "val") if kind is not None else "decimal"
        text = element.find(W + "lvlText")
        self.text = (text.get(W + "val") or "") if text is not None else ""
        self.legal = element.find(W + "isLgl") is not None


class Numbering:
    """Counts a document's lists. Call `label` for every paragraph, in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}                       # list → abstract list
        self._restarts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        self._styles: dict[str, Any] = {}
        self._default_style: str | None = None
        if numbering is not None:
            self._load(numbering)
        for style in styles.iter(W + "style") if styles is not None else ():
            self._styles[style.get(W + "styleId") or ""] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default_style = style.get(W + "styleId")

    def _load(self, numbering: Any) -> None:
        for abstract in numbering.iter(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId") or ""] = {
                whole(level.get(W + "ilvl"), 0): Level(level) for level in abstract.findall(W + "lvl")}
        for entry in numbering.findall(W + "num"):
            key, target = entry.get(W + "numId") or "", entry.find(W + "abstractNumId")
            self._lists[key] = (target.get(W + "val") or "") if target is not None else ""
            for override in entry.findall(W + "lvlOverride"):
                start = override.find(W + "startOverride")
                if start is not None:
                    self._restarts[key, whole(override.get(W + "ilvl"), 0)] = number_of(start, 1)

    def label(self, properties: Any) -> str:
        """The number or bullet that Word prints before the paragraph; "" when it prints none."""
        key, depth = self._list_of(properties)
        if key is None or key == "0" or key not in self._lists:
            return ""
        abstract = self._lists[key]
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "-"
        counters = self._counters.setdefault(abstract, {})
        if key not in self._seen:
            self._seen.add(key)
            for (other, at), start in self._restarts.items():
                if other == key:
                    counters[at] = start - 1
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [d for d in counters if d > depth]:
            del counters[deeper]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at)
            value = counters.setdefault(at, other.start if other else 1)
            return written(value, "decimal" if level.legal or other is None else other.kind)

        return re.sub(r"%([1-9])", shown, level.text).strip()

    def _list_of(self, properties: Any) -> tuple[str | None, int]:
        for holder in self._chain(properties):
            entry = holder.find(W + "numPr")
            if entry is not None:
                key, depth = entry.find(W + "numId"), entry.find(W + "ilvl")
                if key is not None:
                    return key.get(W + "val"), number_of(depth, 0)
        return None, 0

    def alignment(self, properties: Any) -> Align:
        for holder in self._chain(properties):
            entry = holder.find(W + "jc")
            if entry is not None:
                return ALIGNMENTS.get(entry.get(W + "val") or "", "left")
        return "left"

    def capitals(self, properties: Any) -> bool:
        """Whether the paragraph's style prints it in capitals."""
        for style in self._styles_of(properties):
            entry = style.find(f"{W}rPr/{W}caps")
            if entry is not None:
                return switched_on(entry)
        return False

    def _chain(self, properties: Any) -> list[Any]:
        """The paragraph's own properties, then its style's, then that style's base."""
        found = [] if properties is None else [properties]
        found += [held for style in self._styles_of(properties) if (held := style.find(W + "pPr")) is not None]
        return found

    def _styles_of(self, properties: Any) -> list[Any]:
        found: list[Any] = []
        reference = None if properties is None else properties.find(W + "pStyle")
        name = reference.get(W + "val") if reference is not None else self._default_style
        for _ in range(12):
            style = self._styles.get(name or "")
            if style is None:
                break
            found.append(style)
            base = style.find(W + "basedOn")
            name = base.get(W + "val") if base is not None else None
        return found


def switched_on(element: Any) -> bool:
    """A property that is there and not said to be off."""
    return element is not None and element.get(W + "val") not in ("0", "false", "off", "none")


def number_of(element: Any, default: int) -> int:
    return whole(element.get(W + "val") if element is not None else None, default)


def written(value: int, kind: str) -> str:
    """A counter's value in a list's kind of numbers."""
    if kind in ("lowerLetter", "upperLetter") and value > 0:
        text = LETTERS[(value - 1) % 26] * ((value - 1) // 26 + 1)
        return text.upper() if kind == "upperLetter" else text
    if kind in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        text = ""
        for worth, sign in ROMAN:
            while value >= worth:
                text, value = text + sign, value - worth
        return text.upper() if kind == "upperRoman" else text
    return f"{value:02d}" if kind == "decimalZero" else str(value)
