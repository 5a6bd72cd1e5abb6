"""Who tells it: one of the fallen man's family, a comrade, or who came upon a grave.

Words of kinship with "tôi" behind them ("anh trai tôi") make the teller kin, unless that
kin tells it himself ("bố tôi kể"), or the teller was there ("tôi chôn", "đơn vị tôi").
"""

import re
from dataclasses import dataclass

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.roles.cues import Cues, cues
from nlp.text import Text

WITNESS, RELATIVE = "witness", "relative"
SPEAKER = r"(?:toi|tui|minh|em|chau|con|tau|tao|choa|to|e|chung toi|tui tui)"
MY = r"(?:(?:cua )?(?:toi|tui|em|chau|con|minh|choa|tau|e|nha (?:toi|tui|em|chau|con|minh)))"
SENIOR = (
    r"(?:anh|eng|chu|bac|cau|duong|bo|cha|ba|tia|thay|ong|cu|noi|ngoai|me|ma|u|bu|ba noi"
    r"|ong noi|ong ngoai|ba ngoai|bo de|bo vo|bo chong|cha vo|chong|di|co|o|mu|mem|me vo)"
)
SORT = r"(?: (?:trai|ruot|noi|ngoai|ho|re|ca|ut|hai|ba|tu|nam|sau|bay|de|vo|chong))?"
TELLS = (
    r"(?:ke(?! (?:ben|can|do|tiep|canh)\b)|dan(?! toc| lang| ban| quan| cong)|(?<!ba )(?<!ong )noi(?! (?:toi|tui|em|chau|con|minh|la|ten|cua|nha|tat))|nhac|chi cho|bieu|thuat|cho biet|cho hay|ghi lai|chep|doc cho|con nho|nho lai"
    r"|nho (?:ro|la|rang|moi|co|hoi|luc|mang|chinh|nhu)|bao(?! tu| ve| gio| nhieu| hiem)|chi duong|dan duong|dan (?:toi|tui|em|chung)|xac nhan|khai)"
)
BY_KIN = re.compile(
    rf"\b(?P<who>{SENIOR}){SORT}(?: {MY})?(?: (?:la|ten)(?: [a-z']{{1,8}}){{2,4}},?)?(?: (?:hay|van|con|co|thuong|moi|nay|da|tung|cu|song|gia))"
    rf"{{0,2}} {TELLS}\b"
)
FOR_SOMEONE = re.compile(
    r"\b(?:viet|go|ke|noi|ghi|nhan|danh|chep|gui|bam)(?: \w+)? (?:ho|giup|dum|gium|thay)\b"
)
SEEKS = re.compile(
    r"\b(?:tim (?:mo|phan mo|hai cot|duoc mo|dc mo|anh|chu|bac|cau|ong|bo|cha|em|con)|chua thay mo"
    r"|gia dinh (?:toi|em|chau|con|tui|minh|chi|chung)|adn|sinh pham|giay bao tu|than nhan cua"
    r"|(?:la )?(?:em|con|chau|vo|me|anh|chi)(?: trai| gai| ruot| dau| re| noi| ngoai| goi)?(?: cua)? (?:liet s[iy]|ls)"
    r"|nha (?:toi|em|chau|con|tui) (?:co|con|chua|van)|gio (?:ong|bac|chu|cau|anh|bo|cha)|ai (?:o|biet|con|co)[^.\n]{0,60}(?:goi|bao|lien he|nhan)|nho tim|(?:ke|noi) (?:lai )?(?:ong (?:noi|ngoai)|(?:chu|bac|cau) ruot)|tim giup|tim ho|tim kiem (?:anh|chu|bac|ong|cha|bo))\b"
)
KINSHIP = re.compile(
    rf"\b(?!ba con (?:keu|goi|lang|oi|minh|noi|bao|thay|ai|giup|doc|xom|co bac))(?:{SENIOR}|em trai|em gai|em ruot|con trai|anh em){SORT} {MY}\b"
)
HER_KIN = re.compile(
    r"\b(?:chong|con trai|anh trai|em trai|bo|cha) (?:ba|chi|cu|ong|co|bac)(?: (?:ay|cu))?"
    r" (?:la|ten|hy sinh|hi sinh|di bo doi|nhap ngu|mat|chet)\b"
)
SERVED = re.compile(
    r"\b(?:toi|tui|minh|chung toi|tui tui|em)(?: \w+){0,3} (?:chon|vui|lap|dap|khieng|cang|keo|boc|liem"
    r"|mai tang|an tang|vuot mat)\b"
    r"|\bdon vi (?:cu )?(?:cua )?(?:toi|tui|chung toi|minh)\b|\b(?:ccb|cuu chien binh|linh cu|cuu tnxp|cuu binh|thuong binh)\b"
    r"|\b(?:dong doi|ban|thu truong|dai doi|tieu doi|trung doi|tieu doan|khau doi|to|xe|linh) (?:cua )?(?:toi|tui|minh|chung toi)\b"
    rf"|\b(?:toi|tui|minh|chung toi)(?: (?:la|o|nguyen|nguyen la|thuoc|hoi do|luc do|hoi|linh|cung|von|voi)){1, 4} (?:linh|{Kind.UNIT.mask}|{Kind.RANK.mask}|lai xe|y ta|giao lien|du kich|dan cong|tnxp|bo doi|cung)"
)

FOUND = re.compile(
    r"\b(?:phat hien|nhat duoc|dao (?:ao|mong|duoc|trung|dat|gieng|ho)|cuoc (?:dat|ray|trung)"
    r"|may (?:xuc|ui|cay)|lo ra|loi ra|sap xuong|di (?:ray|rung|lam ray)|lam ray"
    r"|thay (?:co )?(?:mot|may|cai|mo |ham|[0-9])|gps|ghim)\b"
)


@dataclass(frozen=True, slots=True)
class Story:
    """What the whole message is about, found once."""

    near: Cues
    is_of_death: bool
    is_of_kin: bool
    is_for_someone: bool
    narrators: frozenset[str]

    @classmethod
    def of(cls, text: Text, lexicon: Lexicon, is_of_death: bool) -> "Story":
        plain = text.plain
        narrators = frozenset(m["who"] for m in BY_KIN.finditer(plain))
        kin = (m.group() for m in KINSHIP.finditer(plain))
        is_kin = any(k.split()[0] not in narrators for k in kin)
        is_there = SERVED.search(plain) is not None
        is_for_someone = FOR_SOMEONE.search(plain) is not None
        is_kin = is_kin or (is_for_someone and HER_KIN.search(plain) is not None)
        is_kin = is_kin and FOUND.search(plain) is None
        is_of_kin = (is_kin or SEEKS.search(plain) is not None) and not is_there
        return cls(
            cues(text, lexicon, Kind.PERSON),
            is_of_death,
            is_of_kin,
            is_for_someone,
            narrators,
        )

    @property
    def teller(self) -> str:
        """Who tells it: kin of the fallen, or who was there or found them."""
        return RELATIVE if self.is_of_kin else WITNESS
