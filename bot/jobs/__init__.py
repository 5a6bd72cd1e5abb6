"""Slow work: one file = one kind, known by its name; each has `run(job, world)`.

It runs under a lease, outside of any conversation, and may be run again after a crash:
what it keeps must come out the same.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module
from pkgutil import iter_modules

from handlers.world import World
from storage.model.line import Job

Run = Callable[[Job, World], Awaitable[None]]


def _gather() -> dict[str, Run]:
    names = [module.name for module in iter_modules(__path__)]
    return {name: import_module(f"{__name__}.{name}").run for name in names}


JOBS = _gather()

__all__ = ["JOBS", "Run", "World"]
