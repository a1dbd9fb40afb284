"""LibreOffice as the office that saves a DOCX in the other formats."""
from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

FILTERS = {"odt": "odt", "rtf": "rtf", "doc": "doc:MS Word 97", "pdf": "pdf", "html": "html:HTML (StarWriter)"}


def convert(documents: dict[str, bytes], kind: str) -> dict[str, bytes]:
    """DOCX files by name → files of `kind` by name, in one start of the program. Raises FileNotFoundError without it."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("LibreOffice (soffice) is needed to make office files")
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for name, data in documents.items():
            source = Path(folder, f"{name}.docx")
            source.write_bytes(data)
            sources.append(str(source))
        subprocess.run([program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore",
                        "--convert-to", FILTERS[kind], "--outdir", folder, *sources],
                       check=True, capture_output=True, timeout=600, stdin=subprocess.DEVNULL)
        return {name: Path(folder, f"{name}.{kind}").read_bytes() for name in documents}
