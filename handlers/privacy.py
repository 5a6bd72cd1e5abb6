"""Rights of a teller: to have all that he gave erased, on a recorded ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.codes import read_code
from handlers.world import World
from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from storage import erasure
from storage.tx import Connection


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom to erase, by a tip's code or a telephone number, and on what ground."""

    whom: str
    ground: str
    actor: str


class NobodyFound(Exception):
    """Neither a code nor a number of ours; the message is for who asked."""

    def __init__(self, whom: str) -> None:
        super().__init__(f"Không có tin nào với mã hay số điện thoại “{whom}”.")


class NoGround(Exception):
    """An erasure that nobody could account for; the message is for who asked."""

    def __init__(self) -> None:
        super().__init__("Xin ghi căn cứ của việc xóa, ví dụ: yêu cầu của người kể.")


async def erase(world: World, wish: Wish) -> int:
    """Erase everything of one person; return how many conversations that were."""
    if not wish.ground.strip():
        raise NoGround
    found = await world.db.read(_find, wish.whom)
    if not found:
        raise NobodyFound(wish.whom)
    objects = await world.db.write(_erase, found, wish, world.clock())
    for name in objects:
        await world.files.remove(name)
    return len(found)


def _find(tx: Connection, whom: str) -> tuple[int, ...]:
    code = read_code(whom)
    if code is not None and (found := erasure.of_code(tx, code)):
        return found
    numbers = [e.norm for e in extract(whom, Lexicon.load()) if e.kind is Kind.PHONE]
    return tuple(
        found for number in numbers if number for found in erasure.of_phone(tx, number)
    )


def _erase(
    tx: Connection, conversations: Sequence[int], wish: Wish, now: datetime
) -> tuple[str, ...]:
    names: list[str] = []
    for conversation in conversations:
        names += erasure.erase(tx, conversation, wish.ground, wish.actor, now)
    return tuple(names)
