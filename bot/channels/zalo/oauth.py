"""Letting us in: a pair of tokens for a code or for the pair before.

An administrator of the account opens the link once. Zalo's console stores the challenge
and the state, so there is one of each for good, derived from the key ring.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlencode

from aiohttp import ClientSession
from yarl import URL

from bot.calling import Unreachable
from bot.channels.zalo.api import called
from bot.channels.zalo.events import Part, whole, words
from storage.crypt import KeyRing
from storage.model.account import Pair

FORM = "application/x-www-form-urlencoded"
DAY = 25 * 3600  # what Zalo gives a token
LONGEST = 366 * 24 * 3600


@dataclass(frozen=True, slots=True)
class OAuth:
    """One app's way to its tokens for one account."""

    http: ClientSession = field(repr=False)
    url: URL
    app_id: str
    secret: str = field(repr=False)
    oa_id: str
    ring: KeyRing = field(repr=False)
    clock: Callable[[], datetime]
    callback: str

    @property
    def verifier(self) -> str:
        """What the challenge was made of; 43 characters."""
        return plain(self.ring.fingerprint(self.app_id.encode(), "zalo.pkce"))

    @property
    def state(self) -> str:
        """What comes back with a code, so that nobody else brings us one."""
        return self.ring.signature(self.oa_id.encode(), "zalo.oauth")

    @property
    def link(self) -> str:
        """The address at which an administrator of the account lets us in."""
        asked = {
            "app_id": self.app_id,
            "redirect_uri": self.callback,
            "code_challenge": challenge(self.verifier),
            "state": self.state,
        }
        return f"{self.url / 'v4/oa/permission'}?{urlencode(asked)}"

    def is_ours(self, query: Mapping[str, str]) -> bool:
        """Return whether a callback brings a code for this account, from our link."""
        told = query.get("state", "").encode("utf-8", "replace")
        is_known = hmac.compare_digest(told, self.state.encode())
        return is_known and query.get("oa_id", self.oa_id) == self.oa_id

    async def exchange(self, code: str) -> Pair:
        """Return the pair for a code. Raises Refused or Unreachable."""
        return await self._asked(
            code=code, grant_type="authorization_code", code_verifier=self.verifier
        )

    async def refresh(self, token: str) -> Pair:
        """Return the pair after this one. Raises Refused or Unreachable."""
        return await self._asked(refresh_token=token, grant_type="refresh_token")

    async def _asked(self, **told: str) -> Pair:
        form = urlencode({"app_id": self.app_id, **told}).encode()
        headers = {"secret_key": self.secret, "Content-Type": FORM}
        url = self.url / "v4/oa/access_token"
        answer = await called(self.http, "POST", url, headers, form)
        return pair_in(answer.told, self.clock())


def pair_in(told: Part, now: datetime) -> Pair:
    """Return the pair in an answer. Raises Unreachable where there is none."""
    access, refresh = words(told, "access_token"), words(told, "refresh_token")
    if not access or not refresh:
        raise Unreachable("an answer without tokens", has_left=True)
    seconds = min(max(whole(words(told, "expires_in")) or DAY, 0), LONGEST)
    return Pair(access, refresh, now + timedelta(seconds=seconds), now)


def challenge(verifier: str) -> str:
    """Return what Zalo is told of a verifier."""
    return plain(sha256(verifier.encode()).digest())


def plain(digest: bytes) -> str:
    """Return a digest as it stands in an address, without padding."""
    return urlsafe_b64encode(digest).decode().rstrip("=")
