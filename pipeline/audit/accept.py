"""Reviewed exceptions: what a person has looked at and accepted, with reason and name.

A CSV file with the columns decision, act, pinpoints, verdict, reason, name; the first four as in the CSV report.
"""
from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

NEEDED = ("decision", "act", "pinpoints", "verdict", "reason", "name")


class AcceptError(Exception):
    """A file of exceptions that cannot be used: names the file, the line and the reason."""


def read_accepted(path: Path) -> Mapping[tuple[str, str, str, str], str]:
    """(decision, act, pinpoints, verdict) → "reason (name)". Raises `AcceptError`: an exception without a name is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AcceptError(f"{path}: {error}") from error
    accepted = {}
    for line, row in enumerate(rows, 2):
        lacking = [column for column in NEEDED if column not in row or (column != "pinpoints" and not row[column])]
        if lacking:
            raise AcceptError(f"{path}, line {line}: lacks {', '.join(lacking)}")
        accepted[row["decision"], row["act"], row["pinpoints"], row["verdict"]] = f"{row['reason']} ({row['name']})"
    return accepted
