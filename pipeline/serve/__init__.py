"""The browsing site: Datasette on `corpus.sqlite` with pages of our own."""
