"""Abuse: floods are answered slowly, and who only sells, insults or babbles is set aside.

Nothing is ever deleted, and nobody who tells anything is set aside: a story in any piece,
a file, a place on the map outweighs all else, and brings back who was set aside before it.
"""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import File, Reply, Turn
from nlp.entity import Kind
from nlp.tellings.conduct import conduct, has_words
from nlp.tellings.gist import Gist, gists
from nlp.text import fold
from storage.model.dialogue import Consent, Dialogue, Pace, Source, Words
from storage.model.message import (
    Commanded,
    Edited,
    Incoming,
    Odd,
    Pressed,
    Said,
)

# A bucket of tokens for each conversation: so many at once, and so many more a minute.
# Files are not counted: an album holds eighty.
MOST, WITHIN = 60.0, timedelta(minutes=1)
COUNTED = (Said, Pressed, Commanded, Edited, Odd)
FLOODED = "flood"

OFFENCES = frozenset({Gist.ADVERTISING, Gist.OBSCENE})
NONSENSE = "nonsense"
# The same so often, in a word or two or in a sentence; nothing but pictures. Old people
# send a sentence again because we are slow, so it takes more.
REPEATED, SENTENCES, PICTURES = 3, 5, 5
SENTENCE = 5  # words
KINDS = frozenset(Gist) - {
    Gist.ADVERTISING, Gist.OBSCENE, Gist.STOP, Gist.DISTRESS, Gist.MINOR, Gist.FREE,
    Gist.PRESS, Gist.DONATION, Gist.POLITICS, Gist.REWARD, Gist.PROCEDURE, Gist.NOT_OURS,
}  # fmt: skip
DISTRESS = "distress"
OF_NO_STORY = ("callback_", "teller_", "officer_")


def pace(dialogue: Dialogue, incoming: Incoming) -> Pace | None:
    """Return what is left in the bucket once this message is taken out of it."""
    before = dialogue.pace
    if not isinstance(incoming.what, COUNTED):
        return before
    left = MOST
    if before is not None:
        elapsed = max(incoming.at - before.at, timedelta())
        left = min(MOST, before.left + elapsed / WITHIN * MOST)
    return Pace(max(left - 1, -1.0), incoming.at)


def stemmed(before: Dialogue, turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn of a flood: all is kept, one sentence is said."""
    if not _is_flooding(turn.dialogue) or not isinstance(incoming.what, COUNTED):
        return turn
    if _is_flooding(before):
        return replace(turn, replies=())
    slow = acknowledge(turn.dialogue, FLOODED)
    return replace(turn, replies=(Reply(incoming.cause, FLOODED, slow, news=slow),))


def set_aside(before: Dialogue, turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn of who is set aside: told so once, and answered no more for it."""
    if not isinstance(incoming.what, Said | Edited | Odd) or turn.is_anew:
        return turn
    if not reason(turn.dialogue):
        return turn
    if reason(before):
        return replace(turn, replies=())
    told = Reply(incoming.cause, "apart", acknowledge(turn.dialogue, "apart"))
    return replace(turn, replies=(told,))


def clear(dialogue: Dialogue) -> Turn:
    """Take him back, as an officer has decided; he is never set aside again."""
    dialogue = replace(dialogue, cleared=True)
    is_filed = dialogue.tip is not None
    return Turn(dialogue, (), (File(draft=not dialogue.confirmed),) * is_filed)


def reason(dialogue: Dialogue) -> str:
    """Return why the telling is set aside; empty for nearly all."""
    is_heard = dialogue.consent is Consent.GIVEN and not dialogue.cleared
    if not is_heard or DISTRESS in dialogue.alerted or dialogue.pins:
        return ""
    pieces = (*dialogue.story, *dialogue.spare)
    if _has_told(dialogue) or any(_is_telling(dialogue, piece) for piece in pieces):
        return ""
    offences = [_offence(piece) for piece in pieces]
    good = [p for p, what in zip(pieces, offences, strict=True) if what is None]
    bad = next(filter(None, offences), None)
    if bad is Gist.ADVERTISING:
        return bad
    if dialogue.shown or (bad and any(_is_sentence(piece.text) for piece in good)):
        return ""
    return bad or (NONSENSE if _is_nonsense(good) else "")


def _is_flooding(dialogue: Dialogue) -> bool:
    return dialogue.pace is not None and dialogue.pace.left < 0


def _is_telling(dialogue: Dialogue, piece: Words) -> bool:
    return _tells(dialogue, piece) and _offence(piece) is None


def _offence(piece: Words) -> Gist | None:
    """Return what offends in a piece, if any of its words might."""
    if OFFENCES.isdisjoint(gists(piece.text)):
        return None
    what = conduct(piece.text)
    return what if what in OFFENCES else None


def _tells(dialogue: Dialogue, piece: Words) -> bool:
    """Return whether anything in a piece may belong to a story."""
    found = dialogue.found.get(f"story.{piece.cause}", ())
    named = any(entity.kind is not Kind.PHONE for entity in found)
    return named or any(
        weight for gist, weight in gists(piece.text).items() if gist in KINDS
    )


def _has_told(dialogue: Dialogue) -> bool:
    """Return whether anything that we asked was answered."""
    return any(
        held.value and held.source is Source.SAID and not key.startswith(OF_NO_STORY)
        for key, held in dialogue.answers.items()
    )


def _is_nonsense(pieces: list[Words]) -> bool:
    texts = [" ".join(fold(piece.text).split()) for piece in pieces]
    said = Counter(filter(has_words, texts))
    if len(texts) - said.total() >= PICTURES:
        return True
    if sum(map(_is_sentence, said)) > 1:
        return False
    return any(
        times >= (SENTENCES if _is_sentence(text) else REPEATED)
        for text, times in said.items()
    )


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE
