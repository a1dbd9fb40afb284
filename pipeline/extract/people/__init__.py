"""Helpers of the readers of persons and signatories."""
