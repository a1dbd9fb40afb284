"""What decides, with a file's own bytes, whether its records are still good: schema, code, rules, options."""
from __future__ import annotations

import hashlib
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
    key = _run_key(options.fingerprint).copy()
    key.update("\0".join((sha256, *duplicates)).encode("utf-8", "surrogatepass"))
    return key.hexdigest()


@cache
def _run_key(options: str) -> hashlib._Hash:
    """What all files of a run have in common."""
    parser = parser_version()
    return hashlib.sha256("\0".join((SCHEMA_VERSION, parser.code, parser.rules, options, "")).encode())


@cache
def tools() -> str:
    """The outside programs that are there: a file that failed for want of one is tried again once it is."""
    return ",".join(name for name in ("tesseract", "soffice") if shutil.which(name))
