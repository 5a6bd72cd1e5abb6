"""What stands before and behind a name, and how much it speaks for one."""

import re

from nlp.entity import Kind
from nlp.text import Text, Word

LINED = 0.4  # it begins a line, an item, or what is written on a stele
SAID, BOUNDED, CONTINUED, RUN_ON = 0.7, 0.5, 0.4, -0.25
BOUND = re.compile(r"[ ]{0,2}(?:[.,;:!?()\"\n+/]|- |\Z)")
TOLD = re.compile(
    rf" {{0,2}}[,(:\-]?[( ]{{0,2}}(?:(?:nam )?{Kind.DATE.mask}|{Kind.PHONE.mask}|{Kind.RANK.mask}"
    r"|(?:que|qq|nq|nguyen quan|sinh(?= (?:nam|ngay|quan|o|tai|\d|[\ue000-\ue00f]))|sn|hy sinh|hi sinh|hs|h sinh|nhap ngu|nn|dan toc|nguoi"
    r"|ng|bi danh|tuc(?= [a-z])|con goi|nga xuong|tu tran|sdt|dt|dien thoai|cung que|chinh quan"
    r"|trung (?:dan|bom|phao|min)|bi (?:thuong|ban|trung|min|bom|phuc|dich))\b)"
)
GOES_ON = re.compile(
    r" (?:o|noi|ke|bao|chi|la|va|voi|con|mat|chet|nam|chon|da|di|ho|vo|ve|bi|day|cung"
    r"|dan|hay|thi|khi|lai xe|y ta|du kich|hoi|luc|nha|linh|chung|viet|khong|ko|co|duoc|dc|trong|tren|duoi|canh|gan|ben|sat|ngay|goc|tai|truoc|cach|phia|theo|thuoc|cho|ven|doc)\b"
    rf"| {Kind.PLACE.mask}| {Kind.UNIT.mask}| [abcdek][0-9]{{1,4}}\b"
)
ENDED = re.compile(
    rf" {{0,2}}(?:[.,;:!?()\"\n/]|- |\Z|(?:nam )?{Kind.DATE.mask}|{Kind.PHONE.mask}|{Kind.RANK.mask})"
    r"| (?:va|voi|que|qq|sn|sinh nam|hs|h[iy] sinh|bi danh|tuc|nhap ngu|nn|dan toc|cung que) "
)
# Behind "nằm".
LIES = re.compile(
    r" (?:o|tai|lai|duoi|canh|ben|trong|gan|goc|tren|cho|giua|sau|rai|ngay|sat|cung|dau)\b"
)
# Any word else speaks a little against it, but for those that begin what comes next.
RUNS_ON = re.compile(
    r" (?!(?:cua|toi|tui|anh|ay|nay|do|bon|cac|thoi|roi|vua|dang|moi|thay|nho|tim|gui|xin)\b)[a-z]"
)
ITEM = re.compile(r"(?:[,;(\n\"+]|[0-9]{1,3}[.)\-/:]|\A|[ \n][\-*•])[ \n]{0,3}\Z")
SHOWN = re.compile(
    r"\b(?:ghi|khac|bia|de|chu|mo|hy sinh|hi sinh|hs|mat|chon|liet si|ls|dong chi|dc"
    r"|ten|gom|vo|chong|gap|cung|voi|va|cua|bao|gui|nguoi|truong|pho|vien)[ :\"]{1,3}\Z"
)


def is_ended(text: Text, word: Word) -> bool:
    return ENDED.match(text.plain, word.end) is not None


def goes_on(text: Text, word: Word) -> bool:
    """Does a word follow that often follows a name?"""
    return GOES_ON.match(text.plain, word.end) is not None


def lies(text: Text, word: Word) -> bool:
    """Does it say where, as behind "nằm"?"""
    return LIES.match(text.plain, word.end) is not None


def after(text: Text, at: int) -> float:
    """What stands behind the name that ends before word ``at``."""
    end = text.words[at - 1].end
    if TOLD.match(text.plain, end):
        return SAID
    if BOUND.match(text.plain, end):
        return BOUNDED
    if GOES_ON.match(text.plain, end):
        return CONTINUED
    return RUN_ON if RUNS_ON.match(text.plain, end) else 0.0


def before(text: Text, start: int) -> float:
    """What stands before a name without a title."""
    window = max(0, start - 20), start
    if ITEM.search(text.plain, *window):
        return LINED
    return LINED if SHOWN.search(text.plain, *window) else 0.0


def is_dated(text: Text, word: Word) -> bool:
    """Does a date follow at once ("năm 1966")?"""
    return text.plain[word.end : word.end + 2] == f" {Kind.DATE.mask}"
