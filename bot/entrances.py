"""Entrances: the ways into the conversation that a page can offer."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Entrance:
    """A channel's name, and its link for a printed code, which may be empty.

    An empty link: the channel cannot be reached just now, so it is not shown.
    """

    name: str
    link: Callable[[str], str]


def web_chat(code: str) -> str:
    return f"/chat?q={code}" if code else "/chat"


WEB = Entrance("web", web_chat)
ENTRANCES: web.AppKey[tuple[Entrance, ...]] = web.AppKey("entrances")
