"""What a worker does with one file: bytes in, finished JSON records or a failure out. Nothing here knows of other files."""
from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.run.options import RunOptions


@dataclass(frozen=True)  # no slots here and in Outcome: both are sent to another process, and are packed several times faster
class Task:
    """One file to parse. `staging` is a folder to leave finished records in; None (a cluster) sends them back as bytes."""

    index: int
    location: str
    name: str
    sha256: str
    duplicates: tuple[str, ...] = ()
    staging: str | None = None


class Made(NamedTuple):
    """One finished record: its id, and where its bytes are."""

    id: str
    sha256: str
    part: int
    staged: str | None
    body: bytes | None


@dataclass
class Outcome:
    """What one file gave. `code` is None when all of it was read."""

    index: int
    records: list[Made] = field(default_factory=list)
    code: str | None = None
    message: str = ""
    skipped: list[dict[str, Any]] = field(default_factory=list)
    unread: list[dict[str, str]] = field(default_factory=list)
    findings: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    media_type: str | None = None


def work(task: Task, options: RunOptions) -> Outcome:
    """Parses one file. Never raises for a bad document: the outcome says what was wrong."""
    from pipeline.read.source import ReadError
    outcome = Outcome(task.index)
    try:
        _work(task, options, outcome)
    except ReadError as error:
        outcome.code, outcome.message = error.code, error.message
    except MemoryError:
        outcome.code, outcome.message = "memory", f"more than {options.memory_limit} MB"
    except PermissionError as error:
        outcome.code, outcome.message = "permission", error.strerror or str(error)
    except FileNotFoundError as error:
        outcome.code, outcome.message = "missing", error.strerror or str(error)
    except OSError as error:
        if error.filename is not None and task.staging and str(error.filename).startswith(task.staging):
            raise  # the output disk, not the document: the run must stop
        outcome.code, outcome.message = "read_error", str(error)
    except Exception as error:  # a bug must cost one document, not a night's run
        place = traceback.extract_tb(error.__traceback__)[-1]
        outcome.code = "internal"
        outcome.message = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    if outcome.code:
        outcome.records = []
    return outcome


def _work(task: Task, options: RunOptions, outcome: Outcome) -> None:
    import orjson

    from pipeline.flow import parse_source
    from pipeline.read.failures import failure
    from pipeline.read.limits import LIMITS
    from pipeline.read.options import ReadOptions
    from pipeline.read.readers import Unread, unpack
    from pipeline.records import Decision
    from pipeline.records.schema import schema_error
    from pipeline.run.judge import is_decision, no_decision
    from pipeline.run.remote import load, size_of
    from pipeline.run.version import parser_version
    parser = parser_version()
    if (size := size_of(task.location)) > LIMITS.input_bytes:
        raise failure("too_large", f"{size} bytes")      # not even loaded
    sources = unpack(load(task.location), task.name, ReadOptions(ocr=options.ocr, password=options.password))
    texts: list[str] = []
    for source in sources:
        if isinstance(source, Unread):
            outcome.unread.append({"path": source.path, "code": source.code, "message": source.message})
            continue
        parsed = parse_source(source)
        outcome.pages += len(source.pages) if source.paged else 0
        outcome.media_type = source.container.media_type if source.container else source.media_type
        outcome.skipped += [{"path": source.path, "item": s.item, "title": s.title, "reason": s.reason} for s in parsed.skipped]
        texts.append(source.raw)
        for decision in parsed.decisions:
            if not is_decision(decision):
                continue
            about = decision.source.model_copy(update={"duplicates": list(task.duplicates)})
            record = decision.model_copy(update={"parser": parser, "source": about})
            body = Decision.__pydantic_serializer__.to_json(record)      # what `model_dump_json` makes text of: bytes
            wrong = schema_error(orjson.loads(body))
            if wrong:
                outcome.code, outcome.message = "invalid_record", f"{record.id}: {wrong}"
                return
            outcome.findings.update(f.code for f in record.findings)
            part = record.source.part.index if record.source.part else 0
            outcome.records.append(_made(task, len(outcome.records), record.id, source.sha256, part, body + b"\n"))
    if outcome.unread and not texts:
        outcome.code, outcome.message = outcome.unread[0]["code"], outcome.unread[0]["message"]
    elif not outcome.records and not outcome.skipped:
        outcome.code, outcome.message = no_decision("\n".join(texts))


def _made(task: Task, number: int, id: str, sha256: str, part: int, body: bytes) -> Made:
    if task.staging is None:
        return Made(id, sha256, part, None, body)
    staged = f"{task.staging}/{task.index}-{number}.json"
    write(staged, body)
    return Made(id, sha256, part, staged, None)


def write(path: str, body: bytes) -> None:
    """Writes a file; `Store.settle` sees to it that it is on the disk."""
    with open(path, "wb") as stream:  # noqa: PTH123 - twice as fast as Path.open, once a record
        stream.write(body)


def work_many(tasks: list[Task], options: RunOptions) -> list[Outcome]:
    """A chunk of files, for a cluster."""
    return [work(task, options) for task in tasks]
