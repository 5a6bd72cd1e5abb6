"""Reading a message: every grammar in its turn, the longest match of a kind first.

What an earlier grammar took is masked for the later ones, so the digits of a phone
number are never a date and a province in a unit's name is never a home town.
"""

import gc
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from nlp.entities import grammars
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.people.weights import learned as learned_names
from nlp.places import whereabouts
from nlp.roles import judging, records
from nlp.roles.tokens import groups
from nlp.roles.weights import learned as learned_roles
from nlp.text import Text, read


def extract(text: str, lexicon: Lexicon) -> tuple[Entity, ...]:
    """What the message names, in the order of the text; offsets are those of NFC."""
    _load()
    whole = read(text)
    told = judging.judged(ruled(whole, lexicon), whole)
    return records.group(told, whole)


@cache
def _load() -> None:
    """Have all that was learned at the first message, and never look at it for rubbish."""
    grammars()
    learned_names()
    learned_roles()
    groups()
    gc.freeze()


def ruled(whole: Text, lexicon: Lexicon) -> Sequence[Entity]:
    """What grammars find, with the roles that rules give."""
    view = whole
    found: list[Entity] = []
    for grammar in grammars().values():
        if grammar.TURN is None:
            found += longest(grammar.find(whole, lexicon))
            continue
        fresh = list(longest(grammar.find(view, lexicon)))
        view = view.without((entity.span for entity in fresh), grammar.KIND.mask)
        found += fresh
    return whereabouts.settled(sorted(found, key=_place), whole)


def unnamed(whole: Text, lexicon: Lexicon) -> Text:
    """What the grammars before that of people leave of a message."""
    view = whole
    for grammar in grammars().values():
        if grammar.KIND is Kind.PERSON:
            break
        taken = (entity.span for entity in longest(grammar.find(view, lexicon)))
        view = view.without(taken, grammar.KIND.mask)
    return view


def longest(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Those that do not overlap a longer, or as long but earlier, one."""
    taken: list[Span] = []
    for entity in sorted(entities, key=_length):
        start, end = span = entity.span
        at = bisect(taken, span)
        is_after = at == 0 or taken[at - 1][1] <= start
        if is_after and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, span)
            yield entity


def _length(entity: Entity) -> tuple[int, int]:
    """What sorts the longest first, and of those as long the earlier."""
    return entity.start - entity.end, entity.start


def _place(entity: Entity) -> tuple[int, int, str]:
    return entity.start, entity.end, entity.kind
