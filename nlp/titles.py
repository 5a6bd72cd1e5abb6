"""Titles: what stands before a name, and how much of what follows is the name.

"Anh trai tôi là liệt sĩ" is a row of titles; the weightiest role of them counts, and
the last one says what it calls: a whole name, or also a nickname (``titles.tsv``).
"""

import re
from dataclasses import dataclass

from nlp import names
from nlp.entity import Kind
from nlp.lexicon import Lexicon, Match, adjoining
from nlp.text import Text

# Of several the first one counts.
ROLES = ("martyr", "other", "witness", "relative", "contact", "alias")
NO_ROLE = "-"
TELLING = ("martyr", "witness", "relative")
MOST_TITLES = 4
RANKED = re.compile(rf"{Kind.RANK.mask} ?\Z")
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
        if match is None:
            break
        row, last = match.rows[0], text.words[at + match.length - 1]
        role = _joint(title, row["role"], row["written"])
        at += match.length
        title = Title(at, role, row["calls"])
        following = text.words[at].start if at < len(text.words) else len(text.plain)
        if not AFTER_TITLE.fullmatch(text.plain, last.end, following):
            return None
    return (title or _ranked(text, at)) if at < len(text.words) else None


def _ranked(text: Text, at: int) -> Title | None:
    """A rank before a name is as good as a title."""
    start = text.words[at].start
    is_ranked = RANKED.search(text.plain, max(0, start - 3), start) is not None
    return Title(at, NO_ROLE, "capital") if is_ranked else None


def _match(text: Text, lexicon: Lexicon, at: int) -> Match | None:
    """The title at this word, unless it begins an everyday word or a name (Chú, Chu)."""
    family = names.surname(text, lexicon, at) if at < len(text.words) else 0
    is_name = family and not text.is_cased and names.has_middle(text, at + family)
    if is_name or at >= len(text.words):
        return None
    match = lexicon.longest("titles", text, at)
    stop = lexicon.longest("stops", text, at) if match else None
    if match is None or stop is None or stop.length <= match.length:
        return match
    is_always = any(not row["written"].islower() for row in stop.rows)
    is_name = text.words[at + match.length].is_capital and not is_always
    return match if is_name else None


def _joint(title: Title | None, role: str, written: str) -> str:
    """The weightier role; "chú tôi là" speaks of the uncle, not of the teller."""
    if title is None:
        return role
    said = NO_ROLE if written.endswith(" là") and role in TELLING else role
    return next((known for known in ROLES if known in (title.role, said)), NO_ROLE)


def called(text: Text, lexicon: Lexicon, title: Title) -> int:
    """How many words the name behind a title takes."""
    at = title.after
    if length := names.capitals(text, at):
        return length if _is_name(text, lexicon, title, length) else 0
    if text.is_cased and text.is_marked:
        return 0
    if title.calls == "any" and (signed := _signed(text, at)):
        return signed
    return _plain(text, lexicon, title)


def _is_name(text: Text, lexicon: Lexicon, title: Title, length: int) -> bool:
    """Is what stands in capitals behind this title a name and no office ("Bộ CHQS")?"""
    first = text.words[title.after]
    is_known = names.surname(text, lexicon, title.after) > 0
    is_known = is_known or any(first.reads(order) for order in names.ORDER)
    is_whole = length > 1 or title.calls not in ("full", "middle")
    is_odd = not text.is_cased or not names.is_everyday(text, lexicon, first)
    return is_whole and (is_known or is_odd)


def _plain(text: Text, lexicon: Lexicon, title: Title) -> int:
    """How many words a name without capitals takes behind a title."""
    at = title.after
    length = names.full(text, lexicon, at) if _is_likely(text, lexicon, title) else 0
    if length > 2 or (length > 1 and title.calls == "any" and title.role in ROLES):
        return length
    if title.calls == "any" and not length:
        return names.nickname(text, lexicon, at)
    is_ordered = title.calls in ("any", "order")
    return names.southern(text, lexicon, at) if is_ordered else 0


def _is_likely(text: Text, lexicon: Lexicon, title: Title) -> bool:
    """Does a family name stand here that the title, its bearers or a middle name back?"""
    at = title.after
    family = names.surname(text, lexicon, at)
    if not family or (title.calls == "any" and title.role in ROLES):
        return family > 0
    if names.has_middle(text, at + family) or text.is_marked:
        return True
    is_common = names.surname(text, lexicon, at, "many") > 0
    has_middle = names.has_middle(text, at + family, names.OTHER_MIDDLE)
    is_backed = title.calls != "full" or title.role in TELLING
    return is_common and (has_middle or (is_backed and title.calls != "middle"))


def _signed(text: Text, at: int) -> int:
    """A word or two between "liên lạc" and a telephone number are a name."""
    for length, n in enumerate(adjoining(text, at, 2), 1):
        if text.plain[text.words[n].end :][:2].strip(" :") == Kind.PHONE.mask:
            return length
    return 0
