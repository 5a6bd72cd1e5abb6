"""Entrances: the ways into the conversation that a page can offer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Entrance:
    """A channel's name, and its link for a printed code, which may be empty.

    An empty link: the channel cannot be reached just now, so it is not shown.
    """

    name: str
    link: Callable[[str], str]


@runtime_checkable
class Linked(Protocol):
    """A channel that a link opens, with the code if it can carry one."""

    name: str

    def link(self, code: str = "", /) -> str: ...


def entrances(channels: Iterable[object]) -> tuple[Entrance, ...]:
    """Return the entrances of these channels, in their order."""
    linked = (one for one in channels if isinstance(one, Linked))
    return tuple(Entrance(one.name, one.link) for one in linked)


def web_chat(code: str) -> str:
    return f"/chat?q={code}" if code else "/chat"


WEB = Entrance("web", web_chat)
ENTRANCES: web.AppKey[tuple[Entrance, ...]] = web.AppKey("entrances")
