"""Runs over many documents: paths in, records on disk and a report that accounts for every file out."""
