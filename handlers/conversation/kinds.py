"""Which kind of telling it is: from its own words, until its teller says so himself."""

from dataclasses import replace

from handlers.flows import DEFAULT, flows
from handlers.questions import Choice
from handlers.wording import say
from nlp.entity import Kind
from nlp.tellings import printed
from nlp.tellings.gist import CHARACTERS, Gist, gists
from storage.model.dialogue import Dialogue
from storage.model.message import Button
from storage.model.tip import TipKind

KIND = "kind"
REST = "rest"
FREE = TipKind.FREE.value
AT_FIRST = 5  # ten are more than an old man takes in at once
# In the order of the menu; of two that words speak for alike, the earlier one.
ORDER = tuple(kind.value for kind in TipKind)
GISTS = tuple(map(Gist, ORDER))
USUAL = Gist(DEFAULT)
# A grave is spoken of in nearly every telling: another kind needs this much more.
DECIDES = 3
URGENT = 9
TELLING = {Kind.UNIT, Kind.BURIAL, Kind.RANK}


def name_of(dialogue: Dialogue) -> str:
    """Return the flow that fits what was told; recordings alone may be of a burial."""
    if dialogue.is_chosen and dialogue.flow in flows():
        return dialogue.flow or DEFAULT
    if dialogue.spare and not (dialogue.story or dialogue.shown or dialogue.pins):
        return FREE  # nothing but what was asked beside the matter
    if known := recognised(dialogue):
        return known
    is_read = has_words(dialogue) and not is_long(dialogue)
    return FREE if is_read else DEFAULT


def current(dialogue: Dialogue) -> str:
    """Return the flow that stands: decided when all was told, until then by the words."""
    return dialogue.flow if dialogue.told and dialogue.flow else name_of(dialogue)


def recognised(dialogue: Dialogue) -> str | None:
    """Return the kind that the words speak for; None when they speak for none."""
    beside = (piece.text for piece in dialogue.spare if not printed.sign(piece.text))
    sums = gists(*(piece.text for piece in dialogue.story), *beside)
    spoken = (gist for gist in GISTS if gist in sums)
    best = max(spoken, key=sums.__getitem__, default=USUAL)
    if sums.get(best, 0) >= DECIDES:
        return best.value
    return DEFAULT if USUAL in sums or _tells(dialogue) else None


def is_named(dialogue: Dialogue) -> bool:
    """Return whether readers found something in what was shown."""
    return any(dialogue.found.values())


def is_found_now(text: str) -> bool:
    """Return whether the words say that remains have come to light just now."""
    sums = gists(text)
    now = sums.get(Gist.FOUND_NOW, 0)
    return now >= URGENT and now > sums.get(Gist.MOVED, 0)


def choices() -> tuple[Choice, ...]:
    """Return the kinds to choose from, and the wish to see those not shown at first."""
    rest = Choice(REST, say("kind.rest"), ("loai khac", "khac", "nua", "xem them"))
    return (*(Choice(name, say(f"kind.{name}")) for name in ORDER), rest)


def menu(*, is_rest: bool = False) -> tuple[Button, ...]:
    """Return the buttons of the first kinds, or of the rest, under their own numbers."""
    *kinds, rest = choices()
    buttons = [
        Button(KIND, kind.value, f"{at}. {kind.label}")
        for at, kind in enumerate(kinds, 1)
    ]
    if is_rest:
        return tuple(buttons[AT_FIRST:])
    return (*buttons[:AT_FIRST], Button(KIND, REST, rest.label))


def chosen(dialogue: Dialogue, name: str) -> Dialogue:
    """Return the dialogue as of the kind that its teller named."""
    fixing = None if dialogue.fixing == KIND else dialogue.fixing
    return replace(dialogue, flow=name, is_chosen=True, shown_kind=name, fixing=fixing)


def is_long(dialogue: Dialogue) -> bool:
    """Return whether some of what was told is longer than is read at once."""
    return any(len(piece.text) > CHARACTERS for piece in dialogue.story)


def has_words(dialogue: Dialogue) -> bool:
    """Return whether anything was told in words that we can read."""
    return any(piece.text.strip() for piece in dialogue.story)


def _tells(dialogue: Dialogue) -> bool:
    """Return whether anything was found that belongs to a telling."""
    return any(
        entity.kind in TELLING or entity.role == "martyr"
        for found in dialogue.found.values()
        for entity in found
    )
