"""Roles: what a process does, by its roles; one process does all by default."""

import secrets
from collections.abc import Coroutine, Mapping
from datetime import tzinfo
from enum import StrEnum
from secrets import token_hex
from typing import Any

from bot.channel import Channel, ways
from bot.jobs import World
from bot.loops import inbox, jobs, scheduler, sender, words
from bot.loops.inbox import Inbox
from bot.loops.scheduler import Plan, Scheduler
from bot.loops.sender import Sender
from bot.place import Place, now
from bot.reading import Reading
from bot.switchboard import Switchboard
from bot.voting import Voters, is_possible
from handlers.codes import new_code
from handlers.leftovers import give_up, tidy
from handlers.turn import Setting
from handlers.world import Source
from nlp.lexicon import Lexicon

SWEEPS = "*/5 * * * *"
TIDIES = "17 3 * * *"  # walks through all files: at night


class Role(StrEnum):
    """What a process may do; one process does all by default."""

    WEB = "web"
    WORKER = "worker"
    SENDER = "sender"
    JOBS = "jobs"
    SCHEDULER = "scheduler"


def work(
    place: Place, board: Switchboard, roles: frozenset[Role]
) -> list[Coroutine[Any, Any, None]]:
    """Return the loops of these roles."""
    link = large_files(place.settings.public_url)
    voters = Voters() if is_possible() else None
    world = World(place.db, place.files, now, _sources(board), link, voters)
    loops: list[Coroutine[Any, Any, None]] = []
    if roles & {Role.WEB, Role.SENDER}:
        loops.append(board.receipts.run())
        # Pages link to the channels, so their names are learnt here as well.
        loops += [work for channel in board.pushed for work in channel.work()]
    if Role.WORKER in roles:
        setting = setting_of(board.channels, place.settings.timezone)
        reading = Reading(Lexicon.load())
        box = Inbox(place.db, setting, reading, now, votes=is_possible())
        loops.append(inbox.run(box))
        loops.append(words.run(place.db, reading))
    if Role.SENDER in roles:
        for channel in board.pushed:
            loops.append(sender.run(Sender(place.db, channel, now, token_hex(8))))
    if Role.JOBS in roles:
        loops.append(jobs.run(world))
    if Role.SCHEDULER in roles:
        plans = {
            "sweep": Plan(SWEEPS, lambda: give_up(world)),
            "tidy": Plan(TIDIES, lambda: tidy(world)),
        }
        zone = place.settings.timezone
        loops.append(scheduler.run(Scheduler(place.db, now, zone, plans)))
    return loops


def large_files(public_url: str) -> str:
    """Return where large files can be given; empty while nobody outside sees us."""
    return f"{public_url}/chat" if public_url.startswith("https://") else ""


def _sources(board: Switchboard) -> dict[str, Source]:
    return {channel.name: channel for channel in board.pushed}


def setting_of(known: Mapping[str, Channel], zone: tzinfo) -> Setting:
    """Return what all turns of this process share."""
    found = {name: ways(channel) for name, channel in known.items()}
    return Setting(found.__getitem__, zone, lambda: new_code(secrets.randbelow))
