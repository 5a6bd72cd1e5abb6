"""Namesakes: what bears somebody's name, or one that sounds so, and is nobody.

Schools and firms ("trường cấp 2 Võ Thị Sáu", "công ty Hoàng Anh"), and the youth league
of a town ("Thành Đoàn Sài Gòn", where Đoàn is no family), and divisions of the South
Koreans ("Bạch Mã Hàn Quốc"). A bare "truong" may be the
captain whose name follows.
"""

import re

from nlp.entity import Span
from nlp.patterns import words
from nlp.text import Text

BEARER = re.compile(
    r"\b(?:thcs|thpt|tieu hoc|mam non|mau giao|trung hoc|noi tru|truong cap [123i]{1,3}"
    r"|tap doan|khach san|to hop tac"
    r"|(?:cong ty|cty|xi nghiep|doanh nghiep)(?: (?:cp|tnhh|co phan|xay dung))?) \Z"
)
LEAGUE = re.compile(r"\b(?:thanh|tinh|quan|huyen|trung uong) \Z")
# "Có thằng xưng cán bộ" says who somebody claims to be.
CLAIMED = re.compile(
    r"xung(?: la)? (?:can bo|nhan vien|nguoi|nha|cong an|bo doi|dai dien|quan nhan|ten)\b"
)
CLAIMS = (" thang ", " dua ", " ke ", " nguoi ", " ten ", " nhom ")
COUNTRIES = (" han quoc", " dai han", " nam han", " trieu tien")
LEAGUED, MIDDLE = "doan", words("van thi")
LONGEST = 30


def is_one(text: Text, span: Span) -> bool:
    """Does something else than a person bear the name at these characters?"""
    start = span[0]
    window = max(0, start - LONGEST), start
    if BEARER.search(text.plain, *window) or _is_claimed(text.plain, start):
        return True
    name = text.plain[slice(*span)]
    if name.endswith(COUNTRIES):
        return True
    first, *others = name.split()
    is_league = first == LEAGUED and MIDDLE.isdisjoint(others[:1])
    return is_league and LEAGUE.search(text.plain, *window) is not None


def _is_claimed(plain: str, start: int) -> bool:
    """Does "xưng" stand here, and not Xưng?"""
    is_who = f" {plain[max(0, start - LONGEST) : start]}".endswith(CLAIMS)
    return is_who and CLAIMED.match(plain, start) is not None
