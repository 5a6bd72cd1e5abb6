"""Buttons: what a pressed one sends, and whether a text is such a press.

Zalo sends a pressed button back as the citizen's own words, and anybody can type the
same. So a press carries our mark, bound to its conversation; without it words are words.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.crypt import KeyRing
from storage.model.message import Button, Pressed

HIDDEN = "oa.query.hide"  # the citizen does not see what his press sends
LONGEST = 1000
MARK_BYTES = 15
PRESS = re.compile(r"#mm:([\w-]{20}):([^|]+)\|(.*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Buttons:
    """The buttons of one account."""

    account: str
    ring: KeyRing = field(repr=False)

    def drawn(self, address: str, buttons: Sequence[Button]) -> list[dict[str, str]]:
        """Return buttons as Zalo takes them; ValueError when one has no room."""
        return [
            {
                "title": button.label,
                "type": HIDDEN,
                "payload": self.hung(address, button),
            }
            for button in buttons
        ]

    def hung(self, address: str, button: Button) -> str:
        """Return what a press sends."""
        told = f"{button.key}|{button.value}"
        hung = f"#mm:{self._mark(address, told)}:{told}"
        if "|" in button.key or len(hung) > LONGEST:
            raise ValueError(f"the button {button.key} has no room for its value")
        return hung

    def pressed(self, address: str, text: str) -> Pressed | None:
        """Return the press in a text; None when it is only a text."""
        press = PRESS.fullmatch(text)
        if press is None:
            return None
        mark, key, value = press.groups()
        if not hmac.compare_digest(mark, self._mark(address, f"{key}|{value}")):
            return None
        return Pressed(key, value)

    def _mark(self, address: str, told: str) -> str:
        bound = f"{self.account}:{address}:{told}".encode("utf-8", "replace")
        digest = self.ring.fingerprint(bound, "zalo.button")
        return urlsafe_b64encode(digest[:MARK_BYTES]).decode()
