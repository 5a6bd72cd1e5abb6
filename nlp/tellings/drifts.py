"""Drifts: forms of a sentence that say what kind of telling it is, however worded.

Phrases (`data/gists.tsv`) know the words; these know how they stand together: somebody
looks for kin, an office lets people wait, a machine has struck bones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.tellings.forms import Form, standing, words
from nlp.tellings.marked import Marks, marked
from nlp.tellings.needed import needed
from nlp.tellings.relics import THINGS
from nlp.tellings.signs import NUMBER, any_of, is_meant
from nlp.text import Text

KIN = (
    r"(?:anh|chi|em|chu|bac|cau|di|duong|ba|bo|cha|tia|ong|chong|con trai|con|me|ma|eng)"
    r"(?: (?:trai|gai|ruot|hai|ba|tu|nam|sau|bay|tam|ut|noi|ngoai|ca))?"
)
MINE = r"(?:cua )?(?:gia dinh |nha )?(?:toi|tui|em|chau|con|minh|me|choa)"
OFFICE = any_of(
    "can bo, xa, huyen, (?<!giai )phong, ubnd, uy ban, may ong, may ong no, cac ong, ong can bo, "
    "lanh dao, chinh quyen, chu tich, ban chinh sach, nghia trang xa, may ong nha nuoc"
)
BAD = any_of(
    "khong tra loi, khong giai quyet, lam mat ho so, lam that lac, that lac ho so, "
    "duoi (?:me|bo|toi|tui|ve), coc loc, hach dich, nhung nhieu, hen lan, hen len, cu hen, "
    "doi tien, ngam ho so, lam ngo, vo trach nhiem, kho de, bo hoang, an chan, bo mac, "
    "nhan tien, dun day, quat mang, roi lam that lac, lam kho, gay kho, di lai nhieu lan, bat di lai"
)
BONES = r"(?:xuong|hai cot|cot nguoi|bo cot|hop so|cai so|so nguoi|so dua)"
STRUCK = any_of(
    "nhat duoc, dao, cuoc, cay, xuc, muc, ui, boi, xoi, lam mong, lam duong, lam san, lu, sat lo, mua, "
    "lo ra, lo, loi ra, loi, bat gap, gap, trung, dung trung, thay, phat hien, trong"
)
NOW = any_of(
    "vua, moi, dang, sang gio, luc trua, luc sang, luc chieu, ban sang, ban trua, moi nay, sang nay, chieu nay, trua nay, toi nay, hom nay, hoi nay, ban nay, "
    "sang ni, chieu ni, bua ni, nay gio, vua nay, luc nay, gio lam sao, lam sao day, "
    "len gap, da dung may, da cho dung, dung thi cong, bao cho xa chua duoc"
)
TAKEN = any_of(
    "boc, cat boc, hot cot, quy tap, di doi, don, ruoc, dua, lay, dem, mang, "
    r"doi(?= (?:ve|mo|sang|vo|vao)\b)"
)
GAP = r"[^.\n]"
# Words of the forms that other words look like without their marks.
MARKS = {
    "found_now": (
        "xương", "cốt", "sọ", "mộ", "đào", "cuốc", "cày", "xúc", "múc", "ủi", "bới", "lộ",
        "lòi", "vừa", "mới", "đang", "móng", "lũ", "mưa", "trúng", "gặp", "thấy",
    ),
    "moved": (
        "bốc", "cất", "hốt", "dời", "đón", "rước", "đưa", "lấy", "về", "đã", "được", "rồi",
        "hết", "đi", "tìm", "đừng", "thôi",
    ),
    "relative": ("tìm", "kiếm", "mộ", "tin", "bố", "mẹ"),
    "misinfo": ("rao", "bán", "giả", "thầy", "vong", "cúng", "lễ", "đòi", "bắt", "xưng", "bà", "cô", "đồng", "gọi", "hồn", "lừa", "gạt", "thú", "tiền", "triệu"),
    "relic": ("giữ", "cất", "nhặt", "khắc", "thư", "thơ", "sổ", "ảnh", "hình", "lọ", "mũ",
              "thẻ", "nhẫn", "bút", "để"),
    "identity": ("bia", "ghi", "khắc", "sai", "nhầm", "lộn", "tên", "mộ", "sửa", "đổi"),
    "complaint": ("hứa", "xã", "cán", "bộ", "phòng", "đuổi", "ngâm", "hẹn", "đòi"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Drift(Form):
    """A form, what it speaks for and how much; `unless` takes it back.

    `marks` are words that others look like.
    """

    says: str
    weight: int
    marks: Marks
    unless: re.Pattern[str] | None = None


def _drift(says: str, weight: int, pattern: str, unless: str = "") -> Drift:
    denial = re.compile(unless) if unless else None
    marks = marked(MARKS.get(says, ()))
    return Drift(re.compile(pattern), needed(pattern), says, weight, marks, denial)


LONG_AGO = r"\b(?:nam (?:19|20)\d\d|hoi \d\d|nam \d\d|doc bao|xem (?:ti ?vi|dai|bao|mang)|tren (?:mang|bao|ti ?vi)|hoi (?:nho|do|ay|xua|nam)|ngay xua|ngay ay|nam xua|nam ay|truoc day)\b"
IN_THE_WAR = r"\b(?:19\d\d|years ago|during the war|back then)\b"
# What lies with the dead, or marks his grave, is no relic that somebody keeps.
WITH_HIM = r"\b(?:lam dau|danh dau|dau de lai|lam tin|lam moc|chon theo|bo theo|dat theo|canh nguoi|ben nguoi|canh (?:anh|chu|bac|ong) ay)\b"
WISHED = r"\b(?:muon|mong|nguyen vong|bao gio|neu|lam sao de|chua)\b"
DRIFTS = (
    _drift("battle", 4, rf"\bmat (?:het )?{NUMBER} (?:nguoi|anh|dong chi|chi|chien si)\b"),
    _drift("battle", 4, r"\b(?:phao|bom)(?: \w+){0,2} (?:trung|danh trung|ban trung)\b"),
    _drift("relative", 6, r"\b(?:nha|gia dinh) (?:con|em|toi|tui|chau|minh) (?:\w+ ){0,2}?(tim|kiem)\b(?! hieu)"),
    _drift("relative", 6, r"\bchua thay (?:ten|mo|tin)\b"),
    _drift("relative", 6, r"\b(?:xin|cho)(?: \w+){0,3} (?:thong tin|tin)(?: ve)? (?:phan mo|mo|liet s[iy]|bac|chu|anh|ong)\b"),
    _drift("misinfo", 12, r"\b(rao|ban)\b[^.\n]{0,30}\b(?:so do|thong tin|danh sach|mo liet|ky vat|hai cot)\b"),
    _drift("complaint", 9, r"\b(hua)\b[^.\n]{0,60}\b(?:khong|chua) (?:lam|thay|sua)\b"),
    _drift("misinfo", 9, r"\b(?:tu )?(xung)(?: (?:la|danh))? (?:\w+ ){0,2}?(?:can bo|cuc|so noi vu|bo chi huy|bo chqs"
           r"|ban chi huy|cong an|quan doi)\b"),
    _drift("misinfo", 8, r"\b(ba dong|co dong)\b[^.\n]{0,60}\b(?:vong|tien|trieu|boi|nhin thay|bao la)\b"),
    _drift("relative", 8, r"\b(?:chua|khong) (?:biet|ro)\b[^.\n]{0,40}\b(?:chon|nam|an tang|hy sinh)(?: cat)?"
           r" (?:o )?(?:dau|noi nao|cho nao)\b"),
    _drift("battle", 4, rf"\b{NUMBER} (?:nguoi|anh|chi|dong chi)(?: \w+){{0,2}} (?:hy sinh|hi sinh|chet)\b"),
    _drift("misinfo", 8, rf"\b(cung|le|vong)\b[^.\n]{{0,40}}\b{NUMBER} ?(?:trieu|ngan dong)\b"),
    _drift("misinfo", 6, rf"\b(doi|bat)\b[^.\n]{{0,20}}\b(?:le phi|tien|{NUMBER} ?trieu)\b"),
    _drift("relative", 6, rf"\b(?:tim|kiem)\b{GAP}{{0,30}}\b(?:mo|hai cot|tin|tung tich)\b"
           rf"{GAP}{{0,20}}\b{KIN} {MINE}\b"),
    _drift("relative", 6, rf"\b(?:tim|kiem)(?: \w+){{0,2}} {KIN} {MINE}\b"),
    _drift("relative", 6, rf"\b{KIN} {MINE}\b{GAP}{{0,60}}\b(?:biet tin|khong co tin|mat tich"
           r"|khong ve|khong thay ve|bat tin)\b"),
    _drift("relative", 6, rf"\b(?:biet tin|tin tuc)\b{GAP}{{0,60}}\bxin bao\b"),
    _drift("relative", 5, r"\b(?:gia dinh|nha|me|toi|tui|chau|con)(?: \w+){0,3} (?:muon|mong)"
           r"(?: \w+){0,3} (?:tim(?! hieu)|kiem|don|ruoc|dua)\b"),
    _drift("relative", 6, rf"\bhoi (?:thong tin|tin|ve)\b{GAP}{{0,50}}\b(?:la {KIN}|{KIN}) "
           r"(?:cua )?(?:toi|tui|em|chau|con)\b"),
    _drift("relative", 7, rf"\bkhong (?:biet|ro)\b{GAP}{{0,25}}\bnam (?:o |tai )?(?:dau|cho nao|noi nao)\b"),
    _drift("identity", 9, r"\b(?:hai|2|ba|3) (?:ngoi )?mo\b[^.\n]{0,60}\b(?:mo nao|mot o|cung ten|that)\b"),
    _drift("battle", 5, r"\b(?:dai doi|trung doi|tieu doi|tieu doan|chot|don vi)\b[^.\n]{0,60}\b(?:con|ve duoc|con lai|chi con)"
           r"(?: lai)? (?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b"),
    _drift("identity", 6, r"\b(?:khac|ghi|viet|in|de) (?:bi )?(?:sai|nham|lon|thieu)\b"),
    _drift("identity", 9, r"\b(?:khac|ghi|de) (?:ten|chu|que)(?: \w+){0,2} (?:sai|nham|thieu)\b"),
    _drift("identity", 6, rf"\b(?:bia|mo|ten)\b{GAP}{{0,60}}\b(?:bi doi ten|doi cho|doi ten"
           r"|ten giong|trung ten)\b"),
    _drift("identity", 5, rf"\bbia\b{GAP}{{0,70}}\b(?:nhung|giay bao tu|that ra|thuc ra|dung ra"
           r"|la nham)\b"),
    _drift("identity", 6, r"\b(?:sua|dinh chinh|khac lai)(?: \w+){0,2} (?:bia|ten tren)\b"),
    _drift("identity", 5, r"\b(?:mo|bia)(?: \w+){0,3} (?:chua|khong|thieu) (?:co |biet |ro |xac"
           r" dinh )?(?:duoc )?(?:ten|thong tin)\b"),
    _drift("identity", 4, rf"\bten tren bia\b{GAP}{{0,60}}\b(?:nhung|ma|thi)\b"),
    _drift("identity", 5, r"\bghi (?:hai|2|ba|3) mo\b"),
    _drift("relic", 5, rf"\b(?:giu|cat|luu|nhat|(?<!ho )(?<!huyet )dao|mua|trao|de lai|chup)\b{GAP}{{0,40}}"
           rf"\b(?:{THINGS}|cuon so|quyen so)\b", WITH_HIM),
    _drift("relic", 5, rf"\b(?:{THINGS}|cuon so|quyen so)\b{GAP}{{0,60}}\b(?:giu|cat|khac|de ten"
           r"|trao lai|nhat duoc|toi nhat|ghi danh sach)\b(?! nguyen)", WITH_HIM),
    _drift("misinfo", 6, rf"\b(?:thay|vong|ngoai cam|goi hon|dong)\b{GAP}{{0,60}}\b(?:doi|lay|nop"
           r"|chuyen|dua)\b[^.\n]{0,20}\b(?:trieu|tien|ngan)\b"),
    _drift("misinfo", 20, r"\b(?:ky vat|ki vat|hai cot|mo|xuong|tin|thong tin) (?:gia|thu)\b"
           r"(?! dinh)"),
    _drift("misinfo", 6, r"\b(?:lua|gat|gat gam)\b[^.\n]{0,40}\b(?:gia dinh|tien|trieu|tui|toi)\b"),
    _drift("misinfo", 6, r"\bnha bao rom\b|\bthu phi\b"),
    _drift("found_now", 9, rf"\b({NOW})\b{GAP}{{0,60}}\b({STRUCK})\b{GAP}{{0,40}}\b({BONES})\b",
           LONG_AGO),
    # "Bây giờ … có hài cốt": it lies open; "bây giờ hài cốt ở nghĩa trang" does not.
    _drift("found_now", 9, rf"\b(ngay bay gio|bay gio|ngay luc nay|luc nay)\b{GAP}{{0,40}}\b(co|thay|lo|loi|gap|trung)(?: \w+){{0,2}} ({BONES})"
           r"(?! (?:dau|nao|nua|da|o|nam|duoc)\b)", LONG_AGO),
    _drift("found_now", 9, rf"\b({STRUCK})\b{GAP}{{0,30}}\b({BONES})\b{GAP}{{0,80}}\b({NOW})\b",
           LONG_AGO),
    _drift("found_now", 9, r"\b(?:lo|loi|lo ra|loi ra|xuc trung|muc len|cay len)(?: \w+){0,3}"
           r" (?:xuong|hai cot|cot nguoi|hop so)\b", LONG_AGO),
    _drift("found_now", 9, r"\b(?:ui|xuc|muc|cay|cuoc|dao) trung(?: \w+){0,2} (?:mo|huyet)\b", LONG_AGO),
    _drift("found_now", 9, r"\b(?:dao|do|dong|lam|cuoc|cay|xoi|boi) (?:mong|ao|gieng|ham|coc|nen|duong|cong|muong|vuon|ray|ruong|dat)\b"
           rf"{GAP}{{0,40}}\b(?:thay|gap|trung|duoc|lo|loi)(?: \w+){{0,3}} ({BONES})\b", LONG_AGO),
    _drift("found_now", 9, rf"\b(?:human )?(?:bones?|remains|skulls?|skeletons?)\b{GAP}{{0,60}}"
           r"\b(?:digging|dug|uncovered|unearthed|came up|today|this morning|just now)\b"
           rf"|\b(?:digging|dug|uncovered|unearthed|just found)\b{GAP}{{0,60}}"
           r"\b(?:human bones?|bones|remains|skull|skeleton)\b", IN_THE_WAR),
    _drift("moved", 8, rf"\b(?:da|duoc)\b(?: \w+){{0,4}}? ({TAKEN})\b(?: \w+){{0,6}}? "
           r"(?:ve|dia|vo|vao|di|het|sang|roi)\b", WISHED),
    _drift("moved", 8, rf"\b({TAKEN})\b(?: \w+){{0,4}}? (?:ve|dia|di|het)\b(?: \w+){{0,3}}? roi\b",
           WISHED),
    _drift("moved", 6, rf"\b(?:truoc|ngay truoc|hoi truoc|cho cu|mo cu)\b{GAP}{{0,80}}\b(?:nay|gio)\b"
           rf"{GAP}{{0,40}}\b(?:ve|dua ve|nghia trang|dat nha)\b", WISHED),
    _drift("moved", 6, rf"\b(?:nay|gio)\b{GAP}{{0,20}}\bve nam o\b|\bdua ve (?:thang|nam)\b"),
    _drift("moved", 6, r"\bkhong con (?:o|ngoai|trong|nam)\b[^.\n]{0,25}\bnua\b"),
    _drift("moved", 7, rf"\b({TAKEN})\b(?: \w+){{0,4}}? (?:ve|vo|vao) nghia trang\b", WISHED),
    _drift("moved", 6, r"\b(?:khoi|dung|thoi|khong phai)(?: (?:vao|vo|ra|len|toi|do|day|cho ay|mat cong|di|phai)){0,3} tim (?:nua|gi)?\b"),
    _drift("moved", 8, rf"\b(?:mo|ma|phan mo|hai cot)(?: (?!ai\b|chua\b|con\b)\w+){{0,4}}? (?:da|duoc) (?:duoc )?({TAKEN})\b"
           rf"|\b(?:mo|ma)(?: (?!ai\b|chua\b)\w+){{0,4}}? ({TAKEN}) roi\b", WISHED),
    _drift("complaint", 14, rf"\b({OFFICE})\b{GAP}{{0,80}}\b({BAD})\b"),
    _drift("complaint", 7, rf"\b(?:bao|noi|gui|nop|len xa|hoi)\b{GAP}{{0,70}}\b(?:hoai|mai|nam ngoai"
           rf"|hai nam|ca nam|may lan|ba lan)\b{GAP}{{0,40}}\b(?:khong|chua) (?:ai|thay|ai lam)\b"),
    _drift("complaint", 5, r"\bbuc xuc\b|\bhen lan hen lua\b|\ban chan\b"),
    _drift("free", 9, r"\b(?:day co phai|co phai day)\b|\bbai tho\b"),
)  # fmt: skip


def drifts(text: Text) -> Iterator[Drift]:
    """Yield the forms that the text has."""
    for drift in standing(DRIFTS, words(text.plain)):
        found = drift.pattern.finditer(text.plain)
        if not any(is_meant(text, match, drift.marks) for match in found):
            continue
        if drift.unless is None or not drift.unless.search(text.plain):
            yield drift
