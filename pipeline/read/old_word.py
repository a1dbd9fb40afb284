"""Binary Word files (.doc, 1997–2003): LibreOffice turns them into DOCX when it is installed; else the user is told how."""
from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from pipeline.read.docx import read_docx
from pipeline.read.failures import failure
from pipeline.read.source import Source

SECONDS = 90


def read_doc(data: bytes, path: str) -> Source:
    """Raises `old_office` without LibreOffice, `damaged` when it cannot read the file either."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise failure("old_office")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "document.doc")
        source.write_bytes(data)
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore",
                   "--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise failure("damaged", "LibreOffice did not finish with it") from error
        made = source.with_suffix(".docx")
        if not made.exists():
            raise failure("damaged", "a .doc that LibreOffice cannot read")
        found = read_docx(made.read_bytes(), path)
    return replace(found, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="application/msword",
                   notes=(*found.notes, "converted by LibreOffice"))
