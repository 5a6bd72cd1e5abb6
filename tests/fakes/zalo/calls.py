"""The calls of Zalo's API that we make, as strict as Zalo is."""

import hmac
import unicodedata
from hashlib import sha256

from aiohttp import web

from tests.fakes.zalo.world import APP_SECRET, OA_ID, Json, No, World

HOUR_S = 3600
FREE_S, OPEN_S = 48 * HOUR_S, 7 * 24 * HOUR_S
TEXT, BUTTONS, TITLE, PAYLOAD = 2000, 5, 100, 1000
AT_ONCE = 10
KINDS = ("oa.query.show", "oa.query.hide", "oa.open.url", "oa.open.phone")


def admit(world: World, request: web.Request) -> None:
    """Raise No unless the call may be made."""
    token = request.headers.get("access_token", "")
    world.calls.append((request.path, token))
    if world.proof:
        wanted = hmac.new(APP_SECRET.encode(), token.encode(), sha256).hexdigest()
        if request.headers.get("appsecret_proof") != wanted:
            raise No(-242, "appsecret_proof is invalid")
    world.let_in(token)


def consult(world: World, told: Json) -> Json:
    """Send a consultation message."""
    user = told.get("recipient", {}).get("user_id")
    message = told.get("message", {})
    if not isinstance(user, str) or not isinstance(message, dict):
        raise No(-201, "Params is invalid")
    text = checked_text(message)
    buttons = checked_buttons(message.get("attachment"))
    quota = quota_for(world, user)
    return put(world, user, text, buttons, quota)


def answer_nobody(world: World, told: Json) -> Json:
    """Send to somebody who gave no name."""
    whom = told.get("recipient", {})
    address = f"anonymous:{whom.get('anonymous_id')}:{whom.get('conversation_id')}"
    if address not in world.heard_at:
        raise No(-201, "Params is invalid")
    return put(world, address, checked_text(told.get("message", {})), [], {})


def template(world: World, told: Json) -> Json:
    """Send a template that Zalo approved, also to whoever has long been silent."""
    user, name = told.get("user_id"), told.get("template_id")
    known = world.templates.get(str(name))
    if known is None:
        raise No(-131, "Template is not approved")
    if set(told.get("template_data", {})) != known:
        raise No(-201, "template_data is invalid")
    if user in world.blocked or user not in world.heard_at:
        raise No(-213, "User has not followed OA")
    text = " ".join([f"[{name}]", *told["template_data"].values()])
    return put(world, str(user), text, [], {"quota": {"quota_type": "template"}})


def put(world: World, user: str, text: str, buttons: list[Json], quota: Json) -> Json:
    name, at = world.name(), world.tick()
    world.sent.append(
        {"to": user, "id": name, "at": at, "text": text, "buttons": buttons}
    )
    if world.is_echoing:
        echo(world, user, name, text)
    if world.is_receipting:
        parties = {"sender": {"id": user}, "recipient": {"id": OA_ID}}
        told = {"msg_id": name}
        world.add("user_received_message", message=told, **parties)
    world.spoke.set()
    world.spoke.clear()
    return {"message_id": name, "user_id": user, "sent_time": str(at), **quota}


def echo(world: World, user: str, name: str, text: str, admin: str = "") -> None:
    """Bring what stands on our own side; `admin` is a person who typed it."""
    sender = {"id": OA_ID, **({"admin_id": admin} if admin else {})}
    kind, _, rest = user.partition(":")
    talk = {"conversation_id": rest.partition(":")[2]} if kind == "anonymous" else {}
    whom = {"id": rest.partition(":")[0] if talk else user}
    told = {"msg_id": name, "text": text, **talk}
    world.add("oa_send_text", sender=sender, recipient=whom, message=told)


def checked_text(message: Json) -> str:
    text = message.get("text")
    if not isinstance(text, str) or not text.strip() or len(text) > TEXT:
        raise No(-201, "text is invalid")
    if text != unicodedata.normalize("NFC", text):
        raise No(-201, "text is not composed")
    return text


def checked_buttons(attachment: object) -> list[Json]:
    if attachment is None:
        return []
    payload = attachment.get("payload", {}) if isinstance(attachment, dict) else {}
    buttons: list[Json] = payload.get("buttons", [])
    if not 1 <= len(buttons) <= BUTTONS:
        raise No(-201, "buttons is invalid")
    for button in buttons:
        is_short = len(button["payload"]) <= PAYLOAD
        is_titled = 0 < len(button["title"]) <= TITLE
        if button["type"] not in KINDS or not is_short or not is_titled:
            raise No(-201, "button is invalid")
    return buttons


def quota_for(world: World, user: str) -> Json:
    """Return who pays for a message to this person. Raises No."""
    if user in world.blocked or user not in world.heard_at:
        raise No(-213, "User has not followed OA")
    silent_s = world.clock() - world.heard_at[user]
    if silent_s > OPEN_S:
        raise No(-230, "User has not interacted with the OA in the past 7 days")
    return {"quota": {"quota_type": "reply"}} if silent_s <= FREE_S else {}


def account(world: World, _told: Json) -> Json:
    return world.profile


def detail(world: World, told: Json) -> Json:
    user = str(told.get("user_id"))
    if user not in world.heard_at or user in world.blocked:
        raise No(-213, "User has not followed OA")
    return {"user_id": user, "display_name": f"Người {user[-3:]}"}


def recent(world: World, told: Json) -> list[Json]:
    """Return the last messages of people, newest first."""
    start, count = int(told.get("offset", 0)), int(told.get("count", 10))
    if count > AT_ONCE:
        raise No(-201, "Params is invalid")
    return world.talks[::-1][start : start + count]
