"""Slow work: one file = one kind, known by its name; each has `run(job, world)`.

It runs under a lease, outside of any conversation, and may be run again after a crash:
what it keeps must come out the same. It raises Later where it waits for something.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module
from pkgutil import iter_modules

from handlers.world import World
from storage.model.line import Job

Run = Callable[[Job, World], Awaitable[None]]

_FOUND = {
    module.name: import_module(f"{__name__}.{module.name}")
    for module in iter_modules(__path__)
}
JOBS: dict[str, Run] = {name: module.run for name, module in _FOUND.items()}
# Kinds that mostly wait for others; the rest keep a core of this machine busy.
WAITING = frozenset(
    name for name, module in _FOUND.items() if getattr(module, "IS_WAITING", False)
)

__all__ = ["JOBS", "WAITING", "Run", "World"]
