"""Sample files, and small ones made on the spot."""
from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline.flow import parse_bytes
from pipeline.read.options import ReadOptions
from pipeline.read.readers import read
from pipeline.read.source import ReadError, Source

FILES = Path(__file__).resolve().parent.parent / "files"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
with_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
with_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def sample(name: str) -> bytes:
    return (FILES / name).read_bytes()


def source_of(data: bytes, name: str = "document", **options: Any) -> Source:
    return read(data, name, ReadOptions(**options))[0]


def raw(data: bytes, **options: Any) -> str:
    return source_of(data, **options).raw


def records(data: bytes, name: str = "document", **options: Any) -> list[dict[str, Any]]:
    """Records as a reader of the JSON sees them."""
    return [json.loads(one.model_dump_json()) for parsed in parse_bytes(data, name, ReadOptions(**options))
            for one in parsed.decisions]


def refused(data: bytes, name: str = "document", **options: Any) -> str:
    """The code of the failure that reading ends with."""
    with pytest.raises(ReadError) as caught:
        read(data, name, ReadOptions(**options))
    return caught.value.code


def zipped(members: dict[str, bytes | str], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of raw paragraphs; `parts` are further files of its word/ folder, such as numbering."""
    members: dict[str, bytes | str] = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    members |= {f"word/{name}.xml": text.replace(">", f" {W}>", 1) for name, text in parts.items()}
    return zipped(members)


def p(words: str, properties: str = "", run: str = "") -> str:
    """One Word paragraph of one run."""
    return (f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}"
            f"<w:r>{f'<w:rPr>{run}</w:rPr>' if run else ''}<w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
