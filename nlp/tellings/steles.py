"""Steles: where a grave is counted by rows, and what a stone says wrongly."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.landmarks import is_landmark
from nlp.tellings.signs import NUMBER, SENTENCE, Said, any_of, said, seen, sign

CEMETERY = re.compile(r"(?:nghia trang|nghia dia|ntls|nt)\b")
INSIDE = re.compile(r"\b(?:nghia trang|ntls|mo so|hang \d|hang so|lo so)\b")
PAPERS = any_of(
    "giay bao tu, giay to, bang to quoc ghi cong, bang to quoc, trich luc, la thu, la tho, "
    "buc thu, thu cua, giay chung nhan, ho so, nhat ky, tam anh, buc anh, tam hinh, di anh, "
    "so quan nhan, quyen so, cuon so, so tay, the quan nhan, the thuong binh, giay khen, "
    "quyet dinh, huan chuong, huy chuong"
)
WRONG = (
    sign(
        r"\b(?:khac|ghi|in|viet|de) (?:bi )?(?:sai|nham|lon|thieu)\b",
        None, "khắc", "ghi", "viết", "đề", "sai", "nhầm", "lộn", "thiếu",
        bound=SENTENCE,
    ),
    sign(r"\b(?:bia|ten|que|nam sinh)\b[^.\n]{0,60}\b(?:sai|nham|bi doi)\b", None, "sai",
         "nhầm", "đổi", bound=SENTENCE),
    sign(r"\b(?:dung ra|le ra|dang le)\b[^.\n]{0,30}\b(?:la|phai)\b",
         None, "đúng", "lẽ", "đáng", bound=SENTENCE),
    sign(r"\bmang ten (?:nguoi khac|\w+ khac)\b", bound=SENTENCE),
    sign(r"\b(?:mo|bia)\b[^.\n]{0,40}\b(?:chua|khong|thieu) (?:co |biet |ro )?ten\b",
         bound=SENTENCE),
)  # fmt: skip
KEPT = (
    sign(
        rf"\b(?<!khong )(?<!chua )(?:co|con|giu|gui|kem) (?:\w{{1,12}} ){{0,4}}?(?:{PAPERS})\b",
        None, "có", "còn", "giữ", "trong", "gửi", "giấy", "thư", "thơ", "ảnh", "hình", "sổ",
    ),
)  # fmt: skip
ROW = (
    r"(?:(?:khu|lo|hang|day)(?: mo)?(?: so| thu)?|(?:mo|o) (?:so|thu))"
    rf" (?:{NUMBER}|[a-d]\d{{0,2}})\b"
)
# "Nghĩa trang liệt sĩ tỉnh": which one he says by where he lives.
NAMELESS = sign(
    r"\b(?P<said>nghia trang(?: (?:liet si|liet sy|ls|nhan dan))?(?: (?:xa|phuong|huyen|quan|thi xa|tinh|thanh pho))?)\b",
    None, "nghĩa", "trang",
)  # fmt: skip
ROWS = re.compile(
    rf"\b(?P<said>(?:{ROW}[ ,;-]{{0,3}}){{1,4}}(?:(?<=[ ,;-])mo {NUMBER}\b)?)"
)


def wrong(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say what is wrong with a stone."""
    return said(text, WRONG)


def papers(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say which papers there are."""
    return said(text, KEPT)


def grave(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the cemetery that is named, with lot, row and number as told."""
    named = [one for one in found if is_cemetery(one)]
    rows = rows_of(text)
    if not named:
        nameless = said(text, (NAMELESS,)) if rows else None
        return (
            (f"{nameless[0]}, {rows}", f"{nameless[1]}, {rows}") if nameless else None
        )
    best = named[-1]
    parts = [best.norm or best.text, *([rows] if rows else [])]
    return ", ".join(parts), ", ".join([best.text, *([rows] if rows else [])])


def rows_of(text: str) -> str | None:
    """Return lot, row and number of a grave as told: "lô 4, hàng 7, mộ số 15"."""
    seen_text = seen(text)
    found = max(
        ROWS.finditer(seen_text.plain),
        key=lambda match: len(match["said"]),
        default=None,
    )
    return seen_text.written(*found.span("said")).strip(" ,;-") if found else None


def is_cemetery(entity: Entity) -> bool:
    """Return whether the place is a cemetery."""
    if entity.kind is not Kind.PLACE:
        return False
    return CEMETERY.match(seen(entity.text).plain) is not None


def landmark(_text: str, found: Sequence[Entity]) -> Said | None:
    """Return the words of a grave that lies in no cemetery."""
    graves = (one for one in found if one.kind is Kind.BURIAL)
    outside = (
        one
        for one in graves
        if one.role is None
        and is_landmark(one.text)
        and not INSIDE.search(seen(one.text).plain)
    )
    return next(((one.text, one.text) for one in outside), None)
