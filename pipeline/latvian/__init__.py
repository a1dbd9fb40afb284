"""Latvian as data and small functions: dates, ordinals, number words, cases, names, places, quotes. Strings in, strings out."""
