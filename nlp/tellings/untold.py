"""Untold: what a teller says, unasked, that he does not know or has forgotten."""

from collections.abc import Mapping

from nlp.tellings.signs import Sign, sign

ME = r"(?:(?:chung |bon |tui )?(?:toi|tui|minh))"
NOT = r"(?:khong|ko|k|hong|hem|no|chua|chang)"
KNOW = r"(?:biet|bit|ro|nho|con nho|hay)"
HE = r"(?:(?:anh|a|ong|on|chu|bac|cau|dong chi|nguoi|liet s[iy]|ls)(?: (?:ay|no|do|ta|nay|kia))?)"
FEW = r"(?:\w{1,12} ){0,4}?"
UNTOLD: Mapping[str, tuple[Sign, ...]] = {
    "martyr_name": (
        sign(
            rf"\b(?:{ME}|ai|gio|cung|gia dinh) (?:\w{{1,6}} ){{0,2}}?({NOT} (?:con )?{KNOW}) (?:duoc |ro )?(?:ho )?(ten)"
            r"(?! (?:nguoi bao|toi|tui|duong|lang|xa)\b)",
            None, "không", "chưa", "biết", "nhớ", "rõ", "tên", "chẳng",
        ),
        sign(
            rf"\b(ten)(?: tuoi)?(?: (?:anh|ong|ho|cua|thi|ay|no|cac))* (?:{ME} )?({NOT} {KNOW}|quen|chiu)\b",
            None, "tên", "không", "chưa", "biết", "nhớ", "rõ", "quên", "chịu",
        ),
        sign(
            rf"\b(ten) (?:\w{{1,6}} ){{0,2}}?(gi) (?:thi )?{ME} (?:\w{{1,6}} ){{0,2}}?({NOT}|quen|chiu)\b",
            None, "tên", "gì", "không", "chưa", "quên", "chịu",
        ),
        sign(
            r"\b(vo danh|khong ten)\b(?![^\n]{0,80}\b(?:dung ra|ten that|thuc ra)\b)",
            None, "vô", "danh", "không", "tên",
        ),
    ),
    "place": (
        sign(rf"\b({NOT} {KNOW}) (?:anh |ong |chu )?(?:chon|nam|mai tang) o (?:dau|cho nao)\b", None,
             "không", "chưa", "biết", "rõ", "nhớ"),
    ),
    "died": (
        sign(
            rf"\b({NOT} {KNOW}) (?:(?:ngay|nam|thang)(?: \w{{1,8}}){{0,2}} (?:hy sinh|hi sinh|mat)"
            rf"|(?:{HE} )?(?:hy sinh|hi sinh|mat) (?:khi nao|nam nao|ngay nao|bao gio))\b",
            None, "không", "chưa", "biết", "rõ", "nhớ",
        ),
    ),
    "death_place": (
        sign(rf"\b({NOT} {KNOW}) {FEW}(?:hy sinh|hi sinh|nga xuong) (?:o dau|cho nao)\b", None,
             "không", "chưa", "biết", "rõ", "nhớ"),
    ),
    "unit": (
        sign(rf"\b({NOT} {KNOW}) (?:ro )?(?:phien hieu|don vi)\b", None, "không", "chưa", "biết", "rõ", "nhớ"),
        sign(rf"\b(don vi|phien hieu) (?:nao )?(?:thi )?(?:{ME} )?({NOT} {KNOW}|quen|chiu)\b", None,
             "đơn", "vị", "không", "chưa", "biết", "rõ", "nhớ", "quên", "chịu"),
    ),
}  # fmt: skip
