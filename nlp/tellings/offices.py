"""Offices: which one a complaint is about, where it is named."""

from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.signs import Said, any_of, said, sign
from nlp.text import fold

OFFICES = (
    "can bo", "uy ban nhan dan", "uy ban", "ubnd", "ban chi huy quan su", "bchqs", "cong an",
    "xa doi", "huyen doi", "phong noi vu", "phong", "so noi vu", "lanh dao", "chu tich",
)  # fmt: skip
BEFORE = 30
# Where its place was not read as one: "phòng chính sách huyện Ba Vì".
STOPS = any_of(
    "day, do, lam, khong, da, la, o, va, cho, noi, bao, thi, nay, nhan, tra, hen, cu, gay"
)
NAME = rf"[^\W\d_][\w'-]{{0,9}}(?: (?!(?:{STOPS})\b)[^\W\d_][\w'-]{{0,9}}){{0,3}}?"
NAMED = (
    sign(
        r"\b(?<!gui )(?<!goi )(?P<said>(?:(xa doi|huyen doi|tinh doi)|(?:("
        + any_of(
            "uy ban nhan dan, uy ban, ubnd, ban chi huy quan su, bchqs, ban chinh sach, mat tran, "
            "phong chinh sach, phong lao dong, phong noi vu, so lao dong, so noi vu, cong an, "
            "hoi cuu chien binh"
        )
        + r")(?: (?!(?:xa|phuong|huyen|quan|tinh|thi)\b)\w{1,9}){0,4}?"
        rf" (?:xa|phuong|huyen|quan|tinh|thi xa|thi tran|thanh pho|tp))) {NAME})"
        rf"(?=[.,;:!?\n]|\Z| (?:{STOPS})\b)",
        None, "ủy", "uỷ", "ban", "đội", "phòng", "sở", "công", "chính", "sách", "mặt", "trận",
    ),
)  # fmt: skip


def complained_of(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the office with its place: "Ủy ban nhân dân xã Hòa Bình"."""
    for place in (one for one in found if one.kind is Kind.PLACE):
        start = max(0, place.start - BEFORE)
        before = fold(text[start : place.start]).rstrip()
        office = next((name for name in OFFICES if before.endswith(name)), None)
        if office:
            words = text[place.start - len(office) - 1 : place.end].strip()
            return words, words
    return said(text, NAMED)
