"""The grammar of citations: words of a citation in, pinpoints and act heads out. Pure: knows no document."""
