"""Ordering: what comes in stands where its platform put it, not where it arrived."""

from collections.abc import Sequence

from storage.model.message import Edited, Incoming


def place_of(one: Incoming) -> int | None:
    """Return where something stands among all that comes in; None if nobody knows."""
    return one.position if one.order is None else one.order


def in_order(incoming: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """Return all in the platform's order; what has no place follows what it came after."""
    if len(incoming) == 1:  # which it nearly always is
        return tuple(incoming)
    last = (0, False, 0)
    places = []
    for one in incoming:
        at = place_of(one)
        mine = last if at is None else (at, isinstance(one.what, Edited), one.cause)
        last = max(last, mine)
        places.append(mine)
    order = sorted(range(len(incoming)), key=places.__getitem__)
    return tuple(incoming[at] for at in order)
