"""Obeying: what a command does at the place where the conversation stands."""

from dataclasses import replace

from handlers.conversation import (
    address,
    another,
    answering,
    callback,
    closing,
    hearing,
    kinds,
    menu,
    rights,
)
from handlers.conversation.kinds import KIND
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    OFFICER,
    STORY,
    next_key,
    question_of,
)
from handlers.conversation.saying import FORGOT, SKIP, acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from handlers.conversation.status import state
from handlers.wording import say
from storage.model.dialogue import Dialogue, Words
from storage.model.message import Command, Commanded, Incoming
from storage.model.tip import TipKind

LONGEST_WISH = 2  # words; more of them tell something
LEAVES = {Command.SKIP: SKIP, Command.FORGOT: FORGOT}


def obey(
    dialogue: Dialogue, incoming: Incoming, commanded: Commanded, scene: Scene
) -> Turn:
    """Return what the command leads to; none of them loses a word."""
    cause = incoming.cause
    match commanded.command:
        case Command.ENOUGH:
            return enough(dialogue, incoming, words_of(commanded), scene)
        case Command.SKIP | Command.FORGOT as left:
            if hearing.is_early(dialogue, incoming, scene):
                return again(dialogue, cause, acknowledge(dialogue, "ack.skip"))
            return leave(dialogue, incoming, LEAVES[left], words_of(commanded), scene)
        case Command.BACK:
            return back(dialogue, cause)
        case Command.FIX:
            return closing.fix(dialogue, cause)
        case Command.OFFICER:
            return callback.begin(dialogue, cause, scene)
        case Command.CALL_OFF:
            return callback.call_off(dialogue, cause)
        case Command.STATUS:
            return again(dialogue, cause, status(dialogue, scene))
        case Command.NEW if dialogue.undecided:
            return another.decide(dialogue, cause, closing.NEW, scene)
        case Command.NEW:
            return closing.begin_anew(dialogue, cause)
        case (
            Command.VIEW | Command.CORRECT | Command.WITHDRAW | Command.ERASE
        ) as claimed:
            return rights.claim(dialogue, cause, rights.RIGHTS[claimed], scene)
        case Command.MENU if dialogue.fixing == KIND:
            return menu.show_rest(dialogue, cause)
        case Command.MENU:
            return again(replace(dialogue, fixing=KIND), cause, "")
        case Command.ADDRESS:
            return readdress(dialogue, cause, words_of(commanded))
        case Command.WHO:
            office = scene.office.name
            return again(dialogue, cause, acknowledge(dialogue, "who", office=office))
        case Command.HELP:
            return again(dialogue, cause, acknowledge(dialogue, "help"))
        case Command.UNKNOWN:
            spare = (*dialogue.spare, Words(cause, commanded.words))
            dialogue = replace(dialogue, spare=spare)
            return again(dialogue, cause, acknowledge(dialogue, "unknown"))


def enough(dialogue: Dialogue, incoming: Incoming, words: str, scene: Scene) -> Turn:
    """End what is open: the story, the questions, the whole."""
    cause = incoming.cause
    if dialogue.fixing:
        has_enough = dialogue.enough or is_kind_asked(dialogue)
        return again(replace(dialogue, fixing=None, enough=has_enough), cause, "")
    if dialogue.officer and not _has_seen_officer(dialogue, incoming, scene):
        return again(dialogue, cause, "")
    if dialogue.officer:
        return answering.answer_officer(dialogue, cause, words, scene)
    if dialogue.wants_officer:
        return callback.leave(dialogue, cause)
    if dialogue.confirmed:
        return again(dialogue, cause, "")
    if not dialogue.told:
        return closing.end_story(dialogue, cause, scene)
    if dialogue.enough or next_key(dialogue) == CONFIRM:
        return closing.send(dialogue, cause, scene)
    dialogue = replace(dialogue, enough=True)
    return again(dialogue, cause, "")


def leave(
    dialogue: Dialogue, incoming: Incoming, value: str, words: str, scene: Scene
) -> Turn:
    """Leave a question unanswered; at the story or the end it means to go on."""
    cause = incoming.cause
    key = dialogue.asking.key if dialogue.asking else next_key(dialogue)
    if key is None or next_key(dialogue) is None:
        return again(dialogue, cause, "")
    if key.startswith(OFFICER) and dialogue.officer:
        return answering.answer_officer(dialogue, cause, words, scene)
    if key == STORY and len(words.split()) > LONGEST_WISH:
        return hearing.add(dialogue, incoming, words, scene)  # "không nhớ tên anh"
    if key == KIND:
        return again(replace(dialogue, fixing=None), cause, "")
    if key in (STORY, CONFIRM, FIX):
        return enough(dialogue, incoming, words, scene)
    return answering.chosen(dialogue, cause, key, value, scene, words)


def is_kind_asked(dialogue: Dialogue) -> bool:
    """Return whether we ask for the kind, which the teller did not wish to choose."""
    is_ours = KIND in (*dialogue.asked, *dialogue.overtaken) and not dialogue.is_chosen
    return is_ours and dialogue.fixing == KIND


def readdress(dialogue: Dialogue, cause: int, words: str) -> Turn:
    """Take the form of address that is wished, or ask which."""
    key = address.wished(dialogue, words)
    if key is None:
        return again(replace(dialogue, fixing=ADDRESS), cause, "")
    return answering.choose_address(dialogue, cause, key)


def back(dialogue: Dialogue, cause: int) -> Turn:
    """Ask the previous question again; what was found by us is passed over."""
    current = next_key(dialogue)
    asked = dialogue.asked
    before = asked[: asked.index(current)] if current in asked else asked
    before = tuple(key for key in before if question_of(dialogue, key))
    if not before:
        dialogue = replace(dialogue, told=dialogue.confirmed, enough=False)
        return again(dialogue, cause, "")
    dialogue = replace(dialogue, fixing=before[-1], misread=0)
    return again(dialogue, cause, "")


def again(dialogue: Dialogue, cause: int, ack: str) -> Turn:
    """Say something and put the open question again."""
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def words_of(commanded: Commanded) -> str:
    """Return the command in words, typed or not."""
    return commanded.words or say(f"command.{commanded.command}")


def status(dialogue: Dialogue, scene: Scene) -> str:
    """Return how the telling stands; a family hears no more than relatives do."""
    if dialogue.code is None or scene.status is None:
        return acknowledge(dialogue, "status.none")
    is_relative = kinds.current(dialogue) == TipKind.RELATIVE
    told = state(scene.status, is_relative=is_relative)
    return acknowledge(dialogue, "status", code=dialogue.code, state=told)


def _has_seen_officer(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether an officer's question was put; while he was gone none could be."""
    key = dialogue.asking.key if dialogue.asking else ""
    return key.startswith(OFFICER) and not hearing.is_early(dialogue, incoming, scene)
