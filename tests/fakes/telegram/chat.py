"""Somebody who talks with the bot: what he does becomes updates, what he hears is here."""

import asyncio
import time
from dataclasses import dataclass, field

from tests.fakes.telegram.world import Held, Json, World

PATIENCE_S = 15.0
# How a client sends a file: under which name, with what beside it.
SHAPES: dict[str, Json] = {
    "photo": {},
    "voice": {"duration": 42, "mime_type": "audio/ogg"},
    "audio": {"duration": 60, "mime_type": "audio/mpeg", "file_name": "ghi-am.mp3"},
    "video": {"duration": 30, "mime_type": "video/mp4", "width": 1280, "height": 720},
    "video_note": {"duration": 10, "length": 240},
    "document": {"mime_type": "image/jpeg", "file_name": "IMG_1.jpg"},
}


@dataclass
class Chat:
    """A private chat with one person."""

    world: World
    id: int
    heard_to: int = 0
    said: dict[int, Json] = field(default_factory=dict)
    phone: str = "84912000777"
    stands: tuple[float, float] = (16.4637, 107.5909)

    @property
    def who(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": f"Người {self.id}",
                "language_code": "vi"}  # fmt: skip

    def start(self, code: str = "") -> int:
        """Open the bot, perhaps by a printed code."""
        command = {"offset": 0, "length": len("/start"), "type": "bot_command"}
        return self.say(f"/start {code}".strip(), entities=[command])

    def say(self, text: str, **more: object) -> int:
        return self.message(text=text, **more)

    def press(self, label: str | int, to: Json | None = None) -> str:
        """Press a button under the last message, or under `to`; return the press's id."""
        under = to or next(m for m in reversed(self.heard) if "reply_markup" in m)
        rows = under["reply_markup"]["inline_keyboard"]
        buttons = [button for row in rows for button in row]
        if isinstance(label, int):
            return self.press_raw(buttons[label]["callback_data"], under)
        chosen = next(button for button in buttons if label in button["text"])
        return self.press_raw(chosen["callback_data"], under)

    def press_raw(self, hung: str, under: Json) -> str:
        """Press a button that holds just this; a program can send whatever it likes."""
        query = f"q{next(self.world.numbers)}"
        self.world.queries.add(query)
        self.world.add("callback_query", {
            "id": query, "from": self.who, "chat_instance": "c", "data": hung,
            "message": under,
        })  # fmt: skip
        return query

    def show(
        self,
        kind: str,
        content: bytes,
        *,
        caption: str = "",
        album: str = "",
        size: int | None = None,
        **more: object,
    ) -> int:
        """Send a file; `size` is what is said of it."""
        name = f"f{next(self.world.numbers)}"
        said = len(content) if size is None else size
        self.world.files[name] = Held(content, said)
        file = {"file_id": name, "file_unique_id": f"u{name}", "file_size": said,
                **SHAPES[kind], **more}  # fmt: skip
        shown: object = file
        if kind == "photo":
            small = {"file_id": f"s{name}", "file_unique_id": f"us{name}", "width": 90,
                     "height": 60, "file_size": 1200}  # fmt: skip
            shown = [small, {"width": 1280, "height": 960, **file}]
        beside = {"caption": caption, "media_group_id": album}
        return self.message(
            **{kind: shown}, **{key: value for key, value in beside.items() if value}
        )

    def pin(self, lat: float, lon: float, **more: object) -> int:
        return self.message(location={"latitude": lat, "longitude": lon, **more})

    def share(self, phone: str, user: int | None = None) -> int:
        """Send a contact card; one's own if `user` is oneself."""
        card: Json = {"phone_number": phone, "first_name": f"Người {self.id}"}
        return self.message(contact=card | ({"user_id": user} if user else {}))

    def tap(self, label: str) -> int:
        """Press a key of the keyboard under the chat, as a phone does."""
        keys = self.world.keyboards[self.id]
        chosen = next(key for key in keys if label in key["text"])
        if chosen.get("request_contact"):
            return self.share(self.phone, self.id)
        if chosen.get("request_location"):
            return self.pin(*self.stands)
        return self.say(chosen["text"])

    @property
    def shown(self) -> list[Json]:
        """The buttons under the last message, else the keys under the chat."""
        markup = self.heard[-1].get("reply_markup", {}) if self.heard else {}
        buttons = [one for row in markup.get("inline_keyboard", []) for one in row]
        return buttons or self.world.keyboards.get(self.id, [])

    def choose(self, shown: Json) -> None:
        """Press a button or tap a key that is shown."""
        if "callback_data" in shown:
            self.press_raw(shown["callback_data"], self.heard[-1])
        else:
            self.tap(shown["text"])

    def edit(self, message: int, **changed: object) -> None:
        """Change an earlier message."""
        first = self.said[message]
        self.said[message] = first | changed | {"edit_date": int(time.time())}
        self.world.add("edited_message", self.said[message])

    def block(self) -> None:
        self._stand("kicked")

    def unblock(self) -> None:
        self._stand("member")

    def message(self, **content: object) -> int:
        """Send a message of any content and return its number."""
        self.world.members.setdefault(self.id, "member")
        number = next(self.world.numbers)
        self.said[number] = {
            "message_id": number, "date": int(time.time()),
            "chat": {"id": self.id, "type": "private"}, "from": self.who, **content,
        }  # fmt: skip
        self.world.add("message", self.said[number])
        return number

    @property
    def heard(self) -> list[Json]:
        """All that the bot has said here, oldest first."""
        return self.world.sent.setdefault(self.id, [])

    async def hears(self, patience_s: float = PATIENCE_S) -> Json:
        """Return the next message that was not returned before, waiting for it."""
        async with asyncio.timeout(patience_s):
            while len(self.heard) <= self.heard_to:
                await self.world.listening.setdefault(self.id, asyncio.Event()).wait()
        self.heard_to += 1
        return self.heard[self.heard_to - 1]

    def _stand(self, status: str) -> None:
        before = self.world.members.get(self.id, "left")
        self.world.members[self.id] = status
        self.world.add("my_chat_member", {
            "chat": {"id": self.id, "type": "private"}, "from": self.who,
            "date": int(time.time()),
            "old_chat_member": standing(self.world.bot, before),
            "new_chat_member": standing(self.world.bot, status),
        })  # fmt: skip


def standing(bot: Json, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": bot, "status": status, **until}
