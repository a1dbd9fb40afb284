"""Exports of the corpus for other programs: Parquet, CSV, Popolo, Akoma Ntoso, BagIt, OpenSearch, spaCy."""
