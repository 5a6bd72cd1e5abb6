"""The same conversation becomes, word for word, the same tip on every channel."""

import asyncio
import re
from pathlib import Path
from typing import Any

from bot.place import Place, now, opened
from handlers.exporting import as_json
from storage import exports
from tests.fixtures.tongues import PATIENCE_S, TONGUES, Heard, Tongue, dumped, settings
from tests.fixtures.uploading import jpeg

PHOTO = jpeg(64)
CODE = re.compile(r"mã thông tin là (\d{3} \d{3} \d{3})")
STORY = (
    "Tôi là Hà, đồng đội tôi liệt sĩ Nguyễn Văn Mẫu, c3 d7 e66 f304, hy sinh tháng 3"
    " năm 1972.",
    "Chôn bên suối Đá, xã Hòa Bình cũ.\nCạnh cây gạo to 🌳.",
)
ANSWERS = (
    ("số điện thoại", "0912 000 345"),
    ("Liệt sĩ tên", "Nguyễn Văn Mẫu"),
    ("đơn vị", "c3 d7 e66 f304"),
)
ELSE = "gần cây gạo to, cách cầu hai trăm mét"
# What belongs to the channel or to the moment, not to what was told.
APART = ("code", "channel", "source", "created_at", "custody")


async def test_one_conversation_is_the_same_tip_on_every_channel(
    tmp_path: Path,
) -> None:
    told = {name: await _told(tmp_path / name, name) for name in TONGUES}

    assert told["web"] == told["telegram"] == told["zalo"]


async def _told(folder: Path, name: str) -> str:
    """Return the tip that the conversation became on one channel."""
    async with TONGUES[name](folder, None) as teller:
        code = await tell(teller)
        async with opened(settings(folder, None), migrating=False) as place:
            exported = await _whole(place)
    assert exported["channel"] == name
    assert exported["code"] == code
    return dumped(_comparable(exported))


async def _whole(place: Place) -> dict[str, Any]:
    """Return the only tip, once its file has been fetched."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            chosen = await place.db.read(exports.ids, False)
            (tip,) = await place.db.write(exports.take, chosen, "test", "jsonl", now())
            exported = as_json(tip)
            if all(media["sha256"] for media in exported["media"]):
                return exported
            await asyncio.sleep(0.1)


async def tell(teller: Tongue) -> str:
    """Tell the story, answer whatever is asked; return the code."""
    await teller.say(STORY[0])
    heard = await teller.hear()
    await teller.press("Đồng ý")
    heard = await teller.hear()
    await teller.say(STORY[1])
    heard = await teller.hear()
    await teller.show(PHOTO)
    heard = await teller.hear()
    await teller.pin(16.4637, 107.5909)
    heard = await teller.hear()
    while not (code := CODE.search(heard.text)):
        await _answer(teller, heard)
        heard = await teller.hear()
    return code[1]


async def _answer(teller: Tongue, heard: Heard) -> None:
    for label in ("Kể xong", "Đúng"):
        if any(label in shown for shown in heard.labels):
            await teller.press(label)
            return
    words = [answer for asked, answer in ANSWERS if asked in heard.text]
    await teller.say(words[0] if words else ELSE)


def _comparable(tip: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tip.items() if key not in APART}
