"""Helping: somebody writes for another who knows ("tôi viết hộ ông tôi, 84 tuổi")."""

from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.forms import form, standing
from nlp.tellings.signs import seen, words

WRITE = r"(?:ke|viet|go|nhan(?: tin)?|bao(?: tin)?|ghi|chep|noi|khai)(?: lai)?"
FOR = r"(?:giup|ho|gium|dum|thay)(?: loi)?(?: cho)?"
WHO = (
    r"(?:nguoi khac|ong|ba|bac|chu|co|cau|di|bo|cha|tia|me|ma|cu|anh|chi|dong chi"
    r"|nguoi nha|hang xom|bo toi|ong toi)"
)
HELPING = form(
    rf"\b(?:{WRITE} {FOR} {WHO}\b(?: (?:noi|ngoai|cu|toi|tui|em|chau|con|minh))?"
    r"(?: (?:hang xom|(?:dau|cuoi) (?:xom|lang|ngo)))?"
    rf"|(?:thay|ghi lai|chep lai) (?:mat|loi)(?: ke)?(?: cua)? {WHO}\b)"
)
DICTATED = form(
    rf"\b{WHO}(?: (?:toi|tui|em|chau|con|minh))? (?:doc|ke) cho (?:toi|tui|em|chau|con)"
    r" (?:viet|ghi|go|chep|nhan)(?: lai| tin)?\b"
)
WHOSE = rf"{WHO}(?: (?:noi|ngoai|cu|ruot))?(?: (?:toi|tui|em|chau|con|minh))?(?: (?:hang xom|(?:dau|cuoi|trong) (?:xom|lang|ngo)))?"
ME = r"(?:toi|tui|chau|con|em|minh)"
# "Chuyện này của bà tôi, tôi ghi lại", "ông cụ già rồi nên tôi nhắn hộ", "bố tôi nhờ tôi kể".
ANOTHERS = form(
    rf"\b(?:(?:chuyen|loi|tin)(?: ke)? (?:nay|day|ay|do)(?: (?:la|von))? (?:cua|do) {WHOSE}\b"
    rf"|nguoi (?:biet|chung kien|nho)(?: ro)? (?:chuyen|cho|viec)(?: nay| ay| do)? (?:la|chinh la) {WHOSE}\b"
    rf"(?=[^.;\n]{{0,12}}\b{ME} {WRITE}\b)"
    rf"|{WHOSE} (?:(?!{ME}\b)\w{{1,8}} ){{1,8}}?(?:nen|thi) {ME} {WRITE} {FOR}\b"
    rf"|{WHOSE} (?:nho|bao|dan|bieu|sai) {ME} (?:{WRITE} (?:{FOR}|lai)|thay loi))"
)
ALONE = form(
    rf"\A\W*(?:toi|tui|chau|con|em)(?: dang| chi)? {WRITE} {FOR}\b(?! (?:toi|tui|minh)\b)"
)
FORMS = (HELPING, DICTATED, ANOTHERS, ALONE)


def helping(written: str, _found: Sequence[Entity] = ()) -> tuple[str, str] | None:
    """Return that the words are another's, and the words that say so."""
    text = seen(written)
    likely = standing(FORMS, words(written))
    tried = (one.pattern.search(text.plain) for one in likely)
    found = next(filter(None, tried), None)
    if found is None:
        return None
    told = text.written(*found.span())
    return told, told
