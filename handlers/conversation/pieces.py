"""Pieces: which message brought which words, so that an edited one can be found again."""

from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source, Words
from storage.model.message import Edited, Incoming, Pressed, Said, Shared

Held = dict[str, Answer]
NOWHERE = (Pressed, Edited, Shared)


def noted(before: Dialogue, after: Dialogue, incoming: Incoming) -> Dialogue:
    """Return the dialogue knowing where a message stands and what it became part of."""
    what = incoming.what
    # Presses and edits stand where their message does, and no card is ever edited.
    if incoming.position is not None and not isinstance(what, NOWHERE):
        places = {**after.places, incoming.cause: incoming.position}
        after = altered(after, places=places)
    if not isinstance(what, Said):
        return after
    grown = _joined(before, after, Words(incoming.cause, what.text))
    return after if grown == after.pieces else altered(after, pieces=grown)


def causes(dialogue: Dialogue, position: int) -> frozenset[int]:
    """Return the rows of this telling that stand at a place."""
    return frozenset(row for row, at in dialogue.places.items() if at == position)


def answers(dialogue: Dialogue) -> Held:
    """Return what was told under each key, here and for other tips."""
    others = {key: told.answer for key, told in dialogue.elsewhere.items()}
    return {**others, **dialogue.answers}


def of(dialogue: Dialogue, key: str, held: Answer) -> tuple[Words, ...]:
    """Return the messages that an answer was told in; one, unless it was joined."""
    known = dialogue.pieces.get(key, ())
    if known and joined(known) == held.words:
        return known
    return (Words(held.cause or 0, held.words),)


def joined(pieces: tuple[Words, ...]) -> str:
    return "\n".join(piece.text for piece in pieces if piece.text)


def _joined(
    before: Dialogue, after: Dialogue, words: Words
) -> dict[str, tuple[Words, ...]]:
    """Return the pieces of answers, with words that an answer has grown by."""
    grown, held = dict(after.pieces), answers(before)
    for key, answer in answers(after).items():
        old = held.get(key)
        if old is None or old.words == answer.words or old.cause != answer.cause:
            continue
        is_left = old.source is not Source.SAID
        pieces = (words,) if is_left else (*of(before, key, old), words)
        if joined(pieces) == answer.words:
            grown[key] = pieces
    return grown
