"""Openings: at which words of a text phrases begin, of all tables in one walk.

Most words begin none, and grammars ask of each word for table after table.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from nlp.text import Text

# By words that phrases begin with: the tables that have them as a whole phrase, and
# whether some go on.
Openings = Mapping[str, tuple[frozenset[str], bool]]
NOTHING: frozenset[str] = frozenset()


def openings(phrases: Iterable[tuple[str, str, bool]]) -> Openings:
    """Of tables, their phrases with all that begins them, and whether it is a whole one."""
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for table, phrase, is_whole in phrases:
        whole[phrase] += [table] if is_whole else []
    longer = {phrase.rpartition(" ")[0] for phrase in whole}
    sets = {tables: frozenset(tables) for tables in map(tuple, whole.values())}
    return {key: (sets[tuple(tables)], key in longer) for key, tables in whole.items()}


def begun(
    text: Text, known: Openings, between: tuple[str, ...]
) -> Mapping[int, Set[str]]:
    """By where a word begins, the tables of which a phrase does, by its letters."""
    words = text.words
    found: dict[int, Set[str]] = {}
    for at, word in enumerate(words):
        key, last, tables = word.plain, at, NOTHING
        opening = known.get(key)
        while opening is not None:
            tables = tables | opening[0] if tables else opening[0]
            if not opening[1] or last + 1 == len(words):
                break
            following = words[last + 1]
            if text.plain[words[last].end : following.start] not in between:
                break
            key, last = f"{key} {following.plain}", last + 1
            opening = known.get(key)
        found[word.start] = tables
    return found
