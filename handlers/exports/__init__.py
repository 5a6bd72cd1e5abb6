"""Ways to write tips down: one file = one format, found by its name."""
