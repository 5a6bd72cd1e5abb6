"""Somebody who talks with the account: what he does, and what he hears."""

import asyncio
import json
from dataclasses import dataclass
from hashlib import md5

from tests.fakes.zalo.calls import echo
from tests.fakes.zalo.world import OA_ID, Held, Json, World

PATIENCE_S = 15.0
ENDINGS = {"image": "jpg", "audio": "aac", "video": "mp4", "gif": "gif", "file": "pdf"}


@dataclass
class Person:
    """A person and his chat with the account."""

    world: World
    id: str
    heard_to: int = 0

    @property
    def parties(self) -> Json:
        return {"sender": {"id": self.id}, "recipient": {"id": OA_ID},
                "user_id_by_app": f"9{self.id}"}  # fmt: skip

    def say(self, text: str, **more: object) -> Json:
        return self.send("user_send_text", text=text, **more)

    def press(self, label: str | int) -> Json:
        """Press a button under the last message that has any."""
        under = next(m for m in reversed(self.heard) if m["buttons"])
        buttons = under["buttons"]
        if isinstance(label, int):
            return self.say(buttons[label]["payload"])
        chosen = next(button for button in buttons if label in button["title"])
        return self.say(chosen["payload"])

    def show(
        self,
        kind: str,
        content: bytes,
        *,
        caption: str = "",
        name: str = "",
        held: Held | None = None,
        **said: object,
    ) -> Json:
        """Send a file; `said` is what is told of it, `held` how it lies there."""
        ending = name.rpartition(".")[2] or ENDINGS[kind]
        key = f"{self.world.name()}.{ending}"
        self.world.files[key] = held or Held(content)
        payload: Json = {"url": f"{self.world.url}/media/{key}"}
        if kind == "file":
            digest = md5(content, usedforsecurity=False).hexdigest()
            payload |= {"name": name or "so-do.pdf", "size": str(len(content)),
                        "checksum": digest, "type": ending}  # fmt: skip
        payload |= said
        beside = {"text": caption} if caption else {}
        return self.send(f"user_send_{kind}", kind, payload, **beside)

    def pin(self, lat: float, lon: float, label: str = "") -> Json:
        place = {"coordinates": {"latitude": str(lat), "longitude": str(lon)}}
        return self.send("user_send_location", "location", place, text=label)

    def share(self, name: str, phone: str) -> Json:
        """Send somebody's contact card."""
        told = json.dumps({"phone": phone, "qrCodeUrl": "https://qr.zdn.vn/x"})
        card = {"url": "https://zalo.me/x", "thumbnail": "", "description": told}
        return self.send("user_send_link", "link", card, text=name)

    def stick(self) -> Json:
        sticker = {"url": "https://zalo.zdn.vn/sticker.png", "id": "23"}
        return self.send("user_send_sticker", "sticker", sticker)

    def send(
        self, name: str, kind: str = "", payload: Json | None = None, **message: object
    ) -> Json:
        """Send a message of any content."""
        self.acts()
        message["msg_id"] = self.world.name()
        if kind:
            message["attachments"] = [{"type": kind, "payload": payload}]
        self.world.talks.append({
            "src": 1, "time": self.world.tick(), "type": kind or "text",
            "message": message.get("text", ""), "message_id": message["msg_id"],
            "from_id": self.id, "to_id": OA_ID, "url": (payload or {}).get("url", ""),
        })  # fmt: skip
        return self.world.add(name, message=message, **self.parties)

    def follow(self) -> Json:
        self.acts()
        self.world.blocked.discard(self.id)
        return self._root("follow", follower={"id": self.id}, source="oa_profile")

    def unfollow(self) -> Json:
        self.world.blocked.add(self.id)
        return self._root("unfollow", follower={"id": self.id}, source="oa_profile")

    def open(self) -> Json:
        self.acts()
        return self._root("user_click_chatnow", user_id=self.id)

    def withdraw(self) -> Json:
        return self._root("user_withdraw", user_id=self.id)

    def fill(self, **info: object) -> Json:
        """Fill the form in which one tells who one is."""
        self.acts()
        return self.world.add("user_submit_info", info=info, **self.parties)

    def sees(self, *messages: str) -> Json:
        seen = {"msg_ids": list(messages)}
        return self.world.add("user_seen_message", message=seen, **self.parties)

    def is_answered_by(self, officer: str, text: str) -> None:
        """Let a person answer him in Zalo's own tool."""
        echo(self.world, self.id, self.world.name(), text, admin=officer)

    def acts(self) -> None:
        """Do what Zalo counts as an interaction."""
        self.world.heard_at[self.id] = self.world.clock()

    @property
    def heard(self) -> list[Json]:
        """All that was said to him, oldest first."""
        return [message for message in self.world.sent if message["to"] == self.id]

    async def hears(self, patience_s: float = PATIENCE_S) -> Json:
        """Return the next message that was not returned before, waiting for it."""
        async with asyncio.timeout(patience_s):
            while len(self.heard) <= self.heard_to:
                await self.world.spoke.wait()
        self.heard_to += 1
        return self.heard[self.heard_to - 1]

    def _root(self, name: str, **event: object) -> Json:
        return self.world.add(name, oa_id=OA_ID, user_id_by_app=f"9{self.id}", **event)
