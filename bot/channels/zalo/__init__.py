"""Zalo: where the citizens are. An Official Account, on our own small client."""

from yarl import URL

from bot.channel import Means
from bot.channels.zalo.api import Api
from bot.channels.zalo.buttons import Buttons
from bot.channels.zalo.channel import LIMITS, NAME, Zalo
from bot.channels.zalo.health import Health
from bot.channels.zalo.keeper import Keeper
from bot.channels.zalo.oauth import OAuth, challenge
from bot.channels.zalo.reading import Reader
from bot.channels.zalo.signature import HEADER, Seal
from bot.channels.zalo.template import Template
from bot.channels.zalo.windows import Quiet, Windows
from bot.config import Settings
from bot.fetching import Allowed
from storage.model.account import Pair

__all__ = ["HEADER", "LIMITS", "Zalo", "open_channel"]


def open_channel(settings: Settings, means: Means) -> Zalo | None:
    """Return the channel; None while no account is set."""
    if not settings.zalo_app_id:
        return None
    account, ring = settings.zalo_oa_id, means.db.ring
    api = Api(
        means.http,
        URL(settings.zalo_api_url),
        settings.zalo_app_secret,
        settings.zalo_appsecret_proof,
    )
    oauth = _oauth(settings, means)
    first = _first(settings, means)
    keeper = Keeper(means.db, oauth, means.clock, NAME, account, first)
    setup = _setup(settings, oauth)
    buttons = Buttons(account, ring)
    return Zalo(
        account=account,
        db=means.db,
        clock=means.clock,
        zone=settings.timezone,
        seal=Seal(settings.zalo_app_id, settings.zalo_oa_secret),
        api=api,
        oauth=oauth,
        keeper=keeper,
        health=Health(means.db, api, keeper, means.clock, NAME, account, setup),
        buttons=buttons,
        reader=Reader(account, buttons),
        hosts=Allowed.of(settings.zalo_media_hosts),
        windows=_windows(settings, means),
        template=_template(settings, means),
    )


def _windows(settings: Settings, means: Means) -> Windows:
    return Windows(
        db=means.db,
        clock=means.clock,
        zone=settings.timezone,
        channel=NAME,
        account=settings.zalo_oa_id,
        quiet=Quiet.read(settings.zalo_quiet_hours),
        paid_daily=settings.zalo_paid_daily,
    )


def _template(settings: Settings, means: Means) -> Template | None:
    """Return the template; None where the office has none."""
    name = settings.zalo_template_id
    return Template(means.db, means.clock, name) if name else None


def _oauth(settings: Settings, means: Means) -> OAuth:
    return OAuth(
        http=means.http,
        url=URL(settings.zalo_oauth_url),
        app_id=settings.zalo_app_id,
        secret=settings.zalo_app_secret,
        oa_id=settings.zalo_oa_id,
        ring=means.db.ring,
        clock=means.clock,
        callback=f"{settings.public_url}/zalo/oauth",
    )


def _first(settings: Settings, means: Means) -> Pair:
    """Return the first pair; how old it is nobody knows, so it is renewed at once."""
    now = means.clock()
    access, refresh = settings.zalo_access_token, settings.zalo_refresh_token
    return Pair(access, refresh, expires_at=now, issued_at=now)


def _setup(settings: Settings, oauth: OAuth) -> dict[str, str]:
    """Return what an administrator needs in Zalo's console and to let us in."""
    return {
        "webhook": f"{settings.public_url}/webhook/{NAME}",
        "callback": oauth.callback,
        "challenge": challenge(oauth.verifier),
        "link": oauth.link,
    }
