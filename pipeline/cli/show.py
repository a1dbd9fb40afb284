"""`lemumi show`: one record, for a person."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.tree import Tree

    from pipeline.records import Decision, Point, Span


def show(
    what: Annotated[str, typer.Argument(help="A record's id or file, or a document to parse on the spot.")],
    records: Annotated[Path, typer.Option(help="Where ids are looked up.")] = Path("data/parsed"),
    text: Annotated[bool, typer.Option("--text", help="The whole text as well.")] = False,
) -> None:
    """Shows head, legal basis, vote, points, annexes and findings, each with the words it came from."""
    from rich.console import Console

    from pipeline.read.source import ReadError
    from pipeline.run.exits import Exit
    try:
        found = _find(what, records)
    except ReadError as error:
        typer.echo(f"lemumi: {what}: {error.message}", err=True)
        raise typer.Exit(Exit.SOME_FAILED) from error
    except (OSError, ValueError) as error:
        typer.echo(f"lemumi: {what}: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    if not found:
        typer.echo(f"lemumi: {what}: no decision in it", err=True)
        raise typer.Exit(Exit.SOME_FAILED)
    console = Console()
    for decision in found:
        _print(console, decision, text)


def _find(what: str, records: Path) -> list[Decision]:
    from pipeline.records import Decision
    from pipeline.run.store import file_of
    path = Path(what)
    if path.is_file() and path.suffix == ".json":
        return [Decision.model_validate_json(path.read_bytes())]
    if path.is_file():
        from pipeline.api import parse_file
        return parse_file(path)
    record = records / file_of(what)
    if not record.is_file():
        raise FileNotFoundError(f"neither a file nor an id under {records}")
    return [Decision.model_validate_json(record.read_bytes())]


def _print(console: Any, decision: Decision, text: bool) -> None:
    from rich.markup import escape
    from rich.tree import Tree

    def words(span: Span | None) -> str:
        if span is None:
            return "[dim](not printed in the document)[/]"
        return f"[dim]“{escape(' '.join(decision.text[slice(*span)].split())[:160])}”[/]"

    tree = Tree(f"[bold]{escape(decision.id)}[/]  {decision.document_type}  [dim]{escape(decision.source.path)}[/]")
    head = tree.add("[bold]head[/]")
    institution = decision.institution.name if decision.institution else None
    protocol = f"{decision.protocol.number or '?'}, item {decision.protocol.item or '?'}" if decision.protocol else None
    values = {"institution": institution, "number": decision.number, "date": decision.date, "place": decision.place,
              "protocol": protocol, "title": decision.title}
    for name, value in values.items():
        head.add(f"{name}: {escape(str(value)) if value else '[yellow]unknown[/]'}  {words(decision.spans.get(name))}")
    acts = tree.add(f"[bold]acts cited[/] ({len(decision.references)})")
    for reference in decision.references:
        places = "; ".join(" ".join(f"{v} {u}" for u, v in p.items()) for p in reference.pinpoints)
        acts.add(f"{escape(reference.act)}  {escape(places)}  {reference.role}  {words(reference.span)}")
    if decision.vote:
        vote = tree.add(f"[bold]vote[/] {decision.vote.outcome}  {words(decision.vote.span)}")
        for name, side in (("for", decision.vote.for_), ("against", decision.vote.against), ("abstain", decision.vote.abstain),
                           ("not voting", decision.vote.not_voting), ("absent", decision.vote.absent)):
            if side.count is not None or side.names:
                vote.add(f"{name}: {side.count}  {escape(', '.join(side.names))}")
    resolution = tree.add(f"[bold]resolution[/] {escape(decision.resolution.verb or '')}")
    _points(resolution, decision.resolution.points)
    for label, rows in (
        ("annexes", [(f"{a.number or '–'} {a.title or ''}", a.span) for a in decision.annexes]),
        ("persons", [(f"{p.name} – {p.role or '?'}{' (ambiguous)' * p.ambiguous}", p.span) for p in decision.persons]),
        ("signed by", [(f"{s.role or '?'}: {s.name}", s.span) for s in decision.signatories]),
        ("findings", [(f"{f.severity} {f.code}: {f.message}", f.span) for f in decision.findings]),
    ):
        if rows:
            branch = tree.add(f"[bold]{label}[/] ({len(rows)})")
            for line, span in rows:
                branch.add(f"{escape(line)}  {words(span)}")
    console.print(tree)
    if text:
        console.print(decision.text, markup=False, soft_wrap=True)


def _points(branch: Tree, points: list[Point]) -> None:
    from rich.markup import escape
    for point in points:
        facts = [point.action or "", point.deadline or "", *(f"{a.value} {a.currency}" for a in point.amounts)]
        told = "  [cyan]" + escape(" · ".join(f for f in facts if f)) + "[/]" if any(facts) else ""
        _points(branch.add(f"{escape(point.number or '–')}  {escape(point.text)}{told}"), point.children)
