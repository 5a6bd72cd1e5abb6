"""Samples: whether a family has given one or is willing, where and when it was taken."""

import re
from collections.abc import Sequence

from nlp.entity import Entity
from nlp.signs import Said, said, seen, sign

GIVEN = (
    sign(
        r"(?<!chua )(?<!khong )(?<!muon )(?<!xin )(?<!mong )\b(?:(?:da|duoc|moi)(?: \w{1,12}){0,3}? (?:lay|cho|gui|nop|lam)"
        r"(?: \w{1,12}){0,2}? (?:mau|adn|sinh pham)|(?:lay|lam|gui|nop)(?: \w{1,12}){0,2}?"
        r" (?:mau|adn)(?: \w{1,12}){0,3}? roi|(?:da )?lay (?:mau )?roi)\b(?! khong\b)",
        "given", "đã", "được", "lấy", "mẫu", "rồi", "cho", "gửi", "nộp", "làm",
    ),
)  # fmt: skip
WILLING = (
    sign(
        r"(?<!khong )(?<!chua )\b(?:dong y|san sang|san long|xin|muon|sang long)"
        r"(?: \w{1,12}){0,4}? (?:lay mau|cho mau|hien mau|nop mau|xet nghiem adn|mau adn|mau)\b",
        "agrees", "đồng", "ý", "sẵn", "sàng", "xin", "muốn", "mẫu", "lấy",
    ),
)  # fmt: skip
READY = (
    sign(
        r"\b(?:mau adn|lay mau|cho mau|can mau)(?: \w{1,12}){0,4}?"
        r" (?<!khong )(?<!chua )(?:dong y|san sang|san long|chiu lien)\b",
        "agrees", "mẫu", "lấy", "đồng", "ý", "sẵn", "sàng",
    ),
)  # fmt: skip
LATER = re.compile(
    r"\b(?:chua|de sau|tu tu|de (?:\w{1,12} ){0,4}(?:hoi|ban|xem|tinh|suy nghi)"
    r"|hoi (?:lai|y kien|da)|khoan|lan khac|hom khac|bua khac)\b"
)
YES = re.compile(r"\b(?:dong y|san sang|duoc|muon|uh?|vang|co|xin|nhat tri|ok)\b")
NO = re.compile(r"\b(?:khong|hong|no|dung|chua|thoi)\b")
WHERE = re.compile(
    r"\b(?:nam \d{4}|\d{1,2}[/-]\d{2,4}|thang \d|cong an|benh vien|xa|huyen|tinh|trung tam|tram y te)\b"
)


def given_or_willing(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return what a telling says of a sample: given, or willing to give."""
    return said(text, GIVEN) or said(text, WILLING) or said(text, READY)


def where_given(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say where or when it was taken."""
    given = said(text, GIVEN)
    return (
        (given[1], given[1]) if given and WHERE.search(seen(given[1]).plain) else None
    )


def answered(text: str) -> str | None:
    """Return what an answer to our question says: given, later, agrees; None: other."""
    plain = seen(text).plain
    if said(text, GIVEN):
        return "given"
    if LATER.search(plain):
        return "later"
    return "agrees" if YES.search(plain) and not NO.search(plain) else None
