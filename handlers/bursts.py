"""Bursts: what came in since the citizen last heard us, in the platform's own order.

Platforms repeat and shuffle what they bring. What belongs before something that was
played already is put in its place, and the burst is played again from where it began.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.presence import HIS
from handlers.scene import Reply, Scene
from storage.model.dialogue import Asking, Burst, Dialogue
from storage.model.message import Echoed, Edited, Incoming, Lapsed

# Whoever hears nothing from us for so long is played on from where he stands.
LONGEST = 50
PLAYED_ONCE = (Lapsed, Echoed)  # fenced by their turn, or nothing that he did

Place = tuple[int, int]


def awaited(dialogue: Dialogue) -> tuple[Place, ...]:
    """Return of which outbox rows (cause, part) a turn must know where they stand."""
    asking, burst = dialogue.asking, dialogue.burst
    asked = ((asking.cause, asking.part),) if asking else ()
    spoke = (burst.spoke,) if burst and burst.spoke else ()
    return tuple(dict.fromkeys(asked + spoke))


def opened(dialogue: Dialogue, since: int | None, scene: Scene) -> Burst:
    """Return a new burst, before which all stood as it does in the dialogue."""
    asking = dialogue.asking
    asked_at = scene.delivered(asking) if asking else None
    return Burst(replace(dialogue, burst=None), since=since, asked_at=asked_at)


def current(
    dialogue: Dialogue, burst: Burst | None, one: Incoming, scene: Scene
) -> Burst:
    """Return the burst that something belongs to: another once he has heard us."""
    if burst is None:
        return opened(dialogue, None, scene)
    if len(burst.log) >= LONGEST:
        return opened(dialogue, burst.since, scene)
    heard = _heard(dialogue, burst, scene)
    if one.position is None or heard is None or one.position < heard:
        return burst
    if not isinstance(one.what, HIS):
        return burst
    return opened(dialogue, heard, scene)


def _heard(dialogue: Dialogue, burst: Burst, scene: Scene) -> int | None:
    """Return where our first words since the burst began stand, once they arrived."""
    spoke = [Asking("", *burst.spoke)] if burst.spoke else []
    asking, before = dialogue.asking, burst.before.asking
    if asking is not None and _place(asking) != _place(before):
        spoke.append(asking)
    stand = [at for one in spoke if (at := scene.delivered(one)) is not None]
    return min(stand, default=None)


def within(scene: Scene, burst: Burst) -> Scene:
    """Return the scene as whoever sent the burst saw it: what we said since is unseen."""
    before = _place(burst.before.asking)

    def delivered(asking: Asking) -> int | None:
        return burst.asked_at if _place(asking) == before else None

    return replace(scene, delivered=delivered, since=burst.since)


def in_order(incoming: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """Return all in the platform's order; what has no place follows what it came after."""
    last = (0, False, 0)
    places = []
    for one in incoming:
        at = one.position if one.order is None else one.order
        mine = last if at is None else (at, isinstance(one.what, Edited), one.cause)
        last = max(last, mine)
        places.append(mine)
    order = sorted(range(len(incoming)), key=places.__getitem__)
    return tuple(incoming[at] for at in order)


def is_logged(one: Incoming) -> bool:
    """Return whether something is played again with its burst."""
    return not isinstance(one.what, PLAYED_ONCE)


def restored(burst: Burst, now: Dialogue) -> Dialogue:
    """Return the dialogue as it stood before the burst, but for what was done since."""
    before = burst.before
    asked = [key for key in now.asked if key not in before.asked]
    return replace(
        before,
        turn=now.turn,
        spoken=now.spoken,
        put=now.put,
        times=now.times,
        nudges=now.nudges,
        tip=now.tip,
        code=now.code,
        overtaken=tuple(dict.fromkeys((*now.overtaken, *asked))),
    )


def unsaid(
    replies: Sequence[Reply], burst: Burst, fresh: Sequence[int]
) -> tuple[Reply, ...]:
    """Return of the replies to a burst played again what was not said the first time.

    It is said to what came last; its question is put again, for it was asked again.
    """
    kept = []
    for reply in replies:
        is_said = reply.cause not in fresh and reply.key in burst.said
        if reply.cause not in fresh:
            reply = replace(reply, cause=fresh[-1], news="" if is_said else reply.news)
        if reply.asks or not is_said:
            kept.append(reply)
    return tuple(kept)


def _place(asking: Asking | None) -> Place | None:
    return (asking.cause, asking.part) if asking else None
