"""`lemumi doctor`: is this machine ready?"""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def doctor(out: Annotated[Path, typer.Option(help="Where records would go.")] = Path("data/parsed")) -> None:
    """Looks at everything lemumi needs or can use; exit code 3 when something needed is missing."""
    from pipeline.run.doctor import checks
    from pipeline.run.exits import Exit
    found = checks(out)
    for check in found:
        typer.echo(f"{check.state:8} {check.what}: {check.found}")
    raise typer.Exit(Exit.ENVIRONMENT if any(c.state == "error" for c in found) else Exit.OK)
