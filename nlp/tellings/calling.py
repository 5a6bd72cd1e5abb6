"""Calling: by what other name a soldier was called, and who can show the way to him."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.signs import Said, said, sign
from nlp.text import fold

WHOLE = 3  # syllables of a name with its surname
CALLED = re.compile(
    r"\b(?:keu|goi)(?: (?:anh|ong|on|chu|bac|eng|cau|la|ay|no|ta))*[ :]{1,2}\Z"
)
NAMES = (
    sign(
        r"\b(?:tuc(?: la)?|bi danh(?: cua (?:anh|ong)(?: ay| no)?)?(?: la)?|biet danh(?: la)?|ten thuong goi(?: la)?|hay goi la"
        r"|thuong goi(?: la)?|con goi la|ten khac(?: la)?|con duoc (?:goi|keu)(?: la)?|(?:ten|biet) hieu(?: la)?|(?:o|trong) don vi (?:mang ten|goi la|keu la)|ba con (?:keu|goi)(?: la)?"
        r"|(?:ba con|anh em|dong doi|nguoi ta|ai cung|hay|thuong) (?:hay |cung |thuong )?(?:goi|keu)"
        r"(?: (?:anh|ong|on|chu|bac|eng|cau)(?: (?:ay|no|ta))?)? la)[ :]{1,2}"
        r"(?P<said>(?!anh\b(?: ay| no)? la\b)(?!ay\b|no\b|tran\b|cua\b|mua\b|ngay\b|thang \d|nam \d|vao\b|qua\b|minh\b)\w{1,12}(?: \w{1,12}){0,2}?)"
        r"(?=[,.;:)\n]|\Z| (?:que|o|hy|hi|sinh|la|nguoi|thuoc|don|bi|va|con)\b)",
        None, "tức", "bí", "danh", "biệt", "tên", "thường", "gọi", "kêu",
    ),
)  # fmt: skip
GUIDES = (
    sign(
        r"\b(?<!khong )(?<!chang )(?:(?:toi|tui|bac|ong|chu|con|chau|em)"
        r" (?:(?:van|con|co the|san sang|se|xin) ){0,3}"
        r"(?:dan duong|dan cac|dan di|dua cac (?:anh|dong chi|chau)|chi duong|chi cho|chi tan noi)"
        r"|dan duong duoc|dan di duoc|con di duoc toi do"
        r"|(?:toi|tui|con) (?:(?!khong |chang |no )\w{1,6} ){0,4}?chi (?:ngay |cho |dung cho )?duoc(?! (?:nghe|biet|nho|thay|doc|co))"
        r"|di chi (?:cho |duong )?duoc)\b",
        None, "dẫn", "đường", "đưa", "chỉ", "đi", "được", "con", "còn",
    ),
)  # fmt: skip


def alias(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the other name: "tức Thắng", "bà con kêu Tám Thẹo"."""
    other = said(text, NAMES)
    return None if other and _is_his_name(text, other[0], found) else other


def _is_his_name(text: str, called: str, found: Sequence[Entity]) -> bool:
    """Return whether a whole name, the only one told, is what he was called by."""
    people = [one for one in found if one.kind is Kind.PERSON]
    names = [one for one in people if one.text == called]
    others = [one for one in people if one.role == "martyr" and one.text != called]
    if others or not names or len(called.split()) < WHOLE:
        return False
    return CALLED.search(fold(text[: names[0].start])) is not None


def guide(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words of who can lead others there."""
    return said(text, GUIDES)
