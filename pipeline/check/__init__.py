"""Checks: a record in, findings out. A check never changes the record; one file a family of rules."""
