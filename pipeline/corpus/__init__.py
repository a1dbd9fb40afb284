"""The corpus of records as SQLite tables with Latvian full-text search. Records in, tables and answers out."""
