"""Hearing: where words go; all of them somewhere."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import readers
from handlers.conversation import (
    address,
    another,
    answering,
    asides,
    breaking,
    closing,
    fixing,
    inquiry,
    passing,
    replacing,
    rights,
)
from handlers.conversation.agreeing import is_right, tells_nothing
from handlers.conversation.answering import OF_CALLBACK
from handlers.conversation.commands import is_agreement, is_courtesy, is_unsure
from handlers.conversation.consenting import is_shown
from handlers.conversation.filling import fill, into_story, refill
from handlers.conversation.kinds import KIND, has_words, recognised
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    OFFICER,
    RIGHT,
    STORY,
    WHICH,
    next_key,
    question_of,
)
from handlers.conversation.saying import acknowledge, ask, choose
from handlers.conversation.scene import Reply, Scene, Turn
from handlers.flows import flow
from handlers.informant import KNOWS_MORE
from handlers.wording import say
from nlp.entity import Entity
from nlp.tellings import politics, printed
from nlp.tellings.gist import Gist
from storage.model.dialogue import Dialogue, Words
from storage.model.message import Incoming

PLAIN_KEYS = (STORY, CONFIRM, FIX, KIND, ADDRESS, WHICH, RIGHT)


def hear_words(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Take in words: an answer if they answer what their teller saw, else story."""
    key = dialogue.asking.key if dialogue.asking else next_key(dialogue)
    sign = printed.sign(text)
    if sign and not (key and key.startswith(OFFICER)):
        return passing.keep(dialogue, incoming.cause, text, sign)
    broken_in = None if is_answer_awaited(key) else breaking.matter(dialogue, text)
    if broken_in and dialogue.confirmed:
        return begin_another(dialogue, incoming, text, scene)
    if broken_in:
        return breaking.keep(dialogue, incoming.cause, broken_in, text, scene)
    if is_early(dialogue, incoming, scene):
        return join(dialogue, incoming, text, scene)
    found = scene.find(text)
    gist = aside_at(key, text, found)
    if gist is not None:
        return asides.answer(dialogue, incoming.cause, text, gist, scene)
    if inquiry.is_inquiry(text, found) and not is_answer_awaited(key):
        return inquiry.answer(dialogue, incoming.cause, text)
    if inquiry.is_tired(text):
        return inquiry.rest(dialogue, incoming.cause, text)
    if next_key(dialogue) is None and (is_courtesy(text) or is_agreement(text)):
        return greet(dialogue, incoming, text)
    if key is None or next_key(dialogue) is None:
        if another.is_perhaps(dialogue, text, found):
            return another.wonder(dialogue, incoming)
        return add(dialogue, incoming, text, scene)
    if key.startswith(OFFICER) and dialogue.officer:
        return answering.answer_officer(dialogue, incoming.cause, text, scene)
    if is_unsure(text) and key == CONFIRM:
        return answering.unsure(dialogue, incoming.cause, key, text)
    if key in PLAIN_KEYS:
        return hear_plain(dialogue, incoming, key, text, scene)
    if key == KNOWS_MORE.key and passing.is_own(dialogue, text, found):
        dialogue = passing.knowing(dialogue, incoming.cause)
        return add(dialogue, incoming, text, scene)
    if turn := fixing.set_right(dialogue, incoming.cause, key, text, scene):
        return turn
    question = question_of(dialogue, key)
    if question is None:
        return set_apart(dialogue, incoming, text, scene)
    if is_unsure(text) and question.read is not readers.person:
        return answering.misread(dialogue, incoming.cause, question, text, scene)
    return answering.answer(dialogue, incoming.cause, question, text, scene)


def is_answer_awaited(key: str | None) -> bool:
    """Return whether a question may be the answer: to an officer, or who calls back."""
    return key is not None and (key.startswith(OFFICER) or key in OF_CALLBACK)


def greet(dialogue: Dialogue, incoming: Incoming, text: str) -> Turn:
    """Answer a greeting, thanks or a yes that nothing asked for: no part of the story."""
    spare = (*dialogue.spare, Words(incoming.cause, text))
    dialogue = replace(dialogue, spare=spare)
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), incoming.cause),))


def aside_at(key: str | None, text: str, found: tuple[Entity, ...]) -> Gist | None:
    """Return what the words ask beside the matter; under a question only a question."""
    is_officers = key is not None and key.startswith(OFFICER)
    is_apart = key is None or key in PLAIN_KEYS or asides.is_question(text)
    is_apart = is_apart or politics.is_said(text)
    return asides.aside(text, found) if is_apart and not is_officers else None


def is_early(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether this was sent before the open question had arrived."""
    asking = dialogue.asking
    if asking is None:
        return False
    if asking.key == STORY and dialogue.last not in dialogue.elsewhere:
        return False  # a story takes whatever comes, but for words about another one
    return not is_shown(asking, incoming, scene)


def hear_plain(
    dialogue: Dialogue, incoming: Incoming, key: str, text: str, scene: Scene
) -> Turn:
    """Take in words at the story, the confirmation or the choice of what to correct."""
    if key == FIX:
        return fixing.hear(dialogue, incoming.cause, text, scene)
    chosen = choose(dialogue, key, text)
    if key == CONFIRM and is_right(text):
        chosen = "yes"
    if chosen is not None and is_shown(dialogue.asking, incoming, scene):
        if key == RIGHT:
            return rights.decide(dialogue, incoming.cause, chosen, scene)
        if key == WHICH:
            return another.decide(dialogue, incoming.cause, chosen, scene)
        return answering.chosen(dialogue, incoming.cause, key, chosen, scene)
    if key == WHICH:
        return another.wonder(dialogue, incoming)
    if key == CONFIRM and is_courtesy(text):  # he has read it, and thanks us
        spare = (*dialogue.spare, Words(incoming.cause, text))
        told = replace(dialogue, spare=spare)
        return answering.chosen(told, incoming.cause, key, "yes", scene)
    if key == STORY and tells_nothing(text):
        return greet(dialogue, incoming, text)
    if key == STORY and (called := address.answered(dialogue, text)):
        return answering.choose_address(dialogue, incoming.cause, called)
    dialogue = passed(dialogue, key)
    if key == CONFIRM and (
        turn := replacing.replaced(dialogue, incoming.cause, text, scene)
    ):
        return turn
    wrong = fixing.wrong(dialogue, text, scene) if key == CONFIRM else None
    if wrong is not None:
        return fixing.correct(dialogue, incoming.cause, wrong, text, scene)
    return add(dialogue, incoming, text, scene)


def passed(dialogue: Dialogue, key: str) -> Dialogue:
    """Return the dialogue of who tells on where a kind or a form of address was asked."""
    if key not in (KIND, ADDRESS):
        return dialogue
    is_untold = key == KIND and not (dialogue.is_chosen or has_words(dialogue))
    told = dialogue.told and (dialogue.confirmed or not is_untold)
    return replace(dialogue, fixing=None, told=told)


def add(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Put words to the story, fill what they say, and go on."""
    dialogue = into_story(dialogue, incoming.cause, text, scene.find(text))
    if next_key(dialogue) is None:
        ack = acknowledge(dialogue, "ack.added", code=dialogue.code)
    else:
        dialogue, ack = heard(dialogue)
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), incoming.cause, ack),))


def begin_another(
    dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene
) -> Turn:
    """Begin the telling of what broke in after another was sent."""
    begun = closing.begin_anew(dialogue, incoming.cause)
    turn = add(begun.dialogue, incoming, text, scene)
    return replace(turn, effects=begun.effects, is_anew=True)


def hear_sealed(
    dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene
) -> Turn:
    """Take in words told before consent; the replies are only what is owed to them."""
    cause = incoming.cause
    if sign := printed.sign(text):
        ack = acknowledge(dialogue, "ack.forwarded")
        dialogue = passing.kept(dialogue, cause, text, sign)
        return Turn(dialogue, (Reply(cause, "ack.forwarded", ack, news=ack),))
    found = scene.find(text)
    gist = asides.aside(text, found)
    if gist is not None:
        dialogue, told = asides.told(dialogue, cause, text, gist, scene)
        return Turn(dialogue, (Reply(cause, f"aside.{gist}", told, news=told),))
    if inquiry.is_inquiry(text, found):
        dialogue, told = inquiry.keep(dialogue, cause, text)
        return Turn(dialogue, (Reply(cause, "ack.inquiry", told, news=told),))
    before = dialogue.shown_kind
    dialogue = into_story(dialogue, cause, text, found)
    dialogue, ack = heard(dialogue)
    is_news = dialogue.shown_kind != before
    return Turn(dialogue, (Reply(cause, KIND, ack, news=ack),) if is_news else ())


def once(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Return the last of the replies of each key, in their order."""
    last = {reply.key: reply for reply in replies}
    return tuple(reply for reply in replies if last[reply.key] is reply)


def heard(dialogue: Dialogue) -> tuple[Dialogue, str]:
    """Return what we say to more of a story: its kind, the first time it shows."""
    name = None if dialogue.told or dialogue.is_chosen else recognised(dialogue)
    if name is None or name == dialogue.shown_kind:
        return dialogue, acknowledge(dialogue, "ack.story")
    dialogue = replace(dialogue, shown_kind=name, flow=name)
    if flow(name).is_urgent:  # what is missing is asked at once
        dialogue = refill(replace(dialogue, told=True))
    return dialogue, acknowledge(dialogue, "ack.kind", kind=say(f"kind.{name}"))


def join(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Join words that came before their question to the previous answer."""
    longer = answering.extend(dialogue, text, scene)
    if longer is None:
        longer = into_story(dialogue, incoming.cause, text, scene.find(text))
    dialogue = longer
    ack = acknowledge(dialogue, "ack.early")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def set_apart(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Keep the answer to a question that a deploy took away; ask the next one."""
    spare = (*dialogue.spare, Words(incoming.cause, text))
    found = scene.find(text)
    dialogue = fill(replace(dialogue, spare=spare), text, found, incoming.cause)
    ack = acknowledge(dialogue, "ack")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))
