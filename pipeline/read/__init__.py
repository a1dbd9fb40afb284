"""Reading: bytes in, `Source` out: the document's raw characters, with page and box where the format has them."""
