"""Where a unit's name begins and ends: posts, names in brackets, TNXP and its province.

What most annotators of tips take for the name is told in ``docs/reading.md``, "Units".
"""

import re
from collections.abc import Sequence

from nlp.lexicon import Lexicon
from nlp.places import gazetteer
from nlp.text import Text
from nlp.units.levels import Echelon
from nlp.units.unitforms import WESTERN

REACH = 30
POST = re.compile(r"\b(?:benh xa|doi phau|tram phau)(?: [ab])?,? {1,2}\Z")
WORDED = re.compile(r"\b(?:dai doi|tieu doan|trung doan|su doan|doan) \Z")
CODED = re.compile(r"[a-z][0-9]")
LETTERED = re.compile(r"[c-f][ .]?[0-9]")
ASIDE = re.compile(r" {0,2}\( ?")
VOLUNTEERS = re.compile(r"\b(?:tnxp|thanh nien xung phong)\b")
BEHIND = re.compile(r" (?:tnxp|thanh nien xung phong|giai phong mien nam)\b")
SERVICE = re.compile(r" (?:hai quan|khong quan)\b")
SUPPLY = re.compile(r"\bdoan [0-9]{2,3}[a-d]?( hau can)\b")
LEVEL = re.compile(rf" (?:{WESTERN}|front)\b")
TEAM = re.compile(r"(?<!dai )\bdoi [0-9]{2,3}\Z")
OPENING = {")": "(", '"': '"'}


def is_alias(level: Echelon, last: Echelon, text: Text) -> bool:
    """Is it the other name of the level before it: "tiểu đoàn 2 (K2)"?"""
    is_beside = ASIDE.fullmatch(text.plain, last.end, level.start) is not None
    is_closed = text.plain.startswith(")", level.end)
    return is_beside and is_closed and level.size == last.size


def begun(first: Echelon, text: Text) -> int:
    """Where it begins: with "tiểu đoàn" before "R20", with the surgeons' post of "e28".

    A post of "binh trạm 9" is none of its name.
    """
    reach = max(0, first.start - REACH)
    if CODED.match(text.plain, first.start):
        word = WORDED.search(text.plain, reach, first.start)
        if word:
            return word.start()
    if LETTERED.match(text.plain, first.start):
        post = POST.search(text.plain, reach, first.start)
        if post:
            return post.start()
    return first.start


def ended(chain: Sequence[Echelon], text: Text) -> int:
    """Where it ends: with the bracket that was opened in it, or with its TNXP."""
    start, end = chain[0].start, chain[-1].end
    closing = text.plain[end : end + 1]
    if closing and closing in OPENING and _is_open(closing, text.plain[start:end]):
        end += 1
    supply = SUPPLY.match(text.plain, chain[-1].start)
    if supply and supply.start(1) == end:
        return supply.end()
    if service := SERVICE.match(text.plain, end):
        return service.end()
    behind = BEHIND.match(text.plain, end)
    if behind is None and CODED.match(text.plain, chain[-1].start):
        behind = LEVEL.match(text.plain, end)
    return behind.end() if behind else end


def province(start: int, end: int, text: Text, lexicon: Lexicon) -> int:
    """How many words behind it name the province that sent the volunteers; 0 if none."""
    is_theirs = VOLUNTEERS.search(text.plain, start, end) or TEAM.search(
        text.plain, start, end
    )
    if not is_theirs or not text.plain.startswith(" ", end):
        return 0
    at = text.word_at(end)
    if at >= len(text.words) or text.words[at].start != end + 1:
        return 0
    place = gazetteer.known(text, lexicon, at)
    return place.length if place and place.size >= gazetteer.DISTRICT else 0


def _is_open(closing: str, words: str) -> bool:
    opening = OPENING[closing]
    if opening == closing:
        return words.count(closing) % 2 == 1
    return words.count(opening) > words.count(closing)
