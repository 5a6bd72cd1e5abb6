"""How a level of a unit is written: all its forms as one pattern.

Each form fills a group of its own name; what it says is read in ``nlp.units.echelons``.
"""

import re
from functools import lru_cache

from nlp import numbers
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK
from nlp.text import fold
from nlp.units import postboxes

FIGURES = r"[0-9]{1,4}[a-d]?(?![0-9])(?![.,][0-9])"
CLOSE = r"(?:(?![a-z0-9])|(?=(?:[a-fk]|bt|mt|qk)[0-9]))"
PEOPLE = (
    r"(?! (?:nguoi(?! nam)|dong chi(?! (?:ay|do))|cuu|can bo|xe(?!,)"
    r"|khach|ba con|bac si|luot|tuoi)\b)"
)
NO_KIN = r"(?!ba (?:toi|em|con|chau|minh|tui|ma|me)\b)"  # "ba tôi" is a father
SPOKEN = {
    "a": "a",
    "b": "b",
    "c": "c",
    "d": "d",
    "e": "e",
    "f": "f",
    "be": "b",
    "xe": "c",
    "ce": "c",
    "se": "c",
    "de": "d",
    "ep": "f",
    "ca": "k",
    "ep pho": "f",
}
SAID = "|".join(sorted(SPOKEN, key=len, reverse=True))
WESTERN = "company|battalion|regiment|division"
SHORT = "bn|regt|rgt|div"  # behind an ordinal alone, "bn" is "bạn" elsewhere
ENGLISH = (
    rf"(?<![0-9])(?:(?P<nth>[0-9]{{1,3}}[a-d]?)(?:st|nd|rd|th|d)|(?P<plain>[0-9]{{3}}[a-d]?|[0-9]{{2}}[a-d])(?! (?:{SHORT})\b))"
    r" (?:(?:nva|vc|pavn|viet cong|sapper|infantry|artillery) ){0,2}"
    rf"(?P<english>{WESTERN}|{SHORT})(?![a-z])"
)
ENGLISH_FIRST = rf"(?P<first>{WESTERN}) (?P<after>[0-9]{{1,3}}[a-d]?)(?![a-z0-9])"
ROMAN = r"(?P<roman>quan khu|quan doan|phan khu) (?P<numeral>i[vx]|v?i{1,2}|iii|v)(?![a-z0-9])"
COVER = r"(?P<cover>[hjpqrtuvxz]\.?[0-9]{1,4})(?![a-z0-9])"  # what nobody has decoded
ARMED = "bo binh|bb|dac cong|phao binh|phao|cong binh|cao xa|phong khong"
ENGLISH_LEVELS = dict(
    zip((*WESTERN.split("|"), *SHORT.split("|")), "cdefdeef", strict=True)
)
NO_STUDENT = "".join(
    f"(?<!{who} )" for who in ("sinh", "hoc", "giao", "nhan", "doan", "hoi", "thanh")
)
SERVED = "trung doi|dai doi|tieu doan"

OPENING = (
    "ht",
    "hom thu",
    "benh vien",
    *ENGLISH_LEVELS,
)  # what is in no table, by its letters


@lru_cache(maxsize=4)
def forms(lexicon: Lexicon) -> re.Pattern[str]:
    """All forms at once; whatever comes first in the text is tried in this order."""
    words, branches = lexicon.pattern("unit_levels"), lexicon.pattern("unit_branches")
    letters = "|".join(
        sorted({fold(row["written"]) for row in lexicon.tables["unit_letters"]})[::-1]
    )
    so = rf"(?:so{BLANK})?"
    return re.compile(
        rf"(?<![a-z]){_beginning(lexicon)}(?:{postboxes.FORM}|{ENGLISH}|{ENGLISH_FIRST}|{ROMAN}"
        rf"|(?P<letter>{letters})[ .:]{{0,2}}(?P<figures>{FIGURES}){CLOSE}|{COVER}"
        rf"|(?P<arms>[c-f]) (?:{ARMED}) (?P<nth_arms>{FIGURES}){CLOSE}{PEOPLE}"
        rf"|(?P<word>{words})(?:(?:{BLANK}|: {{0,2}})(?:(?P<arm>{branches}){BLANK})?{so}|(?<=doan))(?P<count>{FIGURES}){CLOSE}{PEOPLE}"
        rf"|(?P<ward>benh vien(?: da chien)?|quan y vien|{NO_STUDENT}vien(?: quan y)?) (?P<nth_ward>k ?[0-9]{{1,3}}[a-d]?)(?![a-z0-9])"
        rf"|(?P<corps>doi) (?P<nth_corps>[0-9]{{1,3}}[a-d]?) (?:tnxp|thanh nien xung phong)(?![a-z])"
        r"|(?P<league>tong doi (?:tnxp|thanh nien xung phong))(?![a-z]| ?[0-9])"
        rf"|(?P<team>doi) (?P<nth_team>[0-9]{{2,3}}){CLOSE}{PEOPLE}"
        rf"|(?P<served>{SERVED}){BLANK}(?P<service>{branches})(?![a-z0-9]| ?[0-9])"
        rf"|(?P<said>{SAID}){BLANK}(?P<spoken>{numbers.NUMBER}|[0-9]{{1,3}}(?![0-9.,])(?!{BLANK}[0-9]){PEOPLE})(?![a-z])"
        rf"|(?P<level>{words}){BLANK}(?:(?:{branches}){BLANK})?{so}{NO_KIN}(?P<told>(?>{numbers.NUMBER}(?![a-z])))(?! ?[a-z]?[0-9]){PEOPLE})"
    )


def _beginning(lexicon: Lexicon) -> str:
    """What all forms begin with, so that most words are passed over at once."""
    levels = (fold(row["written"]) for row in lexicon.tables["unit_levels"])
    after: dict[str, str] = {}
    for form in sorted({form[:2] for form in (*levels, *SAID.split("|"), *OPENING)}):
        after[form[0]] = after.get(form[0], "") + (form[1:] or r" \n")
    heads = "|".join(f"{first}[{rest}]" for first, rest in after.items())
    return rf"(?=[0-9]|[a-z]{{1,3}}[ .:]{{0,2}}[0-9]|{heads})"
