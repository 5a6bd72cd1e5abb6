"""Fraud: who takes money or spreads what is not true, how, and how much."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.signs import NUMBER, Said, said, sign
from nlp.text import fold

# "Số của tôi là", "liên hệ tui theo số": the teller's own, and not the swindler's.
BEFORE = 40
OWN = re.compile(
    r"\b(?:(?:so|may|phone|dien thoai|sdt|dt)(?: cua)? (?:toi|tui|minh)"
    r"|(?:goi|keu|lien he|lien lac)(?: lai)?(?: cho| voi)? (?:toi|tui|minh|chau|con))\b"
    r"[^.;\n]{0,25}\Z"
)
THEIRS = re.compile(r"\b(?:no|han|ho|ba ta|ong ta|chung) (?:bao|noi|dan|keu|nhan)\b")
HOW = (
    sign(
        r"\b(?:ngoai cam|thay boi|boi toan|dong cot|ap vong|goi hon|goi vong"
        r"|vong nhap|vong bao|len dong|thay cung|thay phap)\b",
        "medium", "ngoại", "cảm", "thầy", "bói", "đồng", "cốt", "bà", "cô", "áp", "vong",
        "gọi", "hồn", "lên", "cúng",
    ),
    sign(
        r"\b(?:gia danh|mao danh|gia lam can bo"
        r"|(?:tu )?xung (?:la )?(?:\w{1,12} ){0,2}?(?:cuc|so|bo|ban|can bo|cong an|quan doi|don vi))\b",
        "office", "giả", "danh", "mạo", "xưng", "cục", "sở", "bộ", "cán",
    ),
    sign(
        r"\b(?:xuong|hai cot|mo|ky vat|ki vat|di vat) (?:\w{1,12} )?(?:gia|dong vat|thu|heo|cho|trau|bo)\b",
        "remains", "xương", "giả", "mộ", "kỷ", "kỉ", "thú", "chó", "bò", "động", "vật",
    ),
    sign(
        r"\b(?:tin gia|thong tin gia|tin don|bia dat|xuyen tac|khong co chuyen ay|dung chuyen)\b",
        "rumour", "tin", "giả", "đồn", "bịa", "đặt", "xuyên", "dựng", "chuyện",
    ),
    sign(
        r"\b(?:thu|doi|xin|lua|lay|nop|chuyen|dat coc|gat)\b[^.;\n]{0,40}\b(?:tien|phi|trieu|coc)\b",
        "money", "thu", "đòi", "lừa", "lấy", "nộp", "chuyển", "cọc", "gạt", "tiền", "phí",
        "triệu", "xin", "đặt",
    ),
)  # fmt: skip
AMOUNT = (
    sign(
        rf"\b(?P<said>(?:(?:hon|gan|khoang|toi|het) )?(?:\d{{1,3}}(?:[.,]\d{{1,3}}){{0,3}}|{NUMBER})"
        r" ?(?:trieu|tr|ty|ngan|nghin|chai|cu)(?: ruoi)?(?: dong)?\b(?! (?:nguoi|quan|anh|liet|bo doi|chien si|mo)\b)|\d{1,3}(?:[.,]\d{3}){1,3} ?(?:dong|vnd|d))\b",
        None, "triệu", "tỷ", "ngàn", "nghìn", "chai", "củ", "đồng",
    ),
)  # fmt: skip
# Who it is; his telephone is found by itself.
WHO = (
    sign(
        r"\b(?P<said>(?:(?:nha ngoai cam|ong thay|thay boi|thay|ba dong|co dong|nguoi|doi tuong|trang"
        r"|nhom|facebook|face|nick|kenh|tai khoan)(?: \w{1,12}){0,4}? )"
        r"(?:ten(?: la)?|ho ten|goi la|keu la|xung la|tu xung la|mang ten) [^.,;\n]{2,50})",
        None, "tên", "gọi", "xưng", "trang", "thầy", "bà", "cô",
    ),
    sign(
        r"\b(?P<said>(?:tu xung|xung|gia danh|mao danh)(?: la)? [^.,;\n]{2,60})",
        None, "xưng", "giả", "danh", "mạo",
    ),
)  # fmt: skip


def how(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return which kind of fraud it is, by the words that name it."""
    return said(text, HOW)


def amount(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the sum that is named."""
    return said(text, AMOUNT)


def own_number(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the number at which the teller himself wishes to be called."""
    own = [one for one in found if one.kind is Kind.PHONE and _is_own(text, one)]
    return (own[0].norm or own[0].text, own[0].text) if own else None


def _is_own(text: str, number: Entity) -> bool:
    before = fold(text[max(0, number.start - BEFORE) : number.start])
    return OWN.search(before) is not None and not THEIRS.search(before)


def who(text: str, found: Sequence[Entity]) -> Said | None:
    """Return who did it, with the telephone that is named in such a telling."""
    numbers = [
        one.text for one in found if one.kind is Kind.PHONE and not _is_own(text, one)
    ]
    named = said(text, WHO)
    words = ", ".join([*([named[1]] if named else []), *numbers])
    return (words, words) if words else None
