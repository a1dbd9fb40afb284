"""Measurements behind docs/BENCH.md and docs/SCALE.md. Nothing here is part of the product."""
