"""A second vote on people and places: underthesea's tagger beside our grammars.

It knows nothing of units and reads only well-typed text, so it never overrules. Where
both agree our reading is surer (on tips written apart from both, 96 of 100 people that
both see are right, 85 of those that only we see). What it alone finds is kept as unsure:
names in lists and alone, about half of which are people.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.entity import SURE_OF_NAME, Entity, Kind
from nlp.lexicon import Lexicon
from nlp.text import Text, Word, read
from nlp.vote.tagging import Tagger, Vote, tagged

ALONE = 0.3  # below what fills a field
DOUBT = 0.5  # is left of ours where it agrees
TITLE = 3  # words of a title
ROLE = "other"
DATE_WORDS = frozenset(("ngày", "tháng", "năm", "mùa", "tết", "xuân", "hè", "thu"))
# Behind these a capital names a people, a language, a side, a row or a machine.
NO_NAME_BEHIND = frozenset(
    (
        *("tộc", "người", "chữ", "tiếng", "lính", "phía", "bên", "chống", "giặc"),
        *("đi", "năm", "lộ", "dãy", "khu", "lô", "máy"),
    )
)
BEGINS = ("", ".", "!", "?", "\n", ":")  # before a word whose capital says nothing


def seconded(
    written: str, found: Sequence[Entity], tag: Tagger, lexicon: Lexicon
) -> tuple[Entity, ...]:
    """What was found in a text, with the second vote on it, in the order of the text."""
    text = read(written)
    ballot = tuple(votes(text, tag, lexicon))
    surer = [_agreed(entity, ballot) for entity in found]
    return tuple(sorted([*surer, *_alone(text, found, ballot)], key=_place))


def votes(text: Text, tag: Tagger, lexicon: Lexicon) -> Iterator[Vote]:
    """Its votes on a text that is typed with marks and capitals; on no other."""
    if text.is_marked and text.is_cased:
        for vote in tagged(text.nfc, tag):
            if trimmed := _trimmed(vote, text, lexicon):
                yield trimmed


def _trimmed(vote: Vote, text: Text, lexicon: Lexicon) -> Vote | None:
    """Its span without titles and what is glued to it; None for what is no name."""
    words = [w for w in text.words if vote.start <= text.starts[w.start] < vote.end]
    titled = _titles(words, text, lexicon)
    named = _from_capital(words[titled:])
    if not named or _is_no_name(named, text):
        return None
    # Of our places hardly any has a single syllable, of people in lists many.
    is_person = titled or len(named) == 1 or _is_titled(words, text, lexicon)
    start, end = text.span(named[0].start, named[-1].end)
    return Vote(Kind.PERSON if is_person else vote.kind, start, end)


def _titles(words: Sequence[Word], text: Text, lexicon: Lexicon) -> int:
    """How many words at its head are titles: "liệt sĩ", "Ông"."""
    count = 0
    while count < len(words):
        title = lexicon.longest("titles", text, text.word_at(words[count].start))
        if title is None or count + title.length >= len(words):
            break
        count += title.length
    return count


def _is_titled(words: Sequence[Word], text: Text, lexicon: Lexicon) -> bool:
    """Does a title stand right before it? The tagger often takes such for a place."""
    first = text.word_at(words[0].start)
    for length in range(1, min(TITLE, first) + 1):
        title = lexicon.longest("titles", text, first - length)
        if title and title.length == length:
            return True
    return False


def _from_capital(words: Sequence[Word]) -> Sequence[Word]:
    first = next((n for n, word in enumerate(words) if word.is_capital), len(words))
    return words[first:]


def _is_no_name(words: Sequence[Word], text: Text) -> bool:
    """A number, a date, an abbreviation; a lone word whose capital says nothing."""
    if any(w.plain.isdigit() or w.written.lower() in DATE_WORDS for w in words):
        return True
    if any(word.written.isupper() for word in words):
        return True
    number = text.word_at(words[0].start)
    is_behind = any(
        w.written.lower() in NO_NAME_BEHIND | DATE_WORDS
        for w in text.words[max(0, number - 1) : number]
    )
    before = text.plain[: words[0].start].rstrip(" ")[-1:]
    return len(words) == 1 and (is_behind or before in BEGINS)


def _agreed(entity: Entity, ballot: Iterable[Vote]) -> Entity:
    """Ours, surer where the tagger sees the same kind there.

    What was too unsure for a field stays so: the vote comes later than a tip may be read,
    and a field that it filled would look like a citizen's answer.
    """
    if entity.score < SURE_OF_NAME or not any(
        vote.kind is entity.kind and _meet(vote, entity) for vote in ballot
    ):
        return entity
    return replace(entity, score=round(1 - (1 - entity.score) * DOUBT, 3))


def _alone(
    text: Text, found: Sequence[Entity], ballot: Iterable[Vote]
) -> Iterator[Entity]:
    """What only the tagger finds; a grave's description may hold names."""
    taken = [entity for entity in found if entity.kind is not Kind.BURIAL]
    for vote in ballot:
        if not any(_meet(vote, entity) for entity in taken):
            words = text.nfc[vote.start : vote.end]
            yield Entity(vote.kind, words, vote.start, vote.end, words, ROLE, ALONE)


def _meet(vote: Vote, entity: Entity) -> bool:
    return vote.start < entity.end and entity.start < vote.end


def _place(entity: Entity) -> tuple[int, int, str]:
    return entity.start, entity.end, entity.kind
