"""How `nlp.people.naming` learned who is named: `python -m tests.reading.naming`."""
