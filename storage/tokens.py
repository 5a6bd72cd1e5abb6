"""Tokens in links and cookies: never stored, only their hashes."""

from hashlib import sha256


def hashed(token: str) -> bytes:
    """Return what stands in the database for a token."""
    # Ours are random and long: a plain hash cannot be guessed back. A program that
    # brings a secret of its own to the web chat chose how well it is kept.
    return sha256(token.encode("utf-8", "replace")).digest()
