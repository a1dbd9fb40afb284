"""How right the records are: gold and records in, precision, recall and F1 a field out. Never used to make a record."""
