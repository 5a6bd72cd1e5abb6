"""Codes of units are counted by tellings, and stand for what an officer says."""

from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.units.decoding import undecoded, with_decodings
from storage import audit, unit_codes
from storage.db import Database
from tests.fixtures.told import NOW, hire


def spotted(words: str) -> list[tuple[str, Entity]]:
    return [("story", entity) for entity in extract(words, Lexicon.load())]


def test_only_what_says_no_level_is_undecoded() -> None:
    assert undecoded("Tiểu đoàn 7, KH") == ("KH",)
    assert undecoded("Hòm thư 86500 YK") == ("Hòm thư 86500 YK",)
    assert undecoded("Đoàn 2057") == ("Đoàn 2057",)
    assert undecoded("Đại đội 3, Tiểu đoàn 7, Quân khu 7 (KB)") == ()


async def test_a_code_counts_once_a_telling_however_often_it_grows(
    db: Database,
) -> None:
    told = spotted("đơn vị KH, thư về hòm thư 86500 YK")

    await db.write(unit_codes.meet, told, (), NOW)
    await db.write(unit_codes.meet, told, told, NOW)
    await db.write(unit_codes.meet, spotted("đơn vị: d7 KH"), (), NOW)

    codes = await db.read(unit_codes.every)
    assert [(one.code, one.times) for one in codes] == [
        ("KH", 2),
        ("Hòm thư 86500 YK", 1),
    ]


async def test_a_decoded_code_is_read_as_what_it_stands_for(db: Database) -> None:
    an = await db.write(hire)
    await db.write(unit_codes.meet, spotted("HT 86500 YK và đơn vị KH"), (), NOW)
    said = "Trung đoàn 66, Sư đoàn 304"

    kept = await db.write(unit_codes.decode, "Hòm thư 86500 YK", said, an.id, NOW)
    strange = await db.write(unit_codes.decode, "ZZ", said, an.id, NOW)

    assert (kept, strange) == (True, False)
    codes = await db.read(unit_codes.every)
    assert [(one.code, one.decoded, one.decoded_by) for one in codes] == [
        ("KH", None, None),
        ("Hòm thư 86500 YK", said, an.name),
    ]
    known = await db.read(unit_codes.decodings)
    lexicon = with_decodings(known, Lexicon.load())
    (unit,) = extract("thư đề hòm thư 86500 YK", lexicon)
    assert (lexicon.version, unit.norm) == (1, said)
    rows = await db.read(audit.trail, "house")
    assert [row.act for row in rows].count("unit_decoded") == 1
