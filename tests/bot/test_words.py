"""What an officer decodes, the next reading says."""

from bot.loops import words
from bot.reading import Reading
from nlp.extract import extract
from nlp.lexicon import Lexicon
from storage import unit_codes
from storage.db import Database
from tests.fixtures.told import NOW, hire

TOLD = "anh ở đoàn 2057"


async def test_the_readers_learn_what_is_decoded(db: Database) -> None:
    reading = Reading(Lexicon.load())
    an = await db.write(hire)
    found = extract(TOLD, Lexicon.load())
    await db.write(unit_codes.meet, [("story", one) for one in found], (), NOW)
    await words.learn(db, reading)
    before = (await reading.find([TOLD])).found[TOLD]

    await db.write(unit_codes.decode, "Đoàn 2057", "Sư đoàn 9", an.id, NOW)
    await words.learn(db, reading)
    after = (await reading.find([TOLD])).found[TOLD]

    reading.close()
    assert [one.norm for one in before] == ["Đoàn 2057"]
    assert [one.norm for one in after] == ["Sư đoàn 9"]
