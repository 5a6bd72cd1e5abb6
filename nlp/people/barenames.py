"""Names without capitals: what speaks for one is added up.

That is a family name, a middle one, a given one, a title before it, what can follow a
name, a list. The weights are by hand, tried on tips written apart from them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from nlp.lexicon import Lexicon, adjoining
from nlp.people import around, names, phrases, syllables
from nlp.people.syllables import ALONE, COUNTED, MIDDLE, NICK, PEOPLE, Sort
from nlp.text import Text, Word

WHOLE, SHORT = 2.6, 1.9  # what a whole name needs, and one without its family
NO = -9.0
FAMILY = {"many": 1.6, "few": 0.8, "rare": 0.2, "minority": 0.8}
STRANGE_FAMILY, MARKED, AMBIGUOUS = 1.8, 0.5, -0.5
CLEAR = 0.9  # before it "thi" is no "thì"
CERTAIN = 0.5  # less has a family name that is a common word: đường, quản, tổ
TYPICAL, USUAL, DIMMED = 1.6, 0.8, 0.4  # Văn, Thị; Đình; Trung, in "trung đội" too
GIVEN_WORTH = {
    Sort.NAME: 1.0, Sort.BOTH: 0.3, Sort.ODD: 0.3, Sort.STRANGE: 0.6, Sort.WORD: -1.2,
}  # fmt: skip
MIDDLE_WORTH = {
    Sort.NAME: 0.3, Sort.BOTH: -0.4, Sort.ODD: 0.0, Sort.STRANGE: 0.3, Sort.WORD: -1.2,
}  # fmt: skip
NICK_WORTH, TWO = 0.5, 0.2
ORDER_WORTH, YOUNGEST = 0.8, 1.0  # Tư is many things, Út hardly anything else
UNMARKED = -0.5  # "sau ray" is rather "sau rẫy" than Sáu Ray
ALIAS = 1.2  # "tức", "liệt sĩ": what speaks for any name
FOURTH = {Sort.NAME: 0.2, Sort.WORD: -0.3}
FOURTH_BEHIND = {"thi": 0.0, "van": -1.0}  # Thị Tuyết Mai, hardly Văn Minh Tâm
RARE_FOURTH = -0.5  # a man's name of four words: Nguyễn Văn Minh Tâm
BEHIND = frozenset(["nha", "nui", "doi", "vuon", "lung", "ray", "chua", "hoi", "khi"])
VERBS = ("nam", "trung", "mat", "bi", "dinh")  # "nằm ở", "trúng bom"
UNLIKELY = -0.3  # a given name that is an everyday word, behind a middle name
PHRASE = -1.2  # an everyday phrase that may be meant
AT_WAR, AT_PEACE = 0.3, -0.5
CLOSE = -0.01
SAID_TO_BE = 1.1  # "tên là", "liệt sĩ" speak for whatever family name follows
SMALL = -0.4  # no capitals where others have some
LONGEST = 5  # words, for a family name has up to two
INITIALS = frozenset(["y", "a", "k", "r", "h"])  # Y Thông Niê, A Blong


class Backing(NamedTuple):
    """How much a title before it speaks for a whole name, and for one without family."""

    whole: float = 0.0
    short: float = 0.0


UNBACKED, LOOKED_FOR = Backing(), Backing(whole=1.0)


class Candidate(NamedTuple):
    """So many words, and by how much they are more than what a name needs."""

    length: int
    surplus: float


def best(
    text: Text, lexicon: Lexicon, at: int, backing: Backing, is_of_death: bool
) -> int:
    """How many words from ``at`` on are a name, with so much behind it; 0 if none."""
    family = names.surname(text, lexicon, at)
    if not family and not backing.short:
        return 0
    if not backing.whole and text.words[at].plain in INITIALS:
        return 0  # a letter alone begins a name only where something says so
    backed = AT_WAR if is_of_death else AT_PEACE
    if text.is_cased and not text.words[at].is_capital:
        backed += SMALL
    if not backing.whole:
        backed += around.before(text, text.words[at].start)
        backed += PHRASE if phrases.is_rest(text, lexicon, at) else 0.0
    surplus, length = max(
        (
            (c.surplus + backed + around.after(text, at + c.length), c.length)
            for c in _candidates(text, lexicon, at, family, backing)
        ),
        default=(NO, 0),
    )
    return length if surplus >= CLOSE else 0


def full(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words from ``at`` on look like a whole name, if one is looked for."""
    return best(text, lexicon, at, LOOKED_FOR, is_of_death=True)


def _candidates(
    text: Text, lexicon: Lexicon, at: int, family: int, backing: Backing
) -> Iterator[Candidate]:
    words = [text.words[n] for n in adjoining(text, at, LONGEST)]
    phrase = phrases.length(text, lexicon, at)
    if family and phrase <= family + 1:
        doubt = PHRASE if phrase > family else 0.0
        is_said = backing.whole >= SAID_TO_BE
        for length, worth in _whole(text, lexicon, words, family, at, is_said):
            yield Candidate(length, worth + doubt + backing.whole - WHOLE)
    if backing.short and phrase < 2:
        for length, worth in _short(text, lexicon, words, at, backing):
            yield Candidate(length, worth + backing.short - SHORT)


def _whole(
    text: Text, lexicon: Lexicon, words: list[Word], family: int, at: int, is_said: bool
) -> Iterator[tuple[int, float]]:
    worth = _family(text, lexicon, words[:family], at)
    rest = words[family:]
    if not rest:
        return
    is_vague = worth < CERTAIN and not is_said
    if is_vague and names.surname(text, lexicon, at + family, "many"):
        return
    is_phrase = [
        phrases.length(text, lexicon, at + family + n) > 1
        for n in range(min(3, len(rest)))
    ]
    doubt = PHRASE if is_phrase[0] else 0.0
    yield family + 1, worth + doubt + _given(text, lexicon, rest[0])
    if len(rest) < 2:
        return
    middle = _middle(text, lexicon, rest[0], worth)
    given = _given(text, lexicon, rest[1], is_sure=middle >= DIMMED)
    doubt = PHRASE if is_phrase[0] and middle < TYPICAL else 0.0
    doubt += PHRASE if is_phrase[1] else 0.0
    yield family + 2, worth + middle + given + doubt
    if len(rest) > 2:
        doubt = PHRASE if is_phrase[1] or is_phrase[2] else 0.0
        fourth = _fourth(text, lexicon, rest, at + family + 1)
        yield family + 3, worth + middle + fourth + doubt


def _fourth(text: Text, lexicon: Lexicon, rest: list[Word], at: int) -> float:
    is_ended = around.after(text, at + 2) >= around.BOUNDED
    if names.surname(text, lexicon, at + 1, "many") and not is_ended:
        return NO
    if not syllables.has(text, lexicon, rest[0], MIDDLE):
        return NO
    sort = syllables.sort(text, lexicon, rest[1])
    is_middle = syllables.has(text, lexicon, rest[1], MIDDLE)
    third = USUAL if is_middle else FOURTH.get(sort, 0.0)
    rarity = FOURTH_BEHIND.get(rest[0].plain, RARE_FOURTH)
    return third + rarity + _given(text, lexicon, rest[2], is_sure=is_middle)


def _short(
    text: Text, lexicon: Lexicon, words: list[Word], at: int, backing: Backing
) -> Iterator[tuple[int, float]]:
    """Without a family name: Hùng, Tư Đạt, Đức Ròm, Ngọc Hân."""
    first = _given(text, lexicon, words[0])
    is_dated = words[0].plain == "nam" and around.is_dated(text, words[0])
    if not is_dated and (
        around.after(text, at + 1) >= around.SAID
        or not syllables.is_never(text, lexicon, words[0], ALONE)
    ):
        yield 1, first
    if (
        len(words) < 2
        or (first == NO and not names.is_ordered(words[0]))
        or phrases.length(text, lexicon, at + 1) > 1
    ):
        return
    second = _given(text, lexicon, words[1])
    if names.is_ordered(words[0]):
        is_behind = words[0].plain == "sau" and words[1].plain in BEHIND
        if is_behind or syllables.is_never(text, lexicon, words[1], COUNTED):
            return
        is_word = syllables.sort(text, lexicon, words[1]) is Sort.WORD
        worth = (
            (0.0 if text.is_marked else UNMARKED) if is_word and second > NO else second
        )
        most = around.BOUNDED if backing.short >= ALIAS else around.SAID
        is_told = around.after(text, at + 2) >= most
        if syllables.is_never(text, lexicon, words[1], ALONE) and not is_told:
            return
        if full(text, lexicon, at + 1) > 2:
            return  # "anh Ba Cao Văn Bi": the whole name is what he is called
        yield 2, worth + (YOUNGEST if words[0].plain == "ut" else ORDER_WORTH)
        return
    if syllables.has(text, lexicon, words[1], NICK) and first > 0:
        yield 2, first + NICK_WORTH
    parts = (MIDDLE, PEOPLE)
    is_begun = any(syllables.has(text, lexicon, words[0], part) for part in parts)
    is_strange = syllables.sort(text, lexicon, words[1]) is Sort.STRANGE
    if is_strange or (is_begun and second > 0):
        yield 2, max(first, 0.3) + second / 2 + TWO


def _family(text: Text, lexicon: Lexicon, words: list[Word], at: int) -> float:
    match = lexicon.longest("surnames", text, at)
    worth = FAMILY[match.rows[0]["bearers"]] if match else 0.0
    if syllables.sort(text, lexicon, words[0]) is Sort.STRANGE or len(words) > 1:
        return STRANGE_FAMILY
    if words[0].plain in INITIALS:
        return worth
    if syllables.is_everyday(text, lexicon, words[0]):
        return worth + AMBIGUOUS
    return worth + (MARKED if text.is_marked else 0.0)


def _middle(text: Text, lexicon: Lexicon, word: Word, family: float) -> float:
    if word.plain in ("van", "thi") and any(word.reads(m) for m in names.MIDDLE):
        is_then = word.plain == "thi" and not text.is_marked and family < CLEAR
        return USUAL if is_then else TYPICAL
    if syllables.has(text, lexicon, word, MIDDLE):
        is_dim = syllables.is_everyday(text, lexicon, word) and not _is_bare(text, word)
        return DIMMED if is_dim else USUAL
    if lexicon.look_up("titles", word.plain) or _is_never(text, lexicon, word, False):
        return NO
    return MIDDLE_WORTH[syllables.sort(text, lexicon, word)]


def _given(text: Text, lexicon: Lexicon, word: Word, is_sure: bool = False) -> float:
    if not word.plain.isalpha() or _is_never(text, lexicon, word, is_sure):
        return NO
    if word.plain == "nam" and around.lies(text, word):
        return NO
    worth = GIVEN_WORTH[syllables.sort(text, lexicon, word)]
    if is_sure and syllables.is_never(text, lexicon, word, ALONE):
        if around.is_ended(text, word):
            return worth
        is_verb = word.plain in VERBS or not around.goes_on(text, word)
        return UNLIKELY * 2 if is_verb else UNLIKELY
    return max(worth, UNLIKELY) if is_sure else worth


def _is_never(text: Text, lexicon: Lexicon, word: Word, is_sure: bool) -> bool:
    if is_sure and around.is_ended(text, word) and not _is_bare(text, word):
        return False
    return syllables.is_never(text, lexicon, word)


def _is_bare(text: Text, word: Word) -> bool:
    """Is it without marks where others have some?"""
    return text.is_marked and not word.is_marked
