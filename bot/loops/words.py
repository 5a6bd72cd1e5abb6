"""The words loop: what officers decoded reaches the readers while they read."""

from bot.loops.steady import steadily
from bot.reading import Reading
from nlp.lexicon import Lexicon
from nlp.units.decoding import with_decodings
from storage import unit_codes
from storage.db import Database

TOPIC = "words"
LOOK_EVERY = 60.0


async def run(db: Database, reading: Reading) -> None:
    """Look for new decodings until cancelled."""
    await steadily(db.bell, TOPIC, LOOK_EVERY, lambda: learn(db, reading))


async def learn(db: Database, reading: Reading) -> bool:
    """Let the readers know what is decoded by now; False, for nothing waits for more."""
    known = await db.read(unit_codes.decodings)
    if known != reading.decodings:
        reading.learn(with_decodings(known, Lexicon.load()), known)
    return False
