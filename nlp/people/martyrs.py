"""Martyrs: who is named as the one of whom is told: "anh ấy tên …", "cái anh … ấy".

What a name is to the telling is learned from all around it; said so outright, nothing
else is needed to know it.
"""

import re
from collections.abc import Sequence

from nlp.entity import SURE, Entity, Kind
from nlp.lexicon import Lexicon
from nlp.tellings.signs import Said
from nlp.text import fold

BEFORE, AFTER = 48, 12  # characters around a name in which it is said whose it is
CALLED = (
    r"(?:anh|a|ong|o|chu|bac|cau|co|chi|em|dong chi|d/c|nguoi|thang|eng|on|cu|duong)"
)
THAT = r"(?:ay|no|do|kia|ta|nay)"
KIN = (
    r"(?:(?:bo|ba|cha|tia|ong noi|ong ngoai|ong|anh trai|anh ruot|anh|em trai|em|chu ruot|chu|bac ruot|bac"
    r"|cau ruot|cau|chong|con trai|con|duong) (?:toi|tui|minh|em|chau|con))"
)
FALLEN = r"(?:liet s[iy]|ls|nguoi nam (?:do|day|duoi (?:do|ay))|nguoi hy sinh|nguoi da khuat)"
HE = rf"(?:{CALLED} {THAT}|anh|ong|{FALLEN}(?: {THAT})?|{KIN})"
# "Vợ anh ấy tên …" names another.
NOT_OF = (
    r"(?<!vo )(?<!con )(?<!me )(?<!bo )(?<!cha )(?<!ban )(?<!em )(?<!chi )(?<!gai )(?<!trai )"
    r"(?<!huy )(?<!truong )(?<!cua )(?<!voi )(?<!cho )"
)
NAME = r"(?:ho va ten|ten ho|ho ten|quy danh|ten)"
FULL = r"(?: (?:day du|that|khai sinh|tren giay|cua minh|trong ly lich))?"
IS = r"(?:,? ?(?:do )?(?:la|thi|:))*"
OUTRIGHT = re.compile(
    rf"(?:\A|[.,;:!?\n] ?|\b(?:va|thi|nam|lai|roi|nho) )(?:cai |co |thay )?{HE} (?:co )?{NAME}{FULL}{IS} ?\Z"
    rf"|{NOT_OF}\b(?:{CALLED} {THAT}|{FALLEN}(?: {THAT})?) (?:co )?{NAME}{FULL}{IS} ?\Z"
    rf"|\b{NAME}{FULL}(?: cua)? {HE}{IS} ?\Z"
)
OWNED = re.compile(
    r"(?:\b(?:mo|ma|phan mo|hai cot|ky vat|do|do dung|vat|vat nay|nhat ky|so|thu|la thu|bi dong|cua cai|di vat)(?: \w{1,6})?"
    r" (?:la )?cua|\b(?:no|cai nay|cai do|vat do|do|day)(?: von| vua| chinh)? la (?:do )?cua|(?:\A|[.;\n] ?)cua|\bchu nhan(?: la)?|\bnguoi (?:de lai|nam do|nam duoi)(?: la)?)"
    r" (?:anh|ong|chu|bac|cau|dong chi|liet s[iy]|ls) \Z"
)
# "Cả đơn vị gọi là …": a whole name; a shorter one is what he was called beside it.
WHOLE, LONGEST = 3, 4  # syllables
BY_ALL = re.compile(
    rf"\b(?:nguoi ta|moi nguoi|anh em|don vi|trung doi|dong doi|ba con|ai cung) (?:hay |van |deu |cung )?(?:keu|goi)(?: {HE})? (?:la|bang) ?\Z"
)
SPOKEN = {"ảnh", "ổng", "ẻm", "cổ", "ôn"}  # a pronoun by its mark: "ảnh tên …"
SPOKEN_NAME = re.compile(
    r"(?<!bức )(?<!tấm )(?<!cái )(\w+) (?:họ tên|tên)(?: (?:đầy đủ|thật))?(?: là)? ?\Z",
    re.IGNORECASE,
)
# "Anh ấy là …, sinh năm 1945": who he was, by what follows.
IS_HE = re.compile(rf"(?:\A|[.;\n] ?){CALLED} {THAT} la \Z")
OF_HIM = re.compile(r"\A,? (?:sinh|que|hy sinh|hi sinh|hs)\b")
POINTED = re.compile(
    r"(?:\A|[.,;:!?\n] ?|\b)(?:cai |thang |chinh |la )(?:anh|ong|chu|bac|cau|dong chi|nguoi) ?(?:ten )?\Z"
)
# "Anh … gửi lại": who left a thing behind.
LEAVES = re.compile(r"(?:\A|[.;,\n] ?)(?:anh|dong chi|liet s[iy]|chu|bac) \Z")
LEFT = re.compile(r"\A (?:gui|de|trao) lai(?= ?[.,;\n]|\Z)")
POINTS = re.compile(rf"\A {THAT}\b")


def is_whole(words: str) -> bool:
    """Return whether these words, said alone, are a surname that many bear and the rest.

    "phạm Đình Phúc": who dictates has no capital where he begins.
    """
    said = words.split()
    if not WHOLE <= len(said) <= LONGEST or not all(map(str.isalpha, said)):
        return False
    rows = Lexicon.load().look_up("surnames", said[0])
    is_marked = said[0].lower() == fold(said[0]) or any(
        row["written"].lower() == said[0].lower() for row in rows
    )
    return is_marked and any(row["bearers"] == "many" for row in rows)


def martyr(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the name that is said outright to be his, where none is known as his."""
    people = [one for one in found if one.kind is Kind.PERSON and one.score >= SURE]
    if any(one.role == "martyr" for one in people):
        return None
    his = next((one for one in people if _is_his(text, one)), None)
    return (his.norm or his.text, his.text) if his else None


def _is_his(text: str, name: Entity) -> bool:
    told = text[max(0, name.start - BEFORE) : name.start]
    before, after = fold(told), fold(text[name.end : name.end + AFTER])
    spoken = SPOKEN_NAME.search(told)
    if spoken and spoken[1].lower() in SPOKEN:
        return True
    is_whole = len(name.text.split()) >= WHOLE
    return bool(
        OUTRIGHT.search(before)
        or OWNED.search(before)
        or (is_whole and BY_ALL.search(before))
        or (is_whole and IS_HE.search(before) and OF_HIM.match(after))
        or (is_whole and LEAVES.search(before) and LEFT.match(after))
        or (POINTED.search(before) and POINTS.match(after))
    )
