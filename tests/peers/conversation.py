"""A plain conversation of twelve steps in python-telegram-bot, as its handbook has it.

ConversationHandler with PicklePersistence behind a webhook, its HTTP client and intervals
as they come: what is told stands on the disk once a minute. A yardstick of the bench.
"""

import asyncio
import json
import sys
from functools import partial
from pathlib import Path

from aiohttp import web
from telegram import Update
from telegram.ext import (
    Application,
    CallbackContext,
    CommandHandler,
    ConversationHandler,
    ExtBot,
    MessageHandler,
    PicklePersistence,
    filters,
)

SECRET = "X-Telegram-Bot-Api-Secret-Token"
QUESTIONS = (
    "Xin bác kể điều bác biết ạ.", "Liệt sĩ tên là gì ạ?", "Ở đơn vị nào ạ?",
    "Hy sinh khi nào ạ?", "Sinh năm nào ạ?", "Quê ở đâu ạ?", "Chôn ở đâu ạ?",
    "Gần đó có gì ạ?", "Có mấy liệt sĩ ạ?", "Vì sao bác biết ạ?",
    "Số điện thoại của bác ạ?", "Như vậy đã đúng chưa ạ?",
)  # fmt: skip
THANKS = "Cảm ơn bác ạ."

Context = CallbackContext[ExtBot[None], dict[str, str], object, object]
App = Application[ExtBot[None], Context, dict[str, str], object, object, None]


async def start(update: Update, _context: Context) -> int:
    await update.effective_chat.send_message(QUESTIONS[0])
    return 0


async def answer(step: int, update: Update, context: Context) -> int:
    context.user_data[str(step)] = update.effective_message.text
    if step + 1 == len(QUESTIONS):
        await update.effective_chat.send_message(THANKS)
        return ConversationHandler.END
    await update.effective_chat.send_message(QUESTIONS[step + 1])
    return step + 1


def conversation() -> ConversationHandler[Context]:
    steps = {
        step: [MessageHandler(filters.TEXT & ~filters.COMMAND, partial(answer, step))]
        for step in range(len(QUESTIONS))
    }
    begin = [CommandHandler("start", start)]
    return ConversationHandler(begin, steps, begin, name="tip", persistent=True)


async def webhook(app: App, secret: str, request: web.Request) -> web.Response:
    if request.headers.get(SECRET) != secret:
        return web.Response(status=401)
    update = Update.de_json(json.loads(await request.read()), app.bot)
    await app.update_queue.put(update)
    return web.Response()


async def serve(port: int, api: str, token: str, secret: str, pickle: Path) -> None:
    app = (
        Application.builder()
        .token(token)
        .base_url(f"{api}/bot")
        .updater(None)
        .persistence(PicklePersistence(pickle))
        .build()
    )
    app.add_handler(conversation())
    site = web.Application()
    hook = partial(webhook, app, secret)
    site.add_routes([web.post("/webhook/telegram", hook), web.get("/readyz", ready)])
    async with app:
        await app.start()
        runner = web.AppRunner(site, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        url = f"http://127.0.0.1:{port}/webhook/telegram"
        await app.bot.set_webhook(url, secret_token=secret)
        await asyncio.Event().wait()


async def ready(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


if __name__ == "__main__":
    port, api, token, secret, pickle = sys.argv[1:]
    asyncio.run(serve(int(port), api, token, secret, Path(pickle)))
