"""Extraction: a `Part` in, drafts out: one file for each thing a user asks for (number, date, title, references, votes, …)."""
