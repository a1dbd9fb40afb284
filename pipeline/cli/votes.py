"""`lemumi votes`: who voted how, one row a person and decision."""
from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: One row a person and vote.
COLUMNS = ("person", "side", "institution", "date", "number", "title", "id", "round", "deciding", "subject", "method", "for",
           "against", "abstain", "unanimous", "outcome", "outcome_rule", "reason", "file", "page")
SIDES = ("for", "against", "abstain", "not_voting", "absent")
_SIGN = {"for": "par", "against": "pret", "abstain": "atturas", "not_voting": "nebalso", "absent": "nav klāt"}
#: Rows that a person reads on a terminal; `--csv` gives them all.
SHOWN = 200


def votes(
    folder: Annotated[Path, typer.Argument(help="What `lemumi parse --out` wrote.")] = Path("data/parsed"),
    as_csv: Annotated[bool, typer.Option("--csv", help="All rows as CSV: one a person and decision.")] = False,
    person: Annotated[str | None, typer.Option(help="Only this person; initials fit the names they begin.")] = None,
    rounds: Annotated[bool, typer.Option("--rounds", help="Also votes that did not decide: amendments.")] = False,
) -> None:
    """Who voted how: one row a person and decision. Names stand as the documents print them, in the nominative."""
    from pipeline.run.exits import Exit
    if not folder.is_dir():
        typer.echo(f"lemumi: no folder {folder}", err=True)
        raise typer.Exit(Exit.USAGE)
    from pipeline.latvian.names.same import same_person
    records = _records(folder)
    found = (row for record in records for row in rows(record, rounds=rounds)
             if person is None or same_person(person, str(row["person"])))
    if as_csv:
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    else:
        _table(found)


def _records(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The records of a run, in the order of their paths."""
    import orjson
    for path in sorted((folder / "decisions" if (folder / "decisions").is_dir() else folder).rglob("*.json")):
        record = orjson.loads(path.read_bytes())
        if isinstance(record, dict) and "vote_rounds" in record:
            yield record


def rows(record: Mapping[str, Any], *, rounds: bool = False) -> Iterator[dict[str, Any]]:
    """One row a person and vote of a record; of the deciding vote alone unless `rounds`."""
    deciding = record["vote"]
    several = record["vote_rounds"] or ([deciding] if deciding else [])
    for number, vote in enumerate(several, 1):
        if rounds or vote == deciding:
            yield from _vote_rows(record, vote, number, vote == deciding)


def _vote_rows(record: Mapping[str, Any], vote: Mapping[str, Any], number: int, decides: bool) -> Iterator[dict[str, Any]]:
    reasons = {one["name"]: one["reason"] for one in vote["recusals"]}
    shared = {
        "institution": (record["institution"] or {}).get("name"), "date": record["date"], "number": record["number"],
        "title": record["title"], "id": record["id"], "round": number, "deciding": int(decides), "subject": vote["subject"],
        "method": vote["method"], "unanimous": vote["unanimous"], "outcome": vote["outcome"],
        "outcome_rule": vote["outcome_rule"], "file": record["source"]["path"],
        **{side: vote[side]["count"] for side in SIDES[:3]},
    }
    for side in SIDES:
        got = vote[side]
        for index, name in enumerate(got["names"]):
            start = got["spans"][index][0] if index < len(got["spans"]) else vote["span"][0]
            yield {"person": name, "side": side, **shared, "reason": reasons.get(name) if side == "not_voting" else None,
                   "page": _page(record, start)}


def _page(record: Mapping[str, Any], offset: int) -> int | None:
    return next((int(page["number"]) for page in record["pages"] if page["start"] <= offset < page["end"]), None)


def _table(found: Iterable[Mapping[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table()
    for head in ("person", "side", "date", "number", "title", "outcome"):
        table.add_column(head, no_wrap=head != "title")
    count = 0
    for count, row in enumerate(found, 1):
        if count <= SHOWN:
            title = row["title"] or "–"
            table.add_row(row["person"], _SIGN[row["side"]], row["date"] or "–", row["number"] or "–",
                          title if len(title) < 70 else title[:69] + "…", row["outcome"])
    Console().print(table)
    more = f", {SHOWN} shown; all with --csv" if count > SHOWN else ""
    typer.echo(f"{count} votes of persons{more}", err=True)
