"""Plain text: bytes → characters, by trying what Latvian text was ever written in.

UTF-8 and UTF-16 prove themselves. Single-byte encodings never fail to decode, so they are weighed: the right one
turns the bytes above 127 into letters and marks that Latvian uses, the wrong ones into strangers.
"""
from __future__ import annotations

import codecs
import hashlib
import re

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.mojibake import restored
from pipeline.read.source import Source, SourcePage

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: Single-byte encodings of Latvian; the first wins a tie. Windows-1257 and ISO 8859-13 have the letters in the same
#: places and differ in quotation marks; ISO 8859-4 served early Unix mail, CP775 was DOS's.
SINGLE_BYTE = ("cp1257", "iso8859-13", "cp775", "iso8859-4")
LETTERS = frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ")
OLD_LETTERS = frozenset("ōŗŌŖ")
MARKS = frozenset("“”„‟«»‘’‚–—§°…€№²³¹½×·•\u00a0\u00adäöüõéßÄÖÜÕÉåÅłŁ")
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})     # that text does not hold
SAMPLE = 200_000
_WORD = re.compile(r"\w")


def read_plain(data: bytes, path: str) -> Source:
    """The document as text. Raises `empty`, `unreadable` or `encoding`."""
    raw = decode(data)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    right = restored(raw)
    if not _WORD.search(raw):
        raise failure("empty")
    notes = () if right is None else ("its letters had been read in a wrong encoding once, and were put right",)
    raw = raw if right is None else right
    if len(raw) > LIMITS.text_chars:
        raise failure("too_large", "its text")
    return Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="text/plain", raw=raw,
                  pages=pages_of(raw), notes=notes)


def pages_of(raw: str) -> tuple[SourcePage, ...]:
    """The stretches between form feeds, which printers' text files have; none when there is no form feed inside."""
    if "\f" not in raw or "\f" not in raw.strip():
        return ()
    found, at = [], 0
    for number, text in enumerate(raw.split("\f"), 1):
        found.append(SourcePage(number, at, at + len(text)))
        at += len(text) + 1
    return tuple(found)


def decode(data: bytes) -> str:
    """The characters of a text file. Raises `empty`, `unreadable` for binary data, `encoding` when no encoding fits."""
    if not data.strip(b"\x00 \t\r\n\f"):
        raise failure("empty")
    for bom, name in BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise failure("encoding", f"marked as {name}, but broken at byte {error.start}") from error
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    if _binary(data):
        raise failure("unreadable")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _single_byte(data, error)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows in its zero bytes: every second one, on one side."""
    head = data[:SAMPLE]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    name = "utf-16-le" if odd > 5 * even else "utf-16-be" if even > 5 * odd else None
    if name is None or max(even, odd) < len(head) * 0.2:
        return None
    try:
        return data[:len(data) // 2 * 2].decode(name)
    except UnicodeDecodeError:
        return None


def _binary(data: bytes) -> bool:
    """More than one in a hundred control characters, or any zero byte, is no text in a single-byte encoding or UTF-8."""
    head = data[:SAMPLE]
    controls = len(head) - len(head.translate(None, CONTROLS))
    return b"\x00" in head or controls > len(head) // 100


def _single_byte(data: bytes, error: UnicodeDecodeError) -> str:
    """The single-byte reading whose letters are Latvian's; or UTF-8 with a few broken bytes marked as U+FFFD."""
    sample = data[:SAMPLE]
    best, best_score, best_share = "", -1.0, 0.0
    for name in SINGLE_BYTE:
        text = sample.decode(name, errors="replace")
        high = [char for char in text if char > "\x7f"]
        good = sum(1.0 if char in LETTERS else 0.6 if char in MARKS else 0.3 if char in OLD_LETTERS else 0.0 for char in high)
        misplaced = len(re.findall(r"[a-zā-ž][ĀČĒĢĪĶĻŅŠŪŽ][a-zā-ž]", text))
        score = (good - misplaced) / max(1, len(high))
        if score > best_score:
            best, best_score, best_share = name, score, good / max(1, len(high))
    lenient = sample.decode("utf-8", errors="replace")
    if lenient.count("\ufffd") * 50 < sum(char > "\x7f" for char in lenient):
        return data.decode("utf-8", errors="replace")
    if best_share < 0.55:
        raise failure("encoding", f"not UTF-8 at byte {error.start}")
    return data.decode(best, errors="replace")
