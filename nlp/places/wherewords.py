"""The words around a place that say whose home it is, whose grave, or none of both.

Patterns for ``whereabouts``, by hand from the ways people tell. Those that end in a
preposition are searched at the end of what stands before the place.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.entity import Kind
from nlp.patterns import words

SENTENCE = re.compile(r"[.!?;\n](?=\s|\Z)")
LAST = re.compile(r"([a-z]{1,6})[ :]{1,3}\Z")
LONGEST_LAST = 10  # characters of it and of what stands behind it


@dataclass(frozen=True, slots=True)
class Lead:
    """Words that lead to a place, and the last ones of them, which are asked first."""

    ends: frozenset[str]
    words: re.Pattern[str]

    def is_before(self, before: str) -> bool:
        return last(before) in self.ends and self.words.search(before) is not None


@lru_cache(maxsize=8)
def last(before: str) -> str:
    """The last word, if nothing else stands behind it."""
    match = LAST.search(before, max(0, len(before) - LONGEST_LAST))
    return match[1] if match else ""


HOME = Lead(
    words(
        "que quan huong goc qq nq o tai nguoi dan lang em nien binh linh toi tui anh chau"
        " ong bac chu no cau han la tan mai dau"
    ),
    re.compile(
        r"\b(?:que|que quan|nguyen quan|sinh quan|ban quan|ch[ai]nh quan|que huong|cung que"
        r"|dong huong|nguoi goc|goc|qq|nq|(?<!h[iy] )sinh (?:ra )?(?:o|tai)"
        r"|(?<!\d )nguoi|dan|trai lang|con em|thanh nien|tan binh"
        r"|(?:anh|chi|dong chi|thang|em) linh"
        r"|que (?:toi|tui|anh|chau|ong|bac|em|chu|no|cau|han|chong toi))"
        r"[ :]{1,3}(?:(?:o|tai|la|van la|goc|tan|mai|dau|lang)[ :]{1,2}){0,2}\Z"
    ),
)
DOING = re.compile(r" (?:vot|chon|ke|bao|noi|thay|dao|giup|dua|khieng|biet)\b")

# Whose "I" it is: not that of "ông tôi ở …".
KIN = r"(?<!ong )(?<!bac )(?<!anh )(?<!em )(?<!chu )(?<!cau )(?<!bo )(?<!cha )(?<!ban )"
LIVING = (
    r"\b(?:(?:tru quan|tru tai|cu tru|thuong tru|ngu tai|ngu|dia chi|dia chi lien he"
    r"|cho o hien nay|(?:hien|nay|hien nay|bay gio|hien gio|dang)"
    r"(?: (?:toi|tui|em|chau|con|ca nha|gia dinh|dang|van|song|sinh song|sinh hoat|hoc"
    r"|lam|lam an|lam viec|cong tac|cu ngu|buon ban|day hoc|ve huu|nghi huu)){0,3}"
    rf"(?: (?!h[iy] |chon|nam )[^ ,.;]{{1,10}}){{0,2}} (?:o|tai)|{KIN}(?:toi|tui|em|chau|con|minh|choa)"
    r"(?: (?:song|la nguoi))? (?:o|tai)"
    r"|(?:gia dinh|nha)(?: (?:toi|tui|em|chau|con|minh|ong|bac))? (?:o|tai))[ :]{1,2}"
    r"|dia chi: |dc: )"
)
LIVES = Lead(words("quan tai tru ngu chi he nay o dc"), re.compile(rf"{LIVING}\Z"))
STREET = r"(?:so|nha so|ngo|hem|duong|to|pho|thon|xom|ap|khoi|khu) [^.;:]{1,30}\Z"
ADDRESS = re.compile(rf"(?<=[ :]){STREET}")
LONGEST_ADDRESS = 40
LIVES_IN_STREET = re.compile(rf"{LIVING}{STREET}")
# "Tôi về ở với con gái tại Thủ Đức": whatever he does there now.
AT_HOME = Lead(
    words("o tai"),
    re.compile(
        rf"{KIN}\b(?:toi|tui|em|chau|con|minh|choa|chung toi)(?: (?!chon|danh|hy|hi|bi|chot"
        r"|nhap|dong|chien|thay|gap|tim|chay|di|vao|sang|qua|lam|nho|nghe|biet|cung|nam)"
        r"[^ ,.;:]{1,10}){0,5} (?:o|tai)[ :]{1,2}\Z"
    ),
)
# "cựu chiến binh ở Cai Lậy, biết chỗ chôn": who may know more, and where he lives.
KNOWS = Lead(
    words("o tai"),
    re.compile(
        r"\b(?:ccb|cuu chien binh|ong|ba|cu|bac|chu|co|nguoi|ba con|dan)"
        r"(?: [^ .;:]{1,10}){0,3} (?:o|tai) \Z"
    ),
)
KNOWING = re.compile(
    r"[ ,]{0,2}(?:con )?(?:biet|ke|noi|bao|nho|chi|thay|cho hay|cung cap)\b"
)
# "Tôi, Lê Đức Nhân, nay ở …", "em Quỳnh, ở …": the signature of whoever writes.
SIGNED = re.compile(r"[ ,(\-]{1,3}(?:(?:hien|nay|hien nay)(?: dang)? )?(?:o |tai )?\Z")
CALLED = re.compile(
    r"[ ,.;:)\-]{1,3}(?:(?:so|sdt|dt|dien thoai|lien he|lh|tel|zalo|so may)[ .:]{1,3})"
    rf"{{0,3}}(?:{Kind.PHONE.mask}|\+?\d{{9,11}}\b|0\d{{2,3}}[ .]\d{{3}})"
)
REPORTS = re.compile(
    r"\b(?:nguoi (?:bao|bao tin|gui|ke|cung cap|viet|lien he|hoi|lam don)|lien he|lh"
    rf"|kinh thu|{KIN}(?:toi|tui|em|chau|con)(?: (?:ten|la|ten la))?)"
    r"[ :,]{1,3}(?:(?:ong|ba|anh|chi|chau|em|co|chu|bac)[ :]{1,2})?\Z"
)
PAST = re.compile(
    r"\b(?:(?:hoi|luc|khi|dao) (?:do|ay|nam|nho|tre|xua|con|chien|dang|truoc)|thoi"
    r"|ngay (?:xua|truoc|ay)|nam (?:19)?\d\d)\b"
)

NOW = re.compile(
    r"(?: \(?cu\)?)?[ ,(]{0,3}(?:nay|bay gio|hien nay|gio)(?: la| thuoc)?[ :]{1,2}\Z"
)
AND = re.compile(r"(?: {0,2}[,;/] {0,2}|,? (?:va|roi|hoac|hay|voi) )(?:o |tai )?\Z")
# What is told on the way, and where more may be known: neither home nor grave.
ASIDE = Lead(
    words("o tai tu tuyen"),
    re.compile(
        r"\b(?:(?:ai|ai con|dong quan|nhap ngu|huan luyen|tap ket|dieu tri|an duong)"
        r"(?: [^ ,.;]{1,12}){0,2} (?:o|tai|tu)|giao lien tuyen|duong tu|dua tu)[ :]{1,2}\Z"
    ),
)
# What came to light today: wherever it says so, it says of a grave.
FOUND = re.compile(
    r"\b(?:phat hien|phat lo|loi ra|lat len|dao trung|dao duoc|may xuc|dao mong|lam mong"
    r"|san ui|cay len|cuoc (?:trung|phai|dat)|dao (?:ho|ao|gieng|kenh|ranh)|lam ray"
    r"|xoi lo|sat lo|thay may (?:bo|khuc|ngoi|nam))\b"
)
DATED = re.compile(r"[ ,:]{1,3}(?:o|tai|gan|tren|trong)? ?\Z")
# Between a name and the home behind it: a birth, a people, a rank, an age.
FILLER = re.compile(
    r"[ ,:;.(\-\u2013\"']|\b(?:sinh|sn|nam|nguoi|dan toc|kinh|tay|nung|thai|muong|dao"
    r"|hmong|mong|bi danh|tuc|tuoi|\d+)\b"
)
GRAVE = re.compile(
    r"\b(?:hai cot|bo xuong|khuc xuong|xuong|dep cao su|bi dong|tang vong|tam tang|nam mo"
    r"|ngoi mo|nam dat|mo|mo ma|chon|vui|tu si|cat boc|quy tap|mai tang|an tang|hom go"
    r"|mui coi|tieu sanh|bia|nam (?:o|tai|canh|duoi|doc)|loi ra|lat len|dao trung|phat lo"
    r"|trung (?:may|ba|hai|mot) (?:bo|cai))\b"
)
FIGHT = re.compile(
    r"\b(?:hy sinh|hi sinh|hs|tran|danh|ban|bom|phao|phuc kich|tu tran|chet|mat|bi thuong"
    r"|xung phong|min|chot|phuc)\b(?! (?:dau|gia|vu)\b)"
)
# "Nguyễn Văn A, Thanh Hóa, hy sinh 1972": the next field of a record, and none before.
FIELD = re.compile(
    r"[ ,;.\-)]{1,3}(?:h[iy] sinh|hs|nhap ngu|nn|sinh|sn|don vi|dv|di b|cap bac|chuc vu)\b"
)
APART = re.compile(r"[,;:\-(\u2013] ?\Z")
