"""Unknowing: a whole message whose teller does not know what was asked, or has lost it.

The words are folded and trimmed (see `commands.plain`). A word that also agrees ("tui
chịu", in the South) says it only with what makes it plain ("cái đó tui chịu").
"""

import re

from nlp.tellings import forms
from nlp.tellings.forms import standing, whole

SELF = (
    r"(?:toi|tui|bac|ong|ba|me|ma|chu|co|cau|di|anh|chi|em|con|chau|qua|minh|gia dinh"
    r"|nha toi|ong gia|ba gia)(?: (?:nay|ni|day))?"
)
NOT = r"(?:khong|ko|k|kg|hong|hem|hok|no|chua|chang|cha|dau)"
THAT = (
    r"(?:cai|chuyen|viec|dieu|khoan|cau|cho|doan|phan|vu|may cai)"
    r"(?: (?:do|ay|nay|no|ni|kia|day|hoi)){0,2}"
)
OFTEN = r"(?:(?:thi|cung|that su|that|thuc|qua that|gio|deu|lau(?: qua)?(?: roi| r)?) ){0,2}"
# Before what he says of himself: "cái đó thì tui thật".
LEAD = rf"(?:{SELF} (?:bao|noi|keu)(?: (?:la|rang))? )?(?:thoi )?(?:{THAT} )?(?:thi )?(?:{SELF} )?{OFTEN}"
KNOW = r"(?:nho|biet|bit|bik|ro|hay|ranh|hinh dung)"
ENDS = (
    r"(?: (?:roi|r|luon|het|that|chet|nua|dau|day|thoi|lam|qua|ca|tiet|day nay)){0,3}"
)
OLD = (
    r"(?:(?:gia|yeu)(?: (?:ca|yeu|qua|lam|nua|roi|r)){1,2}"
    r"|(?:tuoi cao|lon tuoi|co tuoi|nhieu tuoi|om yeu|dau oc|tri nho)(?: (?:qua|roi|r))?)"
)
FADES = (
    r"(?:(?:hay |de |da |dam |cu |thanh |bi |nen ){0,2}"
    r"(?:lan lon|lu lan|lan|quen|quen quen|lo mo|kem|nho nho quen quen|khong minh man))"
)
UNKNOWING = tuple(
    whole(pattern)
    for pattern in (
        # "Nỏ biết", "hổng nhớ nữa", "mệ không biết mô".
        rf"(?:{LEAD})(?:la )?{NOT} (?:con |co |the |duoc )?{KNOW}"
        r"(?: (?:nua|mo|dau|ro|gi|het|duoc|ten|ten gi|don vi|don vi nao|don vi mo|nam|nam nao|ngay"
        r"|ngay nao|cho nao|o dau|ai|la ai|la gi|lam|chinh xac|cu the|do|may|vi lau qua|roi)){0,3}",
        # "Không biết hỏi ai", "chẳng biết phải hỏi ở đâu bây giờ".
        rf"{LEAD}{NOT} biet (?:(?:phai|nen|con|di) ){{0,2}}(?:hoi|nho) (?:ai|mo|dau|o dau|cho nao)"
        r"(?: (?:nua|bay gio|het|ca|duoc)){0,2}",
        # "Cái đó thì tui chịu", "xin chịu", "chịu chết".
        rf"(?:{THAT} (?:thi )?(?:{SELF} )?{OFTEN}|{LEAD}(?:xin|danh|cung|thi) )(?:xin |danh )?chiu{ENDS}",
        rf"(?:{SELF} )?chiu(?: (?:roi|r|thoi|chet|that|luon|cung)){{1,3}}",
        # "Sao mà tui nhớ nổi", "biết làm sao được".
        rf"{LEAD}(?:lam )?(?:sao|rang)(?: (?:ma|co the|con|noi)| {SELF}){{0,3}} {KNOW}"
        r"(?: (?:cho )?(?:duoc|dc|noi|het|ro|ra))*(?: (?:nua|chu|day))?",
        rf"{LEAD}{KNOW} (?:lam )?(?:sao|rang)(?: (?:ma|cho|duoc|dc|noi|het|ra))*",
        # "Cố nhớ hoài mà không ra".
        rf"{LEAD}(?:co )?(?:gang )?(?:nghi|nho|moi|lo mo|moi oc|lan oc)(?: (?:mai|hoai|may|di|lai|nua"
        rf"|cung|ma|van|nat oc|ca dem)){{1,5}} {NOT} (?:\w{{2,4}} )?(?:ra|noi|duoc|dc|thay)(?: (?:nua|duoc|noi))?",
        rf"{LEAD}(?:{NOT} (?:nho|nghi)|(?:nho|nghi) {NOT}) (?:ra|noi|duoc|dc)(?: nua| noi| duoc)?",
        # "Quên mất tiêu rồi", "già rồi, lú lẫn cả": he knew once.
        rf"{LEAD}quen(?: (?:mat|het|bang|beng|tiet|tieu|ca|sach|luon|roi|r)){{1,4}}",
        rf"(?:{LEAD})(?:{OLD} ){{1,2}}{FADES}{ENDS}",
        # "Cháu hỏi khó bác quá".
        rf"(?:thoi )?(?:{THAT} )?(?:{SELF} )?hoi (?:the |vay |rua )?(?:thi )?kho(?: (?:{SELF}|cho|qua|roi|r|the|vay|lam)){{0,3}}",
    )
)
# "Hổng có điện thoại, con hỏi thằng Bảy": there is none.
LACKS = re.compile(
    rf"(?:{SELF} )?{NOT} (?:con |he )?(?:co|xai|dung|nho|biet|ro|hay|thay|cho)\b"
)
# "Ai mà nhớ cho nổi", "để tôi hỏi lại đã": others may know, nobody does.
POINTS = re.compile(
    rf"(?:\w{{1,6}} ?,? ){{0,5}}?ai (?:ma |con )?(?:nho|biet|de y)\b"
    rf"|de {SELF} hoi (?:lai|xem|da)\b|{THAT} (?:thi )?phai hoi\b"
)
# "Ngày ấy đói khổ lắm", "nhắc lại càng thương": it tells of those times, and answers nothing.
THEN = r"(?:hoi|ngay|luc|dao|thoi)(?: (?:do|ay|no|xua|truoc|chien tranh|danh my))+"
HARDSHIP = (
    r"(?:tre|nho|be|non|kho|loan|lon xon|doi|cuc|thieu|rach|chay|bom|phao|may bay|giac|gian|ac liet"
    r"|kham kho|chet choc|mat mu|son cuoc|buon|so lam)"
)
GRIEF = r"(?:dau|buon|khoc|tui than|xot|thuong|nghen|roi nuoc mat|ray rut)"
MUSING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{THEN},? (?:(?:{SELF}|thi|la|con|rat|qua|ai cung|nguoi ta|dan) ){{0,3}}{HARDSHIP}\b[^0-9]{{0,50}}",
        rf"(?:thoi )?(?:nhac|nghi|nho|ke)(?: (?:den|toi|lai|ra|ve|chuyen|no|do|ay|day|nua|la|thi|chi|cang|van|them))* {GRIEF}\b[^0-9]{{0,30}}",
        r"(?:chuyen|cau chuyen)(?: (?:do|ay|nay|no|xua|cua \w+))*(?: (?:thi|no))? (?:dai|buon|dai dong)(?: (?:lam|qua))?\b[^0-9]{0,40}",
    )
)
LONGEST = 80


def is_unknowing(words: str) -> bool:
    """Return whether the whole message says only that its teller does not know."""
    likely = standing(UNKNOWING, forms.words(words))
    if not likely or len(words) > LONGEST:
        return False
    said = " ".join(words.replace(",", " ").split())
    return any(one.pattern.fullmatch(said) for one in likely)


def muses(words: str) -> bool:
    """Return whether the words only remember how hard those times were."""
    return len(words) <= LONGEST and any(pattern.fullmatch(words) for pattern in MUSING)


def points_elsewhere(words: str) -> bool:
    """Return whether the words say that nobody knows, or whom one would have to ask."""
    return len(words) <= LONGEST and POINTS.match(words) is not None


def lacks(words: str) -> bool:
    """Return whether the words begin by saying that there is nothing of the kind."""
    return len(words) <= LONGEST and LACKS.match(words) is not None
