"""A second vote on people and places, by somebody else's tagger."""
