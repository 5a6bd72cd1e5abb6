"""Buttons: what hangs on them when they go out, and whether a press is one of ours.

A press carries question, value and a mark under our own key, bound to the chat: one typed
by a program, or carried into another chat, is no press.
"""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import blake2b

from storage.crypt import KeyRing
from storage.model.message import Button, Pressed

LONGEST = 64  # bytes that Telegram hangs on a button
MARK_BYTES = 9
MARK = 12  # characters of it in base 64
BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Buttons:
    """The buttons of one bot; `key` marks them."""

    key: bytes = field(repr=False)

    @classmethod
    def of(cls, account: str, ring: KeyRing) -> "Buttons":
        return cls(ring.fingerprint(account.encode(), "telegram.button"))

    def hung(self, chat: str, button: Button) -> str:
        """Return what hangs on the button; ValueError when Telegram takes no more."""
        told = f"{button.key}{BETWEEN}{button.value}"
        hung = self._mark(chat, told) + told
        if BETWEEN in button.key or len(hung.encode()) > LONGEST:
            raise ValueError(f"the button {button.key} has no room for its value")
        return hung

    def pressed(self, chat: str, hung: str) -> Pressed | None:
        """Return the press; None when it is not from a button of ours in this chat."""
        told = hung[MARK:]
        mark = self._mark(chat, told).encode()
        if not hmac.compare_digest(hung[:MARK].encode("utf-8", "replace"), mark):
            return None
        key, _, value = told.partition(BETWEEN)
        return Pressed(key, value)

    def _mark(self, chat: str, told: str) -> str:
        bound = f"{chat}:{told}".encode("utf-8", "replace")
        # Keyed by itself, and unlike OpenSSL's HMAC it does not let go of the
        # interpreter, which the thread that writes would hold for milliseconds.
        digest = blake2b(bound, key=self.key, digest_size=MARK_BYTES).digest()
        return urlsafe_b64encode(digest).decode()
