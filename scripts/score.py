"""Parses a gold folder and scores it with an external scorer: `python scripts/score.py GOLD_DIR SCORER [--verbose]`."""
from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.flow import parse_bytes


def main() -> int:
    gold, scorer = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(gold.rglob("*.gold.json")):
            source = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
            for parsed in parse_bytes(source.read_bytes(), source.name):
                for index, decision in enumerate(parsed.decisions):
                    Path(folder, f"{source.stem}-{index}.json").write_text(decision.model_dump_json(), encoding="utf-8")
        return subprocess.call([sys.executable, scorer, str(gold), folder, *sys.argv[3:]])


if __name__ == "__main__":
    sys.exit(main())
