"""The methods of the Bot API that we use, as strict as Telegram is."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from tests.fakes.telegram.world import Json, No, Webhook, World

TEXT_UNITS, DATA_BYTES, BUTTONS, FETCH_BYTES = 4096, 64, 100, 20 << 20
BATCH, AHEAD = 100, 10
TOO_OLD = (
    "Bad Request: query is too old and response timeout expired or query ID is invalid"
)

Method = Callable[[World, Json], Awaitable[object]]


async def get_me(world: World, _told: Json) -> object:
    return world.bot


async def send_message(world: World, told: Json) -> object:
    chat, text = whole(told.get("chat_id")), told.get("text")
    known(world, chat)
    if not isinstance(text, str) or not text.strip():
        raise No(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > TEXT_UNITS:
        raise No(400, "Bad Request: message is too long")
    check_buttons(told.get("reply_markup"))
    world.keep_pace(chat)
    message = {
        "message_id": next(world.numbers),
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private"},
        "from": world.bot,
        "text": text,
    }
    hang(world, chat, message, told.get("reply_markup") or {})
    world.put(chat, message)
    return message


async def send_chat_action(world: World, told: Json) -> object:
    known(world, whole(told.get("chat_id")))
    return True


async def answer_callback_query(world: World, told: Json) -> object:
    if told.get("callback_query_id") not in world.queries:
        raise No(400, TOO_OLD)
    world.queries.discard(told["callback_query_id"])
    return True


async def get_file(world: World, told: Json) -> object:
    name = told.get("file_id")
    held = world.files.get(str(name))
    if held is None:
        raise No(400, "Bad Request: invalid file_id")
    if held.size > FETCH_BYTES:
        raise No(400, "Bad Request: file is too big")
    held.path = f"files/file_{next(world.numbers)}.bin"
    held.expires = world.clock() + world.link_s
    return {"file_id": name, "file_unique_id": f"u{name}", "file_size": held.size,
            "file_path": held.path}  # fmt: skip


async def set_webhook(world: World, told: Json) -> object:
    if not str(told.get("url", "")).startswith(("https://", "http://127.0.0.1")):
        raise No(400, "Bad Request: bad webhook: An HTTPS URL must be provided")
    secret = str(told.get("secret_token", ""))
    allowed = list(told.get("allowed_updates") or [])
    world.webhook = Webhook(str(told["url"]), secret, allowed)
    world.arrived.set()
    return True


async def delete_webhook(world: World, told: Json) -> object:
    world.webhook = Webhook()
    if told.get("drop_pending_updates"):
        world.pending.clear()
    return True


async def get_webhook_info(world: World, _told: Json) -> object:
    hook = world.webhook
    told = {"url": hook.url, "has_custom_certificate": False,
            "pending_update_count": len(world.pending) + world.under_way,
            "allowed_updates": hook.allowed}  # fmt: skip
    if hook.last_error:
        told |= {"last_error_date": hook.last_error_at,
                 "last_error_message": hook.last_error}  # fmt: skip
    return told


async def get_updates(world: World, told: Json) -> object:
    """Wait for updates; whoever asks next ends the one who waits."""
    if world.webhook.url:
        raise No(409, "Conflict: can't use getUpdates method while webhook is active; "
                      "use deleteWebhook to delete the webhook first")  # fmt: skip
    if world.poller is not None and not world.poller.done():
        world.poller.cancel()
    confirm(world, whole(told.get("offset")))
    world.poller = asyncio.ensure_future(waited(world, whole(told.get("timeout"))))
    try:
        return await asyncio.shield(world.poller)
    except asyncio.CancelledError:
        raise No(409, "Conflict: terminated by other getUpdates request; make sure "
                      "that only one bot instance is running") from None  # fmt: skip


async def waited(world: World, seconds: int) -> list[Json]:
    try:
        async with asyncio.timeout(seconds):
            while not world.pending:
                world.arrived.clear()
                await world.arrived.wait()
    except TimeoutError:
        return []
    return list(world.pending)[:BATCH]


def confirm(world: World, offset: int) -> None:
    """Forget what lies before the offset; one that is far ahead of all counts as none."""
    last = whole(world.pending[-1].get("update_id")) if world.pending else offset
    if offset > last + AHEAD:
        return
    while world.pending and whole(world.pending[0].get("update_id")) < offset:
        world.pending.popleft()


def known(world: World, chat: int) -> None:
    """Raise No where this person cannot be written to."""
    match world.members.get(chat):
        case None:
            raise No(400, "Bad Request: chat not found")
        case "kicked":
            raise No(403, "Forbidden: bot was blocked by the user")
        case "deactivated":
            raise No(403, "Forbidden: user is deactivated")


def hang(world: World, chat: int, message: Json, markup: Json) -> None:
    """Put buttons under the message, or a keyboard under the chat, or take that away."""
    if "inline_keyboard" in markup:
        message["reply_markup"] = markup
    elif markup.get("remove_keyboard"):
        world.keyboards.pop(chat, None)
    elif "keyboard" in markup:
        keys = [key for row in markup["keyboard"] for key in row]
        if not keys or not all(str(key.get("text", "")).strip() for key in keys):
            raise No(400, "Bad Request: keyboard button text must be non-empty")
        world.keyboards[chat] = keys


def check_buttons(markup: object) -> None:
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS:
        raise No(400, "Bad Request: reply markup is too long")
    for button in buttons:
        if not str(button.get("text", "")).strip():
            raise No(
                400, "Bad Request: text buttons are unallowed in the inline keyboard"
            )
        if not 1 <= len(str(button.get("callback_data", "")).encode()) <= DATA_BYTES:
            raise No(400, "Bad Request: BUTTON_DATA_INVALID")


def whole(value: object) -> int:
    """Return a number that came as a number or, in a form, as digits; else nought."""
    try:
        return int(str(value))
    except ValueError:
        return 0


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getUpdates": get_updates,
}
