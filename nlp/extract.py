"""Reading a message: every grammar in its turn, the longest match of a kind first.

What an earlier grammar took is masked for the later ones, so the digits of a phone
number are never a date and a province in a unit's name is never a home town.
"""

import gc
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from nlp.entities import grammars
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.memo import Memo
from nlp.people.weights import learned as learned_names
from nlp.places import whereabouts
from nlp.roles import judging, records
from nlp.roles.tokens import groups
from nlp.roles.weights import learned as learned_roles
from nlp.text import Text, fold, read

SHORT = 12  # letters: "dạ", "vâng", "không nhớ", which everybody answers
# The first telling: it needs grids, lunar dates and foreign numbers, which load late.
FIRST = (
    "Kính gửi Ban CHQS xã Hòa Bình. Tôi là Nguyễn Văn Ba, số 0912 000 111, ở Lào thì "
    "gọi +856 20 0000 0111. Anh tôi là liệt sĩ Trần Văn Bốn, hạ sĩ, c3 d7 e66, hy sinh "
    "mùng 2 Tết Mậu Thân năm 1968, chôn bên bờ suối cách cầu 200 m, tọa độ XD 785 425."
)


def extract(text: str, lexicon: Lexicon) -> tuple[Entity, ...]:
    """What the message names, in the order of the text; offsets are those of NFC."""
    readings = ready(lexicon)
    return readings[text] if len(text) <= SHORT else readings.find(text)


class Readings(Memo[str, tuple[Entity, ...]]):
    """What messages name with one lexicon; those that all people send are kept."""

    most = 1_000

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def find(self, asked: str) -> tuple[Entity, ...]:
        whole = read(asked)
        told = judging.judged(ruled(whole, self.lexicon), whole)
        return records.group(told, whole)


@lru_cache(maxsize=2)
def ready(lexicon: Lexicon) -> Readings:
    """Have all that reading needs, so that no message waits for it; 1 s, once."""
    _load()
    readings = Readings(lexicon)
    for typed in (FIRST, FIRST.lower(), fold(FIRST)):
        readings.find(typed)
    return readings


@cache
def _load() -> None:
    """Have all that was learned, and never look at it for rubbish."""
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
