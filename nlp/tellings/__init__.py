"""What a telling is about and says beside names: its kind, kinship, graves, relics."""
