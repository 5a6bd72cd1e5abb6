"""Revising: words edited on the platform; the new ones count, the first stay beside."""

from dataclasses import replace

from handlers.conversation import pieces
from handlers.conversation.answering import LEFT, OF_CALLBACK
from handlers.conversation.belated import arranged
from handlers.conversation.choosing import choose
from handlers.conversation.filling import fill, into_story, refill
from handlers.conversation.place import next_key, question_of
from handlers.conversation.saying import acknowledge, ask, choices, is_numbered
from handlers.conversation.scene import Scene, Turn
from handlers.wording import say
from storage.model.dialogue import Answer, Dialogue, Source, Words
from storage.model.message import Edited, Incoming, Shared

STORY = "story."
ANSWER = "answer:"


def revise(
    dialogue: Dialogue, incoming: Incoming, edited: Edited, scene: Scene
) -> Turn:
    """Put edited words where the first ones stand; those that are to come follow them."""
    cause, rows = incoming.cause, pieces.causes(dialogue, edited.message)
    if edited.message in dialogue.edits:
        rows = frozenset({dialogue.edits[edited.message]})
    revised = _revised(dialogue, rows, Words(cause, edited.text), scene)
    if revised is None:
        revised = _awaiting(dialogue, cause, edited)
    if revised == dialogue:
        return Turn(dialogue)  # nothing he wrote has changed
    ack = acknowledge(revised, "ack.edited")
    reply = ask(revised, next_key(revised), cause, ack)
    return Turn(revised, (reply,))


def caught_up(turn: Turn, incoming: Incoming, scene: Scene) -> Turn:
    """Return the turn of a message of which an edit came first."""
    dialogue = turn.dialogue
    row = dialogue.edits.get(incoming.position or 0)
    piece = next((one for one in dialogue.spare if one.cause == row), None)
    if row is None or piece is None or isinstance(incoming.what, Edited | Shared):
        return turn  # no card is ever edited
    spare = tuple(one for one in dialogue.spare if one is not piece)
    edits = {at: by for at, by in dialogue.edits.items() if by != row}
    edited = Edited(incoming.position or 0, piece.text)
    later = revise(replace(dialogue, spare=spare, edits=edits), incoming, edited, scene)
    return replace(
        later,
        replies=later.replies or turn.replies,
        effects=turn.effects + later.effects,
        is_anew=turn.is_anew,
    )


def _revised(
    dialogue: Dialogue, rows: frozenset[int], new: Words, scene: Scene
) -> Dialogue | None:
    """Return the dialogue with new words for what these rows told; None if nothing."""
    for piece in dialogue.story:
        if piece.cause in rows:
            return _in_story(dialogue, piece, new, scene)
    for key, held in pieces.answers(dialogue).items():
        for piece in pieces.of(dialogue, key, held):
            if held.source is not Source.FOUND and piece.cause in rows:
                return _in_answer(dialogue, key, piece, new, scene)
    for piece in dialogue.spare:
        if piece.cause in rows:
            return _in_spare(dialogue, piece, new)
    if not rows:
        return None
    # A file without words, or a wish: its words are new ones.
    told = into_story(dialogue, min(rows), new.text, scene.find(new.text))
    return arranged(replace(told, last=dialogue.last))


def _in_story(dialogue: Dialogue, piece: Words, new: Words, scene: Scene) -> Dialogue:
    if piece.text == new.text:
        return dialogue
    fresh, found = Words(piece.cause, new.text), scene.find(new.text)
    dialogue = _unfilled(_beside(dialogue, piece, new), piece.cause)
    dialogue = replace(
        dialogue,
        story=tuple(fresh if one is piece else one for one in dialogue.story),
        found={**dialogue.found, f"{STORY}{piece.cause}": found},
    )
    return refill(dialogue)


def _in_answer(
    dialogue: Dialogue, key: str, piece: Words, new: Words, scene: Scene
) -> Dialogue:
    if piece.text == new.text:
        return dialogue
    held = pieces.answers(dialogue)[key]
    fresh = Words(piece.cause, new.text)
    told = tuple(
        fresh if one == piece else one for one in pieces.of(dialogue, key, held)
    )
    words = pieces.joined(told)
    dialogue = replace(dialogue, pieces={**dialogue.pieces, key: told})
    if key in dialogue.elsewhere:
        return _elsewhere(dialogue, key, piece, words, scene)
    answer = _read(dialogue, key, words, scene)
    return _answered(
        _beside(dialogue, piece, new), key, replace(answer, cause=held.cause), scene
    )


def _answered(dialogue: Dialogue, key: str, answer: Answer, scene: Scene) -> Dialogue:
    """Return the dialogue with an answer read again, and what it names filled again."""
    found, cause = scene.find(answer.words), answer.cause or 0
    dialogue = replace(
        _unfilled(dialogue, cause),
        answers={**dialogue.answers, key: answer},
        found={**dialogue.found, f"{ANSWER}{key}": found},
    )
    is_story = key not in OF_CALLBACK and question_of(dialogue, key) is not None
    return fill(dialogue, answer.words, found, cause) if is_story else dialogue


def _read(dialogue: Dialogue, key: str, words: str, scene: Scene) -> Answer:
    """Return what edited words answer: a choice, a reading, or only themselves."""
    question = question_of(dialogue, key)
    if question is None:
        return Answer(words, words, Source.SAID)
    known = choices(dialogue, key)
    shown = [choice.value for choice in known] if is_numbered(dialogue, key) else ()
    chosen = choose(words, known, shown)
    if chosen in LEFT:
        return Answer(None, words, LEFT[chosen])
    value = chosen or question.read(words, scene.find(words))
    label = next((choice.label for choice in known if choice.value == chosen), words)
    return Answer(value, label if words.isdecimal() else words, Source.SAID)


def _elsewhere(
    dialogue: Dialogue, key: str, piece: Words, words: str, scene: Scene
) -> Dialogue:
    """Return the dialogue with other words for an officer; the first stay below them."""
    told = dialogue.elsewhere[key]
    words = f"{words}\n{say('edited.before', text=piece.text)}"
    answer = replace(told.answer, value=words, words=words)
    told = replace(told, answer=answer, found=scene.find(words))
    return replace(dialogue, elsewhere={**dialogue.elsewhere, key: told})


def _in_spare(dialogue: Dialogue, piece: Words, new: Words) -> Dialogue:
    if piece.text == new.text:
        return dialogue
    fresh = Words(piece.cause, new.text)
    spare = tuple(fresh if one is piece else one for one in dialogue.spare)
    return _beside(replace(dialogue, spare=spare), piece, new)


def _awaiting(dialogue: Dialogue, cause: int, edited: Edited) -> Dialogue:
    """Return the dialogue with an edit whose message has not come, or not in this tip."""
    return replace(
        dialogue,
        spare=(*dialogue.spare, Words(cause, edited.text)),
        edits={**dialogue.edits, edited.message: cause},
    )


def _beside(dialogue: Dialogue, piece: Words, new: Words) -> Dialogue:
    """Return the dialogue with the first words kept beside those that count."""
    if not piece.text:
        return dialogue
    before = Words(new.cause, say("edited.before", text=piece.text))
    return replace(dialogue, spare=(*dialogue.spare, before))


def _unfilled(dialogue: Dialogue, cause: int) -> Dialogue:
    """Return the dialogue without what we found in the words of a row."""
    answers = {
        key: held
        for key, held in dialogue.answers.items()
        if not (held.source is Source.FOUND and held.cause == cause)
    }
    return replace(dialogue, answers=answers)
