"""Reading before a turn: the grammars in a bounded pool, never inside a transaction."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import structlog

from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon

# The next question must not wait for a long text; all of it is read again later.
SECONDS = 0.2
CHARACTERS = 8000
READERS = 2

log = structlog.get_logger()


class Reading:
    """A pool of readers with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pool = ThreadPoolExecutor(READERS, "read")

    async def find(self, texts: Sequence[str]) -> dict[str, tuple[Entity, ...]]:
        """Return what the texts name; a text that takes too long names nothing yet."""
        found = await asyncio.gather(*(self._find(text) for text in texts))
        return dict(zip(texts, found, strict=True))

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _find(self, text: str) -> tuple[Entity, ...]:
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(
            self._pool, extract, text[:CHARACTERS], self._lexicon
        )
        try:
            return await asyncio.wait_for(work, SECONDS)
        except TimeoutError:
            log.warning("reading.too_slow", characters=len(text))
            return ()
