"""Relics: what is left of a soldier, what stands on it, who found it and who keeps it."""

import re
from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.signs import SENTENCE, Said, any_of, said, seen, sign

THINGS = any_of(
    "nhat ky, so tay, la thu, la tho, buc thu, thu, giay, the, tam anh, buc anh, tam hinh, "
    "hinh, ban do, so do, bi dong, binh tong, ky vat, ki vat, di vat, but, dong ho, mu, "
    "huan chuong, huy chuong, lo, ba lo, balo, khan, cuc ao, day lung, that lung, nhan"
)
KINDS = (
    sign(r"\b(?:nhat ky|so tay|cuon so|quyen so|la thu|la tho|buc thu|buc tho|thu tay)\b",
         "diary", "nhật", "ký", "sổ", "tay", "thư", "thơ", "lá", "bức"),
    sign(r"\b(?:so do|ban do)\b", "map", "sơ", "đồ", "bản"),
    sign(r"\b(?:bi dong|binh tong|binh toong|ca|but|nhan|vo dan|com bo)\b"
         r"[^.;\n]{0,40}\b(?:khac|ghi|co) (?:ten|chu)\b",
         "engraved", "khắc", "ghi", "tên", "chữ", "bút", "nhẫn"),
    sign(r"\bkhac (?:ten|chu)\b", "engraved", "khắc", "tên", "chữ"),
    # A canteen is brought for what is scratched on it; the question's choices say so, too.
    sign(r"\b(?:bi dong|binh tong|binh toong)\b", "engraved", "bi", "đông", "bình", "tông", "toong"),
    sign(r"\b(?:tam anh|buc anh|tam hinh|buc hinh|giay to|giay bao tu|the quan nhan"
         r"|giay chung minh|quyet dinh|giay khen)\b",
         "papers", "ảnh", "hình", "tấm", "bức", "giấy", "tờ", "thẻ", "quyết"),
    sign(r"\b(?:huan chuong|huy chuong|ba lo|day lung|that lung|dep cao su"
         r"|mu coi|non coi|dong ho|lo penicillin)\b",
         "other", "lô", "lưng", "dây", "mũ", "nón", "đồng", "hồ", "lọ"),
)  # fmt: skip
# A dictated sentence goes on without a stop: there the writing ends.
THEN = r"(?= (?:luc|khi|hoi|gio|nay|toi|tui|nhat|tim)\b|[;\n]|\.(?=\s|\Z)|\Z)"
# "Ghi giúp số này", "giấy ghi như vậy", "bia ghi sai": none of it stands there.
NO_TEXT = any_of(
    "sai, nham, lai, giup, ho, gium, dum, thay, so, nhu vay, nhu the, the, vay, ro, trat, lon, chua, "
    "khong, thu, don, tin"
)
WRITTEN = (
    sign(
        r"\b(?P<said>(?:(?:ngoai |trong |tren )?(?:bia|thu|tho|do|mat truoc|mat sau|trang dau)"
        r" )?(?:co )?(?:ghi|khac|de ten|de chu|(?<=co )viet|(?<=bia )viet|(?<=thu )viet|(?<=do )viet|ky ten"
        rf"|danh dau)\b(?! (?:{NO_TEXT})\b)(?! (?:ten|chu)(?: (?:cua|nay|do|ay|len|vao|tren|lam|anh)\b|\s*[.,;\n]|\Z))"
        rf"(?:[^.;\n]|\.(?=\S)){{3,90}}?{THEN})",
        None, "ghi", "khắc", "đề", "viết", "ký", "tên", "chữ", "đánh", "dấu",
    ),
    sign(
        r"\b(?:co|con|thay|doc|nhin|hien|lo|net)(?: (?!khong\b|het\b)\w{1,8}){0,4}? (dong chu|hang chu|net chu|chu|ten)"
        r"(?: (?:con|doc|nhin|ro|duoc|ra|thay|la|co)){0,4}[ :]{1,3}"
        rf"(?P<said>(?!gi\b|nghia\b|het\b|nao\b|trong\b|toi\b|tui\b|cua\b)(?:[^.;\n]|\.(?=\S)){{2,90}}?){THEN}",
        None, "chữ", "tên", "nét", "dòng", "hàng",
    ),
    sign(
        r"\b(net chu|dong chu|chu)(?: (?!khong\b|het\b)\w{1,8}){0,3}? (?:ro|duoc|ra|thay|la)(?: la)?[ :]{1,3}"
        rf"(?P<said>(?!gi\b|nghia\b|het\b|nao\b|rang\b)(?:[^.;\n]|\.(?=\S)){{2,90}}?){THEN}",
        None, "chữ", "nét", "dòng",
    ),
    sign(
        r"\b(doc|nhin)(?: ky| mai| lai)? (?:ra|duoc)(?: la| thay)?[ :]{1,3}"
        rf"(?P<said>(?!gi\b|nghia\b|nao\b)(?:[^.;\n]|\.(?=\S)){{2,90}}?){THEN}",
        None, "đọc", "nhìn",
    ),
)  # fmt: skip
GOT = (
    sign(
        r"\b(?:nhat (?:duoc|thay)|dao (?:duoc|thay)|tim thay|(?<!som )(?<!mong )(?<!se )(?<!chua )tim duoc|luc dao|khi dao|mua lai"
        r"|thu duoc|lay duoc|duoc tang|duoc trao|soan tu|don nha|(?<!nguoi )(?<!dau )(?<!bo doi )de lai(?! la\b)|trao lai cho toi"
        r"|(?:gui|goi)(?: \w{1,12}){1,4} giu)\b",
        None, "nhặt", "đào", "tìm", "thấy", "mua", "thu", "lấy", "tặng", "soạn", "dọn",
        bound=SENTENCE,
    ),
    sign(
        r"\b(thay|gap|luom|vot|phat hien|co duoc|lay|lo ra|lo len|troi len|moc len|bat gap)(?: duoc| thay| ra)?"
        r"(?: (?:no|vat (?:do|ay|nay)|cai (?:do|ay|nay)))?"
        r" (?P<said>(?:o|trong|tai|duoi|ben|tren|ngoai|luc|khi|hoi|hom) (?!dau\b|do\b|day\b)[^.;\n]{3,70})",
        None, "thấy", "gặp", "lượm", "vớt", "phát", "hiện", "có", "được", "lộ", "ló", "trồi", "lấy",
        "bắt", "mọc",
    ),
    sign(
        r"\b(?P<said>(luc|khi|hoi) (?:di )?(lam|phat|don|cay|xay|cuoc|san|sua|dap|boc|chan|mo|dot) (?:ray|duong|dat|nha|nen|cong"
        r"|muong|kenh|ruong|vuon|rung|bo|dap|cau|ham|nuong|co)\b[^.;\n]{0,50})",
        None, "lúc", "khi", "hồi", "làm", "phát", "dọn", "cày", "xây", "cuốc", "san", "sửa", "đắp",
        "mở", "bốc", "đốt",
    ),
)  # fmt: skip
# Where, when or from whom: "tôi nhặt được lá thư" alone says none of it.
FROM = re.compile(
    r"\b(?:o|trong|tai|duoi|ben|tren|ngoai|gan|sau|truoc|luc|khi|hoi|hom|bua|nam|thang|ngay|tu|cua (?:toi|tui)"
    r"|de lai|tang|trao|gui|goi|mua|soan|don)\b"
)
KIN = (
    r"(?:ong|ba|bac|chu|co|cau|di|anh|chi|em|me|ma|bo|ba|cha|con|chau|vo|chong|thim|mo)"
)
KEPT = (
    sign(
        r"\b(?:dang|con|van|gio|hien|nay)(?: \w{1,12}){0,3}? (?:giu|cat|luu giu|luu|de o)\b"
        r"(?! nguyen)",
        None, "đang", "còn", "vẫn", "giờ", "nay", "giữ", "cất", "lưu", "để",
    ),
    sign(
        rf"\b(?P<said>(?:toi|tui|nha toi|nha tui|gia dinh toi) co (?:\w{{1,12}} ){{1,3}}?(?:{THINGS}))\b",
        None, "tôi", "tui", "nhà", "có",
    ),
    sign(
        rf"\b(?P<said>{KIN}(?: (?!ay\b|chua\b|khong\b)\w{{1,8}}){{0,3}} (giu|cat|cam)\b(?! (?:chuc|nguyen|nuoc|dat|lang|chot|gin))"
        r"[^.;,\n]{0,40})",
        None, "giữ", "cất", "cầm",
    ),
    sign(
        r"\b(?:(ban goc|ban chinh|muon xem|can xem|nguoi giu)|(?:vat|cai|no|so|thu)(?: (?:ay|do|nay|no))?"
        r"|hien(?: nay| gio)?|bay gio|gio|lau nay)(?: (?:thi|la|do|van|con|dang|o cho|o nha|o voi)){1,3}"
        rf" (?P<said>{KIN} (?!ay\b)\w[^.;\n]{{2,50}})",
        None, "gốc", "chính", "xem", "giữ",
    ),
    sign(
        rf"(?:\A|[.;,\n] ?)(?:(?:vat|cai|so|thu) (?:ay|do|nay|no)|hien nay|hien gio|hien vat|hien|gio|nay|bay gio|bay chu|lau nay)(?: (?:thi|la|do))? (?P<said>{KIN} (?!ay\b)\w{{1,8}} (o) [^.;\n]{{2,50}})",
        None, "ở",
    ),
)  # fmt: skip


def kind(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return which kind of thing it is, by the words that name it."""
    return said(text, KINDS)


def written(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say what stands on it."""
    return said(text, WRITTEN)


def got(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say where it was found, or from whom it came."""
    got = said(text, GOT)
    if got is None or FROM.search(seen(got[1]).plain):
        return got
    return said(text, GOT[1:])


def kept(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say who keeps it."""
    return said(text, KEPT)
