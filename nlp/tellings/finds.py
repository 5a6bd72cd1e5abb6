"""Finds: remains come to light: how the place is left, and what lay with them."""

import re
from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.marked import marked
from nlp.tellings.signs import Said, is_meant, said, seen, sign

LEFT = (
    sign(
        r"\b(?:dung (?:may|dao|lai|tay|roi|viec|thi cong)|ngung (?:may|dao|lai|tay)"
        r"|giu nguyen|de nguyen|day lai|day bat|che (?:lai|bat|day)|lap (?:\w{1,6} )?lai|rao lai|cang day"
        r"|(?:con|van) (?:y )?nguyen|nguyen (?:do|tai cho|hien trang)|phu (?:bat|tam|kin)"
        r"|(?:chua|khong) ai (?:dong|dung|cham|dam)"
        r"|trong coi|canh giu|bao ve hien truong|tat may|lay bat)\b",
        None, "dừng", "ngừng", "ngưng", "giữ", "để", "đậy", "che", "rào", "căng", "trông",
        "canh", "tắt", "lấp", "bạt", "đào", "còn", "nguyên", "phủ", "đụng", "chạm",
    ),
)  # fmt: skip
OBJECT = re.compile(
    r"\b(?:dep(?: cao su)?|giay vai|bi dong|binh tong|cuc ao|nut ao|khuy ao|tang|vong du|vong"
    r"|ni long|nilon|tam du|vai du|vai|bong dan|sung|vo dan|dan|luu dan|(?<!ho )bom|min"
    r"|mu sat|mu coi|mu|non coi|non|that lung|day lung|day nit|thia|muong|ca sat|but|dong ho"
    r"|lo penicillin|lo thuy tinh|luoc|guong|bat lua|hop quet|ba lo|balo|xeng|xuong quan dung"
    r"|huy hieu|the nhom|bien nhom|nhan|rang vang)\b"
)
MARKS = marked((
    "dép", "giày", "bi", "bình", "đông", "tông", "cúc", "nút", "khuy", "áo", "tăng", "võng",
    "dù", "ni", "vải", "bòng", "bồng", "bông", "đạn", "súng", "vỏ", "lựu", "mũ", "nón",
    "thắt", "lưng", "dây", "thìa", "muỗng", "bút", "đồng", "hồ", "lọ", "lược", "gương",
    "bom", "mìn", "lô", "xẻng", "huy", "thẻ", "biển", "nhẫn", "răng", "bật", "hộp", "tấm",
))  # fmt: skip


def state(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say how the place is left."""
    return said(text, LEFT)


def objects(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the things that lay there, as they are named."""
    seen_text = seen(text)
    named = [
        seen_text.written(*match.span())
        for match in OBJECT.finditer(seen_text.plain)
        if is_meant(seen_text, match, MARKS)
    ]
    listed = ", ".join(dict.fromkeys(named))
    return (listed, listed) if listed else None
