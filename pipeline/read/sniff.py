"""What kind of file the bytes are, whatever the file is called: its first bytes, and for ZIPs what is inside."""
from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from pipeline.read.failures import failure

Kind = Literal["pdf", "image", "docx", "odt", "rtf", "html", "text", "doc", "asic", "zip"]

MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "html": "text/html",
    "text": "text/plain",
    "doc": "application/msword",
    "asic": "application/vnd.etsi.asic-e+zip",
    "zip": "application/zip",
}
IMAGES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"), (b"BM", "image/bmp"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|table|title)[\s>]", re.IGNORECASE)
#: Kinds of bytes that are common in archives and hold no text of a decision: named, so that the message can say it.
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"GIF8", "a GIF image"), (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"\x1f\x8b", "a gzip file"), (b"ID3", "a sound file"),
    (b"SQLite format 3", "a database"), (b"\x00\x00\x00\x18ftyp", "a film"), (b"\x00\x00\x00\x20ftyp", "a film"))

_IMAGE, _FOREIGN = tuple(magic for magic, _ in IMAGES), tuple(magic for magic, _ in FOREIGN)


def sniff(data: bytes, path: str) -> Kind:
    """The kind of the file. Raises `empty`, `unreadable`, `damaged`, `encrypted`."""
    if not data:
        raise failure("empty")
    head = data[:4096]
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return sniff_zip(data)
    if head.startswith(OLE):
        return sniff_ole(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_IMAGE):
        return "image"
    if head.startswith(_FOREIGN):
        raise failure("unreadable", next(name for magic, name in FOREIGN if head.startswith(magic)))
    if looks_like_html(head):
        return "html"
    return "text"


def looks_like_html(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16-le" if head.startswith(b"\xff") else "utf-16-be"
        head = head[2:].decode(name, errors="replace").encode("utf-8")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]
    return start.startswith(b"<") and HTML_TAG.search(start) is not None


def sniff_zip(data: bytes) -> Kind:
    """Office file, signed container, or an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:200].strip() if "mimetype" in names and _small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError, EOFError, KeyError) as error:
        raise failure("damaged", "a ZIP container") from error
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"asic" in mimetype or b"edoc" in mimetype or any(
            re.fullmatch(r"META-INF/[^/]*signatures[^/]*\.xml", name, re.IGNORECASE) for name in names):
        return "asic"
    return "zip"


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return archive.getinfo(name).file_size < 1000


def sniff_ole(data: bytes) -> Kind:
    """The container of Office 97–2003, in which newer Office hides its encrypted files too."""
    names = data[:2_000_000]
    if "EncryptedPackage".encode("utf-16-le") in names:
        raise failure("encrypted", "an Office file")
    if "WordDocument".encode("utf-16-le") in names or data[-100_000:].find("WordDocument".encode("utf-16-le")) >= 0:
        return "doc"
    raise failure("unreadable", "an Office 97–2003 file that is no Word document")


def media_type(kind: Kind, data: bytes) -> str:
    """The media type to record."""
    if kind == "image":
        return next(name for magic, name in IMAGES if data.startswith(magic))
    return MEDIA_TYPES[kind]
