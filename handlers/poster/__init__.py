"""The poster of a placement: what stands on it, and how it is drawn."""
