"""Passwords: argon2id, in threads, a few at a time.

One check takes 64 MiB and a tenth of a second or more on purpose; unbounded, a flood of
sign-ins would take the machine.
"""

import asyncio
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256
AT_ONCE = 2
WAITING = 200  # places at once; beyond this one more would only wait

T = TypeVar("T")


class TooManyChecks(Exception):
    """So many sign in at this moment that one more would only wait."""


class Passwords:
    """Hashes and checks; one for each application."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._pool = ThreadPoolExecutor(AT_ONCE, "argon2")
        self._waiting = 0
        self._decoy: str | None = None

    async def hashed(self, password: str) -> str:
        """Return what is kept of a password."""
        return await self._run(lambda: self._hash(password))

    async def fits(self, password: str, kept: str | None) -> bool:
        """Return whether it is the password; just as slow where none is kept."""
        return await self._run(lambda: self._check(password, kept))

    def close(self) -> None:
        self._pool.shutdown(wait=False)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._waiting >= WAITING:
            raise TooManyChecks
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._waiting -= 1

    def _hash(self, password: str) -> str:
        return self._hasher.hash(_plain(password))

    def _check(self, password: str, kept: str | None) -> bool:
        if kept is None:
            self._decoy = self._decoy or self._hasher.hash("nobody's password")
        try:
            fits = self._hasher.verify(kept or self._decoy or "", _plain(password))
        except (VerificationError, InvalidHashError):
            return False
        return fits and kept is not None


def _plain(password: str) -> bytes:
    # Keyboards compose Vietnamese letters differently.
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace")
