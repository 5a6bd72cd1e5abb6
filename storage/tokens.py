"""Tokens in links and cookies: never stored, only their hashes."""

from hashlib import sha256


def hashed(token: str) -> bytes:
    """Return what stands in the database for a token."""
    # The tokens are 256 random bits: a plain hash cannot be guessed back.
    return sha256(token.encode("utf-8", "replace")).digest()
