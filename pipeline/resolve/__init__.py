"""Resolution, the second pass: drafts in, record values out: aliases and relative forms to their act, inflected names to persons, surface forms to canonical keys."""
