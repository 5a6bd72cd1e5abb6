"""Fragments: a story told in many short messages is read as one.

"có anh" / "Hoàng Văn Nghĩa" / "quê Ninh Bình": what one names is understood by the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.conversation.scene import Find
from nlp.entity import Entity
from storage.model.dialogue import Dialogue, Words

SEVERAL = 4
SHORT = 25  # characters of a message on the average; a longer one is whole by itself
BETWEEN = " "


def is_fragmentary(story: Sequence[Words]) -> bool:
    """Return whether the story came in pieces that mean little alone."""
    length = sum(len(piece.text) for piece in story)
    return len(story) >= SEVERAL and length < SHORT * len(story)


def read_whole(dialogue: Dialogue, find: Find) -> Dialogue:
    """Return the dialogue with what its whole story names, where each of it begins."""
    if not is_fragmentary(dialogue.story):
        return dialogue
    found = find(whole(dialogue.story))
    fresh = {
        f"story.{piece.cause}": tuple(
            replace(one, start=one.start - start, end=one.end - start)
            for one in found
            if start <= one.start <= start + len(piece.text)
        )
        for start, piece in _places(dialogue.story)
    }
    return replace(dialogue, found={**dialogue.found, **fresh})


def whole(story: Sequence[Words]) -> str:
    """Return the story in one breath, each piece where it stands in the tip's."""
    return BETWEEN.join(piece.text for piece in story)


def entities(dialogue: Dialogue) -> tuple[Entity, ...]:
    """Return what the pieces name, at its place in the whole."""
    return tuple(
        replace(one, start=one.start + start, end=one.end + start)
        for start, piece in _places(dialogue.story)
        for one in dialogue.found.get(f"story.{piece.cause}", ())
    )


def _places(story: Sequence[Words]) -> Iterator[tuple[int, Words]]:
    start = 0
    for piece in story:
        yield start, piece
        start += len(piece.text) + len(BETWEEN)
