"""The same document as every kind of file an office makes: what `build_files.py` and `measure_formats.py` share."""
