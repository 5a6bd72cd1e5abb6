"""Witnesses: who else knows of it, as a teller names him."""

from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.signs import Said, said, sign

PERSON = (
    r"(?:(?:may|hai|ba|cac|mot) )?(?:ong|ba|bac|chu|co|cau|di|anh|chi|cu|dong chi|thim|mu|o)"
    r" (?!(?:ay|no|do|ta|em|con|toi|tui|hay|phai|lai|liet|cai|mot|ai|may|biet|nghe)\b)\w{1,12}"
)
MORE = r"[^.;\n]{0,60}?"
END = r"(?=[.;\n]|\Z)"
KNOWS = (
    r"(?:(?:cung|cg|con|deu|van) (?:biet|nho|song|khoe|minh man|sang suot|co mat|thay)|biet (?:chuyen|cho|ro)"
    r"|hoi duoc|ke duoc|chung kien)"
)
SIGNS = (
    sign(
        r"\b(cung biet|con biet|biet chuyen|nguoi biet|nhan chung|con nho|con song)"
        rf"(?: (?:chuyen(?: nay)?|thi|la|nua|gom))* (?:co|con|la|thi) (?P<said>{PERSON}{MORE}){END}",
        None, "biết", "cùng", "còn", "nhớ", "sống", "chứng", "nhân",
    ),
    sign(
        r"\b(?<!chua )(?<!khong )(?<!da )(hoi(?: them)?|hoi lai|tim|gap|tim gap|lien he)(?: (?:thu|ca|voi|cho))? "
        rf"(?P<said>{PERSON}{MORE})(?=(?: (?:nua|te|nhe|nghen|a|nha|di|xem))?(?:[.;\n]|\Z))",
        None, "hỏi", "tìm", "gặp", "liên", "hệ",
    ),
    sign(
        rf"\b(ngoai (?:toi|tui|bac|minh)(?: ra)?,? (?:thi )?(?:con )?(?:co )?|nguoi khac (?:cung )?(?:biet|nho)[^.;\n:]{{0,12}}[: ]{{1,2}})(?P<said>{PERSON}{MORE})(?=[.;\n]|\Z| (?:cung )?(?:biet|nho|hay)\b)",
    ),
    sign(
        rf"\b(?:(?:co|con) )?(?P<said>{PERSON}[^.;\n]{{0,40}}?),? ({KNOWS})\b(?! (?:den|toi|duoc may) )",
        None, "biết", "nhớ", "còn", "sống", "cũng", "hỏi", "kể", "chuyện", "chỗ",
    ),
)  # fmt: skip


def others(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return who else knows, with what is said of him."""
    return said(text, SIGNS)
