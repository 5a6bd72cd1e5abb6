"""Helping: somebody writes for another who knows ("tôi viết hộ ông tôi, 84 tuổi")."""

import re
from collections.abc import Sequence

from nlp.entity import Entity
from nlp.signs import seen

WRITE = r"(?:ke|viet|go|nhan(?: tin)?|bao(?: tin)?|ghi|chep|noi|khai)(?: lai)?"
FOR = r"(?:giup|ho|gium|dum|thay)(?: loi)?(?: cho)?"
WHO = (
    r"(?:nguoi khac|ong|ba|bac|chu|co|cau|di|bo|cha|tia|me|ma|cu|anh|chi|dong chi"
    r"|nguoi nha|hang xom|bo toi|ong toi)"
)
HELPING = re.compile(
    rf"\b(?:{WRITE} {FOR} {WHO}\b(?: (?:noi|ngoai|cu|toi|tui|em|chau|con|minh))?"
    r"(?: (?:hang xom|(?:dau|cuoi) (?:xom|lang|ngo)))?"
    rf"|(?:thay|ghi lai|chep lai) (?:mat|loi)(?: ke)?(?: cua)? {WHO}\b)"
)
DICTATED = re.compile(
    rf"\b{WHO}(?: (?:toi|tui|em|chau|con|minh))? (?:doc|ke) cho (?:toi|tui|em|chau|con)"
    r" (?:viet|ghi|go|chep|nhan)(?: lai| tin)?\b"
)
ALONE = re.compile(
    rf"\A\W*(?:toi|tui|chau|con|em)(?: dang| chi)? {WRITE} {FOR}\b(?! (?:toi|tui|minh)\b)"
)


def helping(written: str, _found: Sequence[Entity] = ()) -> tuple[str, str] | None:
    """Return that the words are another's, and the words that say so."""
    text = seen(written)
    tried = (form.search(text.plain) for form in (HELPING, DICTATED, ALONE))
    found = next(filter(None, tried), None)
    if found is None:
        return None
    words = text.written(*found.span())
    return words, words
