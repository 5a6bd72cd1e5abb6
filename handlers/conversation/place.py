"""The place in a conversation: computed from what was told, never stored."""

from handlers.besides import BESIDES, FOUND_BESIDE, FOUND_PLACE
from handlers.conversation.kinds import KIND
from handlers.flows import flow
from handlers.informant import CALLBACK, FORWARDED, KNOWS_MORE, TELLER_PHONE
from handlers.questions import Question
from nlp.tellings import printed
from nlp.tellings.hints import hints
from storage.model.dialogue import Dialogue, Source
from storage.model.evidence import MediaKind

STORY = "story"
WHICH = "which"
RIGHT = "right"
CONFIRM = "confirm"
FIX = "fix"
OFFICER = "officer_"
ADDRESS = "address"
OF_CALL = {question.key: question for question in CALLBACK}
OF_NO_FLOW = OF_CALL | {question.key: question for question in BESIDES}
OURS = (FIX, KIND, ADDRESS)  # what the engine itself asks when a teller wishes it


def next_key(dialogue: Dialogue) -> str | None:
    """Return the key of what is to be asked next; None when all has been told."""
    fixing = dialogue.fixing
    if fixing and (fixing in OURS or question_of(dialogue, fixing)):
        return fixing
    if dialogue.officer:
        return f"{OFFICER}{dialogue.officer[0].id}"
    if dialogue.wants_officer and (wish := _of_wish(dialogue)):
        return wish
    if dialogue.claiming:
        return RIGHT
    if dialogue.undecided:
        return WHICH
    if dialogue.confirmed:
        return None
    if not dialogue.told:
        return KNOWS_MORE.key if is_only_forwarded(dialogue) else STORY
    question = _of_find(dialogue) or follow_up(dialogue)
    return question.key if question else CONFIRM


def _of_wish(dialogue: Dialogue) -> str | None:
    """Return what is missing of the wish that somebody call."""
    return next((q.key for q in CALLBACK if is_open(dialogue, q)), None)


def _of_find(dialogue: Dialogue) -> Question | None:
    """Return what is missing of a find that broke in: where it is, whom to call."""
    if dialogue.enough or FOUND_BESIDE.key not in dialogue.answers:
        return None
    if is_open(dialogue, FOUND_PLACE):
        return FOUND_PLACE
    phone = question_of(dialogue, TELLER_PHONE.key)
    return phone if phone and is_open(dialogue, phone) else None


def is_only_forwarded(dialogue: Dialogue) -> bool:
    """Return whether nothing came but print of others, and we do not know why."""
    answers = dialogue.answers
    if FORWARDED.key not in answers or KNOWS_MORE.key in answers:
        return False
    is_spoken = any(one.kind is MediaKind.VOICE for one in dialogue.shown)
    return not (dialogue.story or dialogue.pins or is_spoken)


def is_standing(dialogue: Dialogue, key: str) -> bool:
    """Return whether what was asked under `key` still waits for its answer."""
    match key:
        case "story":
            return not dialogue.told
        case "confirm":
            return not dialogue.confirmed
        case "which":
            return bool(dialogue.undecided)
        case "right":
            return bool(dialogue.claiming)
        case _ if key.startswith(OFFICER):
            return key in {f"{OFFICER}{asked.id}" for asked in dialogue.officer}
        case _:
            return key == dialogue.fixing or key not in (*OURS, *dialogue.answers)


def follow_up(dialogue: Dialogue) -> Question | None:
    """Return the most useful missing question, within what the flow may ask."""
    open_ones = [
        question
        for question in asks(dialogue)
        if question.is_asked and is_open(dialogue, question)
    ]
    words = told_words(dialogue)
    open_ones = [q for q in open_ones if not hints(words, q.key)]
    repeated = [q for q in open_ones if q.key in dialogue.asked]
    if repeated:
        return repeated[0]
    reserved = [q for q in open_ones if q.is_reserved]
    left = flow(dialogue.flow).most - len(dialogue.asked)
    free = [q for q in open_ones if not q.is_reserved][: max(left - len(reserved), 0)]
    return next(iter(free + reserved[: max(left, 0)]), None)


def told_words(dialogue: Dialogue) -> str:
    """Return all that its teller said of the matter, in story, answers and beside them.

    What was printed by others does not say what he knows.
    """
    answers = [
        held.words
        for key, held in dialogue.answers.items()
        if held.source is Source.SAID and key not in OF_NO_FLOW
    ]
    beside = [one.text for one in dialogue.spare if not printed.sign(one.text)]
    return "\n".join([*(piece.text for piece in dialogue.story), *answers, *beside])


def asks(dialogue: Dialogue) -> tuple[Question, ...]:
    """Return the flow's questions, none once the teller has had enough."""
    return () if dialogue.enough else flow(dialogue.flow).questions


def is_open(dialogue: Dialogue, question: Question) -> bool:
    answers = dialogue.answers
    return question.key not in answers and question.when(answers)


def question_of(dialogue: Dialogue, key: str) -> Question | None:
    """Return the question under `key`; None when no deploy knows it any more."""
    return OF_NO_FLOW.get(key) or flow(dialogue.flow).question(key)


def has_content(dialogue: Dialogue) -> bool:
    """Return whether anything was told or shown at all."""
    return bool(dialogue.story or dialogue.shown or dialogue.pins or dialogue.spare)
