"""Mutated files against the whole run (`python -m fuzz.run`), and
coverage-guided harnesses for atheris (`fuzz/atheris_*.py`)."""
