"""How somebody was buried and what is there today, as who did it or saw it tells.

What the dead was wrapped in, how deep he lies, what grows or stands over him now, whether
anybody has looked for him already.
"""

from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.signs import NUMBER, Said, any_of, said, sign

CLOTH = any_of(
    "tang, vai tang, tam tang, vong, vong du, vai du, ni long, nilon, nylon, chan, chieu, "
    "poncho, ao mua, vai nhua, bat"
)
LENGTH = any_of("met, m, tac, thuoc, gang, sai, phan, cm, xich")
WRAPPED = (
    sign(
        rf"\b(?P<said>(?:boc|goi|quan|cuon|bo|liem)(?: (?:bang|trong|vao|kin|tam|may|lop))*"
        rf" (?:{CLOTH})(?: \w{{1,9}}){{0,3}}?)(?=[,.;\n]| (?:roi|chon|dua|dat|va)\b|\Z)",
        None, "bó", "bọc", "gói", "quấn", "cuốn", "võng", "tăng", "chiếu", "chăn", "dù",
    ),
    sign(
        r"\b(?P<said>(?:quan tai|hom go|hom ke|ao quan|khong co (?:hom|quan tai|gi boc))"
        r"(?: \w{1,9}){0,3}?)(?=[,.;\n]|\Z)",
        None, "hòm", "quan", "tài", "kẽm",
    ),
)  # fmt: skip
DEEP = (
    sign(
        rf"\b(?P<said>(?:ho |huyet |dao |lap )?sau (?:chung |khoang |do |co |hon |gan )?"
        rf"(?:{NUMBER}|nua|rua)(?:[,.]\d{{1,2}})? ?(?:{LENGTH})(?: ruoi)?)\b",
        None, "sâu", "mét", "thước", "gang", "tấc", "sải", "phân",
    ),
    sign(
        r"\b(?P<said>(?:chon|dao|lap) (?:rat |kha |hoi )?(?:nong|can))\b",
        None, "chôn", "đào", "nông", "cạn",
    ),
)  # fmt: skip
NOW = any_of("gio, bay gio, nay, hien nay, hien gio, hien tai, ngay nay, bay chu")
BECAME = any_of(
    "la, thanh, da la, da thanh, trong, nguoi ta trong, nguoi ta lam, lam, xay, nam trong, "
    "thuoc, nguoi ta xay, nguoi ta san, bi, chim, ngap, len liep, con"
)
TODAY = (
    sign(
        rf"\b(?P<said>(?:{NOW}) (?:cho (?:do|ay|nay|do) )?(?:da )?(?:{BECAME}) "
        r"(?:\w{1,9} ){0,2}?(?:ray|vuon|ruong|nuong|nha|duong|ho|long ho|cao su|ca phe|tieu"
        r"|keo|rung|bai dat|truong hoc|khu|mia|lua|dieu|nha may|thuy dien|bui ram|co)\b"
        r"(?: \w{1,9}){0,4}?)(?=[,.;\n]|\Z)",
        None, "giờ", "nay", "rẫy", "vườn", "ruộng", "nhà", "đường", "hồ", "rừng",
        "trồng", "ngập", "chìm", "còn", "cỏ", "lúa",
    ),
)  # fmt: skip
LOOKED = (
    sign(
        r"\b(?P<said>(?:da|tung|co) (?:di |ve |len |vao )?(?:tim|dao|boc|do|khao sat|quy tap)"
        r"(?: \w{1,9}){0,8}? (?:khong|chua|ma khong|ma chua) (?:thay|duoc|gap|ra|co)"
        r"(?: \w{1,9}){0,3}?)(?=[,.;\n]|\Z)",
        None, "tìm", "đào", "bốc", "không", "chưa", "thấy", "được",
    ),
    sign(
        rf"\b(?P<said>(?:tim|dao) (?:{NUMBER}|may|nhieu) (?:lan|dot|chuyen)"
        r"(?: \w{1,9}){0,6}?)(?=[,.;\n]|\Z)",
        None, "tìm", "đào", "mấy", "nhiều", "lần", "đợt",
    ),
)  # fmt: skip


def wrapping(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return what the dead was wrapped or laid in."""
    return said(written, WRAPPED)


def depth(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return how deep he lies."""
    return said(written, DEEP)


def terrain_now(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return what is over him today."""
    return said(written, TODAY)


def searched(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return what was looked for and not found."""
    return said(written, LOOKED)
