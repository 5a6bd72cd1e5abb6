"""Reading before a turn: the grammars in a bounded pool, never inside a transaction.

What they do not come to in time is read on by a job (`bot/jobs/read_on.py`).
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog

from nlp.entity import Entity
from nlp.extract import extract, ready
from nlp.lexicon import Lexicon

# The next question waits for the readers: 8,000 characters take them 0.1 s on one core
# here, 20,000 of the worst rubbish 0.3. The limit is ten times that: on a machine with six
# others at each core a second left fields empty, and their questions were put needlessly.
SECONDS = 3.0
CHARACTERS = 20_000
READERS = 2
TOGETHER = 2_000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Findings:
    """What texts name; `late` are those that nobody has read to their end yet."""

    found: dict[str, tuple[Entity, ...]]
    late: frozenset[str]

    def with_more(self, other: "Findings") -> "Findings":
        """Return both together."""
        return Findings(self.found | other.found, self.late | other.late)


class Reading:
    """A pool of readers with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.decodings: tuple[tuple[str, str], ...] = ()
        self._pool = ThreadPoolExecutor(READERS, "read")
        self._free = asyncio.Semaphore(READERS)
        ready(lexicon)

    async def find(self, texts: Sequence[str]) -> Findings:
        """Return what the texts name; a text that takes too long names nothing yet."""
        several = await asyncio.gather(*map(self._find, _groups(texts)))
        read = {text: found for group in several for text, found in group.items()}
        late = {t for t, found in read.items() if found is None or len(t) > CHARACTERS}
        found = {text: entities or () for text, entities in read.items()}
        return Findings(found, frozenset(late))

    def learn(self, lexicon: Lexicon, decodings: tuple[tuple[str, str], ...]) -> None:
        """Read from now on with this lexicon, which has these decodings."""
        self._lexicon, self.decodings = lexicon, decodings

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _find(self, group: Sequence[str]) -> dict[str, tuple[Entity, ...] | None]:
        loop = asyncio.get_running_loop()
        try:
            async with self._free:  # the time of waiting in line does not count
                work = loop.run_in_executor(self._pool, self._read, group)
                return await asyncio.wait_for(work, SECONDS)
        except TimeoutError:
            log.warning("reading.too_slow", characters=sum(map(len, group)))
            return dict.fromkeys(group)

    def _read(self, group: Sequence[str]) -> dict[str, tuple[Entity, ...] | None]:
        return {text: extract(text[:CHARACTERS], self._lexicon) for text in group}


def _groups(texts: Sequence[str]) -> list[list[str]]:
    """Return texts to be read in one go: a hop to a thread costs more than a short one."""
    groups: list[list[str]] = []
    room = 0
    for text in dict.fromkeys(texts):
        if not groups or len(text) > room:
            groups.append([])
            room = TOGETHER
        groups[-1].append(text)
        room -= len(text)
    return groups
