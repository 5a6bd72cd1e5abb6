"""Backups: database and media of one moment in a folder; the key ring stays apart."""
