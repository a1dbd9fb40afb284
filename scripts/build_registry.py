"""Builds the shipped registry from two collections of facts: `python scripts/build_registry.py FOLDER`.

FOLDER holds `acts.jsonl` (acts with number, date, title, status, validity) and `laws.jsonl` (Saeima laws with their
articles). They are joined on the likumi.lv id into `pipeline/registry/data/registry.jsonl`, one entry a line.
"""
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "pipeline/registry/data/registry.jsonl"
FACTS = ("type", "issuer", "number", "date", "title", "likumi_id", "url", "status", "status_basis", "status_as_of",
         "in_force_from", "in_force_to", "replaced_by", "last_amended")


def source(row: dict[str, object], kind: object) -> dict[str, object]:
    """Where an entry's facts were read; `url` of a citing page when the act's own page was not seen."""
    found = {"kind": kind, "url": row.get("url"), "other_url": row.get("other_source_url"),
             "status_url": row.get("status_source_url")}
    return {key: value for key, value in found.items() if value}


#: What a publisher prints behind a title about its earlier wording.
_NOTE = re.compile(r"\s*\((?:Likuma nosaukums|Likums \d)[^()]*\)\s*$")
_MARK_OPENS, _MARK_CLOSES = re.compile(r'(?<=\s)" (?=\w)'), re.compile(r'(?<=\w|\)) "(?=\s|$)')


def clean_title(title: str) -> str:
    """The title alone, marks close to their words: `likuma " Par zemi " atcelšanu` as `likuma "Par zemi" atcelšanu`."""
    title = _NOTE.sub("", title)
    if _MARK_OPENS.search(title) and _MARK_CLOSES.search(title):
        first = _MARK_OPENS.search(title)
        assert first is not None
        inside = title[first.end() :]
        title = title[: first.start()] + '"' + _MARK_CLOSES.sub('"', inside)
    return title.strip()


def join_civil_law(entries: list[dict[str, Any]]) -> None:
    """Civillikums is published in parts: the law itself gets the articles of all of them."""
    law = next(e for e in entries if e["title"] == "Civillikums" and not e.get("articles"))
    parts = [e for e in entries if re.match(r"Civillikums ?\. ", e["title"]) and e.get("articles")]
    articles = {number: places for part in parts for number, places in part["articles"].items()}
    law["articles"] = dict(sorted(articles.items(), key=lambda item: [int(x) for x in item[0].split(".")]))
    law["sources"] += [source for part in parts for source in part["sources"]]


def main() -> int:
    folder = Path(sys.argv[1])
    acts = [json.loads(line) for line in (folder / "acts.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = map(json.loads, (folder / "laws.jsonl").read_text(encoding="utf-8").splitlines())
    laws = {row["likumi_id"]: row for row in rows}
    entries = []
    for act in acts:
        entry = {key: act[key] for key in FACTS if act.get(key) is not None}
        if act.get("title_truncated"):
            entry["title_truncated"] = True
        entry["sources"] = [source(act, act["source_kind"])]
        law = laws.pop(act["likumi_id"], None) if act["type"] == "likums" else None
        if law:
            entry["articles"], entry["transitional"] = law.get("articles") or {}, law.get("transitional") or []
            entry["sources"].append(source(law, "consolidated_statutes_2026"))
        entries.append(entry)
    for law in laws.values():
        entries.append({
            "type": "likums", "title": law["title"], "likumi_id": law["likumi_id"], "url": law["url"], "status": "unknown",
            "articles": law.get("articles") or {}, "transitional": law.get("transitional") or [],
            "sources": [source(law, "consolidated_statutes_2026")],
        })
    for entry in entries:
        entry["title"] = clean_title(entry["title"])
    join_civil_law(entries)
    entries.sort(key=lambda e: (e["type"], e.get("date") or "", e.get("number") or "", e["title"]))
    lines = (json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n" for entry in entries)
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(entries)} entries, {TARGET.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
