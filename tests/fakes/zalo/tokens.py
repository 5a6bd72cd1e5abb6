"""The token endpoint: each refresh token once, the pair before dead at once."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from aiohttp import web

from tests.fakes.zalo.world import APP_ID, APP_SECRET, OA_ID, Json, No, World

NAMES = {-14014: "Invalid refresh token", -14003: "Invalid redirect uri",
         -14005: "Invalid secret key", -14010: "Invalid code",
         -14001: "Invalid parameter"}  # fmt: skip


async def grant(world: World, request: web.Request) -> Json:
    """Return a pair for a code or for a refresh token. Raises No."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise No(-14001, NAMES[-14001])
    form = await request.post()
    if request.headers.get("secret_key") != APP_SECRET or form.get("app_id") != APP_ID:
        raise No(-14005, NAMES[-14005])
    match form.get("grant_type"):
        case "refresh_token":
            return refreshed(world, str(form.get("refresh_token")))
        case "authorization_code":
            return exchanged(
                world, str(form.get("code")), str(form.get("code_verifier"))
            )
    raise No(-14001, NAMES[-14001])


def refreshed(world: World, token: str) -> Json:
    if token != world.tokens.refresh:
        raise No(-14014, NAMES[-14014])
    return world.tokens.rotate(world.clock())


def exchanged(world: World, code: str, verifier: str) -> Json:
    digest = sha256(verifier.encode()).digest()
    told = urlsafe_b64encode(digest).decode().rstrip("=")
    if not code or code != world.tokens.code or told != world.tokens.challenge:
        raise No(-14010, NAMES[-14010])
    world.tokens.code = ""
    return world.tokens.rotate(world.clock())


def permit(world: World, request: web.Request) -> web.Response:
    """Let an app in, as an administrator does who opens its link."""
    query = request.query
    if query.get("app_id") != APP_ID:
        raise web.HTTPForbidden
    world.tokens.code = f"code-{world.name()}"
    world.tokens.challenge = query.get("code_challenge", "")
    told = {"code": world.tokens.code, "oa_id": OA_ID, "state": query.get("state", "")}
    where = f"{query['redirect_uri']}?" + "&".join(f"{k}={v}" for k, v in told.items())
    return web.Response(status=302, headers={"Location": where})
