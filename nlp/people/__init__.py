"""How people are named: where a name stands, how far it goes, whose it is."""
