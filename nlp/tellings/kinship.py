"""Kinship: what a fallen soldier is to the teller, or the teller to him, as he says it."""

from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.forms import form, standing
from nlp.tellings.signs import seen, words
from nlp.text import Text


def _any(phrases: str) -> str:
    return "|".join(sorted(phrases.split(", "), key=len, reverse=True))


ELDER = _any(
    "anh trai, a trai, anh ruot, a ruot, anh ca, anh hai, anh ba, anh ho, anh re, chi gai, chi ruot, "
    "em trai, em gai, chu ruot, bac ruot, cau ruot, di ruot, co ruot, chu, bac, cau, "
    "duong, bo, cha, tia, ba, bo de, cha de, ong noi, ong ngoai, ong, chong, con trai, "
    "con gai, me, ma, eng, bo vo, bo chong, cha vo, cha chong, o ruot"
)
# Nobody else's are called so without a word of whose they are.
OWN = _any(
    "anh trai, anh ruot, chi gai, chi ruot, em trai, em gai, chu ruot, bac ruot, cau ruot, "
    "di ruot, co ruot, o ruot, ong noi, ong ngoai, bo de, cha de, con trai, con gai"
)
MINE = r"(?:cua )?(?:gia dinh |nha )?(?:toi|tui|em|chau|con|minh|choa)"
OF_MARTYR = _any(
    "em trai, em gai, em ruot, em, con trai, con gai, con, con dau, con re, chau noi, "
    "chau ngoai, chau ruot, chau goi, chau, vo, me, anh trai, anh ruot, chi gai, than nhan"
)
# What makes a kinsman one who tells or did something for the fallen.
DOES = "chon|ke|noi|bao|thay|nhat|dao|giu|chung kien|dap mo|khieng"
FALLEN = r"(?:liet s[iy]|ls|hy sinh|hi sinh|hs|nhap ngu|di bo doi|mat tich|bao tu)"
# "chú tôi là liệt sĩ …", "tìm mộ anh trai tôi …", "tôi là em ruột của liệt sĩ …".
FORMS = (
    form(
        rf"\b(?P<kin>{ELDER}) {MINE}\b(?! (?:ke|noi|bao|bi lua|con|co|giu|nhan|mat|gia|cung|dan|mong|muon|nhat|dao|chon|thay|dua|tung|chung kien)\b)"
        rf"(?=(?:(?!\b(?:{DOES})\b)[^.\n]){{0,80}}\b{FALLEN}\b)"
    ),
    form(
        r"\b(?:tim|mo|phan mo|hai cot|don) (?:mo |phan mo |hai cot )?(?:cua )?"
        rf"(?P<kin>{ELDER}) {MINE}\b"
    ),
    form(
        rf"\b(?:tim|kiem) (?:mo |phan mo |hai cot )?(?:thang |dua |nguoi )(?P<kin>{ELDER})"
        rf" (?:cua )?(?:{MINE}|me|u|ba|bac|ong)\b"
    ),
    form(
        r"\b(?:tim|kiem)(?: duoc| dc| thay| gap| ra)?(?: cho| noi| mo| phan mo| hai cot| tung tich)?"
        rf"(?: nam cua| chon| cua)? (?P<kin>{ELDER}) {MINE}\b"
    ),
    form(
        r"\b(?:mong|muon|uoc|xin|chua|khong|de|sao cho)(?: (?:duoc|la|se|ngay)){0,2} (?:dua|don|ruoc)(?: duoc)?"
        rf" (?P<kin>{ELDER}) {MINE} (?:ve|dia|tro ve)\b"
    ),
    form(
        rf"\b(?:trong|cho|doi|ngong|mong)(?: cho| ngong| doi)? (?P<kin>{ELDER}) {MINE}"
        r" (?:ve|dia)\b[^.\n]{0,30}\b(?:toi luc|den luc|mat|nham mat|tung nay|den gio|may chuc|suot|ca doi|mon moi)\b"
    ),
    form(rf"\b(?:tim|kiem)(?: mo| phan mo| hai cot)? (?P<kin>{OWN})\b"),
    form(rf"\bla (?P<kin>{OF_MARTYR})(?: cua)? (?:liet s[iy]|ls)\b"),
    form(rf"\b(?:liet s[iy]|ls)\b[^.\n]{{0,60}}?\bla (?P<kin>{ELDER}) {MINE}\b"),
)  # fmt: skip


def kinship(written: str, _found: Sequence[Entity] = ()) -> tuple[str, str] | None:
    """Return the kin's word with its marks as told, and the words that say it."""
    text = seen(written)
    for one in standing(FORMS, words(written)):
        if found := one.pattern.search(text.plain):
            return _told(text, found.span("kin")), _told(text, found.span())
    return None


def _told(text: Text, span: tuple[int, int]) -> str:
    return text.written(*span)
