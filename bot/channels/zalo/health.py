"""Health: how Zalo looks upon our account, asked each hour, and when a person must act."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.calling import Unreachable
from bot.channels.zalo import missing
from bot.channels.zalo.api import Answer, Api, Refused
from bot.channels.zalo.events import Part, part, words
from bot.channels.zalo.keeper import Keeper, NotLetIn
from bot.channels.zalo.refusals import ALARMING, TOKEN_DEAD, meaning
from handlers.account_health import ails
from storage import accounts, erasure, hearing
from storage.db import Database
from storage.model.account import AccountState
from storage.receipts import add_all

PROFILE = "v2.0/oa/getoa"
TOLD = (
    "name", "is_verified", "oa_type", "package_name", "package_valid_through_date",
    "num_follower",
)  # fmt: skip
EACH = timedelta(hours=1)
ALERT_EACH = timedelta(hours=6)

log = structlog.get_logger()


@dataclass(eq=False, slots=True)
class Health:
    """What is known of one account, written where staff see it."""

    db: Database
    api: Api
    keeper: Keeper
    clock: Callable[[], datetime]
    channel: str
    account: str
    setup: dict[str, str]  # what an administrator needs in Zalo's console
    sent: Counter[str] = field(default_factory=Counter)

    async def stopped(self, refused: Refused) -> None:
        """Note that Zalo refuses the account, if this refusal says so."""
        if meaning(refused.code) in ALARMING:
            await self._stand(AccountState.STOPPED, str(refused.code))

    async def step(self) -> None:
        """Write down what was sent; ask how we stand, if it is time."""
        now, who = self.clock(), (self.channel, self.account)
        counted, self.sent = self.sent, Counter()
        if counted:
            await self.db.write(accounts.tally, *who, counted)
        if await self.db.write(accounts.claim_check, *who, now - EACH, now):
            await self.db.write(accounts.describe, *who, self.setup)
            await self.check()
        await self._alert(now)

    async def check(self) -> None:
        """Ask how we stand; a dead token is renewed first."""
        try:
            profile = profile_in(await self._asked(PROFILE))
            profile["missed"] = await self._missed()
        except Refused as refused:
            await self.stopped(refused)
            return
        except (Unreachable, NotLetIn) as lost:
            log.warning("zalo.unchecked", why=str(lost))
            return
        who = self.channel, self.account
        await self.db.write(accounts.describe, *who, profile)
        await self._stand(AccountState.OK, "")

    async def _missed(self) -> str:
        """Return how many of the last messages Zalo has not brought us."""
        missed: dict[str, Part] = {}
        try:
            for page in range(missing.PAGES):
                told = (await self._asked(missing.RECENT, missing.asked(page))).told
                found = await self._missed_in(told)
                missed |= {words(one, "message_id"): one for one in found}
                if not found and not missing.goes_on(told, self.clock(), EACH):
                    break
        except Refused as refused:
            log.warning("zalo.uncompared", code=refused.code)
        await self._bring(list(missed.values()))
        return str(len(missed))

    async def _missed_in(self, told: Part) -> Sequence[Part]:
        """Return what of a page of Zalo's list should be here, and is not."""
        who = self.channel, self.account
        erased_at = await self.db.read(erasure.last_at, *who)
        due = missing.due(told, self.clock(), erased_at)
        keys = [key for one in due for key in missing.keys(one)]
        known = await self.db.read(hearing.known, *who, keys) if keys else frozenset()
        return [one for one in due if known.isdisjoint(missing.keys(one))]

    async def _bring(self, missed: Sequence[Part]) -> None:
        """Take from Zalo's list, newest first, what it will not bring any more."""
        who, now = (self.channel, self.account), self.clock()
        found = [missing.received(one, *who, now) for one in reversed(missed)]
        events = [one for one in found if one is not None]
        if events:
            await self.db.announce(["inbox"], add_all, events)
            log.warning("zalo.fetched_missed", messages=len(events))

    async def _asked(self, path: str, asked: Mapping[str, int] | None = None) -> Answer:
        token = (await self.keeper.pair()).access
        try:
            return await self.api.get(path, token, asked)
        except Refused as refused:
            if refused.code not in TOKEN_DEAD:
                raise
        return await self.api.get(path, await self.keeper.fresh(token), asked)

    async def _stand(self, state: AccountState, reason: str) -> None:
        """Note how we stand; who is shut out stays so until he is let in."""
        args = self.channel, self.account
        held = await self.db.read(accounts.state_of, *args)
        if held is AccountState.SHUT_OUT:
            return
        if await self.db.write(accounts.stand, *args, state, reason, self.clock()):
            log.warning("zalo.stands", state=state, reason=reason)

    async def _alert(self, now: datetime) -> None:
        """Say what a person must see to, again every few hours."""
        who = self.channel, self.account
        listed = await self.db.read(accounts.listed)
        mine = next((one for one in listed if (one.channel, one.account) == who), None)
        if mine is None or not (wrong := ails(mine, now)):
            return
        if await self.db.write(accounts.claim_alert, *who, now - ALERT_EACH, now):
            log.error("zalo.ill", ails=[one.value for one in wrong])


def profile_in(answer: Answer) -> dict[str, str]:
    """Return what Zalo tells of an account, as text."""
    told = part(answer.told, "data")
    flat = {name: _plain(told.get(name)) for name in TOLD}
    return {name: value for name, value in flat.items() if value}


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return words({"": value}, "")[:200]
