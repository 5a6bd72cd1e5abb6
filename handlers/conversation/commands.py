"""Commands: a whole message that wishes something of the conversation itself.

With or without marks. Words that mean several things without marks (dung: đúng, dừng,
Dung) are no commands; see `UNSURE`.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from handlers.conversation.unknowing import SELF, is_unknowing, lacks, points_elsewhere
from handlers.placement_codes import read_code
from handlers.questions import Question
from nlp.entity import Entity
from nlp.tellings import forms
from nlp.tellings.forms import standing, whole
from nlp.text import fold
from storage.model.message import Command, Commanded, Opened, Pressed, Said, What

PHRASES: dict[Command, tuple[str, ...]] = {
    Command.SKIP: ("bo qua", "cau khac", "hoi cau khac", "/boqua"),
    Command.FORGOT: (
        "quen roi", "quen mat roi", "quen mat", "quen het roi", "chiu", "chiu roi", "chiu thoi",
        "lau qua quen roi", "lau qua roi khong nho",
    ),
    Command.ENOUGH: (
        "xong", "xong roi", "ke xong", "het", "het roi", "chi co the", "the thoi",
        "the thoi a", "chi the thoi", "du roi", "rua thoi", "co rua thoi", "vay thoi",
        "chi vay thoi", "co vay thoi", "chi co vay", "co the thoi", "bay nhieu thoi", "nhieu do thoi",
        "chi co the thoi", "v thoi", "chi nho the", "chi nho rua", "chi nho vay", "chi nho co vay", "chi nho the thoi", "het chuyen",
        "het chuyen roi", "gui di", "gui luon", "gui luon di", "/xong",
    ),
    Command.BACK: (
        "quay lai", "lui lai", "tro lai", "cau truoc", "quay lai cau truoc", "tro lai cau truoc",
        "quay ve cau truoc", "lui lai cau truoc", "cho toi quay lai", "/quaylai",
    ),
    Command.FIX: ("sua", "sua lai", "toi muon sua", "can sua", "/sua"),
    Command.OFFICER: (
        "gap can bo", "toi muon gap can bo", "cho toi gap can bo", "tui muon gap can bo",
        "cho tui gap can bo", "noi chuyen voi can bo",
        "goi can bo", "gap nguoi", "/canbo",
    ),
    Command.CALL_OFF: (
        "khong can goi", "khong can goi lai", "khong can goi nua", "khong goi nua",
        "thoi khong can goi nua", "thoi khong goi nua", "huy yeu cau goi lai",
    ),
    Command.STATUS: ("ma thong tin", "xem ma", "tinh hinh", "den dau roi", "/ma"),
    Command.NEW: ("chuyen moi", "ke chuyen moi", "ke chuyen khac", "/moi"),
    Command.VIEW: (
        "xem thong tin", "xem thong tin cua toi", "cho xem thong tin", "/xem",
        "xem thong tin toi da gui", "toi muon xem thong tin",
    ),
    Command.CORRECT: (
        "sua thong tin", "sua thong tin cua toi", "dinh chinh thong tin cua toi",
    ),
    Command.WITHDRAW: (
        "rut dong y", "rut lai dong y", "rut lai loi dong y", "toi rut dong y",
        "toi rut lai dong y", "toi muon rut lai dong y", "khong dong y nua", "/rut",
    ),
    Command.ERASE: (
        "xoa thong tin", "xoa thong tin cua toi", "xoa het", "xoa het di", "xoa het thong tin",
        "xoa het thong tin cua toi", "toi muon xoa thong tin", "xoa du lieu", "xoa du lieu cua toi",
        "xoa loi ke", "xoa loi ke cua toi", "/xoa",
    ),
    Command.MENU: (
        "loai khac", "chon loai", "doi loai", "cac loai", "danh muc", "menu", "/menu",
        "sai loai", "khong phai loai nay",
    ),
    Command.ADDRESS: ("xung ho", "xung ho khac", "doi xung ho", "doi cach xung ho", "/xungho"),
    Command.HELP: ("tro giup", "huong dan", "giup", "help", "/help", "/start", "/trogiup"),
}  # fmt: skip

# Folded words that would stop, erase or confirm if misread: asked again in other words.
UNSURE = frozenset({"dung", "huy", "xoa", "thoi"})

# "Gọi tôi là bác", "xưng hô anh thôi": what the teller wishes to be called.
WISH = whole(
    r"(?:(?:dung|thoi|khong) (?:goi|xung)(?: toi| tui| minh)?(?: la| bang)?"
    r" (?:bac|ong|ba|cu|chu|co|anh|chi|dong chi)(?: nua)?[ ,.]+)?"
    r"(?:xin |hay |cu |nen )?(?:goi|xung|xung ho|keu)(?: ho)?(?: toi| tui| minh)?"
    r"(?: la| bang)? (bac|ong|ba|chu|co|anh|chi|dong chi)"
    r"(?: thoi| nhe| duoc roi| di| cho (?:than|tien|phai))?"
)

NONE = frozenset(
    {"khong", "ko", "hong", "khong a", "chang co", "khong co", "chua", "chua co"}
)

# Written like a command of a program; no unit, date or grave is.
SLASHED = re.compile(r"/[a-z]\w{0,40}", re.ASCII)

# A code as a poster tells to say it, or as a Mini App writes it for him.
PRINTED = re.compile(r"(?:# ?qr|qr|ma(?: so)?(?: qr)?) ?:? ?([\d .-]+)", re.ASCII)

POLITE_START = ("da", "vang", "u", "uh", "um", "o", "thi", "alo")
POLITE_END = (
    "a", "nhe", "con", "chau", "em", "nghen", "hen", "nhen", "nghe", "nha", "hi", "oi",
)  # fmt: skip

# "Nối máy cho tui gặp cán bộ", "xin nói chuyện với người thật".
OFFICER = whole(
    rf"(?:{SELF} )?(?:(?:xin|muon|can|hay|nho|cho|giup|phien|vui long|lam on|duoc|de) (?:{SELF} )?){{0,4}}"
    r"(?:gap|noi chuyen|trao doi|noi may|chuyen may|noi toi|chuyen toi|lien lac|goi)"
    r"(?: (?:cho|truc tiep|thang|voi|vs|di|toi|tui|den|mot|cac|anh|chi|dong chi|co|chu)){0,4}"
    r" (?:can bo|nguoi that|nhan vien|nguoi phu trach|nguoi truc|tong dai vien?)"
    r"(?: (?:cho|giup|toi|tui|bac|ho|voi|di|ngay|phu trach|truc|that|nao|do|cai)){0,4}"
)
# "Bác muốn nói chuyện với người chứ không nói với máy".
PERSON = whole(
    rf"(?:{SELF} )?(?:chi )?(?:muon|can|thich|cho|xin) (?:duoc )?(?:{SELF} )?(?:noi chuyen|noi|gap|trao doi)"
    rf"(?: (?:truc tiep|voi|duoc))* (?:con )?nguoi(?: that)?(?: (?:chu|,)? ?(?:khong|ko|dung|hong) [a-z ]{{0,30}}may)?"
)
# "Thế là hết", "kể đến đó thôi".
DONE = whole(
    rf"(?:{SELF} )?(?:chi |moi )?(?:ke |noi |biet |nho )?(?:duoc |co )?"
    r"(?:the|vay|rua|(?:toi|den)(?: (?:do|day|ni|nay))|bay nhieu|nhieu do|chung do|chung ay|co nhieu do)"
    r"(?: (?:la|thi|cung))?(?: (?:het|xong|thoi|du)(?: (?:chuyen|roi|r|thoi|do|day)){0,2})"
    rf"|(?:{SELF} )?(?:da )?(?:ke|noi)(?: nhu)? (?:het|xong)(?: (?:ca|roi|r|do|day|ma)){{1,3}}"
    r"|tam (?:the|vay|du)(?: (?:thoi|da|roi))?"
)
# "Đây là đâu", "ai nhắn đấy", "đồng ý là sao": he does not know whom he speaks to.
WHO = whole(
    r"(?:alo )?(?:day la (?:dau|ai|cai gi|so (?:nao|ai))|ai (?:day|do|goi|nhan(?: tin)?)(?: cho)?"
    rf"(?: {SELF})?|ben nao|(?:cai|kenh|so|cho|trang) nay (?:la gi|cua ai|la cua ai|de lam gi)"
    r"|dong y (?:la|nghia la|de|thi)? ?(?:sao|gi|cai gi|lam gi)"
    r"|(?:(?:the|ma|vay) )?(?:chau|con|em|anh|chi|co|chu|ban|minh|may) (?:ten )?la (?:ai|gi|nguoi hay may)"
    rf"|(?:(?:the|ma|vay) )?(?:{SELF} )?(?:dang )?(?:noi chuyen|noi|nhan tin|ke) (?:voi|vs) (?:may|robot|nguoi(?: that)?|ai)(?: (?:hay may|hay nguoi|phai khong|khong|sao))?"
    r"|(?:co phai |day la |la ){0,2}(?:nguoi(?: that)?|may|robot)(?: (?:hay|hay la) (?:may|nguoi|robot))? (?:khong|phai khong|ha|hay sao))(?: (?:vay|day|the|ha|nhi|hen|ma)){0,2}"
)
# "Bao giờ có kết quả", "có ai gọi cho tôi chưa".
AWAITS = whole(
    r"(?:(?:the|vay|ma|gio|roi) )?(?:(?:bao gio|khi nao|chung nao) (?:thi )?(?:moi )?(?:co|duoc|biet) (?:ket qua|tin)"
    r"|(?:da )?co (?:ket qua|tin)(?: gi)? (?:chua|khong)|(?:co|da) (?:co )?ai (?:goi|lien he|doc|xem)"
    rf"(?: cho)?(?: {SELF})? (?:khong|chua)|(?:bao gio|khi nao|chung nao) (?:thi )?(?:moi )?(?:goi|lien he|tra loi)"
    rf"(?: (?:cho )?{SELF})?|(?:bao gio|khi nao|chung nao) (?:thi )?(?:moi )?tim (?:thay|duoc|ra)(?: mo)?"
    r"|(?:da )?tim (?:thay|duoc|ra)(?: mo)?(?: gi)? chua"
    rf"|(?:tin|thong tin|loi ke)(?: (?:cua )?{SELF})? (?:da )?(?:den|toi) dau(?: roi)?"
    rf"|ma(?: so)?(?: thong tin)?(?: (?:cua )?{SELF})? (?:la gi|la bao nhieu|dau(?: roi)?))"
    r"(?: (?:vay|day|the|ha|nhi|hen)){0,2}"
)
# "Xóa hết giùm tôi", "nhờ cháu xóa lời kể của bác đi": asked again before it counts.
ERASES = whole(
    rf"(?:{SELF} )?(?:(?:xin|muon|hay|nho|cho|vui long|lam on)(?: {SELF})? ){{0,3}}xoa"
    r"(?= (?:di|giup|gium|dum|ho|het|toan bo|tat ca|cac|nhung|thong tin|du lieu|loi)\b)"
    rf"(?: (?:di|giup|gium|dum|ho|cho|luon|het|toan bo|tat ca|cac|nhung|gi|thong tin|du lieu"
    rf"|loi(?: ke)?|da|vua|gui|ke|cua|{SELF})){{1,9}}"
)
# "Tôi không cho lưu nữa, rút lại đi"; before consent the same words refuse it.
KEEPS_NOT = (
    rf"(?:{SELF} )?(?:khong|ko|chang|hong) (?:(?:muon|dong y|cho|cho phep|de)(?: {SELF})? ){{1,3}}(?:ai )?"
    rf"(?:luu|giu|ghi)(?: lai)?(?: (?:gi|loi(?: ke)?|thong tin|cua {SELF}|ca|het)){{0,3}}"
)
WITHDRAWS = whole(
    rf"{KEEPS_NOT} nua(?:,? (?:xin |cho toi )?rut lai(?: di)?)?"
    rf"|(?:{SELF} )?(?:(?:xin|muon|cho)(?: {SELF})? ){{0,2}}rut(?: lai)?(?: loi)? dong y(?: (?:di|cua {SELF}|truoc))?"
)
FORMS = {
    WHO: Command.WHO, AWAITS: Command.STATUS, OFFICER: Command.OFFICER,
    PERSON: Command.OFFICER, DONE: Command.ENOUGH, WISH: Command.ADDRESS,
    ERASES: Command.ERASE, WITHDRAWS: Command.WITHDRAW,
}  # fmt: skip
SHORTEST_NUMBER = 3  # figures of what may tell something: a unit, a height
AGREES = re.compile(
    r"(?:(?:da|vang|u|uh|ok|oke|roi|dung|duoc|dung vay|dung the|biet|hieu|xong|the|tot|chuan)(?: |\Z)){1,3}(?:roi|r|day|do|thoi)?"
)
COURTESY = re.compile(
    r"(?:(?:toi|tui|bac|ong|ba|chu|co|anh|chi|em|con|chau|xin|rat|thoi|ok|vay|da|vang|chan thanh)"
    r" ){0,4}(?:alo|cam on|cam on nhieu|cam on lam|thank you|thanks|chao|tam biet|chuc [a-z ]{3,40})"
    r"(?: (?:cac|nhieu|lam|rat|chau|con|em|anh|chi|can bo|dong chi|chuong trinh|nhe|nha|quy vi)){0,5}"
)

# Buttons that wish something, whatever question they stand under.
BUTTONS = {
    ("consent", "officer"): Command.OFFICER,
    ("callback", "off"): Command.CALL_OFF,
}

_COMMANDS = {phrase: command for command, all_ in PHRASES.items() for phrase in all_}


def recognise(what: What) -> What:
    """Return the command or the printed code that a whole message is, or itself."""
    if isinstance(what, Pressed) and (what.key, what.value) in BUTTONS:
        return Commanded(BUTTONS[what.key, what.value])
    if not isinstance(what, Said):
        return what
    words = plain(what.text)
    if command := _COMMANDS.get(words):
        return Commanded(command, what.text)
    if is_unknowing(words):
        return Commanded(Command.FORGOT, what.text)
    if command := _wished(words):
        return Commanded(command, what.text)
    if SLASHED.fullmatch(words):
        return Commanded(Command.UNKNOWN, what.text)
    printed = PRINTED.fullmatch(words)
    code = read_code(printed[1]) if printed else None
    return Opened(code) if code else what


def _wished(words: str) -> Command | None:
    """Return the command that the whole of the folded words wishes in some other form."""
    likely = standing(FORMS, forms.words(words))
    return next((FORMS[one] for one in likely if one.pattern.fullmatch(words)), None)


def plain(text: str) -> str:
    """Return the folded words without the punctuation and politeness around them."""
    return fold(trimmed(text))


@lru_cache(maxsize=1)  # a dozen ask it of the message at hand
def trimmed(text: str) -> str:
    """Return the words in lower case, with their marks, without what is only polite."""
    said = unicodedata.normalize("NFC", text).lower().strip(" .,!?…\n\t")
    words = said.split()
    while len(words) > 1 and fold(words[-1]) in POLITE_END:
        words.pop()
    while len(words) > 1 and fold(words[0]) in POLITE_START:
        words.pop(0)
    return " ".join(words)


def is_courtesy(text: str) -> bool:
    """Return whether the words only thank or greet."""
    return COURTESY.fullmatch(plain(text)) is not None


def is_agreement(text: str) -> bool:
    """Return whether the words only agree, or count, where nothing is asked any more."""
    said = plain(text)
    is_number = said.isdecimal() and len(said) < SHORTEST_NUMBER
    return is_number or is_unsure(text) or AGREES.fullmatch(said) is not None


def is_denied(question: Question, text: str, found: Sequence[Entity]) -> bool:
    """Return whether the words say that there is none, where something was asked for."""
    words = plain(text)
    if question.fill is None:  # "không có cây nào" answers what is to be seen there
        return not found and points_elsewhere(words)
    is_named = any(entity.kind is question.fill.kind for entity in found)
    is_none = words in NONE or lacks(words) or points_elsewhere(words)
    return not is_named and is_none


def is_unsure(text: str) -> bool:
    """Return whether the words stand without marks and could mean two things."""
    return text.isascii() and plain(text) in UNSURE
