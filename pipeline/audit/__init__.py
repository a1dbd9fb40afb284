"""The auditor's report: records and the registry in, one verdict a citation out."""
