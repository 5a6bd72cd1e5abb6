"""Invented tips, so that a newcomer sees the house alive; every person is made up."""
