"""OpenSearch (and Elasticsearch): an index with the Latvian analyzer, and bulk files to fill it.

    curl -X PUT  localhost:9200/lemumi       -H 'Content-Type: application/json'      --data-binary @index.json
    curl -X POST localhost:9200/_bulk        -H 'Content-Type: application/x-ndjson'  --data-binary @bulk-00001.ndjson
"""
from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

import orjson

from pipeline.export.common import Record, records, unique_id

INDEX = "lemumi"
#: Bulk requests of 5–15 MB are what the servers take best.
PART = 10_000_000

_KEYWORD = {"type": "keyword"}
_DATE = {"type": "date", "format": "strict_date"}
_NUMBER = {"type": "integer"}
_TEXT = {"type": "text", "analyzer": "latvian", "fields": {"exact": {"type": "text", "analyzer": "exact"}}}
MAPPING: dict[str, Any] = {
    "settings": {"analysis": {"analyzer": {"exact": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase"]}}}},
    "mappings": {"dynamic": "strict", "properties": {
        "id": _KEYWORD, "document_type": _KEYWORD, "institution": _KEYWORD, "municipality": _KEYWORD, "number": _KEYWORD,
        "date": _DATE, "place": _KEYWORD, "title": _TEXT, "text": _TEXT, "outcome": _KEYWORD,
        "source_path": _KEYWORD, "source_sha256": _KEYWORD,
        "references": {"type": "nested", "dynamic": "strict", "properties": {
            "act": _KEYWORD, "kind": _KEYWORD, "role": _KEYWORD, "title": _TEXT, "pinpoints": {"type": "flattened"}}},
        "votes": {"type": "nested", "dynamic": "strict", "properties": {"name": _KEYWORD, "side": _KEYWORD}},
        "persons": {"type": "nested", "dynamic": "strict", "properties": {"name": _KEYWORD, "role": _KEYWORD}},
        "amounts": {"type": "nested", "dynamic": "strict", "properties": {
            "value": {"type": "scaled_float", "scaling_factor": 100}, "currency": _KEYWORD}},
        "findings": _KEYWORD, "points": _NUMBER,
    }},
}


def export_opensearch(corpus: Path, out: Path) -> int:
    """`index.json` and `bulk-00001.ndjson` onwards. Returns the number of documents."""
    (out / "index.json").write_bytes(orjson.dumps(MAPPING, option=orjson.OPT_INDENT_2))
    count, part, size = 0, 0, 0
    stream: BinaryIO | None = None
    try:
        for file, record in records(corpus):
            lines = (orjson.dumps({"index": {"_index": INDEX, "_id": unique_id(file)}}) + b"\n"
                     + orjson.dumps(document(record)) + b"\n")
            if stream is None or size + len(lines) > PART:
                if stream:
                    stream.close()
                part, size = part + 1, 0
                stream = (out / f"bulk-{part:05}.ndjson").open("wb")
            stream.write(lines)
            size += len(lines)
            count += 1
    finally:
        if stream:
            stream.close()
    return count


def document(record: Record) -> dict[str, Any]:
    """A record as the index holds it; what nobody states is left out."""
    from pipeline.corpus.schema import SIDES
    institution, vote = record["institution"] or {}, record["vote"] or {}
    points = list(_walk(record["resolution"]["points"]))
    body = {
        **{key: record[key] for key in ("id", "document_type", "number", "date", "place", "title", "text")},
        "institution": institution.get("name"), "municipality": institution.get("municipality"), "outcome": vote.get("outcome"),
        "source_path": record["source"]["path"], "source_sha256": record["source"]["sha256"],
        "references": [{"act": r["act"], "kind": r["kind"], "role": r.get("role", "mentions"),
                        **({"title": r["title"]} if r.get("title") and r["form"] == "full" else {}),
                        **({"pinpoints": r["pinpoints"]} if r.get("pinpoints") else {})} for r in record["references"]],
        "votes": [{"name": name, "side": side} for side in SIDES for name in (vote.get(side) or {}).get("names") or ()],
        "persons": [{key: p[key] for key in ("name", "role") if p[key]} for p in (*record["persons"], *record["signatories"])],
        "amounts": [{"value": float(a["value"]), "currency": a["currency"]} for p in points for a in p.get("amounts") or ()],
        "findings": sorted({f["code"] for f in record["findings"]}), "points": len(points),
    }
    return {key: value for key, value in body.items() if value not in (None, [])}


def _walk(points: list[dict[str, Any]]) -> Any:
    stack = list(reversed(points))
    while stack:
        point = stack.pop()
        yield point
        stack += reversed(point.get("children") or ())
