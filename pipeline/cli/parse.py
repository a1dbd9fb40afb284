"""`lemumi parse`: documents in, records out."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pipeline.run.report import Summary


def parse(
    paths: Annotated[list[str], typer.Argument(help="Files, folders or fsspec addresses (s3://…).")],
    out: Annotated[Path, typer.Option(help="Where the records go.")] = Path("data/parsed"),
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; default: one a processor.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr/--no-ocr", help="Recognise pages that are images.")] = True,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed files again.")] = False,
    time_limit: Annotated[float, typer.Option(min=0.01, help="Seconds for one document.")] = 900,
    memory_limit: Annotated[int, typer.Option(min=200, help="MB for one document.")] = 4000,
    password_file: Annotated[Path | None, typer.Option(help="A file whose first line opens locked documents.")] = None,
    cluster: Annotated[str | None, typer.Option(help="Address of a Dask scheduler, e.g. tcp://host:8786.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only failures and the summary.")] = False,
) -> None:
    """Parses every document under PATHS; files that did not change since the last run are left alone."""
    from pipeline.run.exits import Exit, RunError
    from pipeline.run.options import RunOptions
    from pipeline.run.run import default_jobs, run
    try:
        password = password_file.read_text(encoding="utf-8").split("\n", 1)[0] if password_file else None
        options = RunOptions(ocr, password, jobs or default_jobs(), time_limit, memory_limit, retry_failed, cluster)
        with _Progress(quiet) as progress:
            summary = run(paths, out, options, progress.step)
    except RunError as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(error.exit) from error
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(f"lemumi: {error}", err=True)
        raise typer.Exit(Exit.USAGE) from error
    except KeyboardInterrupt:
        typer.echo("lemumi: stopped; what was done is kept, the next run goes on from here", err=True)
        raise typer.Exit(Exit.INTERRUPTED) from None
    typer.echo(closing(summary, out))
    raise typer.Exit(Exit.SOME_FAILED if summary.failed else Exit.OK)


class _Progress:
    """A bar on a terminal; elsewhere a line a failure and a line now and then."""

    EVERY = 500

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> _Progress:
        if sys.stderr.isatty() and not self.quiet:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
            self.bar = Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                                console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("parsing", total=None)
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar:
            self.bar.stop()

    def step(self, done: int, of: int, name: str, code: str | None) -> None:
        if self.bar:
            self.bar.update(self.task, total=of, completed=done)
        elif not self.quiet and (done % self.EVERY == 0 or done == of):
            typer.echo(f"{done} of {of}", err=True)
        if code:
            if self.bar:
                self.bar.console.print(f"{name}: {code}", markup=False)
            else:
                typer.echo(f"{name}: {code}", err=True)


def closing(summary: Summary, out: Path) -> str:
    """The last lines of a run: what came in, what came out, what did not and what to do."""
    from pipeline.run.failures import advice
    lines = [f"{summary.files} files: {summary.parsed_now} parsed now, {summary.unchanged} unchanged"
             + (f", {summary.removed} removed since" if summary.removed else "")
             + (f", {summary.duplicates} copies of others" if summary.duplicates else ""),
             f"{summary.records} records in {out}"
             + (f"; {summary.skipped_items} agenda items without a decision" if summary.skipped_items else "")
             + (f"; {summary.collisions} ids claimed by several documents (run.json)" if summary.collisions else "")]
    if summary.findings:
        lines.append("findings: " + ", ".join(f"{code} {n}" for code, n in sorted(summary.findings.items())))
    for code, n in sorted(summary.failures.items()):
        lines.append(f"no record: {code} {n}: {advice(code)}")
    rate = f", {summary.pages / summary.seconds:.0f} pages/s" if summary.pages and summary.seconds else ""
    lines.append(f"{summary.seconds:.1f} s{rate}")
    return "\n".join(lines)
