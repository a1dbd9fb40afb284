"""The browsing site over the corpus database."""
