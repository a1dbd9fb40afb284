"""Writes the pages that list what the code knows: commands, exit codes, failures, findings, fields. A test compares them.

`python scripts/build_docs.py` writes docs/{CLI,FAILURES,FINDINGS,LIMITS,RECORD,RULES}.md anew, and the figures in README.md
from docs/ACCURACY.md and docs/BENCH.md.
"""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pipeline.check.codes import CODES
from pipeline.cli.main import available
from pipeline.extract.voting.outcome import RULES
from pipeline.read.limits import rows
from pipeline.records.schema import decision_schema
from pipeline.run.exits import EXITS
from pipeline.run.failures import ALL_FAILURES
from pipeline.run.options import RunOptions

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTE = "Written by `python scripts/build_docs.py` from the code; do not edit.\n"


def cli() -> str:
    rows = "\n".join(f"| `lemumi {name}` | {line} |" for name, (_, line) in available().items())
    exits = "\n".join(f"| {code.value} | {meaning} |" for code, meaning in EXITS.items())
    return (f"# Commands\n\n{NOTE}\n`lemumi COMMAND --help` lists the options. `python -m pipeline` is the same program.\n\n"
            f"| command | what it does |\n|---|---|\n{rows}\n\n## Exit codes\n\n| code | meaning |\n|---|---|\n{exits}\n")


def failures() -> str:
    rows = "\n".join(f"| `{code}` | {row.what} | {row.do} |" for code, row in ALL_FAILURES.items())
    return (f"# Why a file gave no record\n\n{NOTE}\nThe codes stand in `run.json` under `failure` and on the terminal. "
            "`no_decision` and `not_latvian` say what a document is; all others make the run end with exit code 1.\n\n"
            f"| code | what happened | what to do |\n|---|---|---|\n{rows}\n")


def findings() -> str:
    rows = "\n".join(f"| `{code}` | {severity} | {meaning} |" for code, (severity, meaning) in sorted(CODES.items()))
    return (f"# Findings: what does not add up\n\n{NOTE}\nA finding never changes a record.\n\n"
            f"| code | severity | meaning |\n|---|---|---|\n{rows}\n")


def rules() -> str:
    rows = "\n".join(f"| `{name}` | {outcome} | {meaning} |" for name, (outcome, meaning) in RULES.items())
    return (f"# Rules: how a vote's outcome is told\n\n{NOTE}\n`vote.outcome_rule` names the rule that gave `vote.outcome`. "
            "The rules are tried in this order; the first that fits decides.\n\n"
            f"| rule | outcome | meaning |\n|---|---|---|\n{rows}\n\n{WHICH_VOTE}")


#: What the table of rules does not say.
WHICH_VOTE = """## Which vote decides

All votes of an item stand in `vote_rounds`, in order. `vote` is, among those that were not rejected, the last one right before
the operative word; else the last one under the resolution; else the last one. Of candidates voted on one by one it is the one
whom the resolution names, else the one with most votes. Votes of committees and of earlier sessions, told among the reasons,
are none of the item's.

## Unanimous

`true` where the text says `vienbalsīgi` or that all voted for, and where some voted for and the text says that none voted
against and none abstained. `null` where a side is not told.
"""
def limits() -> str:
    run = RunOptions()
    table = "\n".join(f"| `{name}` | {most:,} | {of} | `{code}` |" for name, most, of, code in rows())
    return (f"# Limits\n\n{NOTE}\nA document above a limit ends with the failure named (docs/FAILURES.md); the run goes on. "
            "The figures stand in `pipeline/read/limits.py`.\n\n| limit | most | of what | failure |\n|---|---|---|---|\n"
            f"{table}\n\nOf a whole document, by the run: `--time-limit` {run.time_limit:g} s (`timeout`), `--memory-limit` "
            f"{run.memory_limit:,} MB (`memory`). Tesseract and LibreOffice, which some documents start, "
            "live under the same memory limit and have clocks of their own.\n\nNot limits but refusals (`unsafe`): "
            "member names that lead out of their container, XML that declares entities, elements nested without end. "
            "Devices, pipes and sockets are `not_a_file`; links that go round are followed once. "
            "No reader asks the network for anything.\n")


def record() -> str:
    schema = decision_schema()
    parts = [f"# The record, field by field\n\n{NOTE}\nThe JSON Schema is `schema/decision.schema.json` (`lemumi schema`).",
             _fields("Decision", schema)]
    parts += [_fields(name, body) for name, body in sorted(schema["$defs"].items()) if "properties" in body]
    return "\n\n".join(parts) + "\n"


def _fields(name: str, body: dict[str, Any]) -> str:
    rows = "\n".join(f"| `{field}` | {_type(facts)} | {facts.get('description', '')} |"
                     for field, facts in body["properties"].items())
    about = (body.get("description") or "").split("\n")[0]
    return f"## {name}\n\n{about}\n\n| field | type | meaning |\n|---|---|---|\n{rows}"


def _type(facts: dict[str, Any]) -> str:
    if "$ref" in facts:
        return str(facts["$ref"].rsplit("/", 1)[1])
    if "anyOf" in facts:
        return " or ".join(_type(one) for one in facts["anyOf"])
    if "enum" in facts:
        return ", ".join(f"`{value}`" for value in facts["enum"])
    if facts.get("type") == "array" and isinstance(facts.get("items"), dict):
        return f"list of {_type(facts['items'])}"
    return str(facts.get("const") or facts.get("type", "any"))


def readme() -> str:
    """README.md with the figures that the measured pages hold now."""
    page = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    page = _between(page, "accuracy", _accuracy((DOCS / "ACCURACY.md").read_text(encoding="utf-8")))
    return _between(page, "speed", _first_table((DOCS / "BENCH.md").read_text(encoding="utf-8")))


def _between(page: str, mark: str, body: str) -> str:
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    return f"{page[:page.index(begin)]}{begin}\n{body}\n{page[page.index(end):]}"


def _first_table(page: str) -> str:
    return page[page.index("| "):].split("\n\n")[0].rstrip()


def _accuracy(page: str) -> str:
    """Field, F1 developed on, F1 unseen, number of true values in both."""
    known, _, unseen = page.partition("## Documents no rule was developed on")
    seen, new = ({row.split(" | ")[0].strip("| "): row.strip("| ").split(" | ") for row in _first_table(part).split("\n")[2:]}
                 for part in (known, unseen or known))
    lines = ["| field | developed on | n | never seen | n |", "|---|---|---|---|---|"]
    for name, (_, f1, *rest) in seen.items():
        other = new.get(name, [name, "–", "", "", ""])
        count = (rest[-1].strip("| "), other[-1].strip("| ")) if len(rest) > 2 else ("", "")
        lines.append(f"| {name} | {_short(f1)} | {count[0]} | {_short(other[1])} | {count[1]} |")
    return "\n".join(lines)


def _short(figure: str) -> str:
    bare = figure.strip("* ")
    return f"{float(bare):.3f}" if bare[:1].isdigit() else bare


PAGES = {"../README.md": readme, "CLI.md": cli, "FAILURES.md": failures, "FINDINGS.md": findings, "LIMITS.md": limits,
         "RECORD.md": record, "RULES.md": rules}


def main() -> int:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
