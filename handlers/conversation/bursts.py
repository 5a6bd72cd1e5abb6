"""Bursts: what came in since the citizen last heard us, in the platform's own order.

Platforms repeat and shuffle what they bring. What belongs before something that was
played already is put in its place, and the burst is played again from where it began.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.ordering import in_order, place_of
from handlers.conversation.presence import HIS
from handlers.conversation.scene import Reply, Scene
from storage.model.altering import altered
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.dialogue import Asking, Burst, Consent, Dialogue
from storage.model.message import Echoed, Edited, Incoming, Lapsed, Pressed

# Whoever hears nothing from us for so long is played on from where he stands.
LONGEST = 50
DEEPEST = 3  # bursts that may follow one another before we know which it is
# Fenced by their turn, or nothing that he did.
PLAYED_ONCE = (Lapsed, Echoed, StatusChanged, TellerDied, Cleared)

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
    before = altered(dialogue, burst=None) if dialogue.burst else dialogue
    return Burst(before, since=since, asked_at=asked_at)


def current(
    dialogue: Dialogue, burst: Burst | None, one: Incoming, scene: Scene
) -> Burst:
    """Return the burst that something belongs to: another once he has heard us."""
    if burst is None:
        return opened(dialogue, None, scene)
    if len(burst.log) >= LONGEST:
        return opened(dialogue, burst.since, scene)
    heard = _heard(dialogue, burst, scene)
    if one.position is None or heard is None or not isinstance(one.what, HIS):
        return burst
    if one.position >= heard and burst.tail is not None:
        return current(dialogue, burst.tail, one, scene)
    if one.position >= heard:
        return opened(dialogue, heard, scene)
    if stands_elsewhere(one) and _depth(burst) < DEEPEST:
        tail = current(
            dialogue, burst.tail or opened(dialogue, heard, scene), one, scene
        )
        return _with_tail(burst, tail, one)
    return replace(burst, tail=None)


def stands_elsewhere(one: Incoming) -> bool:
    """Return whether the place is that of another message: when it came is not known."""
    return one.order is not None and isinstance(one.what, Pressed | Edited)


def _depth(burst: Burst) -> int:
    return 1 + _depth(burst.tail) if burst.tail else 0


def _with_tail(burst: Burst, tail: Burst, one: Incoming) -> Burst:
    """Return the burst with what the next may begin with, as what follows will show."""
    return replace(burst, tail=replace(tail, log=in_order((*tail.log, one))))


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


def is_destroyed(dialogue: Dialogue, burst: Burst, one: Incoming) -> bool:
    """Return whether somebody sent this and then refused that we keep it."""
    place = place_of(one)
    if burst.closed_at is None or place is None:
        return False
    return dialogue.consent is Consent.REFUSED and place < burst.closed_at


def is_logged(one: Incoming) -> bool:
    """Return whether something is played again with its burst."""
    return not isinstance(one.what, PLAYED_ONCE)


def as_heard(burst: Burst, now: Dialogue) -> Dialogue:
    """Return the dialogue as whoever sent the burst knows it: nothing asked since."""
    asked = [key for key in now.asked if key not in burst.before.asked]
    if not asked:
        return now
    overtaken = tuple(dict.fromkeys((*now.overtaken, *asked)))
    return replace(now, asked=burst.before.asked, overtaken=overtaken)


def restored(burst: Burst, now: Dialogue) -> Dialogue:
    """Return the dialogue as it stood before the burst, but for what was done since."""
    return replace(
        burst.before,
        turn=now.turn,
        spoken=now.spoken,
        put=now.put,
        times=now.times,
        nudges=now.nudges,
        tip=now.tip,
        code=now.code,
        overtaken=now.overtaken,
        muted=now.muted,
        mourned=now.mourned,
        chased=now.chased,
        announced=now.announced,
        news=now.news,
        cleared=now.cleared,
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
