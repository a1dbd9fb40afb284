"""What decides, with a file's own bytes, whether its records are still good: schema, code, rules, options."""
from __future__ import annotations

import hashlib
import json
import shutil
from functools import cache
from pathlib import Path

from pipeline.records.model import SCHEMA_VERSION, Parser
from pipeline.run.options import RunOptions

PACKAGE = Path(__file__).resolve().parent.parent
#: Packages whose files can change a record. The command line, audit, exports and pages cannot.
RULE_PACKAGES = ("check", "clean", "extract", "grammar", "latvian", "read", "records", "registry", "resolve", "segment")


@cache
def parser_version() -> Parser:
    """`code` is the release; `rules` a hash over every file that can change what a record says (first 16 hex digits)."""
    from importlib.metadata import PackageNotFoundError, version
    try:
        code = version("lemumi")
    except PackageNotFoundError:
        code = "unknown"
    digest = hashlib.sha256()
    files = [PACKAGE / "flow.py", PACKAGE / "run" / "judge.py"]
    for name in RULE_PACKAGES:
        files += (p for p in (PACKAGE / name).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    for path in sorted(files):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return Parser(code=code, rules=digest.hexdigest()[:16])


def file_key(sha256: str, duplicates: tuple[str, ...], options: RunOptions) -> str:
    """Same key, same records: nothing to do."""
    parser = parser_version()
    parts = [SCHEMA_VERSION, parser.code, parser.rules, options.fingerprint(), sha256, *duplicates]
    return hashlib.sha256(json.dumps(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def tools() -> str:
    """The outside programs that are there: a file that failed for want of one is tried again once it is."""
    return ",".join(name for name in ("tesseract", "soffice") if shutil.which(name))
