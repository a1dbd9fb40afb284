"""`lemumi registry show|search|import|export|stats`: what is known of legal acts."""
from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.registry.entry import Entry
    from pipeline.registry.store import Registry

registry = typer.Typer(help="What is known of legal acts: show, search, import, export, stats.", no_args_is_help=True)
Overlay = Annotated[Path | None, typer.Option("--registry", help="Your own registry (JSONL), laid over the shipped one.")]
NOT_FOUND, BAD_INPUT = 1, 2


def _load(overlay: Path | None) -> Registry:
    from pipeline.registry.store import RegistryError, load
    try:
        return load(overlay)
    except RegistryError as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _card(entry: Entry) -> str:
    lines = [entry.name]
    facts = {"type": entry.type, "issuer": entry.issuer, "adopted": entry.date, "status": entry.status,
             "in force from": entry.in_force_from, "no longer in force from": entry.in_force_to,
             "replaced by": (entry.replaced_by or {}).get("title"), "address": entry.address or entry.url,
             "articles": f"{len(entry.articles)}" if entry.articles else None,
             "sources": ", ".join(dict.fromkeys(str(s.get("kind")) for s in entry.sources))}
    return "\n".join(lines + [f"  {name}: {value}" for name, value in facts.items() if value])


@registry.command()
def show(act: Annotated[str, typer.Argument(help='e.g. "MK 483/2024", "MK 2024-07-16/483" or a law\'s title')],
         overlay: Overlay = None) -> None:
    """Everything known of one act."""
    from pipeline.registry.names import find
    found = find(act, _load(overlay))
    if not found:
        typer.echo(f"lemumi: no act “{act}” in the registry (which proves nothing: it is not complete)", err=True)
        raise typer.Exit(NOT_FOUND)
    typer.echo("\n\n".join(_card(entry) for entry in found))


@registry.command()
def search(words: Annotated[str, typer.Argument(help="words of the title, in any form")], limit: int = 20,
           overlay: Overlay = None) -> None:
    """Acts whose title holds every word."""
    found = list(_load(overlay).search(words, limit))
    for entry in found:
        typer.echo(f"{entry.name}  [{entry.status}]  {entry.address or ''}")
    raise typer.Exit(0 if found else NOT_FOUND)


@registry.command("import")
def import_(
    files: list[Path], into: Annotated[Path, typer.Option(help="Your registry file; made when it is not there.")],
) -> None:
    """Reads CSV, JSONL and saved likumi.lv pages into your registry; conflicts are reported, both sources kept."""
    from pipeline.registry.imports import merge, read_any
    from pipeline.registry.store import RegistryError, read_entries
    try:
        base = read_entries(into) if into.exists() else []
        incoming = [entry for path in files for entry in read_any(path)]
    except RegistryError as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(BAD_INPUT) from error
    result = merge(base, incoming)
    _write(result.entries, into)
    typer.echo(f"{len(incoming)} read, {result.new} new, {len(result.entries)} in {into}")
    for conflict in result.conflicts:
        typer.echo(f"conflict: {conflict.act}: {conflict.field} is now {conflict.kept!r}, was {conflict.other!r}")


@registry.command()
def export(target: Path, overlay: Overlay = None) -> None:
    """Writes the whole registry, yours laid over the shipped one, as JSONL."""
    entries = _load(overlay).entries
    _write(entries, target)
    typer.echo(f"{len(entries)} acts in {target}")


@registry.command()
def stats(overlay: Overlay = None) -> None:
    """How much the registry knows, by type and status."""
    entries = _load(overlay).entries
    for (kind, status), number in sorted(Counter((e.type, e.status) for e in entries).items()):
        typer.echo(f"{kind:22} {status:12} {number:6}")
    typer.echo(f"{'all':22} {'':12} {len(entries):6}")


def _write(entries: list[Entry], target: Path) -> None:
    """Whole or not at all."""
    import orjson

    from pipeline.registry.store import row_of
    draft = target.with_name(target.name + ".part")
    draft.write_bytes(b"".join(orjson.dumps(row_of(entry)) + b"\n" for entry in entries))
    draft.replace(target)
