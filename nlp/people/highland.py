"""Highland names with an apostrophe: "H'Bông Niê", "ro cham h'yeo", "K'Brêu".

No word of Vietnamese has one, so it tells a name even where neither marks nor capitals
are typed; only villages and peoples have it as well ("buôn Đưng K'Nớ", "người K'ho").
"""

import re
from collections.abc import Iterator

from nlp.entity import Span
from nlp.lexicon import Lexicon, adjoining
from nlp.people import names, syllables
from nlp.people.syllables import PEOPLE, Sort
from nlp.people.titles import title_before
from nlp.text import Text, Word

SIGN = "'"
NAME = re.compile(
    r"(?<![a-z0-9'])(?:bh|kr|[hkr])' ?(?!(?:mong|ho|roi)(?![a-z]))[a-z]{2,8}(?![a-z0-9'])"
)
PLACE = re.compile(
    r"\b(?:buon|ban|lang|thon|plei|plai|xa|huyen|suoi|nui|song|thac|doi|ho|deo|cau"
    r"|e[ai]|ia|da[kc]|krong|cu|chu|kon|nguoi|toc)[ :]{1,2}\Z"
)
LED = re.compile(r"(?:\b(?:ten|la|va|voi|cua|cho|nha)|[,:;(\n\"]|\A)[ \n]{0,2}\Z")
BEFORE = 12  # characters that say of what it is the name
FAMILY, MOST_BEHIND = 2, 2  # words


def named(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """The names, as spans of words."""
    for match in NAME.finditer(text.plain):
        at, end = text.word_at(match.start()), text.word_at(match.end())
        first, last = _family(text, lexicon, at), _behind(text, lexicon, end)
        if _is_person(text, lexicon, (first, last), at, end):
            yield first, last


def _family(text: Text, lexicon: Lexicon, at: int) -> int:
    """Where its family name begins, if one stands before it."""
    begins = (
        n
        for n in range(max(0, at - FAMILY), at)
        if n + names.surname(text, lexicon, n, "minority") == at
        and not lexicon.look_up("titles", text.words[n].plain)  # Già, and an elder
        and len(adjoining(text, n, at - n + 1)) > at - n
    )
    return next(begins, at)


def _behind(text: Text, lexicon: Lexicon, end: int) -> int:
    """Where it ends with what stands behind: a family, or more of its own."""
    for n in adjoining(text, end - 1, MOST_BEHIND + 1)[1:]:
        if not _goes_on(text, lexicon, text.words[n], n):
            break
        end = n + 1
    return end


def _goes_on(text: Text, lexicon: Lexicon, word: Word, n: int) -> bool:
    sort = syllables.sort(text, lexicon, word)
    if text.is_cased:
        return word.is_capital and word.plain.isalpha() and sort is not Sort.WORD
    is_family = len(word.plain) > 1 and names.surname(text, lexicon, n, "minority") == 1
    is_peoples = syllables.has(text, lexicon, word, PEOPLE) or sort is Sort.STRANGE
    is_name = is_family or (
        is_peoples and not syllables.is_everyday(text, lexicon, word)
    )
    return word.plain.isalpha() and is_name


def _is_person(text: Text, lexicon: Lexicon, name: Span, at: int, end: int) -> bool:
    """Does it name somebody: by its family, capitals, or what leads to it?"""
    start = text.words[name[0]].start
    window = max(0, start - BEFORE), start
    if PLACE.search(text.plain, *window):
        return False
    is_whole = name != (at, end) or (text.is_cased and text.words[at].is_capital)
    is_led = LED.search(text.plain, *window) is not None
    return is_whole or is_led or title_before(text, lexicon, name[0]) is not None
