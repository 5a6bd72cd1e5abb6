"""Everything we say to citizens: key → sentences, one file a flow, one for the rest.

Several sentences under one key are other words for the same thing; the conversation
takes the next one rather than say the same twice in a row. `{you}` stands for the teller,
`{we}` (`{We}` where a sentence begins) for us: how we call each other is put in later,
and where he is called nothing the sentence must be whole without it.
"""

from importlib import import_module
from pkgutil import iter_modules

Sentences = tuple[str, ...]

# What stands for a form of address until we know whom we speak to: characters that
# Unicode leaves to private use.
MARKS = {"you": "\ue0f0", "we": "\ue0f1", "We": "\ue0f2"}


class NoWording(KeyError):
    """A key that no file of wording/ knows."""


def _gather() -> dict[str, Sentences]:
    said: dict[str, Sentences] = {}
    for module in iter_modules(__path__):
        file = import_module(f"{__name__}.{module.name}")
        said |= {key: _several(value) for key, value in file.SAID.items()}
    return said


def _several(value: str | Sentences) -> Sentences:
    return (value,) if isinstance(value, str) else value


SAID = _gather()


def within(flow: str | None, kind: str, key: str) -> str:
    """Return the wording's key of a question or a fact, as the flow words it."""
    own = f"{kind}.{flow}.{key}"
    return own if own in SAID else f"{kind}.{key}"


def say(key: str, turn: int = 0, **facts: object) -> str:
    """Return the sentence under `key`; `turn` picks among its variants."""
    variants = SAID.get(key)
    if variants is None:
        raise NoWording(key)
    return variants[turn % len(variants)].format_map(MARKS | facts)
