"""Characters that a page would hide, or that would turn its text around, written so that the reader sees them.

    a NUL                     → ␀        (the control pictures, U+2400…)
    RIGHT-TO-LEFT OVERRIDE    → ⟨RLO⟩
    a zero-width space        → ⟨ZWSP⟩

A decision needs none of them; where one stands in a document, an archivist wants to know. Tabs and line ends are left alone.
"""
from __future__ import annotations

_NAMED = {
    0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x061C: "ALM", 0xFEFF: "BOM",
    0x2028: "LS", 0x2029: "PS",
}
_SHOWN = {
    **{code: chr(0x2400 + code) for code in range(32) if code not in (9, 10, 13)},
    0x7F: "␡",
    **{code: f"⟨{code:04X}⟩" for code in range(0x80, 0xA0)},
    **{code: f"⟨{name}⟩" for code, name in _NAMED.items()},
    **dict.fromkeys(range(55296, 57344), "�"),  # half a pair: no page can carry it
}
_CONTROLS = frozenset(map(chr, _SHOWN))


def visible(text: str) -> str:
    """The text with nothing hidden in it."""
    return text if (text.isascii() and text.isprintable()) or _CONTROLS.isdisjoint(text) else text.translate(_SHOWN)
