"""Run a function in a process of its own, with little memory and little time.

What it reads came from outside: if it blows up, only that process does.
"""

import asyncio
import multiprocessing
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import ParamSpec, TypeVar

MEMORY = 1 << 30
SECONDS = 30

P = ParamSpec("P")
T = TypeVar("T")


class DiedApart(Exception):
    """The process broke: too much memory, too much time, or a crash."""


async def apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `function` returns, or raise what it raises; DiedApart if it died."""
    loop = asyncio.get_running_loop()
    # A fresh interpreter: a fork would inherit the locks of our threads.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(1, context, _limit, (MEMORY, SECONDS))
    try:
        return await loop.run_in_executor(pool, partial(function, *args, **kwargs))
    except (BrokenProcessPool, MemoryError) as error:
        raise DiedApart from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _limit(memory: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(seconds)  # nobody catches it: the process ends
