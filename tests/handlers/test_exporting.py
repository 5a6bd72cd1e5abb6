"""The contract of `tips export`: DESIGN, section 2, to the letter."""

import csv
import html
import io
import json
import re
from typing import Any
from zipfile import ZipFile

import pytest

from handlers.exporting import as_json, writers
from storage import exports, media, tips, work
from storage.db import Database
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.tip import TipStatus
from tests.fixtures.told import NOW, PHONE, STORY, TELLING, hire, talk, tell

TIP = (
    "code", "kind", "status", "channel", "source", "created_at", "story", "spare",
    "answers", "readings", "entities", "locations", "media", "custody",
)  # fmt: skip


async def test_a_tip_leaves_in_the_promised_shape(db: Database) -> None:
    (tip,) = await exported(db)

    assert tuple(tip) == TIP
    assert tip["code"] == "482 915 637"
    assert (tip["kind"], tip["status"], tip["channel"]) == ("burial", "new", "web")
    assert (tip["source"], tip["created_at"]) == (None, NOW.isoformat())
    assert (tip["story"], tip["spare"]) == (STORY, "")
    assert tip["answers"]["teller_phone"] == {
        "value": PHONE,
        "words": "0912 000 123",
        "source": "said",
    }
    assert tip["readings"] == TELLING.readings
    assert {entity["in"] for entity in tip["entities"]} == {
        "story",
        "answer:teller_phone",
    }
    assert tip["entities"][0].keys() >= {
        "type", "text", "start", "end", "norm", "role", "score", "in",
    }  # fmt: skip
    assert tip["locations"] == [
        {"lat": 14.35, "lon": 108.0, "radius_m": 50.0, "source": "pin", "in": "pin"}
    ]
    assert tip["media"] == [
        {
            "kind": "voice",
            "sha256": "ab" * 32,
            "bytes": 1234,
            "duration_s": 7.5,
            "text": None,
            "state": "ok",
        }
    ]


async def test_every_export_stands_in_the_custody_of_its_tip(db: Database) -> None:
    await exported(db)

    (again,) = await take(db)

    acts = [row["act"] for row in again["custody"]]
    assert acts == ["filed", "exported", "exported"]
    assert again["custody"][1]["actor"] == "system:command"
    assert [row["seq"] for row in again["custody"]] == [1, 2, 3]


async def test_custody_says_why_in_words_that_can_be_read(db: Database) -> None:
    made, an = await db.write(tell), await db.write(hire)
    known = await db.read(tips.load, made)
    assert known is not None
    await db.write(work.decide, known, TipStatus.VERIFIED, "Khớp sổ", an.id, NOW)

    (tip,) = await take(db)

    assert [row["reason"] for row in tip["custody"]] == ["", "Khớp sổ", ""]


async def test_tips_leave_oldest_first_and_drafts_only_when_asked(db: Database) -> None:
    first = await db.write(tell, "111 111 111", "a")
    draft = await db.write(tell, "222 222 222", "b", draft=True)
    last = await db.write(tell, "333 333 333", "c")

    assert await db.read(exports.ids, False) == (first, last)
    assert await db.read(exports.ids, True) == (first, draft, last)


@pytest.mark.parametrize("form", sorted(writers()))
def test_a_format_writes_a_file_of_no_tips(form: str) -> None:
    assert (written(form, []) == b"") == (form == "jsonl")


async def test_jsonl_holds_everything(db: Database) -> None:
    told = await exported(db)

    lines = written("jsonl", told).decode().splitlines()

    assert [json.loads(line) for line in lines] == told


async def test_no_spreadsheet_runs_a_cell(db: Database) -> None:
    (tip,) = await exported(db)
    tip["story"] = "=HYPERLINK(1)"

    rows = list(csv.DictReader(io.StringIO(written("csv", [tip]).decode("utf-8-sig"))))
    sheet = cells(written("xlsx", [tip]), 1)

    assert rows[0]["story"] == "'=HYPERLINK(1)"
    assert rows[0]["martyr_name"] == "Nguyễn Văn Mẫu"
    assert ("inlineStr", "=HYPERLINK(1)") in sheet


async def test_a_story_longer_than_a_cell_is_whole_in_the_workbook(
    db: Database,
) -> None:
    (tip,) = await exported(db)
    tip["story"] = "Chuyện dài. " * 6000

    texts = [text for _, text in cells(written("xlsx", [tip]), 2)]

    assert texts[:3] == ["Mã tin", "Mục", "Nội dung"]
    assert "".join(texts[5::3]) == tip["story"]


async def test_geojson_has_a_feature_for_each_place_and_each_tip(db: Database) -> None:
    (tip,) = await exported(db)

    places = json.loads(written("geojson", [tip, tip | {"locations": []}]))

    at, nowhere = places["features"]
    assert at["geometry"] == {"type": "Point", "coordinates": [108.0, 14.35]}
    assert at["properties"]["martyr_name"] == "Nguyễn Văn Mẫu"
    assert nowhere["geometry"] is None


async def exported(db: Database) -> list[dict[str, Any]]:
    where = await db.write(talk)
    voice = Media(
        id="0a" * 16,
        conversation=where,
        kind=MediaKind.VOICE,
        state=MediaState.OK,
        mime="audio/ogg",
        title="ghi-am.ogg",
        size=1234,
        sha256="ab" * 32,
        key=b"k" * 32,
        received_at=NOW,
        duration_s=7.5,
    )
    await db.write(media.add, voice)
    made = await db.write(tell, media=(voice.id,))
    assert await db.read(tips.load, made)
    return await take(db)


async def take(db: Database) -> list[dict[str, Any]]:
    chosen = await db.read(exports.ids, False)
    taken = await db.write(exports.take, chosen, "system:command", "jsonl", NOW)
    return list(map(as_json, taken))


def written(form: str, told: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    writer = writers()[form](out)
    for tip in told:
        writer.add(tip)
    writer.close()
    return out.getvalue()


def cells(workbook: bytes, sheet: int) -> list[tuple[str, str]]:
    """Return type and text of each cell of a sheet."""
    with ZipFile(io.BytesIO(workbook)) as book:
        xml = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    found = re.findall(r'<c [^>]*t="(\w+)"[^>]*><is><t[^>]*>(.*?)</t>', xml, re.DOTALL)
    return [(kind, html.unescape(text)) for kind, text in found]


async def test_a_file_that_never_came_is_told_by_its_state(db: Database) -> None:
    (told,) = await exported(db)
    gap = told["media"][0] | {"sha256": None, "bytes": 0, "state": "gone"}

    assert b"voice gone" in written("csv", [told | {"media": [gap]}])
