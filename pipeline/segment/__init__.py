"""Segmenting: `Text` in, `Part`s out: each decision of the file, cut into zones (head, facts, basis, vote, resolution, …)."""
from pipeline.segment.part import Minutes, Part, Session, Skipped, Zone

__all__ = ["Minutes", "Part", "Session", "Skipped", "Zone"]
