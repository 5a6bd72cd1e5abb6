"""Reading before a turn: the grammars in a bounded pool, never inside a transaction."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import structlog

from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon

# The next question waits for the readers: 8,000 characters take them 0.1 s on one core
# here. The limit is ten times that, since a busy machine must not leave fields empty.
SECONDS = 1.0
CHARACTERS = 20_000
WARM = "anh Nguyễn Văn Ba, c3 d7 e66, hy sinh 12/3/1972 ở xã Hòa Bình, 0912 000 111"
READERS = 2

log = structlog.get_logger()


class Reading:
    """A pool of readers with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pool = ThreadPoolExecutor(READERS, "read")
        self._free = asyncio.Semaphore(READERS)
        extract(WARM, lexicon)  # the first reading loads what the others need

    async def find(self, texts: Sequence[str]) -> dict[str, tuple[Entity, ...]]:
        """Return what the texts name; a text that takes too long names nothing yet."""
        found = await asyncio.gather(*(self._find(text) for text in texts))
        return dict(zip(texts, found, strict=True))

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _find(self, text: str) -> tuple[Entity, ...]:
        loop = asyncio.get_running_loop()
        try:
            async with self._free:  # the time of waiting in line does not count
                work = loop.run_in_executor(
                    self._pool, extract, text[:CHARACTERS], self._lexicon
                )
                return await asyncio.wait_for(work, SECONDS)
        except TimeoutError:
            log.warning("reading.too_slow", characters=len(text))
            return ()
