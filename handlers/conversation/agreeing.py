"""Agreeing: the words by which somebody agrees, refuses, or has no more to say."""

import re

from handlers.conversation import commands
from handlers.conversation.choosing import choose
from handlers.conversation.commands import (
    KEEPS_NOT,
    is_courtesy,
    is_unsure,
    plain,
    trimmed,
)
from handlers.conversation.saying import CONSENT_CHOICES
from handlers.conversation.unknowing import SELF
from nlp.text import fold
from storage.model.dialogue import Asking

# "Thôi tôi nghĩ lại rồi, đồng ý": every word is known, none denies, asks or sets terms.
AGREES = re.compile(
    r"(?:(?:thoi|u|uh|um|da|vang|ok|thi|toi|tui|bac|chau|con|em|ong|ba|co|chu|anh|chi|minh|nha|gia dinh"
    r"|(?:suy )?nghi(?: ky| lai)?|roi|xin|rat|hoan toan|cung|van|duoc|the|vay|nay)[ ,.]+){0,8}"
    r"dong y(?:[ ,.]+(?:roi|nhe|nha|a|do|day|luon|thoi|het|cho|luu|ghi|giu|lai|loi ke|hai tay"
    r"|cac|chau|con|em|anh|chu|nghe|nghen)){0,6}"
)
# "Thôi được rồi, ghi đi", "cứ lưu lại đi cháu": only to the question of it.
SAVES = re.compile(
    r"(?:(?:thoi|u|uh|um|da|vang|ok|thi|duoc|roi|the|vay|cu|xin|toi|tui|bac|ong|ba|chau|con|em)[ ,.]+){0,6}"
    r"(?:luu|ghi)(?: (?:lai|luon|giup|gium|dum|cho|ho|loi ke|loi|toi|tui|bac|ong|ba)){0,4} di"
    r"(?:[ ,.]+(?:nhe|nha|a|chau|con|em|anh|chi|cac|nghen)){0,3}"
)
# "Ừ đúng đấy", "đúng hết rồi, gửi đi": with its marks, for "dung gui di" may forbid it.
RIGHT = re.compile(
    r"(?:(?:ừ|ờ|ừm|dạ|vâng|ok|rồi|thế|vậy|u|uh|da|vang)[ ,.]+){0,3}"
    r"(?:đúng|chính xác|chuẩn|phải rồi|dung roi|chinh xac|phai roi)"
    r"(?:[ ,.]+(?:rồi|đấy|đó|vậy|thế|như|hết|cả|luôn|gửi|đi|giúp|cho|nhé|nha|ạ|tôi|tui|bác"
    r"|con|cháu|em|roi|het|gui|di|giup|nhe|a)){0,6}"
)
# "Tôi không đồng ý lưu gì hết": a question or a condition behind it is no refusal.
DENIES = re.compile(
    rf"(?:{SELF} )?(?:khong|ko|chang|hong) dong y(?: (?:dau|luu|ghi|giu|lai|loi ke|gi|het|ca|cho|nua)){{0,5}}"
    rf"|{KEEPS_NOT}(?: (?:dau|nua))?"
)
# Said to our farewell: nothing is told, and nobody is asked again for it.
NO_MORE = re.compile(
    rf"(?:thoi[ ,]+)?(?:{SELF} )?(?:khong|ko|dung|thoi)(?: (?:can|muon|ke|dau|nua|gi|co gi|cam on)){{0,4}}"
)


def agreement(text: str, asking: Asking) -> str | None:
    """Return the choice that the words are; a consent may be said in a few more."""
    chosen = choose(text, CONSENT_CHOICES, asking.choices)
    if chosen is not None:
        return chosen
    if DENIES.fullmatch(plain(text)):
        return "no"
    return "yes" if is_agreed(text) or _reads(SAVES, text) else None


def is_agreed(text: str) -> bool:
    """Return whether the words consent outright, be it to a question put long before."""
    return _reads(AGREES, text)


def _reads(form: re.Pattern[str], text: str) -> bool:
    return form.fullmatch(fold(text.strip(" .,!\n"))) is not None


def is_right(text: str) -> bool:
    """Return whether the words say that what was read back is so."""
    return RIGHT.fullmatch(trimmed(text)) is not None


def tells_nothing(text: str) -> bool:
    """Return whether the words only greet, call, thank or agree."""
    is_yes = commands.AGREES.fullmatch(plain(text)) is not None
    return (is_yes and not is_unsure(text)) or is_courtesy(text) or is_agreed(text)


def has_no_more(text: str) -> bool:
    """Return whether the words only decline again, or thank."""
    return NO_MORE.fullmatch(plain(text)) is not None or is_courtesy(text)
