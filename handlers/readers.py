"""Readers: what a text says under one question; None when it does not answer it.

Better to accept something false than to refuse something true: a person will look at
it. So only long tellings and texts about something else are left to the story.
"""

import re
from collections.abc import Callable, Sequence

from nlp.entity import SURE, Entity, Kind
from nlp.people.martyrs import is_whole
from nlp.tellings import samples
from nlp.tellings.knowing import known_by
from nlp.tellings.signs import seen
from nlp.text import fold

Reader = Callable[[str, Sequence[Entity]], str | None]

# Longer than this and without what was asked, it is a telling, not an answer.
ANSWER_CHARS = 200
NAME_WORDS = 6  # more of them, and none known as a name, are no name
# Said around an answer and no part of it: "tôi nói rồi mà, Hòa", "hình như là Hòa".
TOLD_ALREADY = (
    r"(?:(?:toi|tui|bac|ong|ba|chu|co|anh|chi|con|chau) )?(?:da )?(?:noi|ke)(?: o tren)?"
    r" (?:roi|r)(?: (?:ma|do|day|con|chau)){0,2}"
    r"|nhu (?:toi |tui )?(?:da |vua )?(?:noi|ke)(?: o)?(?: tren)?"
    r"|(?:toi |tui |xin )?nhac lai(?: lan nua)?(?: nhe| nghe| la)?"
)
# "Thừa Lưu" is a place, "Đa" a name: only with their marks do they lead up to an answer.
POLITE = re.compile(r"\s*(?:dạ thưa|thưa|dạ)[ ,]+", re.IGNORECASE)
OPENERS = re.compile(
    rf"(?:(?:{TOLD_ALREADY}|da thua|da(?= ?,)|vang|u|uh|a|o|thi|hinh nhu(?: la)?|chac(?: chan)? la"
    r"|neu (?:toi |tui )?(?:nho )?(?:khong|ko|k|hong) (?:nham|lam)(?: thi)?(?: la)?"
    r"|theo (?:toi|tui) nho(?: thi)?|de (?:toi|tui) nho(?: (?:xem|coi|lai)){0,2})(?: ?[,.:…])?"
    r"(?: |\Z)){1,5}"
)
# Who somebody is: the teller, or the fallen man of whom a name was not asked.
WHO_IS = re.compile(
    r"(?:(?:da )?(?:em|toi|tui|chau|con|bac|chi|co|minh) )?la (?:con|chau|em|vo|chong|anh|chi|me|bo|ba"
    r"|ban|dong doi|bo doi|linh|du kich|dan thuong|nguoi)\b"
)
NO_NAME = frozenset(
    {
        "rồi", "không", "lâu", "lắm", "hồi", "chưa", "còn", "thì", "mà", "nhưng", "vì",
        "lúc", "nữa", "hổng", "khong", "roi",
    }
)  # fmt: skip
CALLED = frozenset(
    {
        "cháu", "chau", "con", "em", "tôi", "toi", "tui", "bà", "ông", "bác", "chú", "cô",
        "anh", "chị", "cháu ạ", "tôi đây", "em ạ", "con ạ",
    }
)  # fmt: skip
POINTS = str.maketrans(",.;:!?…", "       ")
COUNT = re.compile(
    r"(?:có |co |khoảng |khoang |chừng |chung |cỡ |tầm )*(?:\d+|hai|ba|bốn|bon|năm|sáu|bảy|tám|chín|mười)"
    r" (?:người|nguoi|anh|chị|đồng chí|ngôi mộ|mộ)",
    re.IGNORECASE,
)
UNTIL = re.compile(r" ?(?:-|–|đến|den|tới|toi) ?(?:năm |nam )?", re.IGNORECASE)
CALLS = re.compile(
    r"\b(?:tên|ten) (?:thật |that |đầy đủ |day du )?(?:là|la)\b", re.IGNORECASE
)
NAMING = re.compile(
    r"(?:(?:anh|chú|ông|bác)(?: ấy| đó)? )?(?:tên|ten) (?:là|la)\b", re.IGNORECASE
)
CLAUSE = re.compile(r"[,;.\n]")
LIES = re.compile(
    r"(?:(?:o|cho|mo|nam|ngay|thi|no|do) ){0,3}(?:canh|gan|duoi|ben|sau|truoc|cach|doi dien"
    r"|phia|giua|sat|chan|goc|bo|cuoi|dau) \w+"
)
SHORTEST_TELLING = 12  # characters beside a number: "số tôi là" is no description


def words(text: str, _found: Sequence[Entity]) -> str | None:
    """Read any words as they are."""
    return text.strip() or None


def unnamed(text: str, found: Sequence[Entity]) -> str | None:
    """Read words that name nobody: "chị tên thật là …" tells no number."""
    is_named = any(e.kind is Kind.PERSON and e.score >= SURE for e in found)
    return None if is_named else words(text, found)


def described(text: str, found: Sequence[Entity]) -> str | None:
    """Read words that describe something: not only a number, a unit, a date, a name."""
    others = [e for e in found if e.kind in (Kind.PHONE, Kind.UNIT, Kind.DATE)]
    rest = len(text.strip()) - sum(len(entity.text) for entity in others)
    is_other = bool(others) and rest < SHORTEST_TELLING
    is_other = is_other or COUNT.fullmatch(text.strip(" .")) is not None
    if is_other:
        return None
    return lies(text, found) if names(text, found) else words(text, found)


def lies(text: str, found: Sequence[Entity]) -> str | None:
    """Read where it lies, told first of several things: "cạnh cây đa, tên là …"."""
    first = CLAUSE.split(text.strip(), maxsplit=1)[0]
    is_named = any(entity.start < len(first) for entity in found)
    return first if LIES.match(fold(first)) and not is_named else None


def names(text: str, found: Sequence[Entity]) -> bool:
    """Return whether the words say what somebody is called."""
    is_called = any(e.kind is Kind.PERSON for e in found) and CALLS.search(text)
    return bool(is_called or NAMING.match(text))


def briefly(text: str, found: Sequence[Entity]) -> str | None:
    """Read a few plain words: not a telling, and not something with a name or number."""
    speaks_of_else = any(entity.score >= SURE for entity in found)
    if speaks_of_else or len(text) > ANSWER_CHARS or not any(map(str.isalnum, text)):
        return None
    return pared(text)


def pared(text: str) -> str:
    """Return an answer without what only leads up to it; all of it if nothing is left.

    Without marks "Da" may be a name: alone it stays.
    """
    text = text.strip()
    said = seen(POLITE.sub("", text, count=1) or text)
    opener = OPENERS.match(said.plain)
    begins = opener.end() if opener else 0
    if begins == len(said.plain):
        return text
    return said.written(begins, len(said.plain)).strip()


def reads(kind: Kind, *roles: str) -> Reader:
    """Return a reader of one kind of entity that also takes a few plain words.

    An entity in one of these `roles` comes before others, and these before none.
    """

    def read(text: str, found: Sequence[Entity]) -> str | None:
        named = [entity for entity in found if entity.kind is kind]
        if not named and is_somebody(text):
            return None  # "em là con gái" is no unit and no place
        if named:
            best = max(named, key=lambda entity: (entity.role in roles, entity.score))
            return best.norm or best.text
        return briefly(text, found)

    return read


def spotted(
    spot: Callable[[str, Sequence[Entity]], tuple[str, str] | None],
    otherwise: Reader = words,
) -> Reader:
    """Return a reader of words in which one of a few values may be spotted."""

    def read(text: str, found: Sequence[Entity]) -> str | None:
        said = spot(text, found)
        return said[0] if said else otherwise(text, found)

    return read


def dna(text: str, found: Sequence[Entity]) -> str | None:
    """Read whether a sample was given, is agreed to, or is left for later."""
    return samples.answered(text) or briefly(text, found)


def person(text: str, found: Sequence[Entity]) -> str | None:
    """Read a name: the named person, or a few words with letters in them."""
    is_named = any(entity.kind is Kind.PERSON for entity in found)
    if not is_named and spot_known(text):
        return None  # "tui thấy" is nobody's name
    if not is_named and is_no_name(pared(text)):
        return None
    if not is_named and is_whole(pared(text)):
        return pared(text)  # "phạm Đình Phúc", of which a place was read
    name = reads(Kind.PERSON, "martyr")(text, found)
    if name and not is_named and len(name.split()) > NAME_WORDS:
        return None  # "chuyện đó dài lắm, kể sao cho hết"
    return name if name and any(map(str.isalpha, name)) else None


def is_somebody(text: str) -> bool:
    """Return whether the words only call somebody, or say who he is."""
    said = " ".join(text.lower().translate(POINTS).split())
    return said in CALLED or WHO_IS.match(seen(text.strip()).plain) is not None


def is_no_name(text: str) -> bool:
    """Return whether the words hold what no name does, or only call somebody."""
    said = text.lower().translate(POINTS).split()
    return any(word in NO_NAME for word in said) or " ".join(said) in CALLED


def how_known(text: str, found: Sequence[Entity]) -> str | None:
    """Read how the teller knows: he buried, saw, heard, or has papers."""
    known = spot_known(text)
    return known[0] if known else briefly(text, found)


def spot_known(text: str, _found: Sequence[Entity] = ()) -> tuple[str, str] | None:
    """Return how the teller knows and the words that say so, if they do."""
    known = known_by(text)
    return (known.source.value, known.words) if known else None


unit = reads(Kind.UNIT)
rank = reads(Kind.RANK)
place = reads(Kind.PLACE, "burial")


def date(text: str, found: Sequence[Entity]) -> str | None:
    """Read a date; of two years from the one to the other both, as they were said."""
    dates = [entity for entity in found if entity.kind is Kind.DATE]
    if len(dates) == len(("from", "to")):
        first, last = dates
        if UNTIL.fullmatch(text, first.end, last.start):
            return text[first.start : last.end]
    return reads(Kind.DATE, "died")(text, found)


def phone(text: str, found: Sequence[Entity]) -> str | None:
    """Read a telephone number; a text with at least eight digits is kept as typed."""
    named = [entity for entity in found if entity.kind is Kind.PHONE]
    if named:
        return named[0].norm or named[0].text
    digits = sum(letter.isdigit() for letter in text)
    return text.strip() if digits >= 8 and len(text) <= 40 else None
