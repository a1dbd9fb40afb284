"""`lemumi`: finds the command's module and hands over. `lemumi --help` loads none of them."""
from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

#: command → module:function (or a typer app), what it does. docs/CLI.md describes each; a test compares the two.
COMMANDS: dict[str, tuple[str, str]] = {
    "parse": ("pipeline.cli.parse:parse", "Turn documents into records."),
    "show": ("pipeline.cli.show:show", "One record, for a person, with the words each value came from."),
    "schema": ("pipeline.cli.schema:schema", "The JSON Schema of a record."),
    "eval": ("pipeline.cli.eval:evaluate", "Score the parser on documents with known truth."),
    "doctor": ("pipeline.cli.doctor:doctor", "Is this machine ready?"),
    "cite": ("pipeline.cli.cite:cite", "The legal references in a sentence."),
    "votes": ("pipeline.cli.votes:votes", "Who voted how."),
    "audit": ("pipeline.cli.audit:audit", "Does every cited act match, on the decision's day?"),
    "registry": ("pipeline.cli.registry:registry", "What is known of legal acts."),
    "index": ("pipeline.cli.index:index", "Build the database that search and pages use."),
    "search": ("pipeline.cli.search:search", "Find decisions by words, in any Latvian form."),
    "sql": ("pipeline.cli.sql:sql", "Ask the database in SQL."),
    "stats": ("pipeline.cli.stats:stats", "Figures over the corpus."),
    "export": ("pipeline.cli.export:export", "Parquet, CSV, Akoma Ntoso, Popolo, BagIt and others."),
    "serve": ("pipeline.cli.serve:serve", "Browse the corpus in a web browser."),
}


def available() -> dict[str, tuple[str, str]]:
    """The commands whose module is installed."""
    here = Path(__file__).parent
    return {name: row for name, row in COMMANDS.items() if (here / f"{row[0].split(':')[0].rsplit('.', 1)[1]}.py").exists()}


def help_text() -> str:
    """What `lemumi --help` prints."""
    rows = "\n".join(f"  {name:10} {line}" for name, (_, line) in available().items())
    return ("Usage: lemumi COMMAND [OPTIONS]\n\n"
            "Latvian council decisions, minutes and orders, read into validated, searchable, auditable records.\n\n"
            f"Commands:\n{rows}\n\n`lemumi COMMAND --help` explains one. Exit codes: docs/CLI.md.\n")


def main(arguments: list[str] | None = None) -> None:
    """The console script. Ends with `SystemExit`, codes as in `pipeline.run.exits`."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or given[0] in {"--help", "-h", "help"}:
        sys.stdout.write(help_text())
        raise SystemExit(0)
    if given[0] == "--version":
        from importlib.metadata import version
        sys.stdout.write(f"lemumi {version('lemumi')}\n")
        raise SystemExit(0)
    name, rest = given[0], given[1:]
    commands = available()
    if name not in commands:
        from difflib import get_close_matches
        near = get_close_matches(name, commands, 1)
        hint = f"; did you mean `{near[0]}`?" if near else "; see `lemumi --help`"
        sys.stderr.write(f"lemumi: no command `{name}`{hint}\n")
        raise SystemExit(2)
    _call(name, commands[name][0], rest)


def _call(name: str, target: str, arguments: list[str]) -> None:
    import typer
    module, function = target.split(":")
    found = getattr(import_module(module), function)
    if isinstance(found, typer.Typer):
        app = found
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name)(found)
    try:
        app(arguments, prog_name=f"lemumi {name}")
    except BrokenPipeError:  # `lemumi … | head`
        sys.stderr.close()
        raise SystemExit(0) from None
