"""The second factor: codes of six digits that a telephone shows for half a minute."""

import base64
import secrets
from datetime import datetime
from hmac import compare_digest

import pyotp

ISSUER = "Manh Mối"
SECRET_BYTES = 20  # RFC 4226, section 4: 160 bits
PERIOD = 30
DRIFT = 1  # steps that a telephone's clock may be off


def new_secret() -> bytes:
    """Return a secret for one telephone."""
    return secrets.token_bytes(SECRET_BYTES)


def address(secret: bytes, login: str) -> str:
    """Return what the telephone's camera reads."""
    return _totp(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def spelled(secret: bytes) -> str:
    """Return the secret in groups, for typing."""
    letters = _base32(secret)
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def step_of(secret: bytes, code: str, now: datetime, last: int) -> int | None:
    """Return the step that this code belongs to; None if it is wrong or used."""
    digits = "".join(code.split())
    current = int(now.timestamp()) // PERIOD
    totp = _totp(secret)
    for step in range(current - DRIFT, current + DRIFT + 1):
        fits = compare_digest(totp.generate_otp(step).encode(), digits.encode())
        if fits and step > last:
            return step
    return None


def _totp(secret: bytes) -> pyotp.TOTP:
    return pyotp.TOTP(_base32(secret), interval=PERIOD)


def _base32(secret: bytes) -> str:
    return base64.b32encode(secret).decode("ascii")
