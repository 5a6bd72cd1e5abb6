import asyncio
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox, lines, told, vault
from storage.db import Database
from storage.model.evidence import MediaKind
from storage.model.line import Line
from storage.model.message import (
    Asked,
    Button,
    Command,
    Commanded,
    Gone,
    Outgoing,
    Pinned,
    Pressed,
    Said,
    Showed,
    What,
)
from storage.tables import conversation
from tests.fixtures.line import NOW, begin, hear, received, reply, say

CONSENT = Outgoing("Có đồng ý không ạ?", (Button("consent", "yes", "1. Đồng ý"),))


async def test_a_conversation_reads_as_it_was(db: Database) -> None:
    where = await db.write(begin)
    await db.write(hear, "k1", "Chào")
    await db.write(say, where, 1, [CONSENT], is_pulled=True)
    for key, what in enumerate(
        (
            Pressed("consent", "yes"),
            Pinned(16.65, 106.73),
            Commanded(Command.SKIP, "bỏ qua"),
            Showed("m-1", MediaKind.PHOTO, caption="bia mộ"),
        )
    ):
        await db.write(_post, where, what, str(key))

    heard = await db.read(lines.after, where)

    assert heard == (
        Line(1, "citizen", NOW, "Chào"),
        Line(
            2,
            "bot",
            NOW,
            "Có đồng ý không ạ?",
            (("consent", "yes", "1. Đồng ý"),),
            state="sent",
        ),
        Line(3, "citizen", NOW, "1. Đồng ý", (("consent", "yes", "yes"),)),
        Line(4, "citizen", NOW, "", pin=(16.65, 106.73)),
        Line(5, "citizen", NOW, "bỏ qua"),
        Line(6, "citizen", NOW, "bia mộ", media="m-1"),
    )


async def test_only_what_stands_past_a_place_is_read(db: Database) -> None:
    for key in ("một", "hai", "ba"):
        await db.write(hear, key, key)

    assert [line.text for line in await db.read(lines.after, 1, 1)] == ["hai", "ba"]
    assert [line.text for line in await db.read(lines.after, 1, 0, 2)] == [
        "một",
        "hai",
    ]
    assert await db.read(lines.after, 1, 3) == ()


async def test_what_wakes_a_conversation_is_no_line_of_it(db: Database) -> None:
    where = await db.write(begin)

    await db.write(_post, where, Asked(1, "Bao xa?", "Ban Chỉ huy"), "1")

    assert await db.read(lines.after, where) == ()


async def test_an_officers_words_are_told_from_ours(db: Database) -> None:
    where = await db.write(begin)
    asked = Outgoing("Cán bộ hỏi: bao xa?", author="officer")

    await db.write(say, where, 1, [asked])

    (line,) = await db.read(lines.after, where)
    assert line.author == "officer"


async def test_an_erased_conversation_reads_empty(db: Database) -> None:
    await db.write(hear, "k1")

    await db.write(_erase)

    assert await db.read(lines.after, 1) == ()


async def test_a_reader_never_sees_a_later_line_without_the_one_before(
    db: Database,
) -> None:
    where = await db.write(begin)

    async def talk() -> None:
        for number in range(1, 16):
            receipt = await db.write(hear, f"k{number}")
            await db.write(reply, where, receipt.id, "vâng")

    async def look() -> None:
        for _ in range(40):
            places = [line.n for line in await db.read(lines.after, where)]
            assert places == list(range(1, len(places) + 1))

    await asyncio.gather(talk(), look(), look())


def _post(tx: Connection, where: int, what: What, key: str) -> None:
    inbox.post(tx, where, what, key, NOW)


def _erase(tx: Connection) -> None:
    tx.execute(sa.update(conversation).values(key_cell=None))


async def test_a_platforms_row_shows_what_its_channel_read(db: Database) -> None:
    where = await db.write(begin, "a", "telegram")
    raw = replace(received("k1", channel="telegram"), body=b'{"update_id": 1}')
    row = await db.write(inbox.add, raw)
    assert [line.state for line in await db.read(lines.after, where)] == ["odd"]

    read = (Showed("m1", MediaKind.PHOTO, caption="Cây gạo"), Said("Bên suối"))
    key = await db.read(vault.key_of, where)
    await db.write(told.note, [told.Told(row.id, key, read)])

    (line,) = await db.read(lines.after, where)
    assert (line.text, line.media, line.state) == ("Cây gạo\nBên suối", "m1", "")


async def test_what_is_no_message_is_no_line(db: Database) -> None:
    where = await db.write(begin, "a", "telegram")
    raw = replace(received("k1", channel="telegram"), body=b'{"update_id": 1}')
    row = await db.write(inbox.add, raw)

    key = await db.read(vault.key_of, where)
    await db.write(told.note, [told.Told(row.id, key, (Gone(),))])

    assert await db.read(lines.after, where) == ()
