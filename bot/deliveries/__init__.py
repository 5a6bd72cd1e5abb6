"""Ways to hand a tip over: one file = one way, found by walking this folder.

A file offers `deliver(place, order)`.
"""

from collections.abc import Awaitable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from bot.place import Place
from handlers.package.archive import Packed
from storage.model.staff import Staff


@dataclass(frozen=True, slots=True)
class Order:
    """Which tip goes, who sends it, and where to: what `target` is, its way knows."""

    tip: int
    who: Staff
    target: str


class Delivery(Protocol):
    """One way to hand over."""

    def deliver(self, place: Place, order: Order) -> Awaitable[Packed]:
        """Return the package once it is where it should be, and that is kept."""


def deliveries() -> dict[str, Delivery]:
    """Return the ways to hand over by the names of their files."""
    return {
        module.name: cast("Delivery", import_module(f"{__name__}.{module.name}"))
        for module in iter_modules(__path__)
    }
