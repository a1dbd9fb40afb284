"""The JSON Schema (draft 2020-12) of the record, and the check that every emitted record passes.

`schema/decision.schema.json` is the committed copy for users of other languages; a test fails when the two differ.
"""
from __future__ import annotations

import json
from functools import cache
from typing import Any

from pipeline.records.model import SCHEMA_VERSION, Decision

SCHEMA_ID = f"urn:lemumi:decision:{SCHEMA_VERSION}"


@cache
def decision_schema() -> dict[str, Any]:
    """The schema of one record as it is written to disk (keys by alias: `vote.for`, not `for_`)."""
    schema = Decision.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def schema_text() -> str:
    """The committed form: two spaces of indentation, keys in the model's order, one final newline."""
    return json.dumps(decision_schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def _validator() -> Any:
    import jsonschema_rs
    return jsonschema_rs.validator_for(decision_schema())


def schema_error(record: object) -> str | None:
    """Where and why a record (as loaded from JSON) breaks the schema; None when it does not."""
    if _validator().is_valid(record):
        return None
    error = next(iter(_validator().iter_errors(record)))
    place = "/".join(str(step) for step in error.instance_path)
    return f"{place or 'record'}: {error.message}"
