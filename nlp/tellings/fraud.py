"""Fraud: who takes money or spreads what is not true, how, and how much."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.signs import NUMBER, Said, said, sign
from nlp.text import fold

# "Số của tôi là", "liên hệ tui theo số": the teller's own, and not the swindler's.
BEFORE = 40
OWN = re.compile(
    r"\b(?:(?:so|may|phone|dien thoai|sdt|dt)(?: cua)? (?:toi|tui|minh)"
    r"|(?:goi|keu|lien he|lien lac)(?: lai)?(?: cho| voi)? (?:toi|tui|minh|chau|con))\b"
    r"[^.;\n]{0,25}\Z"
    r"|\b(?:co gi|can gi|can hoi|muon hoi(?: them)?)(?: thi)?(?: cu| xin| con| cac anh)* (?:goi|keu|nhan|lien he|lien lac)\b[^.;\n]{0,12}\Z"
    r"|\b(?:dien thoai|so|sdt|dt) lien (?:lac|he)[: ]{0,3}\Z"
)
# "0912…, đó là máy của tôi".
OWNED = re.compile(
    r"\A[ ,.:-]{0,3}(?:(?:do|day|ay) )?(?:la )?(?:so|may|dt|sdt)(?: \w{1,6})? (?:toi|tui|minh)\b"
)
# "Sđt 0912…": his own, if nobody was named before who did it.
LABELLED = re.compile(r"\b(?:sdt|so dien thoai|dien thoai|dt)(?: la)?[ :]{1,3}\Z")
SENTENCE = re.compile(r"[.;!?\n]")
THEIRS = re.compile(r"\b(?:no|han|ho|ba ta|ong ta|chung) (?:bao|noi|dan|keu|nhan)\b")
HOW = (
    sign(
        r"\b(?:ngoai cam|thay boi|boi toan|dong cot|ap vong|goi hon|goi vong"
        r"|vong (?:linh )?(?:nhap|bao|ve)|hon (?:liet s[iy] )?(?:ve|nhap|bao)|len dong|thay cung|thay phap)\b",
        "medium", "ngoại", "cảm", "thầy", "bói", "đồng", "cốt", "bà", "cô", "áp", "vong",
        "gọi", "hồn", "lên", "cúng",
    ),
    sign(
        r"\b(?:(?:mac )?quan phuc gia|mac quan phuc|giay (?:gioi thieu|to|phep) gia|the gia|con dau gia|gia danh|mao danh|gia lam (?:can bo|nguoi cua|bo doi|cong an)|tu nhan (?:la )?(?:\w{1,12} ){0,2}?(?:can bo|cong an|quan doi|bo doi|nguoi cua)"
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
        r"\b(?:thu|doi|xin|lua|lay|nop|chuyen|dat coc|gat|nhan|gop|cam|dua|trao)\b[^.;\n]{0,40}\b(?:tien|phi|trieu|coc)\b|\b(?:chuyen khoan|dat coc|tien coc)\b",
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
SOMEBODY = r"(?:(?:mot|co|cai|tay) )?(ong|ba|anh|chi|co|thang|mu|lao|chu|bac|cau|thay)"
MORE = r"[^.,;\n]{2,50}"
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
    sign(
        rf"\b(?P<said>{SOMEBODY} (ten|ho ten|goi la|keu la)(?: la)? {MORE})",
        None, "tên", "gọi", "ông", "bà", "anh", "chị", "cô", "thằng",
    ),
    sign(
        rf"\b(?:nguoi|ke|ong|ba|thang) (?:do|ay|no|kia|lua dao|lua|nhan|nhan tien|thu tien|lay tien|cam tien) (?:chinh |ten )?la (?P<said>(?!ai\b|nguoi\b){MORE})",
        None, "đó", "ấy", "kẻ", "người", "lừa", "là",
    ),
    sign(
        rf"(?:\b(?:ten ho|ho ten|ho va ten|ten|ke do|ke ay|ke lua|cam dau|dung dau|ai cung biet)(?: (?:la|thi))?[ :]{{1,3}}|(?:\A|[.;\n] ?)(?:(?:do|day) )?(?:chinh )?la )(?P<said>{SOMEBODY} (?!con\b|toi\b|tui\b){MORE})",
        None, "ông", "bà", "anh", "chị", "cô", "thằng",
    ),
    sign(
        rf"\b(gap|nho|tim den|tim toi) (?P<said>{SOMEBODY} (?!con\b|toi\b|tui\b){MORE})",
        None, "gặp", "nhờ", "tìm", "ông", "bà", "anh", "chị", "cô",
    ),
    sign(
        rf"(?:\A|[.,;\n] ?|\bla )(?P<said>{SOMEBODY} (?!toi\b|tui\b|ay\b|con\b)[^.,;\n]{{2,40}}?)"
        r" (lam (?:chuyen|viec|tro|vay)|lua|gat|chu (?:con )?ai|chu khong ai|bay ra|dung len)\b",
        None, "ông", "bà", "anh", "chị", "cô", "làm", "lừa", "gạt", "bày", "ai", "chứ", "chớ",
    ),
)  # fmt: skip
# Whether the police may be told, where he says it unasked; "đã báo" tells only what was.
TELL_POLICE = r"(?:bao|chuyen|dua|trinh|gui|to cao)(?: (?!voi\b|da\b|roi\b)\w{1,12}){0,4}? cong an"
POLICE = (
    # However it is denied: "nỏ muốn", "hổng dám", "chả cần".
    sign(
        r"\b(?:khong|hong|hem|ko|no|chang|cha|chua)(?: (?:co|he))? (?:muon|can|dam|dong y|thich|phai)"
        r"(?: \w{1,12}){0,4}? cong an\b",
        "no", "không", "hông", "hổng", "hem", "nỏ", "chẳng", "chả", "chưa", "muốn", "cần", "dám",
    ),
    sign(
        rf"\b(?:khoan|dung|chua muon|khong muon|khong can|khong dong y|thoi)(?: \w{{1,12}}){{0,3}}? {TELL_POLICE}\b|(?:\A|[.,;\n] ?)khong {TELL_POLICE} dau\b",
        "no", "khoan", "đừng", "chưa", "báo", "chuyển",
    ),
    sign(
        r"\b(ngai|so|khong can|chua can|chang can|khong muon|khoi|dung|khoan)(?: (?:phai|den|toi|dung|bao|lam phien|gap|voi|ra)){0,3} (cong an)\b",
        "no", "đừng", "khoan", "ngại", "sợ", "không", "chưa", "chẳng", "khỏi", "công",
    ),
    sign(
        r"\b(san sang|dong y|muon|mong)(?: \w{1,12}){0,3} (cong an)\b(?! (?:khong|dung|thoi))"
        r"|\b(cong an) (?:ma )?(?:vao|vo)(?: (?:dieu tra|cuoc|lam))+ (?:thi |la )?(?:tot|mung|hay|quy)\b",
        "yes", "sẵn", "đồng", "muốn", "mong", "công",
    ),
    sign(
        rf"\b(?<!da )(?<!co )(?<!khong )(?<!dinh )(?<!bao )(?:nho|xin|cu|hay|de nghi|mong|muon|dong y|phai|nen|giup)"
        rf"(?: (?!da\b|khong\b|dung\b|khoan\b)\w{{1,12}}){{0,3}}? {TELL_POLICE}\b",
        "yes", "nhờ", "cứ", "hãy", "mong", "muốn", "báo", "chuyển", "giúp",
    ),
    sign(
        rf"(?:\A|[.,;:!?\n] ?)(?:{TELL_POLICE}|(?:nho|xin|mong|de|cu de) (?:cac |ben |anh |chu )?cong an (?:giup|xu|dieu|lam|vao|bat))\b", "yes", "báo", "chuyển", "gửi",
    ),
    sign(
        rf"\b(?<!da )(?<!khong )(?<!khoan )(?<!dung ){TELL_POLICE} (?:giup|gium|dum|ho|di|xu ly|dieu tra|xem xet)\b",
        "yes", "báo", "chuyển", "gửi", "giúp", "hộ", "đi",
    ),
)  # fmt: skip


def how(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return which kind of fraud it is, by the words that name it."""
    return said(text, HOW)


def amount(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the sum that is named."""
    return said(text, AMOUNT)


def to_police(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return whether the teller wishes the police to know."""
    return said(text, POLICE)


def own_number(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the number at which the teller himself wishes to be called."""
    own = [one for one in found if one.kind is Kind.PHONE and _is_own(text, one)]
    return (own[0].norm or own[0].text, own[0].text) if own else None


def _is_own(text: str, number: Entity) -> bool:
    before = SENTENCE.split(fold(text[max(0, number.start - BEFORE) : number.start]))[
        -1
    ]
    if OWNED.search(fold(text[number.end : number.end + BEFORE])):
        return True
    if THEIRS.search(before):
        return False
    if OWN.search(before):
        return True
    return LABELLED.search(before) is not None and not said(text[: number.start], WHO)


def who(text: str, found: Sequence[Entity]) -> Said | None:
    """Return who did it, with the telephone that is named in such a telling."""
    numbers = [
        one.text for one in found if one.kind is Kind.PHONE and not _is_own(text, one)
    ]
    named = said(text, WHO)
    words = ", ".join([*([named[1]] if named else []), *numbers])
    return (words, words) if words else None
