"""Flows: one file a kind of tip, found by walking this folder, known by name."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from handlers.questions import Flow

DEFAULT = "burial"


@cache
def flows() -> dict[str, Flow]:
    """Return every flow by the name of its file."""
    names = [module.name for module in iter_modules(__path__)]
    return {name: import_module(f"{__name__}.{name}").FLOW for name in names}


def flow(name: str | None) -> Flow:
    """Return the flow of this name; a name that a deploy took away falls to the default."""
    known = flows()
    return known.get(name or DEFAULT, known[DEFAULT])
