"""Samples: whether a family has given one or is willing, where and when it was taken."""

import re
from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.signs import Said, said, seen, sign

# "Ở công an xã", "hồi tháng 4": where or when; "ở đâu" asks it.
AT = r"(?:o|tai|tren|duoi|ngoai|hoi|nam|thang)\b (?!dau\b|nao\b)"
GIVEN = (
    sign(
        r"\b(?<!chua )(?<!khong )(?<!muon )(?<!xin )(?<!mong )(?:(?:da|duoc|moi)(?: \w{1,12}){0,3}? (?:lay|cho|gui|nop|lam)"
        r"(?: \w{1,12}){0,2}? (?:mau|adn|sinh pham)|(?:lay|lam|gui|nop|cho)(?: \w{1,12}){0,2}?"
        r" (?:mau|adn)(?: \w{1,12}){0,3}? roi|(?:da )?lay (?:mau )?roi)\b(?! khong\b)",
        "given", "đã", "được", "lấy", "mẫu", "rồi", "cho", "gửi", "nộp", "làm",
    ),
    sign(
        r"\b(?:mau|adn)(?: (?!khong\b|chua\b|de\b|cho\b|dang\b|moi\b)\w{1,12}){0,4}?"
        r" (?:lay|gui|nop|lam|xet nghiem|thu)(?: (?!khong\b|chua\b)\w{1,12}){0,2}? roi\b(?! moi\b)",
        "given", "mẫu", "máu", "lấy", "gửi", "nộp", "làm", "rồi",
    ),
    sign(
        rf"\bmau(?: \w{{1,12}})? (?:da |duoc )?(?:lay|gui|nop)\b(?: tan \w{{1,12}})?,? {AT}",
        "given", "mẫu", "lấy", "gửi", "nộp",
    ),
)  # fmt: skip
WILLING = (
    sign(
        r"\b(?<!khong )(?<!chua )(?:dong y|san sang|san long|xin|muon|sang long|tinh nguyen|tu nguyen|bang long)"
        r"(?: (?!khong\b|chua\b)\w{1,12}){0,5}? (?:lay mau|cho mau|hien mau|nop mau"
        r"|xet nghiem adn|mau adn|mau)\b",
        "agrees", "đồng", "ý", "sẵn", "sàng", "xin", "muốn", "mẫu", "lấy", "tình", "nguyện",
    ),
)  # fmt: skip
READY = (
    sign(
        r"\b(?:mau adn|lay mau|cho mau|can mau)(?: \w{1,12}){0,4}?"
        r" (?<!khong )(?<!chua )(?:dong y|san sang|san long|chiu lien)\b",
        "agrees", "mẫu", "lấy", "đồng", "ý", "sẵn", "sàng",
    ),
    sign(
        r"\b(?:bao gio|khi nao|luc nao|hom nao|ngay nao|can)(?: \w{1,12}){0,3}? (?:lay mau|mau|adn)"
        r"(?: (?!khong\b)\w{1,12}){0,3}? (?:cu goi|cu bao|cung duoc|cung di|toi di|tui di|co mat)\b",
        "agrees", "mẫu", "lấy", "gọi", "báo",
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


# Where or when, told apart from it: "lấy ở trạm xá", "mẫu lấy tận nhà, hồi tháng 4".
TAKEN = (
    sign(
        r"\b(?<!chua )(?<!khong )(?<!se )(?<!muon )(?:lay|gui|nop|lam(?= (?:mau|adn)))(?: mau)?(?: adn)?(?: roi)?(?: tan \w{1,12}| cho)?,? "
        rf"(?P<said>{AT}[^.;\n]{{2,60}})",
        None, "lấy", "gửi", "nộp", "mẫu", "làm",
    ),
    sign(
        r"\b(?:hom|bua|luc|noi|cho|ngay)(?: \w{1,6})? (?:lay|gui|nop) mau(?: adn)?(?: (?:thi|la|do|day))* "
        r"(?P<said>(?!o dau\b|cho nao\b|nao\b|khi nao\b)[^.;\n]{4,60})",
        None, "lấy", "gửi", "nộp", "mẫu",
    ),
)  # fmt: skip


def given_or_willing(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return what a telling says of a sample: given, or willing to give."""
    return said(text, GIVEN) or said(text, WILLING) or said(text, READY)


def where_given(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say where or when it was taken."""
    given = said(text, GIVEN) or said(text, TAKEN[1:])
    if given and WHERE.search(seen(given[1]).plain):
        return given[1], given[1]
    taken = said(text, TAKEN) if given else None
    return taken if taken and WHERE.search(seen(taken[1]).plain) else None


def answered(text: str) -> str | None:
    """Return what an answer to our question says: given, later, agrees; None: other."""
    plain = seen(text).plain
    if said(text, GIVEN):
        return "given"
    if LATER.search(plain):
        return "later"
    return "agrees" if YES.search(plain) and not NO.search(plain) else None
