"""Read to their end the texts of a conversation that were not read in time for a turn."""

from bot.apart import apart
from handlers.conversation import rereading
from handlers.world import World
from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.units.decoding import with_decodings
from storage import conversations, inbox, unit_codes
from storage.model.line import Job
from storage.model.reading import Reread, Whole
from storage.tx import Connection

TOPIC = "inbox"

Findings = tuple[tuple[Entity, ...], ...]


async def run(job: Job, world: World) -> None:
    """Let the conversation know what else its texts name."""
    where = int(job.subject.partition(":")[0])
    told = await world.db.read(texts_of, where)
    if told:
        known = await world.db.read(unit_codes.decodings)
        found = await apart(_extract, tuple(told.values()), known)
        await post(job, where, told, found, world)


def texts_of(tx: Connection, conversation_id: int) -> dict[str, str]:
    """Return what was told in a conversation, by where it stands."""
    known = conversations.load(tx, conversation_id)
    return rereading.texts(known.dialogue) if known and not known.is_erased else {}


async def post(
    job: Job, where: int, told: dict[str, str], found: Findings, world: World
) -> None:
    """Put into the conversation what its texts name, as they were read."""
    read = Reread(
        tuple(
            Whole(at, len(text), entities)
            for (at, text), entities in zip(told.items(), found, strict=True)
        )
    )
    await world.db.announce([TOPIC], _post, job, where, read, world)


def _extract(texts: tuple[str, ...], known: tuple[tuple[str, str], ...]) -> Findings:
    lexicon = with_decodings(known, Lexicon.load())
    return tuple(extract(text, lexicon) for text in texts)


def _post(
    tx: Connection, job: Job, conversation_id: int, read: Reread, world: World
) -> None:
    """Put what is new into the conversation's own inbox, where only it is changed."""
    known = conversations.load(tx, conversation_id)
    if known is None or known.is_erased:
        return
    news = rereading.news(known.dialogue, read)
    if news:
        key = f"{job.kind}:{job.id}"
        inbox.post(tx, conversation_id, Reread(news), key, world.clock())
