"""Sources: by what words a teller says how he knows what he tells."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nlp.tellings.forms import Form, form
from nlp.tellings.marked import Marks, marked
from nlp.tellings.needed import needed


class Source(StrEnum):
    """How he knows, the strongest first."""

    BURIED = "buried"
    SAW = "saw"
    HEARD = "heard"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True, eq=False)
class Sign(Form):
    """A form that tells it; `marks` are its words that others look like."""

    source: Source
    marks: Marks


def _any(phrases: str) -> str:
    return "|".join(
        sorted(phrases.replace("\n", "").split(", "), key=len, reverse=True)
    )


SELF = r"(?:(?:chung|bon|tui) )?(?:toi|tui|minh)"
# Elders call themselves so before the young: "bác tên Tâm … bác chôn".
ELDERS = r"(?:bac|ong|ba|chu|co|qua|me|cau|di|con|chau|em)"
I_AM = form(
    rf"(?:\A|[.\n] ?|\b(?:chau|con|em|a|oi|hi|chi|anh)[, ]{{1,2}})(?P<self>{ELDERS})"
    r" (?:ten|la cuu|la bo doi|biet|ke|nho|muon|xin bao|hoi|ngay xua|nam nay|hien o|o xa)\b"
)
# Before "tôi" as a subject; any other word may make it "my": "bố tôi", "đơn vị tôi".
BEGINS = (
    r"(?:\A|[.,;:!?\n()\"-] ?|\b(?:"
    + _any(
        "chinh, tay, do, duoc, va, voi, cung, roi, thi, khi, luc, nen, ay, day, nay, xua, la, "
        "hom do, ngay do, hoi do"
    )
    + r"|nam \d{4}|\d{4}) )"
)
NOBODYS = "".join(
    f"(?<!{of} )"
    for of in (
        "bo", "cha", "ba", "tia", "me", "ma", "ong", "bac", "chu", "cau", "co", "di", "anh", "chi", "em",
        "vo", "chong", "con", "chau", "ban", "vi", "nha", "doi", "lang", "xom", "dinh", "noi", "ngoai",
        "ruot", "trai", "gai", "cua", "bon", "chung", "tui",
    )
)  # fmt: skip
ALSO = (
    r"(?:(?:"
    + _any(
        "da, con, co, duoc, cung, tung, truc tiep, tu tay, chinh tay, dich than, chinh mat, "
        "la nguoi, la nguoi da, phai, lo"
    )
    + r") |(?:cung|voi|va) (?:(?!(?:thay|nghe|nhin|biet|bo doi|dan|linh|ho|nguoi ta)\b)"
    r"\w{1,12} ){1,7}?){0,3}?"
)
BURY = rf"(?:{_any('chon, chon cat, mai tang, an tang, dao huyet, dap mo')})\b"
FELL = rf"(?:{BURY}|(?:{_any('hy sinh, hi sinh, trung dan, trung bom, nga xuong')})\b)"
TELL = _any("ke, noi, bao, thuat")
PAPER = _any(
    "so tay, so ghi, quyen so, cuon so, nhat ky, giay bao tu, giay to, trich luc, ho so, "
    "danh sach, la thu, buc thu, hoi ky, ban do, so quan nhan"
)
NEAR = r"(?:(?!(?:ghi|bao|noi|ke|viet|giay|bia|khong|chua)\b)\w{1,12} )"
ELDER = _any("ong, ba, bac, chu, cau, co, di, anh, chi, ong noi, ong ngoai, ba noi, cu")
OTHERS = _any(
    "bo, cha, tia, me, bo toi, cha toi, tia tui, me toi, dong doi, cac cu, ba con, "
    "nguoi dan, dan lang, moi nguoi, nguoi ta, nguoi nha, ho hang, nguoi lang, nguoi trong lang, "
    "nguoi trong xom, nguoi trong ho, nguoi cung don vi, nguoi di truoc, cac bac, cac ong"
)
FAMILY = rf"(?:(?:{ELDER}) (?:noi |ngoai )?(?:toi|tui|minh)|{OTHERS})"
MINE = ("tôi", "tui", "tụi", "mình", "chính", "tự", "chôn", "cất", "thấy")
TOLD = (
    "nghe",
    "kể",
    "nói",
    "bảo",
    "thuật",
    "mẹ",
    "bố",
    "cha",
    "đồng",
    "đội",
    "bà",
    "nội",
)


def _sign(source: Source, pattern: str, *marks: str) -> Sign:
    return Sign(re.compile(pattern), needed(pattern), source, marked(marks))


SIGNS = (
    _sign(Source.BURIED, rf"{BEGINS}(?P<said>{SELF} {ALSO}{BURY})", *MINE),
    _sign(
        Source.BURIED,
        rf"{BEGINS}(?P<said>{SELF} {ALSO}(?:co mat |o do )?(?:va |cung |roi )?(?:tu (?:minh|tay) |dat |bo |goi |khieng |dua )"
        rf"(?:(?!(?:nguoi|ho|dan|nghe|bao)\b)\w{{1,12}} ){{0,7}}?(?:roi |de |va )?{BURY})",
        *MINE,
    ),
    _sign(
        Source.BURIED,
        rf"{BEGINS}(?P<said>{SELF} {ALSO}(?:dat|ha) (?:anh|chu|bac|ong|cau|no|em|cac anh)(?: (?:ay|no|do))? (?:xuong|nam|duoi|vao|o)"
        r" (?:ho|huyet|chan|goc|canh|ben|duoi|long))\b",
        *MINE, "đặt", "hạ", "hố", "huyệt",
    ),
    # Who dictates draws no breath: so "tôi với anh Tý chôn" behind any word but whose "tôi" makes mine.
    _sign(
        Source.BURIED,
        rf"\b{NOBODYS}(?P<said>(?:toi|tui) (?:voi|cung) (?:anh|ong|may|hai|ba|bac|chu|dong chi|dong doi|anh em)"
        rf"(?: (?!(?:thay|nghe|nhin|biet|cho)\b)\w{{1,12}}){{0,4}}? (?:da |cung )?{BURY}"
        r"|(?:toi|tui) (?:bo|boc|goi|khieng|cong) (?:anh|chu|ong|bac|cau|no)(?: \w{1,12}){1,5} (?:roi|de|di) (?:dem |dua )?"
        rf"{BURY})",
        *MINE, "bó", "bọc", "gói", "khiêng", "cõng", "rồi",
    ),
    _sign(
        Source.BURIED,
        rf"\b(?P<said>(?:hai|doi|chinh|ban) (?:ban )?tay (?:nay|ni|{SELF}) {ALSO}{BURY})",
        *MINE, "tay", "này", "hai", "đôi",
    ),
    _sign(
        Source.BURIED,
        rf"{BEGINS}(?P<said>(?:tu|chinh) tay (?:{SELF} )?{ALSO}{BURY})",
        *MINE,
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>{SELF} {ALSO}(?:chung kien|la nhan chung|co mat (?:luc|khi)"
        rf"|tan mat|(?:nhin |trong )?thay {NEAR}{{0,6}}?{FELL}"
        r"|(?:nhin |trong )?thay(?= ?(?:[.,;!\n]|\Z| tan mat| ro))))",
        *MINE,
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>{SELF} (?:co mat|dung|o)(?: (?:ngay|ben|canh|sat|o|tai|luc|hom|gan))*"
        rf" (?:do|day|ay|no|dau|ben|canh|cho|chung|nay)\b,?(?: {SELF})? ?(?:thay|nhin|chung kien|biet)(?: ro| het| tan mat)?)",
        *MINE, "mặt", "đó", "đấy", "đứng", "bên", "ở", "nhìn", "hết",
    ),
    _sign(
        Source.SAW,
        rf"\b(?P<said>(?:luc|khi|hom)(?: ay| do)? (?:chon|chon cat|mai tang|an tang)(?: anh| ay| cat)*,? {SELF} (?:co mat|dung|o)\b)",
        *MINE, "lúc", "khi", "hôm", "mặt", "đứng", "ở",
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>{SELF} co mat (?:hom|ngay|buoi|o) (?:ay|do|day|chon)|(?:hom|luc|bua|khi) (?:ay|do|no|chon) {SELF} (?:cung )?co mat)\b",
        *MINE, "mặt", "hôm", "ngày", "ấy", "đó", "đấy",
    ),
    _sign(
        Source.SAW,
        rf"\b(?P<said>(?:(?:tan|chinh) mat (?:{SELF} )?|mat {SELF} (?:con |van )?)(?:nhin |trong )?(?:thay|nhin ro|chung kien))",
        *MINE, "tận", "mắt", "nhìn",
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>(?:tan|chinh) mat (?:{SELF} )?(?:thay|nhin|chung kien))",
        *MINE,
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>nghe (?!{SELF} (?:{TELL})\b)(?:\w{{1,12}} ){{0,5}}?(?:{TELL}))\b",
        *TOLD,
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>{FAMILY} (?:co |hay |thuong |tung |van )?"
        r"(?:ke|thuat lai|truyen lai|(?:noi|bao) (?:lai|rang|la)))\b",
        *TOLD,
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>{FAMILY}(?: (?:cu|ca|di truoc|truoc|doi truoc|hoi con song|luc con song|truoc khi mat))? (?:co |hay |thuong |tung |van |da )?"
        rf"(?:truyen|ke|noi|thuat|chi)(?: lai)?(?: cho)? (?:{SELF}|nghe|con chau))\b",
        *TOLD, "truyền", "làng", "xóm", "người",
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>(?:duoc|co) (?:nghe )?{FAMILY} (?:ke|noi|bao|thuat|truyen)(?: lai)?)\b",
        *TOLD, "được",
    ),
    _sign(Source.HEARD, r"\b(?P<said>theo loi (?:ke|cua))\b", "kể", "lời", "của"),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>(?:co|con|giu|theo|trong) {NEAR}{{0,3}}?(?:{PAPER}))\b",
        "có", "còn", "giữ", "trong", "sổ", "sơ", "giấy", "thư", "tờ",
    ),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>(?:biet|tim ra|thay)(?: (?:duoc|chuyen|cho|vay|the)){{0,2}} (?:nho|qua|tu|trong|theo) {NEAR}{{0,2}}?(?:{PAPER}))\b",
        "biết", "nhờ", "qua", "từ", "trong", "theo", "sổ", "sơ", "giấy", "thư", "tờ", "ký",
    ),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>(?:can cu|dua|chieu)(?: (?:vao|theo|tren))? {NEAR}{{0,2}}?(?:{PAPER}))\b",
        "căn", "cứ", "dựa", "vào", "theo", "sổ", "sơ", "giấy", "thư", "tờ", "ký",
    ),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>{SELF} {ALSO}(?:doc|xem|tra|coi)(?: (?:duoc|thay|lai|ky|ra)){{0,2}} (?:trong|qua|tu|o|tren)?(?: (?:cuon|quyen|tap|to))? ?(?:{PAPER}))\b",
        "đọc", "xem", "tra", "trong", "sổ", "sơ", "giấy", "thư", "tờ", "ký",
    ),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>(?:{PAPER}) (?:(?!(?:bao|noi|ke)\b)\w{{1,12}} ){{0,6}}?(?:con giu|de lai|gui ve)(?: \w{{1,12}}){{0,3}}? ghi)\b",
        "sổ", "sơ", "giấy", "thư", "tờ", "giữ", "ghi",
    ),
    _sign(
        Source.PAPERS, rf"\b(?P<said>(?:{PAPER}) {NEAR}{{0,3}}?ghi)\b", "sổ", "sơ", "giấy", "thư"
    ),
)  # fmt: skip


@cache
def of_elder(himself: str) -> tuple[Sign, ...]:
    """Return the signs of one who calls himself so: "bác chôn", never "bác tôi chôn"."""
    also = r"(?:(?:da|co|cung|tung|tu tay|chinh tay|truc tiep) ){0,2}"
    return (
        _sign(Source.BURIED, rf"{BEGINS}(?P<said>{himself} {also}{BURY})", *MINE),
        _sign(
            Source.SAW,
            rf"{BEGINS}(?P<said>{himself} {also}(?:chung kien|tan mat|thay {NEAR}{{0,6}}?{FELL}))",
            *MINE,
        ),
    )
