"""Keys and sealed cells: AES-GCM with a key id, bound to the place where it stands.

Each conversation has a key of its own, wrapped by the ring. Destroying that key erases
every sealed cell and every file of the conversation at once.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12


class SealBroken(Exception):
    """A cell that no key opens: altered, moved to another row, or its key is gone."""


class WrongRing(Exception):
    """The key ring does not open what another sealed; the message says why, of no row."""


class KeyringError(Exception):
    """The key ring file cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Key:
    """One secret; `about` binds a cell to its table, column and row."""

    secret: bytes

    @classmethod
    def new(cls) -> "Key":
        return cls(secrets.token_bytes(KEY_BYTES))

    def seal(self, plain: bytes, about: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self.secret).encrypt(nonce, plain, about.encode())

    def open(self, cell: bytes, about: str) -> bytes:
        nonce, sealed = cell[:NONCE_BYTES], cell[NONCE_BYTES:]
        try:
            return AESGCM(self.secret).decrypt(nonce, sealed, about.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBroken(about) from error


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The master keys of this installation; the last line of the file writes."""

    keys: Mapping[str, Key]
    current: str

    def seal(self, plain: bytes, about: str) -> bytes:
        """Return version byte, length and name of the key, then the sealed bytes."""
        name = self.current.encode()
        sealed = self.keys[self.current].seal(plain, about)
        return bytes((VERSION, len(name))) + name + sealed

    def open(self, cell: bytes, about: str) -> bytes:
        if len(cell) < 2 or cell[0] != VERSION:
            raise SealBroken(about)
        end = 2 + cell[1]
        name = cell[2:end].decode("ascii", "replace")
        key = self.keys.get(name)
        if key is None:
            raise WrongRing(f"the key ring has no key {name!r}")
        try:
            return key.open(cell[end:], about)
        except SealBroken as error:
            raise WrongRing(
                f"key {name!r} of the ring did not seal this, or it was altered"
            ) from error

    def fingerprint(self, value: bytes, purpose: str) -> bytes:
        """Return a keyed hash: finds equal phones or files, tells nothing else.

        Always under the oldest key, so that rotation does not lose what it finds.
        """
        oldest = next(iter(self.keys.values()))
        key = hmac.digest(oldest.secret, b"fingerprint:" + purpose.encode(), sha256)
        return hmac.digest(key, value, sha256)

    def signature(self, value: bytes, purpose: str) -> str:
        """Return a short keyed mark for forms and links that we gave out ourselves."""
        return self.fingerprint(value, f"signature:{purpose}").hex()[:32]


def load(path: Path) -> KeyRing:
    """Return the ring in `path` (lines `id:hex key`); makes it, mode 0600, if absent."""
    if not path.exists():
        _create(path)
    pairs = [_parse(line, path) for line in _lines(path)]
    if not pairs:
        raise KeyringError(
            f"KEYRING_FILE {path} holds no key: restore it from its copy"
        )
    return KeyRing(dict(pairs), pairs[-1][0])


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"k1:{secrets.token_hex(KEY_BYTES)}\n")
        file.flush()
        os.fsync(file.fileno())


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text("ascii").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _parse(line: str, path: Path) -> tuple[str, Key]:
    name, _, value = line.partition(":")
    try:
        secret = bytes.fromhex(value)
    except ValueError:
        secret = b""
    if not name or len(secret) != KEY_BYTES:
        raise KeyringError(f"KEYRING_FILE {path}: a line is not `id:64 hex digits`")
    return name, Key(secret)
