"""Telegram: for those who have it. Off by default, and nothing depends on it."""

from secrets import token_hex

from bot.channel import Means, Pace
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.api import Api, access
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.channel import HEADER, LIMITS, NAME, WINDOW_S, Telegram
from bot.channels.telegram.duty import Step
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.reading import Reader
from bot.channels.telegram.webhook import Webhook
from bot.config import Settings

__all__ = ["HEADER", "LIMITS", "Telegram", "open_channel"]


def open_channel(settings: Settings, means: Means) -> Telegram | None:
    """Return the channel; None while no token is set."""
    token = settings.telegram_token
    if not token:
        return None
    account, ring = token.partition(":")[0], means.db.ring
    url, proxy = settings.telegram_api_url, settings.telegram_proxy
    api = access(means.http, url, token, proxy)
    # Ours alone and the same in every process, so that nobody need invent one.
    ours = ring.signature(account.encode(), "telegram.webhook")
    secret = settings.telegram_webhook_secret or ours
    buttons = Buttons.of(account, ring)
    return Telegram(
        account=account,
        means=means,
        api=api,
        secret=secret,
        buttons=buttons,
        reader=Reader(buttons, ring),
        answering=Answering(api),
        upkeep=_upkeep(settings, means, api, secret),
        holder=token_hex(8),
        pace=Pace(settings.telegram_a_second, WINDOW_S, settings.telegram_chat_pause),
    )


def _upkeep(settings: Settings, means: Means, api: Api, secret: str) -> Step:
    if settings.telegram_mode == "webhook":
        url = f"{settings.public_url}/webhook/{NAME}"
        return Webhook(api, url, secret, means.clock).step
    return Poller(api, NAME, {HEADER: secret}, means.keep).step
