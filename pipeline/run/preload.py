"""What every worker needs, imported once in the fork server, so that a new worker starts in milliseconds."""
import orjson  # noqa: F401

import pipeline.flow
import pipeline.records.schema
import pipeline.run.work  # noqa: F401
