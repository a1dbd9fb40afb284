"""What a caller lets a reader do."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader may do. `ocr` off: image-only pages raise `needs_ocr`. `password` opens locked files."""

    ocr: bool = True
    password: str | None = None
    ocr_dpi: int = 300
    ocr_jobs: int = 2      # pages recognised side by side
