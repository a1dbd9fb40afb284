"""Cleaning: `Source` in, `Text` out: one canonical text with a reversible map to the raw characters."""
