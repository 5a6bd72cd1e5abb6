"""`python -m tests.fakes.telegram [port]`: talk with a bot of ours by hand.

A line is said; a line of digits presses that button; `/start 123` opens by a code.
"""

import asyncio
import sys

from tests.fakes.telegram import TOKEN, Chat, World, telegram


async def main(port: int) -> None:
    async with telegram(World(), port) as fake:
        show(f"MANHMOI_TELEGRAM_TOKEN={TOKEN} MANHMOI_TELEGRAM_API_URL={fake.url}")
        chat = fake.chat(5)
        hearing = asyncio.create_task(hear(chat))
        while line := await asyncio.to_thread(sys.stdin.readline):
            text = line.strip()
            if text.isdigit() and any("reply_markup" in m for m in chat.heard):
                chat.press(int(text) - 1)
            elif text:
                chat.say(text)
        hearing.cancel()


async def hear(chat: Chat) -> None:
    while True:
        message = await chat.hears(patience_s=1e9)
        show(f"< {message['text']}")
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        for at, (button,) in enumerate(rows, 1):
            show(f"    [{at}] {button['text']}")


def show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
