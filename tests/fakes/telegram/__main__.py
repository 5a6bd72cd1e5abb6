"""`python -m tests.fakes.telegram [port]`: talk with a bot of ours by hand.

A line is said; a number presses that button; `/start 123` opens by a code.
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
            act(chat, line.strip())
        hearing.cancel()


def act(chat: Chat, line: str) -> None:
    """Press the button of this number, or say the line: years are digits too."""
    at = int(line) if line.isdecimal() else 0
    if 0 < at <= len(chat.shown):
        chat.choose(chat.shown[at - 1])
    elif line:
        chat.say(line)


async def hear(chat: Chat) -> None:
    while True:
        message = await chat.hears(patience_s=1e9)
        show(f"< {message['text']}")
        for at, one in enumerate(chat.shown, 1):
            show(f"    [{at}] {one['text']}")


def show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
