"""Titles: what stands before a name, and how much of what follows is the name.

"Anh trai tôi là liệt sĩ" is a row of titles; the weightiest role of them counts, and
the last one says what it calls: a whole name, or also a nickname (``titles.tsv``).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.entity import Kind
from nlp.lexicon import Lexicon, Match, adjoining
from nlp.people import around, barenames, capitals, names, syllables
from nlp.people.barenames import Backing
from nlp.people.syllables import Sort
from nlp.text import Text

# Of several the first one counts.
ROLES = ("martyr", "other", "witness", "relative", "contact", "alias")
NO_ROLE = "-"
TELLING = ("martyr", "witness", "relative")
MOST_TITLES = 4
FARTHEST = 8  # words of several titles
SHORTEST = 2  # words of a name that a title can begin
LONGEST = 4  # words of a name whose family is unknown
ASKED_AGAIN = 8  # words: each can go on with titles from several places before it
RANKED = (Kind.RANK.mask, f"{Kind.RANK.mask} ")
BACKING = {
    "any": Backing(1.5, 1.2),
    "order": Backing(0.9, 0.9),
    "full": Backing(1.1, 0.6),
    "capital": Backing(0.4, 0.4),
    "middle": Backing(0.4, 0.0),
}
# Behind "tên" even an everyday word is one if the sentence or clause ends with it.
NAMED_SO = Backing(1.8, 2.3)
NAMING = re.compile(r"\bten(?: goi)?(?: la)?[ :]{1,3}\Z")
ALIASED = re.compile(r"[(,] {0,2}tuc(?: la)? \Z")
# Without marks these are numbers, verbs and particles as well.
AMBIGUOUS = frozenset(["ba", "co", "chi", "o", "di", "con", "em", "chu", "a", "e"])
DOUBT = -0.3
HALF_NAMES = frozenset(["Cô", "Bố", "Con", "Là", "O", "Cha", "Em", "A"])
BEGINS = re.compile(r"(?:\A|[.!?:;,(\"\n\-])[ \n]{0,2}\Z")
AFTER_TITLE = re.compile(r" {0,2}[:\-]? {0,2}")


@dataclass(frozen=True, slots=True)
class Title:
    """One title or several ("anh trai tôi là liệt sĩ"), and the word behind them."""

    after: int
    role: str
    calls: str


def title_at(text: Text, lexicon: Lexicon, at: int) -> Title | None:
    """All titles that follow each other from ``at``; the last says what it calls."""
    title = None
    for _ in range(MOST_TITLES):
        match = _match(text, lexicon, at)
        if match is None or _is_of_name(text, lexicon, at, match.length, title):
            break
        row, last = match.rows[0], text.words[at + match.length - 1]
        role = _joint(title, row["role"], row["written"])
        at += match.length
        title = Title(at, role, row["calls"])
        following = text.words[at].start if at < len(text.words) else len(text.plain)
        if not AFTER_TITLE.fullmatch(text.plain, last.end, following):
            return None
    return (title or _ranked(text, at)) if at < len(text.words) else None


def title_before(text: Text, lexicon: Lexicon, at: int) -> Title | None:
    """The titles that end before word ``at``, as many as follow each other."""
    for n in range(max(0, at - FARTHEST), at):
        if _leads(text, lexicon, n, at):
            title = title_at(text, lexicon, n)
            if title and title.after == at:
                return title
    return _ranked(text, at)


def _leads(text: Text, lexicon: Lexicon, n: int, at: int) -> bool:
    """Do words that can be titles follow each other from ``n`` up to word ``at``?"""
    while n < at:
        match = lexicon.longest("titles", text, n)
        if match is None:
            return False
        n += match.length
    return n == at


def _ranked(text: Text, at: int) -> Title | None:
    """A rank before a name is as good as a title."""
    start = text.words[at].start
    is_ranked = text.plain.endswith(RANKED, max(0, start - 3), start)
    return Title(at, NO_ROLE, "capital") if is_ranked else None


@lru_cache(maxsize=ASKED_AGAIN)
def _match(text: Text, lexicon: Lexicon, at: int) -> Match | None:
    """The title at this word, unless it begins an everyday word or a name (Chú, Chu)."""
    match = lexicon.longest("titles", text, at) if at < len(text.words) else None
    if match is None or _is_begun(text, lexicon, at):
        return None
    if match.length == 1 and _is_initial(text, lexicon, at):
        return None
    phrase = None if text.is_cased else lexicon.longest("everyday", text, at)
    if phrase and phrase.length > match.length:
        return None
    stop = lexicon.longest("stops", text, at)
    if stop is None or stop.length <= match.length:
        return match
    is_always = any(not row["written"].islower() for row in stop.rows)
    is_name = text.words[at + match.length].is_capital and not is_always
    return match if is_name else None


def _is_begun(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Does a whole name without capitals begin here, as its middle name tells?"""
    family = 0 if text.is_cased else names.surname(text, lexicon, at)
    return family > 0 and names.has_middle(text, at + family)


def _is_of_name(
    text: Text, lexicon: Lexicon, at: int, length: int, before: Title | None
) -> bool:
    """Is it the first of a name: "chú Ba Dũng", "liệt sĩ Chu Văn An"?"""
    word = text.words[at]
    is_next = before and (before.calls == "order" or before.role == "alias")
    if is_next and length == 1 and names.is_ordered(word):
        return True
    if not text.is_cased or length > 1 or not word.is_capital:
        return False
    if not text.is_marked and _is_family(text, lexicon, at):
        return True
    if before or (text.is_marked and word.written not in HALF_NAMES):
        return before is not None and not text.words[at - 1].is_capital
    return BEGINS.search(text.plain, max(0, word.start - 3), word.start) is None


def _is_family(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it a family name that begins three capitals, as in "Chu Van An"?"""
    is_followed = (
        names.surname(text, lexicon, at + 1, "many") if at + 1 < len(text.words) else 0
    )
    is_family = names.surname(text, lexicon, at) > 0 and not is_followed
    return is_family and names.capitals(text, at) > SHORTEST


def _is_initial(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is the letter no short "anh", but the name's own ("A Blong")?"""
    if len(text.words[at].plain) > 1 or at + 1 >= len(text.words):
        return False
    sort = syllables.sort(text, lexicon, text.words[at + 1])
    is_name = sort in (Sort.NAME, Sort.BOTH)
    return text.words[at].is_capital or not is_name


def _joint(title: Title | None, role: str, written: str) -> str:
    """The weightier role; "chú tôi là" speaks of the uncle, not of the teller."""
    if title is None:
        return role
    said = NO_ROLE if written.endswith(" là") and role in TELLING else role
    return next((known for known in ROLES if known in (title.role, said)), NO_ROLE)


def called(text: Text, lexicon: Lexicon, title: Title, is_of_death: bool) -> int:
    """How many words the name behind a title takes."""
    at = title.after
    backing = _backing(text, title)
    if names.capitals(text, at):
        length = capitals.name(text, lexicon, at, backing, is_of_death)
        return length if _is_name(text, lexicon, title, length) else 0
    if text.is_cased and text.is_marked:
        return 0
    if title.calls == "any" and (signed := _signed(text, at)):
        return signed
    return barenames.best(text, lexicon, at, backing, is_of_death)


def _is_name(text: Text, lexicon: Lexicon, title: Title, length: int) -> bool:
    """Is what stands in capitals behind this title a name and no office ("Bộ CHQS")?"""
    first = text.words[title.after]
    is_known = names.surname(text, lexicon, title.after) > 0
    is_order = names.is_ordered(first)
    if is_order and length == 1 and title.calls in ("order", "full"):
        return False  # "anh Ba" is what the family calls him
    is_known = is_known or is_order
    is_short = length == 1 and text.is_cased and len(first.plain) > 1
    if is_short and first.written.isupper() and not is_known:
        return False  # CCB, TNXP
    sort = syllables.sort(text, lexicon, first)
    is_rare = sort in (Sort.NAME, Sort.STRANGE)
    is_whole = length > 1 or is_rare or title.calls not in ("full", "middle")
    is_vague = length == 1 and _is_vague(text, title)
    if is_vague and not is_rare and not _is_told_of(text, sort, title):
        return False
    last = syllables.sort(text, lexicon, text.words[title.after + length - 1])
    is_word = text.is_cased and sort is last is Sort.WORD
    is_odd = length <= LONGEST and not (
        is_word and not _is_plain_name(text, lexicon, title)
    )
    return length > 0 and is_whole and (is_known or is_odd)


def _is_told_of(text: Text, sort: Sort, title: Title) -> bool:
    """Is it "co Mai và" or "chu Thanh,", and no "chu A" or "o Lao"?"""
    can_be = sort is Sort.BOTH and text.words[title.after - 1].plain != "o"
    return can_be and around.after(text, title.after + 1) > 0


def _is_plain_name(text: Text, lexicon: Lexicon, title: Title) -> bool:
    """Is it "anh Thêm quê", a capital that no everyday phrase begins with?"""
    word, before = text.words[title.after], text.words[title.after - 1]
    tables = ("stops", "everyday")
    phrases = (lexicon.longest(table, text, title.after) for table in tables)
    is_phrase = any(phrase and phrase.length > 1 for phrase in phrases)
    is_small = text.is_marked and before.written.islower() and title.calls != "full"
    return is_small and not is_phrase and word.plain.isalpha()


def _is_vague(text: Text, title: Title) -> bool:
    """Is the title, without marks, rather another word ("o" for "ở", "chu" for "chữ")?"""
    last = text.words[title.after - 1]
    is_any = title.calls == "any" or text.is_marked or title.role == "martyr"
    return not is_any and last.plain in AMBIGUOUS


def _backing(text: Text, title: Title) -> Backing:
    start = text.words[title.after].start
    if NAMING.search(text.plain, max(0, start - 15), start):
        return NAMED_SO
    if ALIASED.search(text.plain, max(0, start - 10), start):
        return BACKING["any"]
    backing = BACKING[title.calls]
    if not _is_vague(text, title):
        return backing
    return Backing(max(0.1, backing.whole + DOUBT), max(0.0, backing.short + DOUBT))


def _signed(text: Text, at: int) -> int:
    """A word or two between "liên lạc" and a telephone number are a name."""
    for length, n in enumerate(adjoining(text, at, 2), 1):
        if text.plain[text.words[n].end :][:2].strip(" :") == Kind.PHONE.mask:
            return length
    return 0
