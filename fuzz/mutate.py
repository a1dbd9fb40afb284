"""Good files made bad: bytes flipped, cut, repeated and spliced; inside ZIPs and PDFs as well, where a blind cut only breaks
the outer shell.

The same seed number always gives the same file.
"""
from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST = 400_000      # bytes: a mutated file is never larger

#: Pieces that mean something to one reader or another.
TOKENS: tuple[bytes, ...] = (
    b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>', b"<w:del>",
    b"<table><tr><td>" * 40, b"<div>" * 200, b"<ol start='999999999999'><li>", b"<sup>", b"<!--", b"<![CDATA[", b"]]>", b"&#0;",
    b"&lol;", b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<text:list>" * 50, b'text:c="999999999"', b'w:val="999999999999"',
    b"{\\rtf1", b"{" * 300, b"}" * 300, b"\\'ff", b"\\u-99999?", b"\\bin99999999 ", b"\\super ", b"\\deleted",
    b"\\trowd\\cell\\row",
    b"obj", b"endobj", b"stream\r\n", b"endstream", b"xref", b"trailer", b"startxref", b"<<", b">>", b"/Kids [1 0 R 1 0 R]",
    b"/Count 100000", b"/Parent 3 0 R", b"/Rotate 45", b"/MediaBox [0 0 1e9 1e9]", b"/Length 99999999", b" Tj", b"BT", b"ET",
    b"1e38 0 0 1e38 0 0 cm", b"/ByteRange [0 1 2 3]", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xfe", b"\xfe\xff",
    b"\xef\xbb\xbf", b"\x00", b"\xff" * 16, b"\x0c", b"\x1a", b"\r", "\u2028".encode(), "\u0301".encode() * 50, b"- " * 100,
    b"(" * 500, "“".encode() * 200, b"1.1.1.1.1.1. " * 50, b"Nr. " * 100, b"panta " * 100, b"NOLEMJ:",
    "PAR – 99999999999 (".encode(), "2024. gada 99. februārī".encode(), "1.–99999. pantu".encode())

Change = Callable[[bytearray, random.Random], None]


def seeds() -> dict[str, bytes]:
    """Small good files of every kind, by name."""
    paths = [*(ROOT / "tests" / "files").glob("*.*"), *(ROOT / "data" / "raw").glob("*.pdf"),
             *(ROOT / "tests" / "corpus" / "dev").glob("*.txt")]
    return {path.name: path.read_bytes() for path in sorted(paths) if path.stat().st_size < MOST}


def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 4, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def overwrite(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at + chance.choice((1, 2, 4, 16))] = chance.choice((b"\x00", b"\xff", b"\x7f", b"\x80", b"9", b"-1", b" ")) * 4


def cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at:at + chance.choice((1, 8, 100, 5_000))]


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)):]


def repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    piece = data[at:at + chance.choice((1, 10, 200, 2_000))]
    data[at:at] = piece * chance.choice((1, 2, 50))


def token(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        at = chance.randrange(len(data))
        data[at:at] = chance.choice(TOKENS)


def swap(data: bytearray, chance: random.Random) -> None:
    size = chance.choice((4, 64, 1_000))
    a, b = chance.randrange(len(data)), chance.randrange(len(data))
    data[a:a + size], data[b:b + size] = data[b:b + size], data[a:a + size]


def number(data: bytearray, chance: random.Random) -> None:
    """A number in the file becomes another."""
    found = list(re.finditer(rb"\d{1,9}", bytes(data[:200_000])))
    if found:
        at = chance.choice(found)
        data[at.start():at.end()] = chance.choice((b"0", b"-1", b"4294967296", b"65535", b"1e308", b"99999", b"2147483647"))


CHANGES: tuple[Change, ...] = (flip, overwrite, cut, truncate, repeat, token, token, swap, number)


def changed(data: bytes, chance: random.Random) -> bytes:
    """One to four changes."""
    work = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        if work:
            chance.choice(CHANGES)(work, chance)
    return bytes(work[:MOST])


def inside_zip(data: bytes, chance: random.Random) -> bytes:
    """One member changed, renamed or doubled, the container whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        infos = source.infolist()
        chosen = chance.randrange(len(infos))
        for index, info in enumerate(infos):
            body = source.read(info)
            name = info.filename
            if index == chosen and body:
                body = changed(body, chance)
                if chance.random() < 0.1:
                    name = chance.choice(("../" + name, "/" + name, "C:\\x", "a/" * 300 + "b", "mimetype", "\u202e.pdf"))
            packed = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            target.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), body, packed)
    return out.getvalue()


STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def inside_pdf(data: bytes, chance: random.Random) -> bytes:
    """One compressed stream changed and packed again; lengths and offsets are then wrong, which PDFium mends."""
    found = list(STREAM.finditer(data))
    chance.shuffle(found)
    for match in found[:4]:
        try:
            plain = zlib.decompress(match[1])
        except zlib.error:
            continue
        return data[:match.start(1)] + zlib.compress(changed(plain, chance)) + data[match.end(1):]
    return changed(data, chance)


def mutant(number: int, pool: dict[str, bytes]) -> tuple[str, bytes]:
    """File number so-and-so: a name that says what it was made of, and its bytes."""
    chance = random.Random(number)
    kind = chance.choice(sorted({Path(name).suffix for name in pool}))
    name = chance.choice(sorted(name for name in pool if name.endswith(kind)))
    data = pool[name]
    way = chance.random()
    if data.startswith(b"PK") and way < 0.6:
        made = inside_zip(data, chance)
    elif data.startswith(b"%PDF") and way < 0.5:
        made = inside_pdf(data, chance)
    elif way > 0.97:        # the head of one kind, the body of another
        other = pool[chance.choice(sorted(pool))]
        made = data[:chance.randrange(len(data))] + other[chance.randrange(len(other)):]
    else:
        made = changed(data, chance)
    suffix = Path(name).suffix if chance.random() < 0.95 else chance.choice((".pdf", ".txt", ".docx", ".zip", ""))
    return f"{number:07d}-{Path(name).stem}{suffix}", made[:MOST]
