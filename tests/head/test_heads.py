"""The head of whole documents, form by form: `municipal.txt`, `state.txt`, `published.txt`."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import parse_text

HERE = Path(__file__).parent
BODY = """Pamatojoties uz Pašvaldību likuma 10. panta pirmās daļas 21. punktu, dome nolemj:
1. Apstiprināt pārskatu.
2. Uzdot izpilddirektoram organizēt lēmuma izpildi.
Domes priekšsēdētājs A. Ozols"""
KEYS = ("type", "number", "date", "place", "protocol", "institution", "title")


def forms() -> Iterator[tuple[str, str, dict[str, str | None]]]:
    """Every form: its name, the document, what its head says."""
    for file in ("municipal.txt", "state.txt", "published.txt"):
        for block in (HERE / file).read_text(encoding="utf-8").split("\n== ")[1:]:
            name, *lines = block.rstrip("\n").split("\n")
            said: dict[str, str | None] = dict.fromkeys(KEYS) | {"type": "decision"}
            said |= dict(line[3:].split(": ", 1) for line in lines if line.startswith("-- "))
            text = "\n".join(BODY if line == "…" else line for line in lines if not line.startswith("-- "))
            yield f"{file[:-4]}: {name}", text, said


FORMS = list(forms())


@pytest.mark.parametrize(("text", "said"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_head(text: str, said: dict[str, str | None]) -> None:
    record = parse_text(text)
    protocol = record.protocol
    assert {
        "type": record.document_type, "number": record.number, "date": record.date, "place": record.place,
        "protocol": " / ".join(part for part in (protocol.number, protocol.item) if part) if protocol else None,
        "institution": record.institution.name if record.institution else None, "title": record.title,
    } == said
