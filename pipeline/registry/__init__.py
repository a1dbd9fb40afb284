"""What is known of legal acts: the shipped registry, imports laid over it, look-ups as of a day."""
