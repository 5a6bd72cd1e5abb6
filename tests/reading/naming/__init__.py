"""How `nlp.naming` learned who is named: `python -m tests.reading.naming`."""
