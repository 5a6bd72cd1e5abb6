"""Forms of address: what we call a teller and ourselves, put in when we speak.

Nobody's sex or age is guessed: without a wish of his own we speak politely without a
subject ("Xin mời kể ạ"). Sentences hold marks for `you` and `we` until the very end, so
that whoever composes one need not know whom it is for.
"""

import re
from dataclasses import dataclass, replace

from handlers.conversation.choosing import choose
from handlers.conversation.commands import WISH, plain
from handlers.conversation.place import ADDRESS
from handlers.conversation.scene import Reply
from handlers.questions import Choice
from handlers.wording import MARKS, say
from nlp.text import fold
from storage.model.dialogue import Dialogue
from storage.model.message import Button

NONE = "none"  # as if nothing were wished


@dataclass(frozen=True, slots=True)
class Address:
    """The teller in a word (none: no subject at all), and ourselves."""

    you: str
    we: str


NEUTRAL = Address("", "chúng tôi")
# North and Centre say "cháu" to an elder, the South "con" (DESIGN section 8).
NORTHERN = {
    "bac": Address("bác", "cháu"),
    "ong": Address("ông", "cháu"),
    "ba": Address("bà", "cháu"),
    "chu": Address("chú", "cháu"),
    "co": Address("cô", "cháu"),
}
SOUTHERN = {f"{key}_con": replace(one, we="con") for key, one in NORTHERN.items()}
EQUAL = {
    "anh": Address("anh", "em"),
    "chi": Address("chị", "em"),
    "dong_chi": Address("đồng chí", "chúng tôi"),
}
ADDRESSES = {NONE: NEUTRAL, **NORTHERN, **SOUTHERN, **EQUAL}

# Words that only Southerners write, with their marks; "tui" is the Centre's as well.
SOUTH = re.compile(
    r"\b(?:hổng|hông|dìa|dzìa|dzậy|dzô|nghen|ổng|bển|trển|ngoải|tía|bả|hen|nầy|biểu)\b",
    re.IGNORECASE,
)


def choices(dialogue: Dialogue) -> tuple[Choice, ...]:
    """Return the forms of address to choose from, as the teller's region has them."""
    elders = SOUTHERN if is_southern(dialogue) else NORTHERN
    return tuple(
        Choice(key, one.you.capitalize(), (fold(one.you), f"goi {fold(one.you)}"))
        for key, one in (elders | EQUAL).items()
    )


def is_southern(dialogue: Dialogue) -> bool:
    """Return whether the story was told as only Southerners write."""
    return any(SOUTH.search(piece.text) for piece in dialogue.story)


def wished(dialogue: Dialogue, words: str) -> str | None:
    """Return the form of address that the words wish; None when they only ask to choose."""
    asked = WISH.pattern.fullmatch(plain(words))
    if asked is None:
        return None
    key = asked[1].replace(" ", "_")
    return f"{key}_con" if is_southern(dialogue) and key in NORTHERN else key


def spoken_to(reply: Reply, dialogue: Dialogue) -> Reply:
    """Return the reply in the teller's form of address."""
    address = ADDRESSES.get(_here(dialogue), NEUTRAL)
    buttons = tuple(
        Button(button.key, button.value, addressed(button.label, address))
        for button in reply.buttons
    )
    text = addressed(reply.text, address)
    if (text, buttons) == (reply.text, reply.buttons):
        return reply
    return replace(reply, text=text, buttons=buttons)


def _here(dialogue: Dialogue) -> str:
    """Return the form of address; who shows only later to be of the South hears "con"."""
    key = dialogue.address or NONE
    return f"{key}_con" if key in NORTHERN and is_southern(dialogue) else key


def addressed(text: str, address: Address) -> str:
    """Return the text with its marks filled; an empty `you` takes a blank with it."""
    you, we, beginning = MARKS["you"], MARKS["we"], MARKS["We"]
    if not address.you:
        text = text.replace(f" {you}", "").replace(you, "")
    text = text.replace(you, address.you).replace(we, address.we)
    return text.replace(beginning, address.we[:1].upper() + address.we[1:])


def offered(dialogue: Dialogue, cause: int, ack: str) -> Reply:
    """Return the one time that we ask how to address somebody; he may as well tell on."""
    text = f"{ack} {say('address.offered')}"
    buttons = tuple(Button(ADDRESS, one.value, one.label) for one in choices(dialogue))
    return Reply(cause, "address", text, buttons, news=ack)


def answered(dialogue: Dialogue, text: str) -> str | None:
    """Return the form of address that is all of a first message."""
    if dialogue.address is not None or dialogue.story or dialogue.shown:
        return None
    return choose(text, choices(dialogue))


def plainly(key: str, **facts: object) -> str:
    """Return the first sentence under a key as it is said to somebody unknown."""
    return addressed(say(key, 0, **facts), NEUTRAL)


def acknowledged(key: str) -> str:
    """Return the wording's key of what we say when a form of address was chosen."""
    return "ack.address.none" if key == NONE else "ack.address"
