"""How long an audit takes: `python bench/audit.py [RECORDS]`: the records of tests/corpus/dev, repeated to RECORDS (10,000)."""
from __future__ import annotations

import sys
import time
from pathlib import Path

import orjson

from pipeline.audit.audit import audit
from pipeline.flow import parse_bytes
from pipeline.registry.store import load

CORPUS = Path(__file__).parent.parent / "tests/corpus/dev"


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    parsed = [orjson.loads(decision.model_dump_json()) for path in sorted(CORPUS.glob("*.txt"))
              for document in parse_bytes(path.read_bytes(), path.name) for decision in document.decisions]
    records = ({**parsed[i % len(parsed)], "id": f"copy/{i}"} for i in range(wanted))
    start = time.perf_counter()
    registry = load()
    loaded = time.perf_counter()
    result = audit(records, registry)
    done = time.perf_counter()
    print(f"{wanted} records, {len(result.rows)} citations: registry {loaded - start:.2f} s, audit {done - loaded:.1f} s")  # noqa: T201


if __name__ == "__main__":
    main()
