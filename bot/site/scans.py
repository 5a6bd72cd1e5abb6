"""Scans: which of them count, so that no machine can make up many; look-ups alike.

A cookie tells a browser that comes again. Whoever keeps none is told by his address: at one
time many phones may share it, in a village hall or behind a network's common address, so
it has a measure for each code and not only one scan. A keyed hash of it stands in memory
for a while, nowhere else; each process counts its own.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from secrets import token_bytes

# So many from one address of one code in so long.
MOST = ((timedelta(minutes=10), 20), (timedelta(days=1), 100))
REMEMBERED = 20_000

Begun = tuple[datetime, int]


@dataclass(slots=True, eq=False)
class Scans:
    """What came from where lately; who came longest ago is forgotten first."""

    most: tuple[tuple[timedelta, int], ...] = MOST
    secret: bytes = field(default_factory=partial(token_bytes, 32), repr=False)
    _windows: OrderedDict[tuple[bytes, timedelta], Begun] = field(
        default_factory=OrderedDict
    )

    def counts(self, address: str, code: str, now: datetime) -> bool:
        """Return whether this scan counts; it is remembered either way."""
        where = self._hash(address, code)
        fits = [self._fits((where, span), most, now) for span, most in self.most]
        while len(self._windows) > REMEMBERED:
            self._windows.popitem(last=False)
        return all(fits)

    def _fits(self, key: tuple[bytes, timedelta], most: int, now: datetime) -> bool:
        begun, count = self._windows.pop(key, (now, 0))
        if now - begun >= key[1]:
            begun, count = now, 0
        self._windows[key] = begun, count + 1
        return count < most

    def _hash(self, address: str, code: str) -> bytes:
        told = f"{code} {address}".encode("utf-8", "replace")
        return blake2b(told, key=self.secret, digest_size=16).digest()
