"""What a user may set for a run."""
from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

MB = 1_000_000


@dataclass(frozen=True)
class RunOptions:
    """`time_limit` in seconds and `memory_limit` in MB, both for one document; `jobs` worker processes."""

    ocr: bool = True
    password: str | None = None
    jobs: int = 1
    time_limit: float = 900.0
    memory_limit: int = 4_000
    retry_failed: bool = False
    cluster: str | None = None

    @cached_property
    def fingerprint(self) -> str:
        """Only what can change a record; the password as a hash, as this is kept on disk."""
        secret = hashlib.sha256(self.password.encode()).hexdigest() if self.password else None
        return json.dumps({"ocr": self.ocr, "password": secret}, sort_keys=True)
