"""Writes docs/QUESTIONS.md: runs each question's command on the shipped documents and puts the answer under it.

`python scripts/build_questions.py`; a test compares the page with what the commands say today.
"""
from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "QUESTIONS.md"

#: What a researcher asks, and the one command that answers.
QUESTIONS: tuple[tuple[str, str], ...] = (
    ("Which decisions rest on point 2 of Cabinet regulation 483 of 2024?",
     'lemumi search --cites "MK 483/2024 2. punkts" --format csv'),
    ("Where do schools and communities come up, in whatever form of the words?",
     "lemumi search skolas kopiena --format csv"),
    ("How did councillor Uģis Rubenis vote, and on what?",
     "lemumi sql \"SELECT date, institution, number, title, side FROM voting WHERE name = 'Uģis Rubenis' "
     "ORDER BY date, id\" --format csv"),
    ("Who voted against the majority, abstained or took no part?",
     "lemumi sql \"SELECT d.institution, d.title, n.name, n.side FROM vote_names n JOIN decisions d USING (decision) "
     "WHERE n.side IN ('against', 'abstain', 'not_voting') ORDER BY d.file, n.side, n.name\" --format csv"),
    ("Which acts are cited most, and by how many decisions?",
     "lemumi sql \"SELECT act, mentions, decisions, url FROM citations ORDER BY mentions DESC, act LIMIT 10\" --format csv"),
    ("Which articles of the Local Government Law (Pašvaldību likums) do decisions name as their ground?",
     "lemumi sql \"SELECT p.pants, p.dala, p.punkts, count(DISTINCT p.decision) AS decisions FROM pinpoints p JOIN refs r "
     "USING (ref) WHERE r.act = 'likums:pašvaldību likums' AND r.role = 'legal_basis' GROUP BY 1, 2, 3 "
     "ORDER BY 4 DESC, 1, 2, 3\" --format csv"),
    ("What money do decisions name, and for what?",
     "lemumi sql \"SELECT d.institution, a.decimal, a.currency, p.text FROM amounts a JOIN points p USING (point) "
     "JOIN decisions d ON d.decision = a.decision ORDER BY a.value DESC, d.file LIMIT 10\" --format csv"),
    ("Whom do decisions entrust with something?",
     "lemumi sql \"SELECT d.institution, a.name, a.role, a.point_number FROM assignments a JOIN decisions d USING (decision) "
     "ORDER BY d.file, a.name\" --format csv"),
    ("Which decisions have something that does not add up?",
     "lemumi sql \"SELECT d.source_path, f.code, f.severity, f.message FROM findings f JOIN decisions d USING (decision) "
     "ORDER BY d.file, f.code\" --format csv"),
    ("Who decided what in 2023, and was it adopted?",
     "lemumi search --from 2023 --to 2023 --sort oldest --format csv"),
)


def parse(out: Path) -> None:
    """The shipped documents as records and database."""
    for command in (("parse", "data/raw", "--out", str(out), "-q"), ("index", str(out), "-q")):
        subprocess.run([sys.executable, "-m", "pipeline", *command], cwd=ROOT, check=True, capture_output=True)


def answer(command: str, out: Path) -> str:
    """What the command prints. Raises CalledProcessError when it fails."""
    arguments = [*shlex.split(command)[1:], "--in", str(out)]
    done = subprocess.run([sys.executable, "-m", "pipeline", *arguments], cwd=ROOT, check=True, capture_output=True, text=True,
                          encoding="utf-8")
    return done.stdout.strip()


def page(out: Path) -> str:
    parts = ["# Ten questions\n\nWritten by `python scripts/build_questions.py`; do not edit. The answers are those on the "
             "shipped documents (`data/raw`) after `make parse`.\n"]
    for number, (question, command) in enumerate(QUESTIONS, 1):
        parts.append(f"## {number}. {question}\n\n```sh\n{command}\n```\n\n```csv\n{answer(command, out)}\n```\n")
    return "\n".join(parts)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        parse(Path(place))
        PAGE.write_text(page(Path(place)), encoding="utf-8")


if __name__ == "__main__":
    main()
