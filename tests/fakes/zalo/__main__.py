"""`python -m tests.fakes.zalo [port]`: talk by hand with a server of ours.

It prints the settings to serve with, and expects the webhook on port 8080. A line is
said; a number presses that button; `/pin 16.5 107.2` sends a position. `/lost`,
or another kind of fault, strikes the next message to him: see faults.py.
"""

import asyncio
import sys

from tests.fakes.zalo import Kind, Person, settings, zalo


async def main(port: int) -> None:
    async with zalo(port=port) as fake:
        for name, value in settings(fake).items():
            show(f"export MANHMOI_{name.upper()}={value}")
        fake.hook("http://127.0.0.1:8080/webhook/zalo")
        person = fake.user(1)
        hearing = asyncio.create_task(hear(person))
        while line := await asyncio.to_thread(sys.stdin.readline):
            act(person, line.strip())
        hearing.cancel()


def act(person: Person, line: str) -> None:
    """Press the button of this number, or say the line: years are digits too."""
    under = (len(m["buttons"]) for m in reversed(person.heard) if m["buttons"])
    at = int(line) if line.isdecimal() else 0
    if line.startswith("/pin"):
        _, lat, lon = line.split()
        person.pin(float(lat), float(lon))
    elif line.startswith("/") and line[1:] in set(Kind):
        person.world.faults.add(Kind(line[1:]))
    elif 0 < at <= next(under, 0):
        person.press(at - 1)
    elif line:
        person.say(line)


async def hear(person: Person) -> None:
    while True:
        message = await person.hears(patience_s=1e9)
        show(f"< {message['text']}")
        for at, button in enumerate(message["buttons"], 1):
            show(f"    [{at}] {button['title']}")


def show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
