"""Resolution, the second pass: aliases and relative forms to their act, surface forms to canonical keys."""
