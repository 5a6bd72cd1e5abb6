"""A process that reads texts a second time, warm, under limits of memory and time.

One is enough: it reads about a hundred tips a second. If a text blows it up, only that
text goes without a second vote; the next one finds a fresh process.
"""

import asyncio
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from importlib.util import find_spec

from bot.apart import DiedApart
from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.vote.second import seconded
from nlp.vote.tagging import Tagger, tagger

MEMORY = 1 << 30
SECONDS = 20

Texts = tuple[str, ...]
Findings = tuple[tuple[Entity, ...], ...]
Read = Callable[[Texts], Findings]


def is_possible() -> bool:
    """Whether the tagger is here: its wheels do not exist for every machine."""
    return find_spec("underthesea") is not None


def read_twice(texts: Texts) -> Findings:
    """Return what the texts name, by the grammars and by the tagger."""
    lexicon, tag = _warm()
    return tuple(seconded(t, extract(t, lexicon), tag, lexicon) for t in texts)


class Voters:
    """The process, started when the first text comes."""

    def __init__(self, read: Read = read_twice, seconds: int = SECONDS) -> None:
        self._read = read
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None

    async def find(self, texts: Texts) -> Findings:
        """Return what they name; DiedApart if that took too much time or memory."""
        pool = self._pool = self._pool or _started()
        work = asyncio.get_running_loop().run_in_executor(
            pool, _in_time, self._read, texts, self._seconds
        )
        try:
            return await work
        except (BrokenProcessPool, MemoryError) as error:
            self.close()
            raise DiedApart from error

    def close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _started() -> ProcessPoolExecutor:
    # A fresh interpreter: a fork would inherit the locks of our threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, context, _limit, (MEMORY,))


def _limit(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the server does, also where it was killed and could say nothing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)


def _in_time(read: Read, texts: Texts, seconds: int) -> Findings:
    """Read them, or let the process end: nobody catches this signal."""
    signal.alarm(seconds)
    try:
        return read(texts)
    finally:
        signal.alarm(0)


@cache
def _warm() -> tuple[Lexicon, Tagger]:
    return Lexicon.load(), tagger()
